using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;

namespace Cairn.App.Features.SignIn;

/// <summary>In by a passkey, without typing anything; also as the second step after a password. The page's script asks for the question, and
/// posts the answer as a form.</summary>
internal static class EnterByPasskey
{
    public const string Path = "/sign-in/passkey";
    public const string OptionsPath = "/sign-in/passkey/options";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(OptionsPath, Ask).For(Who.Anyone);
        routes.MapPost(Path, Enter).For(Who.Anyone);
    }

    private static async Task<IResult> Ask(Visit visit, HttpContext http, Passkeys passkeys, Carried carried)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.NotFound();
        // After a password only that account's own passkeys are asked for. Before one nobody is named.
        return Results.Text(await passkeys.OfferToProve(EnterBySecond.Find(visit, carried)?.Account), "application/json");
    }

    private static async Task<IResult> Enter(Visit visit, Words words, HttpContext http, Passkeys passkeys, Entrance entrance, Carried carried, SignInDoor door)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.Redirect("/");
        var form = await SentForm.Of(http.Request);
        var typed = Typed.Of(words, ("back", OwnPath.Of(form["back"])));
        var first = EnterBySecond.Find(visit, carried);
        var credential = form["credential"].ToString();
        // Nobody guesses a signature: a limit here would only let a stranger hold up those who have one.
        if (await passkeys.Prove(credential) is not { } account || (first is var (_, whose) && whose.Id != account.Id))
        {
            await door.FailedByPasskey(first?.Account ?? await passkeys.Named(credential));
            typed.Refuse("name", words["passkey.failed"]);
            return EnterByPassword.Page(typed, StatusCodes.Status401Unauthorized);
        }

        var methods = first is null ? SignInMethods.Passkey : $"{SignInMethods.Password} {SignInMethods.Passkey}";
        if (await entrance.Enter(account, methods, first is var (step, _) && step.IsShared, first is var (before, _) ? before.Back : typed["back"]) is { } entered) return entered;
        typed.Refuse("name", words["signIn.nobody"]);
        return EnterByPassword.Page(typed, StatusCodes.Status403Forbidden);
    }
}
