using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>Chooses a password. Every other session of the account ends.</summary>
public partial class ChangePassword
{
    internal const string Route = "/password";
    internal const string Path = AccountDoor.Path + Route;

    /// <summary>What is wrong; never the password.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The account.</summary>
    [Parameter, EditorRequired] public Account Account { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder account)
    {
        account.MapGet(Route, (Visit visit, Words words) => Page(AccountDoor.Own(visit), Typed.Of(words)));
        account.MapPost(Route, Change);
    }

    internal static RazorComponentResult<ChangePassword> Page(Account account, Typed typed, int status = StatusCodes.Status200OK) =>
        new(new { Account = account, Typed = typed }) { PreventStreamingRendering = true, StatusCode = status };

    private static async Task<IResult> Change(Visit visit, Words words, HttpContext http, Passwords passwords, Renewal renewal)
    {
        var (own, typed) = (AccountDoor.Own(visit), Typed.Of(words));
        var password = (await SentForm.Of(http.Request))["password"].ToString();
        var least = PasswordRules.Least(Entrance.AsksForSecond(visit, own) || visit.Session!.IsUnfinished);
        if (PasswordRules.Fault(password, least, AccountDoor.NamesOf(visit, own)) is not PasswordFault.None and var fault)
        {
            typed.Refuse("password", PasswordWords.Of(words, fault, least));
            return Page(own, typed, StatusCodes.Status400BadRequest);
        }

        if (await passwords.Hash(password) is not { } hash)
        {
            typed.Refuse("password", words["signIn.wait", ("seconds", 10)]);
            return Page(own, typed, StatusCodes.Status503ServiceUnavailable);
        }

        var stamp = await visit.Write(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == own.Id);
            row.PasswordHash = hash;
            return row.ChangeStamp();
        });
        await renewal.After(stamp, "password changed");
        return Results.Redirect($"{AccountDoor.Path}#password");
    }
}
