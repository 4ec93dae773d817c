using System.Security.Cryptography;
using System.Text;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>
/// "View as": a leader looks at what another sees, for half an hour, with a reason, and changes nothing. It stands beside the leader's own
/// session and ends with it; its token opens nothing by itself.
/// </summary>
internal static class Viewing
{
    private const string Cookie = "cairn-view";

    /// <summary>As whom somebody looks in this request; null where they do not, or may not any more.</summary>
    public static Actor? Of(HttpRequest request, Db db, Actor viewer, DateOnly today, DateTime now)
    {
        if (request.Cookies[NameIn(request)] is not { Length: > 0 and < 100 } token || !viewer.IsEducator) return null;
        var hash = Hash(token);
        if (db.Sessions.AsNoTracking().FirstOrDefault(one => one.TokenHash == hash && one.ImpersonatedBy == viewer.Person && one.ImpersonatedUntil > now && one.EndedAt == null) is not { } row) return null;
        return ViewedActor.Find(db, viewer, row.Kind, row.Person, today, now) is { } viewed ? viewed with { ViewedUntil = row.ImpersonatedUntil } : null;
    }

    /// <summary>Begins; false where they may not.</summary>
    public static async Task<bool> Begin(HttpContext http, Visit visit, ActorKind kind, Guid person, string reason)
    {
        if (visit.Actor is not { Viewer: null } viewer) return false;
        var token = Sessions.NewToken();
        var acting = visit.Acting with { OnBehalfOf = person, Why = reason, Purpose = "view as" };
        var isBegun = await visit.Served.District!.Writer.Alone(turn =>
        {
            if (ViewedActor.Find(turn.Db, viewer, kind, person, visit.Today, visit.Now) is null) return false;
            var until = turn.Now.AddMinutes(MayView.Minutes);
            turn.Db.Add(new SessionRow(Hash(token), Guid.Empty, kind, person, turn.Now, until) { ImpersonatedBy = viewer.Person, ImpersonatedUntil = until });
            turn.Tell(JournalAct.Told, kind == ActorKind.Learner ? new(person) : null, new { view = kind.ToString(), until, reason });
            return true;
        }, acting);
        if (isBegun) http.Response.Cookies.Append(NameIn(http.Request), token, Options(http));
        return isBegun;
    }

    /// <summary>Ends it.</summary>
    public static async Task End(HttpContext http, Visit visit)
    {
        if (visit.Actor?.Viewer is not null && http.Request.Cookies[NameIn(http.Request)] is { } token)
        {
            var hash = Hash(token);
            await visit.Write(turn =>
            {
                turn.Db.Sessions.Single(one => one.TokenHash == hash).EndedAt = turn.Now;
                turn.Tell(JournalAct.Told, words: new { view = "ended" });
                return true;
            });
        }

        http.Response.Cookies.Delete(NameIn(http.Request), Options(http));
    }

    // Hashed otherwise than a session's own token: put into that cookie it is nobody's.
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes("view " + token));

    private static string NameIn(HttpRequest request) => request.IsHttps ? "__Host-" + Cookie : Cookie;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
