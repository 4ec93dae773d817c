using Cairn.App.Access;
using Cairn.App.Ui.Layout;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Features.Badges;

/// <summary>The door of a group's badges. It opens to those who teach the group that day, substitutes too, and to who leads its school; what stays,
/// hours and badges, is not a substitute's.</summary>
internal static class BadgesDoor
{
    /// <summary>Who opens a device has proved within so many minutes who they are.</summary>
    public const int ProofMinutes = 15;

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListGroups.Map(routes);
        var group = routes.MapGroup("/groups/{group:guid}").For(Who.Educators).AddEndpointFilter(OfGroup);
        ShowBadges.Map(group);
        KeepHours.Map(group);
        PrintBadges.Map(group);
        OpenDevice.Map(group);
        EnterClass.Map(routes);
        EnterByPictures.Map(routes);
    }

    public static string PathOf(GroupId group) => $"/groups/{group.Value:N}/badges";

    public static LearningGroup Find(Visit visit, Guid group) => visit.Scope.Groups().First(one => one.Id.Value == group);

    /// <summary>Does the actor teach the group today?</summary>
    public static TeachingRole? PartOf(Visit visit, Guid group) => BadgeRows.PartOf(visit.Db, new EducatorId(visit.Actor!.Person), new GroupId(group), visit.Today);

    /// <summary>May the actor set hours, and make and end badges?</summary>
    public static bool MayKeep(Visit visit, Guid group) => PartOf(visit, group) is { } part ? part != TeachingRole.Substitute : Leads(visit, group);

    /// <summary>Lets nobody else set what stays.</summary>
    public static async ValueTask<object?> Keepers(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (MayKeep(http.RequestServices.GetRequiredService<Visit>(), Guid.Parse((string)http.Request.RouteValues["group"]!))) return await next(context);
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        return SignedIn.Refuse(RefusalKind.NotAllowed);
    }

    private static bool Leads(Visit visit, Guid group) => visit.Scope.GroupsLed().Any(one => one.Id.Value == group);

    private static async ValueTask<object?> OfGroup(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var visit = http.RequestServices.GetRequiredService<Visit>();
        http.Response.Headers.CacheControl = "private, no-store";
        var isTheirs = Guid.TryParse(http.Request.RouteValues["group"] as string, out var group) && visit.Scope.Groups().Any(one => one.Id.Value == group) && (PartOf(visit, group) is not null || Leads(visit, group));
        if (isTheirs) return await next(context);
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        return SignedIn.Refuse(RefusalKind.NotFound);
    }
}
