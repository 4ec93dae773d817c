using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.SignIn;

/// <summary>Whose account is that of several people, such as a teacher who is a parent too, says as whom they act now. Each choice is a new
/// session: what one of them may see never shows through to the other.</summary>
public partial class ChooseHat
{
    /// <summary>As whom they may act.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Actor> Hats { get; set; } = [];

    /// <summary>Where they wanted to go.</summary>
    [Parameter] public string? Back { get; set; }

    /// <summary>As whom they act now.</summary>
    [Parameter, EditorRequired] public Actor Now { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Entrance.HatPath, Show).For(Who.Anyone);
        routes.MapPost(Entrance.HatPath, Choose).For(Who.Anyone);
    }

    private static IResult Show(Visit visit, HttpContext http, string? back = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Session is not { } session) return SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
        if (session.Account == Guid.Empty || Storage.Accounts.Hats.Of(visit.Db, session.Account, visit.Today) is not { Count: > 1 } hats) return Results.Redirect(visit.BeginOf(session.Actor));
        return new RazorComponentResult<ChooseHat>(new { Hats = hats, Now = session.Actor, Back = OwnPath.Of(back) }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> Choose(Visit visit, HttpContext http, Sessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Session is not { } session) return SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
        var form = await SentForm.Of(http.Request);
        var hats = Storage.Accounts.Hats.Of(visit.Db, session.Account, visit.Today);
        if (!Guid.TryParse(form["person"], out var person) || hats.FirstOrDefault(one => one.Person == person) is not { } hat) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        var home = OwnPath.Of(form["back"]) ?? visit.BeginOf(hat);
        if (hat != session.Actor)
        {
            if (await sessions.Rotate(visit.Served.District!, SessionCookie.Read(http.Request)!, new SessionChange { Actor = hat }, RequestActing.Of(http, hat, session.Account)) is not { } token)
                return SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
            SessionCookie.Set(http, token, Storage.Accounts.Hats.IsStaff(hat.Kind) ? null : SessionCookie.Lasting(session, visit.Now));
            // What the browser kept of the one is not shown to the other.
            http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        }

        return Results.Redirect(SignInMethods.IsTooLittle(hat.Kind, session.Methods) ? Entrance.SetUpPath : home);
    }
}
