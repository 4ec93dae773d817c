using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>Gives the account another address: a letter goes there, and until it comes back the old one stands.</summary>
public partial class ChangeEmail
{
    internal const string Route = "/email";
    internal const string Path = AccountDoor.Path + Route;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Is a letter on its way?</summary>
    [Parameter] public bool IsSent { get; set; }

    /// <summary>Does this Cairn send mail at all?</summary>
    [Parameter] public bool HasMail { get; set; } = true;

    internal static void Map(IEndpointRouteBuilder account)
    {
        account.MapGet(Route, (Words words, Mailer mailer) => Page(Typed.Of(words), hasMail: mailer.IsSetUp));
        account.MapPost(Route, Change);
    }

    private static RazorComponentResult<ChangeEmail> Page(Typed typed, bool isSent = false, bool hasMail = true) =>
        new(new { Typed = typed, IsSent = isSent, HasMail = hasMail }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    private static async Task<IResult> Change(Visit visit, Words words, HttpContext http, Mailer mailer, SiteAddress address)
    {
        var typed = await Typed.Read(http, words);
        var email = LoginName.Key(typed["email"]);
        if (!Letter.IsAddress(email)) typed.Refuse("email", words["email.wrong"]);
        if (!mailer.IsSetUp) typed.Refuse("email", words["email.noMail"]);
        if (!typed.IsGood) return Page(typed);
        var own = visit.Session!.Account;
        // Who types what another is called by is told nothing of it: no letter comes, as to an address that nobody reads.
        if (!NewAccount.MayHaveAddress(visit.Db, email, own)) return Page(typed, isSent: true);
        var token = await visit.Write(turn =>
        {
            Codes.TakeBack(turn, Codes.Confirm, own);
            var (secret, row) = Codes.ForLink(Codes.Confirm, visit.Now);
            (row.Account, row.Email, row.By) = (own, email, turn.Acting.Person);
            turn.Db.Add(row);
            return secret;
        });
        mailer.Send(new Letter(email, words["letter.confirm.subject"], [words["letter.confirm.words", ("district", visit.Served.Title)], words["letter.reset.other"]], $"{address.Of(visit.Served)}/confirm/{token}") { Language = words.Language });
        return Page(typed, isSent: true);
    }
}
