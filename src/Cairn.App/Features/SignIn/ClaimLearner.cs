using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.SignIn;

/// <summary>A family comes with the code that the school printed for one learner.</summary>
public partial class ClaimLearner
{
    internal const string Path = "/claim";
    private const int LongestName = 200;

    /// <summary>What was typed; never the password.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Does the claim wait for the school's word?</summary>
    [Parameter] public bool IsWaiting { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Visit visit, Words words) => visit.Served.District is null ? Results.Redirect("/") : Page(Typed.Of(words), StatusCodes.Status200OK)).For(Who.Anyone);
        routes.MapPost(Path, Claim).For(Who.Anyone);
    }

    private static RazorComponentResult<ClaimLearner> Page(Typed typed, int status, bool isWaiting = false) => new(new { Typed = typed, IsWaiting = isWaiting }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Claim(Visit visit, Words words, HttpContext http, ClaimLimits limits, DeadLinks dead, Refusals refusals, Passwords passwords, Entrance entrance)
    {
        if (visit.Served.District is not { } district) return Results.Redirect("/");
        var form = await SentForm.Of(http.Request);
        var password = form["password"].ToString();
        var typed = Typed.Of(words, [.. ((string[])["code", "learner", "name", "login"]).Select(one => (one, (object?)form[one].ToString().Trim()))]);
        if (limits.Take(district.Name, http.Connection.RemoteIpAddress) is var wait && wait > TimeSpan.Zero)
        {
            await refusals.Note(http, RefusedWhy.TooMany);
            typed.Refuse("code", words["signIn.wait", ("seconds", (int)Math.Ceiling(wait.TotalSeconds))]);
            return Page(typed, StatusCodes.Status429TooManyRequests);
        }

        var (name, login) = (typed.Text("name", LongestName, isNeeded: true), typed["login"]);
        var fault = PasswordRules.Fault(password, PasswordRules.LeastAlone, name, login, visit.Served.Title);
        if (fault != PasswordFault.None) typed.Refuse("password", PasswordWords.Of(words, fault, PasswordRules.LeastAlone));
        // Which of code and name was wrong is not said, and which names are taken is said to nobody who has no code.
        if (await passwords.HashCode(typed["code"], visit.Served.Folder.Secrets, district.Name) is not { } codeHash) return Page(typed, StatusCodes.Status503ServiceUnavailable);
        if (await Find(visit, typed, codeHash, dead) is not { } code)
        {
            typed.Refuse("code", words["claim.wrong"]);
            return Page(typed, StatusCodes.Status400BadRequest);
        }

        if (NewAccount.Fault(visit.Db, login) is not AccountFault.None and var wrong) typed.Refuse("login", words[$"login.fault.{wrong}"]);
        if (!typed.IsGood) return Page(typed, StatusCodes.Status400BadRequest);
        if (await passwords.Hash(password) is not { } hash) return Page(typed, StatusCodes.Status503ServiceUnavailable);
        if (await visit.Write(turn => Claiming.Take(turn, code, name, login, hash, visit.Today, visit.Now)) is not var (account, isWaiting))
        {
            typed.Refuse("code", words["claim.wrong"]);
            return Page(typed, StatusCodes.Status400BadRequest);
        }

        return isWaiting ? Page(typed, StatusCodes.Status202Accepted, isWaiting: true) : await entrance.Enter(account, SignInMethods.Password) ?? Results.Redirect(EnterByPassword.Path);
    }

    // The code and the learner's name at school together. A wrong name counts against the code.
    private static async Task<OneTimeCode?> Find(Visit visit, Typed typed, byte[] hash, DeadLinks dead)
    {
        if (Codes.FindPaper(visit.Db, Codes.Claim, hash, visit.Now) is not { } code)
        {
            await dead.Tell(Codes.Claim, hash);
            return null;
        }

        if (Claims.IsLearner(visit.Db, code.Learner, typed["learner"])) return code;
        await visit.Tell(turn =>
        {
            Codes.Miss(turn, code.Id);
            turn.Tell(JournalAct.Refused, new Cairn.Learning.LearnerId(code.Learner), new { by = "claim" });
        });
        return null;
    }
}
