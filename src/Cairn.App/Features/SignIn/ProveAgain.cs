using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.SignIn;

/// <summary>Before something that matters: whoever sits there proves that they are who signed in, by the strongest that the account has. A
/// new session's token is given, and they go back to where they were.</summary>
public partial class ProveAgain
{
    private const string OptionsPath = "/prove/options";

    /// <summary>What was typed; never a secret.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The account.</summary>
    [Parameter, EditorRequired] public Account Account { get; set; } = null!;

    /// <summary>Is there a passkey?</summary>
    [Parameter] public bool HasPasskey { get; set; }

    /// <summary>Other systems that the account is signed in to with.</summary>
    [Parameter] public IReadOnlyList<SignInProvider> Providers { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(StepUp.ProofPath, Show).For(Who.Anyone);
        routes.MapPost(StepUp.ProofPath, Prove).For(Who.Anyone);
        routes.MapPost(OptionsPath, Ask).For(Who.Anyone);
    }

    private static Account? Find(Visit visit) =>
        visit.Session is { } session && session.Account != Guid.Empty ? visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == session.Account && one.EndedAt == null) : null;

    private static RazorComponentResult<ProveAgain> Page(Visit visit, Account account, Typed typed, int status = StatusCodes.Status200OK) => new(new
    {
        Typed = typed, Account = account, HasPasskey = visit.Db.Passkeys.AsNoTracking().Any(one => one.Account == account.Id),
        Providers = (IReadOnlyList<SignInProvider>)[.. visit.Db.SignInProviders.AsNoTracking().Where(one => one.IsActive && visit.Db.ExternalLogins.Any(login => login.Provider == one.Id && login.Account == account.Id)).OrderBy(one => one.Name)],
    }) { StatusCode = status, PreventStreamingRendering = true };

    private static IResult Show(Visit visit, Words words, HttpContext http, string? back = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Find(visit) is { } account ? Page(visit, account, Typed.Of(words, ("back", OwnPath.Of(back)))) : SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
    }

    private static async Task<IResult> Ask(Visit visit, HttpContext http, Passkeys passkeys)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Find(visit) is { } account ? Results.Text(await passkeys.OfferToProve(account), "application/json") : SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
    }

    private static async Task<IResult> Prove(Visit visit, Words words, HttpContext http, SignInDoor door, Refusals refusals, Sessions sessions, Passkeys passkeys, Passwords passwords, SecondFactor second)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Find(visit) is not { } account)
        {
            await refusals.Note(http, RefusedWhy.NotSignedIn);
            return SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
        }

        var form = await SentForm.Of(http.Request);
        var typed = Typed.Of(words, ("back", OwnPath.Of(form["back"])));
        var allowed = door.Ask(account.Login, account);
        var method = allowed.IsAllowed ? await MethodOf(account, form, visit, passkeys, passwords, second) : null;
        if (method is null || await sessions.Rotate(visit.Served.District!, SessionCookie.Read(http.Request)!, new SessionChange { IsProved = true, Methods = method }, visit.Acting) is not { } token)
        {
            await (allowed.IsAllowed ? door.Failed(account, "proof", visit.Acting) : door.Held());
            typed.Refuse("proof", allowed.IsAllowed ? words["prove.wrong"] : words["signIn.wait", ("seconds", (int)Math.Ceiling(allowed.Wait.TotalSeconds))]);
            return Page(visit, account, typed, allowed.IsAllowed ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests);
        }

        door.Succeeded(allowed);
        SessionCookie.Set(http, token, SessionCookie.Lasting(visit.Session!, visit.Now));
        return Results.Redirect(typed["back"] is { Length: > 0 } back ? back : "/account");
    }

    // A passkey; else a code, where there is an app; else the password.
    private static async Task<string?> MethodOf(Account account, IFormCollection form, Visit visit, Passkeys passkeys, Passwords passwords, SecondFactor second)
    {
        if (form["credential"].ToString() is { Length: > 0 } credential) return (await passkeys.Prove(credential))?.Id == account.Id ? SignInMethods.Passkey : null;
        if (account.HasSecondFactor) return await second.Use(account, form["code"].ToString(), visit.Acting);
        if (account.PasswordHash.Length == 0 || Entrance.AsksForSecond(visit, account)) return null;
        return await passwords.Check(form["password"].ToString(), account.PasswordHash) is PasswordAnswer.Right or PasswordAnswer.Old ? SignInMethods.Password : null;
    }
}
