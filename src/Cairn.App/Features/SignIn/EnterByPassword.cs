using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.App.Features.SignIn;

/// <summary>The door that learners, families and staff share: a name and a password, and what an account asks for after it.</summary>
public partial class EnterByPassword
{
    internal const string Path = "/sign-in";

    /// <summary>What was typed; never the password.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Was the password set anew just now?</summary>
    [Parameter] public bool IsNew { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Enter).For(Who.Anyone);
    }

    /// <summary>The page, with what stands in the way.</summary>
    internal static RazorComponentResult<EnterByPassword> Page(Typed typed, int status = StatusCodes.Status200OK, bool isNew = false) => new(new { Typed = typed, IsNew = isNew }) { StatusCode = status, PreventStreamingRendering = true };

    private static IResult Show(Visit visit, Words words, HttpContext http, string? back = null, [FromQuery(Name = "new")] string? what = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.Redirect("/");
        return visit.Actor is { } actor ? Results.Redirect(OwnPath.Of(back) ?? Visit.HomeOf(actor)) : Page(Typed.Of(words, ("back", OwnPath.Of(back))), isNew: what == "password");
    }

    private static async Task<IResult> Enter(Visit visit, Words words, HttpContext http, SignInDoor door, Passwords passwords, Entrance entrance, Carried carried)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.Redirect("/");
        var form = await SentForm.Of(http.Request);
        var (name, password) = (form["name"].ToString(), form["password"].ToString());
        var typed = Typed.Of(words, ("name", name.Length > LoginName.Longest ? "" : name), ("shared", form["shared"] == "true"), ("back", OwnPath.Of(form["back"])));
        var account = door.Find(name);
        var allowed = door.Ask(name, account);
        if (!allowed.IsAllowed)
        {
            await door.Held();
            return Wait(http, words, typed, allowed.Wait);
        }

        var answer = await passwords.Check(password, account?.PasswordHash ?? "");
        if (answer == PasswordAnswer.Busy) return Wait(http, words, typed, TimeSpan.FromSeconds(10));
        if (account is null || answer == PasswordAnswer.Wrong)
        {
            await door.Failed(account, SignInMethods.Password);
            typed.Refuse("name", words["signIn.wrong"]);
            return Page(typed, StatusCodes.Status401Unauthorized);
        }

        door.Succeeded(allowed);
        if (answer == PasswordAnswer.Old) await KeepAnew(visit, account, await passwords.Hash(password));
        if (Entrance.AsksForSecond(visit, account))
        {
            new FirstStep(account.Id, account.SecurityStamp, typed.IsOn("shared"), OwnPath.Of(typed["back"])).Put(carried);
            return Results.Redirect(EnterBySecond.Path);
        }

        if (await entrance.Enter(account, PasswordRules.StandsAlone(password) ? SignInMethods.Password : $"{SignInMethods.Password} {SignInMethods.Short}", typed.IsOn("shared"), typed["back"]) is { } entered) return entered;
        typed.Refuse("name", words["signIn.nobody"]);
        return Page(typed, StatusCodes.Status403Forbidden);
    }

    private static RazorComponentResult<EnterByPassword> Wait(HttpContext http, Words words, Typed typed, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        typed.Refuse("name", words["signIn.wait", ("seconds", seconds)]);
        return Page(typed, StatusCodes.Status429TooManyRequests);
    }

    // The stamp stays: nothing changed but how it is kept.
    private static Task KeepAnew(Visit visit, Account account, string? hash) => hash is null ? Task.CompletedTask : visit.Served.District!.Writer.Tell(turn =>
    {
        if (turn.Db.Accounts.FirstOrDefault(one => one.Id == account.Id && one.PasswordHash == account.PasswordHash) is not { } row) return;
        row.PasswordHash = hash;
        row.Version++;
        turn.Db.SaveChanges();
    }, Acting.System with { Where = "rehash", Account = account.Id });
}
