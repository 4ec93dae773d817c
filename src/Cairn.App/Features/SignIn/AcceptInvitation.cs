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

/// <summary>Whoever was invited makes their account: a name to sign in by and a password. Opening the link changes nothing.</summary>
public partial class AcceptInvitation
{
    internal const string Path = "/invitation";

    /// <summary>What was typed; never the password.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Who is invited; null where the link does not work any more.</summary>
    [Parameter] public Actor? Who { get; set; }

    /// <summary>The least length of the password.</summary>
    [Parameter] public int Least { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{token}", (string token, CarriedLink link) => link.Take(Codes.Invite, token, Path)).For(Access.Who.Anyone);
        routes.MapGet(Path, Show).For(Access.Who.Anyone);
        routes.MapPost(Path, Accept).For(Access.Who.Anyone);
    }

    private static (OneTimeCode Code, Actor Who)? Find(Visit visit, CarriedLink link) => visit.Served.District is not null
        && Codes.FindLink(visit.Db, Codes.Invite, link.Read(Codes.Invite), visit.Now) is { } code && Hats.Of(visit.Db, code.Kind, code.Person, visit.Today) is { } who ? (code, who) : null;

    private static RazorComponentResult<AcceptInvitation> Page(Actor? who, Typed typed, int status) =>
        new(new { Who = who, Typed = typed, Least = who is null ? 0 : LeastOf(who) }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Show(Visit visit, Words words, CarriedLink link, DeadLinks dead) => Find(visit, link) is var (code, who)
        ? Page(who, Typed.Of(words, ("login", code.Email)), StatusCodes.Status200OK) : await Dead(words, link, dead);

    private static async Task<IResult> Dead(Words words, CarriedLink link, DeadLinks dead)
    {
        await dead.Tell(Codes.Invite, link.Read(Codes.Invite));
        return Page(null, Typed.Of(words), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Accept(Visit visit, Words words, HttpContext http, CarriedLink link, DeadLinks dead, Passwords passwords, Entrance entrance)
    {
        if (Find(visit, link) is not var (code, who)) return await Dead(words, link, dead);
        var form = await SentForm.Of(http.Request);
        if (form["mine"] == "true") return await visit.Write(turn => Add(turn, code, visit.Session?.Account ?? Guid.Empty, visit.Now)) ? Results.Redirect(Entrance.HatPath) : await Dead(words, link, dead);
        var (login, password) = (form["login"].ToString().Trim(), form["password"].ToString());
        var typed = Typed.Of(words, ("login", login.Length > LoginName.Longest ? "" : login));
        if (NewAccount.Fault(visit.Db, login) is not AccountFault.None and var wrong) typed.Refuse("login", words[$"login.fault.{wrong}"]);
        var fault = PasswordRules.Fault(password, LeastOf(who), who.Name, login, code.Email, visit.Served.Title);
        if (fault != PasswordFault.None) typed.Refuse("password", PasswordWords.Of(words, fault, LeastOf(who)));
        if (!typed.IsGood || await passwords.Hash(password) is not { } hash) return Page(who, typed, typed.IsGood ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);
        var made = await visit.Write(turn => Make(turn, code, login, hash, visit.Now));
        if (made is null) return await Dead(words, link, dead);
        link.Drop(Codes.Invite);
        return await entrance.Enter(made, SignInMethods.Password) ?? Results.Redirect(EnterByPassword.Path);
    }

    // The name was free when the form was looked at; whoever took it meanwhile keeps it, and the invitation works on.
    private static Account? Make(WriteTurn turn, OneTimeCode code, string login, string hash, DateTime now)
    {
        if (NewAccount.Fault(turn.Db, login) != AccountFault.None || NewAccount.Of(turn.Db, code.Kind, code.Person) is not null || !Codes.Use(turn, code.Id, now)) return null;
        var account = NewAccount.Make(turn, login, code.Email, (code.Kind, code.Person));
        account.PasswordHash = hash;
        // The link came by that very address.
        account.IsEmailConfirmed = code.Email.Length > 0;
        return account;
    }

    // Who has an account already is one more person from now on: a teacher who is a parent too.
    private static bool Add(WriteTurn turn, OneTimeCode code, Guid account, DateTime now)
    {
        if (account == Guid.Empty || NewAccount.Of(turn.Db, code.Kind, code.Person) is not null || !Codes.Use(turn, code.Id, now)) return false;
        NewAccount.Give(turn, account, code.Kind, code.Person);
        return true;
    }

    // Staff set up a second factor before anything else.
    private static int LeastOf(Actor who) => PasswordRules.Least(Hats.IsStaff(who.Kind));
}
