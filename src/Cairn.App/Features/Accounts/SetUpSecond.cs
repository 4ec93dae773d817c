using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>Sets up an app that makes one-time codes, or takes it away. Who works for the district comes here before anything else.</summary>
public partial class SetUpSecond
{
    internal const string Route = "/second-factor";
    internal const string Path = AccountDoor.Path + Route;

    /// <summary>What is wrong.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The account.</summary>
    [Parameter, EditorRequired] public Account Account { get; set; } = null!;

    /// <summary>A new key, for the app.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<byte> Key { get; set; } = [];

    /// <summary>The key as the form carries it.</summary>
    [Parameter, EditorRequired] public string Sealed { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder account)
    {
        account.MapGet(Route, (Visit visit, Words words, SecondFactor second) => Page(AccountDoor.Own(visit), Typed.Of(words), second));
        account.MapPost(Route, SetUp);
        account.MapPost(Route + "/remove", Remove);
    }

    private static RazorComponentResult<SetUpSecond> Page(Account account, Typed typed, SecondFactor second, int status = StatusCodes.Status200OK, (byte[] Key, string Sealed)? offered = null)
    {
        var (key, closed) = offered ?? second.Offer(account.Id);
        return new RazorComponentResult<SetUpSecond>(new { Account = account, Typed = typed, Key = (IReadOnlyList<byte>)key, Sealed = closed }) { PreventStreamingRendering = true, StatusCode = status };
    }

    private static async Task<IResult> SetUp(Visit visit, Words words, HttpContext http, SecondFactor second, Renewal renewal)
    {
        var (own, form, typed) = (AccountDoor.Own(visit), await SentForm.Of(http.Request), Typed.Of(words));
        // The one that is there has to go first, by the step that says so.
        if (own.HasSecondFactor) return Results.Redirect(Path);
        var closed = form["key"].ToString();
        var key = second.Offered(own.Id, closed);
        if (key is null || await second.SetUp(own.Id, key, form["code"].ToString(), visit.Acting) is not var (stamp, codes))
        {
            typed.Refuse("code", words["account.second.wrong"]);
            // The same key again: the app has it already.
            return Page(own, typed, second, StatusCodes.Status400BadRequest, key is null ? null : (key, closed));
        }

        await renewal.After(stamp, "second factor set up", SignInMethods.Totp);
        return MakeRecoveryCodes.Page(codes);
    }

    private static async Task<IResult> Remove(Visit visit, Words words, HttpContext http, SecondFactor second, Passwords passwords, Renewal renewal)
    {
        var (own, typed) = (AccountDoor.Own(visit), Typed.Of(words));
        var isStaff = Hats.Of(visit.Db, own.Id, visit.Today).Any(one => Hats.IsStaff(one.Kind));
        // A password that was short beside a second factor is too short alone: it is typed here, because how long it is is not kept.
        if (!isStaff && own.PasswordHash.Length > 0)
        {
            var password = (await SentForm.Of(http.Request))["password"].ToString();
            var isRight = await passwords.Check(password, own.PasswordHash) is PasswordAnswer.Right or PasswordAnswer.Old;
            if (!isRight || !PasswordRules.StandsAlone(password))
            {
                typed.Refuse("password", isRight ? words["account.second.short", ("least", PasswordRules.LeastAlone)] : words["prove.wrong"]);
                return Page(own, typed, second, StatusCodes.Status400BadRequest);
            }
        }

        await renewal.After(await second.Remove(own.Id, visit.Acting), "second factor removed", isWeaker: !Entrance.HasPasskey(visit.Db, own));
        return Results.Redirect($"{AccountDoor.Path}#second");
    }
}
