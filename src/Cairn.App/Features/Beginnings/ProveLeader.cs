using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>The end of step five: a passkey, or a password with an app that makes codes. With it the account is made, the district opens, and
/// its leader is signed in.</summary>
public partial class ProveLeader
{
    internal const string Path = Beginning.FirstRun.Path + "/sign-in";
    private const string PasskeyPath = Beginning.FirstRun.Path + "/passkey";
    private const string OptionsPath = Beginning.FirstRun.Path + "/passkey/options";

    /// <summary>What was typed; never a secret.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>What they sign in by.</summary>
    [Parameter] public string Login { get; set; } = "";

    /// <summary>The district.</summary>
    [Parameter] public string District { get; set; } = "";

    /// <summary>A new key, for the app.</summary>
    [Parameter] public IReadOnlyList<byte> Key { get; set; } = [];

    /// <summary>The key as the form carries it.</summary>
    [Parameter] public string Sealed { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/sign-in", (Beginning.FirstRun run, Words words, SecondFactor second) => Early(run) ?? Page(run, Typed.Of(words), second));
        wizard.MapPost("/sign-in", ByPassword);
        wizard.MapPost("/passkey/options", Offer);
        wizard.MapPost("/passkey", ByPasskey);
    }

    private static IResult? Early(Beginning.FirstRun run) => FirstRunPages.Early(run, FirstRunStep.You) ?? (run.Leader is null ? Results.Redirect(NameLeader.Path) : null);

    private static RazorComponentResult<ProveLeader> Page(Beginning.FirstRun run, Typed typed, SecondFactor second, int status = StatusCodes.Status200OK, (byte[] Key, string Sealed)? offered = null)
    {
        var (key, closed) = offered ?? second.Offer(run.Leader!.Account);
        return new(new { Typed = typed, Login = run.Leader!.Login, District = run.Making.Answers!.Title, Key = (IReadOnlyList<byte>)key, Sealed = closed }) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static async Task<IResult> ByPassword(Beginning.FirstRun run, Words words, HttpContext http, SecondFactor second, Passwords passwords, FirstEntrance entrance, Visit visit, TimeProvider clock)
    {
        if (Early(run) is { } early) return early;
        var (leader, form, typed) = (run.Leader!, await SentForm.Of(http.Request), Typed.Of(words));
        var (password, closed) = (form["password"].ToString(), form["key"].ToString());
        var fault = PasswordRules.Fault(password, PasswordRules.LeastAlone, leader.Name, leader.Login, run.Making.Answers!.Title);
        if (fault != PasswordFault.None) typed.Refuse("password", PasswordWords.Of(words, fault, PasswordRules.LeastAlone));
        var key = second.Offered(leader.Account, closed);
        if (key is null || Totp.Find(key, form["code"].ToString(), clock.GetUtcNow(), last: 0) is null) typed.Refuse("code", words["account.second.wrong"]);
        if (!typed.IsGood || await passwords.Hash(password) is not { } hash)
            return Page(run, typed, second, typed.IsGood ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest, key is null ? null : (key, closed));
        await entrance.Make(leader, hash);
        var made = await second.SetUp(leader.Account, key!, form["code"].ToString(), visit.Acting);
        return made is var (_, codes) ? await Open(run, words, second, entrance, $"{SignInMethods.Password} {SignInMethods.Totp}", codes) : Page(run, typed, second, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Offer(Beginning.FirstRun run, Passkeys passkeys) =>
        Early(run) ?? Results.Text(await passkeys.OfferToMake(new Account(run.Leader!.Account, LoginName.Key(run.Leader.Login), DateTime.UnixEpoch)), "application/json");

    private static async Task<IResult> ByPasskey(Beginning.FirstRun run, Words words, HttpContext http, Passkeys passkeys, SecondFactor second, FirstEntrance entrance, Visit visit)
    {
        if (Early(run) is { } early) return early;
        var (leader, device) = (run.Leader!, DeviceName.Of(http.Request.Headers.UserAgent));
        if (await passkeys.Made(leader.Account, (await SentForm.Of(http.Request))["credential"].ToString(), $"{device}{(device.Length > 0 ? ", " : "")}{visit.Today:yyyy-MM-dd}") is { } made)
        {
            await passkeys.Keep(await entrance.Make(leader, ""), made);
            return await Open(run, words, second, entrance, SignInMethods.Passkey, []);
        }

        var typed = Typed.Of(words);
        typed.Refuse("passkey", words["passkey.failed"]);
        return Page(run, typed, second, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Open(Beginning.FirstRun run, Words words, SecondFactor second, FirstEntrance entrance, string methods, IReadOnlyList<string> codes)
    {
        var title = run.Making.Answers!.Title;
        try
        {
            await entrance.Enter(methods);
        }
        catch (Exception wrong) when (run.Making.District is not null && wrong is RefusedException or IOException or System.Data.Common.DbException)
        {
            // Nothing is in its place: what stands aside is tried again when it is mended.
            await entrance.TakeBack();
            var typed = Typed.Of(words);
            typed.Refuse("password", words["firstRun.notOpened", ("why", wrong.Message)]);
            return Page(run, typed, second, StatusCodes.Status409Conflict);
        }

        return new RazorComponentResult<ShowOpened>(new { Title = title, Codes = codes }) { PreventStreamingRendering = true };
    }
}
