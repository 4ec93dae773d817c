using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.SignIn;

/// <summary>A new password by a link: once, within half an hour. Opening the link changes nothing. It takes the place of a forgotten password
/// and of nothing else: a second factor is still asked for.</summary>
public partial class SetNewPassword
{
    internal const string Path = "/reset/new";

    /// <summary>What is wrong; never the password.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The login; empty where the link does not work any more.</summary>
    [Parameter] public string Login { get; set; } = "";

    /// <summary>The least length.</summary>
    [Parameter] public int Least { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reset/{token}", (string token, CarriedLink link) => link.Take(Codes.Reset, token, Path)).For(Who.Anyone);
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Set).For(Who.Anyone);
    }

    private static (OneTimeCode Code, Account Account)? Find(Visit visit, CarriedLink link) =>
        visit.Served.District is not null && Codes.FindLink(visit.Db, Codes.Reset, link.Read(Codes.Reset), visit.Now) is { } code
        && visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == code.Account && one.EndedAt == null) is { } account ? (code, account) : null;

    private static RazorComponentResult<SetNewPassword> Page(Visit visit, Account? account, Typed typed, int status) => new(new
    {
        Typed = typed, Login = account?.Login ?? "", Least = account is null ? 0 : PasswordRules.Least(Entrance.AsksForSecond(visit, account)),
    }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Show(Visit visit, Words words, CarriedLink link, DeadLinks dead) =>
        Find(visit, link) is var (_, account) ? Page(visit, account, Typed.Of(words), StatusCodes.Status200OK) : await Dead(visit, words, link, dead);

    private static async Task<IResult> Dead(Visit visit, Words words, CarriedLink link, DeadLinks dead)
    {
        await dead.Tell(Codes.Reset, link.Read(Codes.Reset));
        return Page(visit, null, Typed.Of(words), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Set(Visit visit, Words words, HttpContext http, CarriedLink link, DeadLinks dead, Passwords passwords, Sessions sessions)
    {
        var typed = Typed.Of(words);
        if (Find(visit, link) is not var (code, account)) return await Dead(visit, words, link, dead);
        var password = (await SentForm.Of(http.Request))["password"].ToString();
        var least = PasswordRules.Least(Entrance.AsksForSecond(visit, account));
        string[] names = [account.Login, account.Email, visit.Served.Title, .. Hats.Of(visit.Db, account.Id, visit.Today).Select(one => one.Name)];
        var fault = PasswordRules.Fault(password, least, names);
        if (fault != PasswordFault.None) typed.Refuse("password", PasswordWords.Of(words, fault, least));
        if (!typed.IsGood || await passwords.Hash(password) is not { } hash) return Page(visit, account, typed, typed.IsGood ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);
        var isSet = await visit.Write(turn => Store(turn, code.Id, account.Id, hash, visit.Now));
        if (!isSet) return await Dead(visit, words, link, dead);
        sessions.Forget(one => one.Account == account.Id);
        link.Drop(Codes.Reset);
        return Results.Redirect($"{EnterByPassword.Path}?new=password");
    }

    private static bool Store(WriteTurn turn, Guid code, Guid account, string hash, DateTime now)
    {
        if (!Codes.Use(turn, code, now)) return false;
        var row = turn.Db.Accounts.Single(one => one.Id == account);
        row.PasswordHash = hash;
        row.ChangeStamp();
        Codes.TakeBack(turn, Codes.Reset, account);
        SessionEnds.OfAccount(turn, account, "password reset");
        return true;
    }
}
