using Cairn.App.Access;
using Cairn.App.Access.Providers;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>Another system, for one's own account.</summary>
/// <param name="Id">The provider.</param>
/// <param name="Name">Its name.</param>
/// <param name="Since">Since when it opens the account, UTC; null where it does not.</param>
public sealed record OwnProvider(Guid Id, string Name, DateTime? Since);

/// <summary>Adds another system to one's own account, and takes it away. It begins with a form of the site's own page, so that no other site can
/// add a system of its choice; the browser goes on by a link, because forms lead nowhere else.</summary>
public partial class LinkProvider
{
    /// <summary>The system's name.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Where they go on; null where it cannot be reached.</summary>
    [Parameter] public string? To { get; set; }

    internal static void Map(IEndpointRouteBuilder account)
    {
        account.MapPost("/providers/{provider:guid}", Go);
        account.MapPost("/providers/{provider:guid}/remove", Remove);
    }

    /// <summary>The systems that an account is signed in to with, and those that are offered and could be added.</summary>
    internal static IReadOnlyList<OwnProvider> Of(Db db, Guid account)
    {
        var own = db.ExternalLogins.AsNoTracking().Where(one => one.Account == account).ToList().ToLookup(one => one.Provider);
        return [.. db.SignInProviders.AsNoTracking().OrderBy(one => one.Name).ToList().Where(one => one.IsActive || own.Contains(one.Id))
            .Select(one => new OwnProvider(one.Id, one.Name, own.Contains(one.Id) ? own[one.Id].Min(login => login.At) : null))];
    }

    private static async Task<IResult> Go(Guid provider, ProviderFlow flow)
    {
        if (flow.Find(provider) is not { } found) return SignedIn.Refuse(RefusalKind.NotFound);
        var to = await flow.Begin(found, ProviderPurpose.Link, null);
        return new RazorComponentResult<LinkProvider>(new { found.Name, To = to }) { PreventStreamingRendering = true, StatusCode = to is null ? StatusCodes.Status502BadGateway : StatusCodes.Status200OK };
    }

    private static async Task<IResult> Remove(Guid provider, Visit visit, Words words, Renewal renewal)
    {
        var own = AccountDoor.Own(visit);
        if (!visit.Db.ExternalLogins.AsNoTracking().Any(one => one.Account == own.Id && one.Provider == provider)) return SignedIn.Refuse(RefusalKind.NotFound);
        // Asked in the turn: of two ways in that are taken away at once one stays.
        var stamp = await visit.Write(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == own.Id);
            var others = turn.Db.ExternalLogins.Any(one => one.Account == own.Id && one.Provider != provider) || turn.Db.Passkeys.Any(one => one.Account == own.Id);
            if (row.PasswordHash.Length == 0 && !others) return null;
            turn.Db.RemoveRange(turn.Db.ExternalLogins.Where(one => one.Account == own.Id && one.Provider == provider).ToList());
            return row.ChangeStamp();
        });
        if (stamp is null)
        {
            var typed = Typed.Of(words);
            typed.Refuse("password", words["account.providers.last"]);
            return ChangePassword.Page(own, typed, StatusCodes.Status409Conflict);
        }

        await renewal.After(stamp, "provider removed");
        return Results.Redirect($"{AccountDoor.Path}#providers");
    }
}
