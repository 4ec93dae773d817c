using Cairn.App.Access;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>One's own sign-in: by what one comes in, and where one is signed in now.</summary>
public partial class ShowAccount
{
    /// <summary>The account.</summary>
    [Parameter, EditorRequired] public Account Account { get; set; } = null!;

    /// <summary>Its passkeys.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Passkey> Keys { get; set; } = [];

    /// <summary>Its sessions that go on, this one first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<SessionRow> Open { get; set; } = [];

    /// <summary>Other systems that it is signed in to with, and those that could be added.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<OwnProvider> Providers { get; set; } = [];

    /// <summary>The number of this session.</summary>
    [Parameter] public Guid Here { get; set; }

    /// <summary>May they act as several people?</summary>
    [Parameter] public bool HasHats { get; set; }

    /// <summary>Did a passkey that was just made not work?</summary>
    [Parameter] public bool HasFailed { get; set; }

    internal static void Map(IEndpointRouteBuilder account) => account.MapGet("", (Visit visit) => Page(visit));

    internal static RazorComponentResult<ShowAccount> Page(Visit visit, bool hasFailed = false)
    {
        var (own, session, now) = (AccountDoor.Own(visit), visit.Session!, visit.Now);
        var open = visit.Db.Sessions.AsNoTracking().Where(one => one.Account == own.Id && one.EndedAt == null && one.ExpiresAt > now && one.Stamp == own.SecurityStamp).ToList();
        return new RazorComponentResult<ShowAccount>(new
        {
            Account = own,
            Keys = (IReadOnlyList<Passkey>)[.. visit.Db.Passkeys.AsNoTracking().Where(one => one.Account == own.Id).ToList().OrderBy(one => one.CreatedAt)],
            Open = (IReadOnlyList<SessionRow>)[.. open.Where(one => one.LastSeenAt + SessionLengths.Idle(one.Kind) > now).OrderByDescending(one => one.Id == session.Id).ThenByDescending(one => one.LastSeenAt)],
            Providers = LinkProvider.Of(visit.Db, own.Id), Here = session.Id,
            HasHats = Hats.Of(visit.Db, own.Id, visit.Today).Count > 1,
            HasFailed = hasFailed,
        }) { PreventStreamingRendering = true, StatusCode = hasFailed ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK };
    }
}
