using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.SignIn;

/// <summary>The second step: a code of an app, a recovery code, or a passkey. Nobody comes here whose password was not right.</summary>
public partial class EnterBySecond
{
    internal const string Path = "/sign-in/second";

    /// <summary>What was typed; never the code.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Is there an app that makes codes?</summary>
    [Parameter] public bool HasCodes { get; set; }

    /// <summary>Is there a passkey?</summary>
    [Parameter] public bool HasPasskey { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Enter).For(Who.Anyone);
    }

    /// <summary>Whose password was right; null where nobody's was, lately, or something changed since.</summary>
    internal static (FirstStep Step, Account Account)? Find(Visit visit, Carried carried) => visit.Served.District is not null && FirstStep.Read(carried) is { } step
        && visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == step.Account && one.EndedAt == null && one.SecurityStamp == step.Stamp) is { } account ? (step, account) : null;

    private static IResult Show(Visit visit, Words words, HttpContext http, Carried carried)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Find(visit, carried) is var (_, account) ? Page(visit, account, Typed.Of(words)) : Results.Redirect(EnterByPassword.Path);
    }

    private static RazorComponentResult<EnterBySecond> Page(Visit visit, Account account, Typed typed, int status = StatusCodes.Status200OK) => new(new
    {
        Typed = typed, HasCodes = account.TotpKey is not null || account.RecoveryCodes.Length > 0, HasPasskey = visit.Db.Passkeys.AsNoTracking().Any(one => one.Account == account.Id),
    }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Enter(Visit visit, Words words, HttpContext http, Carried carried, SignInDoor door, SecondFactor second, Entrance entrance, Refusals refusals)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Find(visit, carried) is not var (step, account))
        {
            await refusals.Note(http, RefusedWhy.NotProved);
            return Results.Redirect(EnterByPassword.Path);
        }

        var typed = Typed.Of(words);
        var allowed = door.Ask(account.Login, account);
        if (!allowed.IsAllowed)
        {
            await door.Held();
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(allowed.Wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            typed.Refuse("code", words["signIn.wait", ("seconds", (int)Math.Ceiling(allowed.Wait.TotalSeconds))]);
            return Page(visit, account, typed, StatusCodes.Status429TooManyRequests);
        }

        if (await second.Use(account, (await SentForm.Of(http.Request))["code"].ToString(), RequestActing.Of(http, null, account.Id)) is not { } method)
        {
            await door.Failed(account, SignInMethods.Totp);
            typed.Refuse("code", words["signIn.second.wrong"]);
            return Page(visit, account, typed, StatusCodes.Status401Unauthorized);
        }

        door.Succeeded(allowed);
        carried.Drop(FirstStep.Cookie);
        return await entrance.Enter(account, $"{SignInMethods.Password} {method}", step.IsShared, step.Back) ?? Results.Redirect(EnterByPassword.Path);
    }
}
