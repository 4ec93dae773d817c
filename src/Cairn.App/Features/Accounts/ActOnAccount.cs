using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Accounts;

/// <summary>What who leads the district does about accounts: invites, hands out a link for a new password, ends sessions, closes and opens, prints a
/// code for a family, and says yes or no to a claim. Each asks for a proof that is not older than a quarter of an hour.</summary>
internal static class ActOnAccount
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Proved(routes.MapPost(ListAccounts.Path + "/invite", Invite));
        Proved(routes.MapPost(ListAccounts.Path + "/claim-code", PrintCode));
        Proved(routes.MapPost(ListAccounts.Path + "/claims/{claim:guid}", Settle));
        Proved(routes.MapPost(ListAccounts.Path + "/{account:guid}", Act));
    }

    private static void Proved(RouteHandlerBuilder route) => route.For(Who.DistrictLeaders).AddEndpointFilter(StepUp.Within(AccountDoor.ProofMinutes, ListAccounts.BackTo));

    private static async Task<IResult> Invite(Visit visit, Words words, HttpContext http, Mailer mailer, SiteAddress address, Carried carried)
    {
        var typed = await Typed.Read(http, words);
        var (email, found) = (LoginName.Key(typed["email"]), WhoIsMeant.Find(visit, typed, words, "username", words["accounts.username.none"]));
        if (found is var (known, who) && NewAccount.Of(visit.Db, known, who) is not null) typed.Refuse("username", words["accounts.username.has"]);
        if (email.Length > 0 && !Letter.IsAddress(email)) typed.Refuse("email", words["email.wrong"]);
        if (email.Length > 0 && !mailer.IsSetUp) typed.Refuse("email", words["email.noMail"]);
        if (!typed.IsGood || found is not var (kind, person)) return ListAccounts.Page(visit, typed);
        var link = address.Of(visit.Served) + Invitations.PathOf(await visit.Write(turn => Invitations.Make(turn, kind, person, email, visit.Now)));
        // A link that was mailed is shown to nobody else.
        if (email.Length == 0) return new OnceShown(OnceKind.Invite, link, Hats.Of(visit.Db, kind, person, visit.Today)?.Name ?? typed["username"], visit.Now + Codes.Length(Codes.Invite)).Keep(visit, carried);
        mailer.Send(Invitations.Letter(words, email, visit.Served.Title, link));
        return Results.Redirect($"{ListAccounts.Path}?done=invite");
    }

    private static async Task<IResult?> PrintCode(Visit visit, Words words, HttpContext http, SiteAddress address, Carried carried, Passwords passwords)
    {
        var (typed, guardian) = (await Typed.Read(http, words), Guid.Empty);
        var found = WhoIsMeant.Find(visit, typed, words, "learner", words["accounts.learner.none"], (kind, _) => kind == ActorKind.Learner);
        if (found is var (_, learner) && typed["guardian"].Length > 0)
            guardian = WhoIsMeant.Find(visit, typed, words, "guardian", words["accounts.guardian.none"], (kind, person) => kind == ActorKind.Guardian && Claims.Cares(visit.Db, person, learner, visit.Today))?.Person ?? Guid.Empty;
        if (!typed.IsGood || found is not var (_, whose)) return ListAccounts.Page(visit, typed);
        if (visit.Scope.Find(new LearnerId(whose)) is not { } child) return null;
        var code = PaperCodes.New();
        if (await passwords.HashCode(code, visit.Served.Folder.Secrets, visit.Served.District!.Name) is not { } hash) return SignedIn.Refuse(Ui.Layout.RefusalKind.TooMany);
        await visit.Write(turn =>
        {
            Claiming.Print(turn, hash, whose, guardian, visit.Now);
            return true;
        });
        return new OnceShown(OnceKind.Claim, $"{address.Of(visit.Served)}/claim", child.FullName, visit.Now + Codes.Length(Codes.Claim))
        { Code = code, Guardian = guardian == Guid.Empty ? "" : Hats.Of(visit.Db, ActorKind.Guardian, guardian, visit.Today)?.Name ?? "", Username = child.Username }.Keep(visit, carried);
    }

    private static async Task<IResult?> Settle(Guid claim, Visit visit, HttpContext http)
    {
        var answer = (await SentForm.Of(http.Request))["answer"].ToString();
        if (answer is not ("yes" or "no")) return null;
        return await visit.Write(turn => Claiming.Settle(turn, claim, answer == "yes", visit.Today, visit.Now)) ? Results.Redirect($"{ListAccounts.Path}?done={answer}") : null;
    }

    private static async Task<IResult?> Act(Guid account, Visit visit, Words words, HttpContext http, Sessions sessions, SiteAddress address, Carried carried)
    {
        if (visit.Db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == account) is not { } row) return null;
        var typed = Typed.Of(words);
        var deed = (await SentForm.Of(http.Request))["deed"].ToString();
        switch (deed)
        {
            case "reset" when row.EndedAt is null:
                var link = $"{address.Of(visit.Served)}/reset/{await visit.Write(turn => ResetLetters.Make(turn, account, "", visit.Now))}";
                return new OnceShown(OnceKind.Reset, link, row.Login, visit.Now + Codes.Length(Codes.Reset)).Keep(visit, carried);
            case "end":
                await sessions.EndForAccount(visit.Served.District!, account, "by the district", visit.Acting);
                break;
            case "close":
                if (!await visit.Write(turn => Closing.Close(turn, account, visit.Today, visit.Now))) typed.Refuse("login", words["accounts.last"]);
                sessions.Forget(one => one.Account == account);
                break;
            // For oneself there is the page of one's own sign-in.
            case "lost" when row.EndedAt is null && account != visit.Session!.Account:
                await visit.Write(turn =>
                {
                    Closing.Lose(turn, account);
                    return true;
                });
                sessions.Forget(one => one.Account == account);
                break;
            case "open":
                await visit.Write(turn =>
                {
                    Closing.Open(turn, account);
                    return true;
                });
                break;
            default:
                return null;
        }

        return typed.IsGood ? Results.Redirect($"{ListAccounts.Path}?done={deed}&of={account:N}") : ListAccounts.Page(visit, typed);
    }
}
