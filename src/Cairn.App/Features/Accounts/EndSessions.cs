using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>Ends one of one's own sessions, or all but this one: a device was lost, or left open somewhere.</summary>
internal static class EndSessions
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/sessions/end", End);

    private static async Task<IResult> End(Visit visit, HttpContext http, Sessions sessions)
    {
        var (session, which, district) = (visit.Session!, (await SentForm.Of(http.Request))["id"].ToString(), visit.Served.District!);
        if (which == "others")
        {
            await sessions.EndForAccount(district, session.Account, "by its owner", visit.Acting, but: session.Id);
            return Results.Redirect($"{AccountDoor.Path}#sessions");
        }

        if (!Guid.TryParse(which, out var id) || visit.Db.Sessions.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Account == session.Account) is not { } row) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        await visit.Tell(turn => SessionEnds.OfToken(turn, row.TokenHash, "by its owner"));
        sessions.Forget(one => one.Id == id);
        return Results.Redirect(id == session.Id ? "/" : $"{AccountDoor.Path}#sessions");
    }
}
