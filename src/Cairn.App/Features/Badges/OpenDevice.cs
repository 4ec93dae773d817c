using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Accounts;

namespace Cairn.App.Features.Badges;

/// <summary>Opens this device for the badges of a group, until its hours end; whoever opens it is signed out on it, so that no child goes on as
/// their teacher. Closes it from anywhere.</summary>
internal static class OpenDevice
{
    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/open", Open).AddEndpointFilter(Lately);
        group.MapPost("/devices/{device:guid}/close", Close);
    }

    private static async Task<IResult?> Open(Guid group, Visit visit, Words words, ClassDevice device, Sessions sessions, HttpContext http)
    {
        var id = new GroupId(group);
        if (BadgesDoor.PartOf(visit, group) is null) return null;
        if (device.EndsAt(id) is not { } until) return ShowBadges.Page(visit, words, device, group, status: StatusCodes.Status409Conflict);
        var token = await visit.Write(turn => ClassDevice.Open(turn, id, new EducatorId(visit.Actor!.Person), until));
        await sessions.End(SessionCookie.Read(http.Request), visit.Served.District, visit.Acting);
        SessionCookie.Clear(http);
        device.Keep(token, until);
        // What the browser kept of the teacher's pages is gone with them.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect(EnterClass.Path);
    }

    private static async Task<IResult?> Close(Guid group, Guid device, Visit visit, Sessions sessions)
    {
        if (!await visit.Write(turn => BadgeRows.Close(turn, device, new GroupId(group)))) return null;
        sessions.Forget(one => one.OpenedDevice == device);
        return Results.Redirect(BadgesDoor.PathOf(new GroupId(group)));
    }

    private static ValueTask<object?> Lately(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var group = Guid.Parse((string)context.HttpContext.Request.RouteValues["group"]!);
        return StepUp.Within(BadgesDoor.ProofMinutes, BadgesDoor.PathOf(new GroupId(group)))(context, next);
    }
}
