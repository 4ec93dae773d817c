using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.App.Ui.Layout;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>The door of one's own sign-in. It opens to whoever is signed in by an account, and to those too who have yet to set up a second
/// factor: it is where they do.</summary>
internal static class AccountDoor
{
    public const string Path = "/account";

    /// <summary>What changes how one signs in is done by who proved lately who they are.</summary>
    public const int ProofMinutes = 15;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup(Path).WithMetadata(new Audience(Who.SignedIn)).AddEndpointFilter(Owner).InFamilyLanguages();
        ShowAccount.Map(account);
        var proved = account.MapGroup("").AddEndpointFilter(StepUp.Within(ProofMinutes, Path));
        EndSessions.Map(proved);
        AddPasskey.Map(proved);
        RemovePasskey.Map(proved);
        MakeRecoveryCodes.Map(proved);
        LinkProvider.Map(proved);
        ChangePassword.Map(account.MapGroup("").AddEndpointFilter(StepUp.Within(ProofMinutes, ChangePassword.Path)));
        ChangeEmail.Map(account.MapGroup("").AddEndpointFilter(Finished).AddEndpointFilter(StepUp.Within(ProofMinutes, ChangeEmail.Path)));
        SetUpSecond.Map(account.MapGroup("").AddEndpointFilter(StepUp.Within(ProofMinutes, SetUpSecond.Path)));
    }

    /// <summary>The account of who asks.</summary>
    public static Account Own(Visit visit) => visit.Db.Accounts.AsNoTracking().Single(one => one.Id == visit.Session!.Account);

    /// <summary>What whoever guesses their password would try first.</summary>
    public static IEnumerable<string> NamesOf(Visit visit, Account account) => [account.Login, account.Email, visit.Served.Title, .. Hats.Of(visit.Db, account.Id, visit.Today).Select(one => one.Name)];

    // An address is a way to another password: it is changed by nobody who has come in by half of what is asked for.
    private static async ValueTask<object?> Finished(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<Visit>().Session is { IsUnfinished: true } ? Results.Redirect(Entrance.SetUpPath) : await next(context);

    private static async ValueTask<object?> Owner(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        if (visit.Session is { } session && session.Account != Guid.Empty) return await next(context);
        await context.HttpContext.RequestServices.GetRequiredService<Refusals>().Note(context.HttpContext, visit.Session is null ? RefusedWhy.NotSignedIn : RefusedWhy.NotTheirs);
        return SignedIn.Refuse(visit.Session is null ? RefusalKind.SignInFirst : RefusalKind.NotFound);
    }
}
