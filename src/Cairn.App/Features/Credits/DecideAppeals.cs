using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>Appeals that wait: decided by who keeps the official record, and never by who made the decision that they are about.</summary>
public partial class DecideAppeals
{
    private const string Route = "/credits/appeals";

    /// <summary>The queue, the soonest due first.</summary>
    [Parameter] public IReadOnlyList<AppealLine> Queue { get; set; } = [];

    /// <summary>What each is about, in words.</summary>
    [Parameter] public IReadOnlyDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>();

    /// <summary>Those about credit that was taken back: it can be given back.</summary>
    [Parameter] public IReadOnlySet<CreditAppealId> Lost { get; set; } = new HashSet<CreditAppealId>();

    /// <summary>The one whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars | Who.Counselors);
        routes.MapPost(Route + "/{appeal:guid}", Decide).For(Who.Registrars | Who.Counselors);
    }

    private static RazorComponentResult<DecideAppeals> Show(Visit visit, Words words, HttpContext http) => Page(visit, words, http, Typed.Of(words), null);

    private static async Task<IResult?> Decide(Guid appeal, Visit visit, Words words, HttpContext http)
    {
        if (!AppealRows.MayDecide(visit.Db, visit.Scope, new CreditAppealId(appeal))) return null;
        var (typed, asked) = (await Typed.Read(http, words), AppealRows.Queue(visit.Db, visit.Scope).FirstOrDefault(one => one.Appeal.Id.Value == appeal)?.Appeal);
        var reason = typed.Text("reason", 2_000, isNeeded: true);
        if (typed["outcome"] is not ("granted" or "denied")) typed.Refuse("outcome", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, words, http, typed, appeal);
        var done = await visit.Write(turn => AppealRows.Change(turn, visit.ScopeOf(turn), new CreditAppealId(appeal), CreditsDoor.Seen(typed), typed["outcome"] == "granted", reason, typed.IsOn("reverse")), why: reason, purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(typed["outcome"] == "granted" && asked is not null ? PutRight(asked, visit) : Route);
        if (done == CreditOutcome.MovedOn) typed.IsOvertaken = true;
        else typed.Refuse("outcome", words[done switch { CreditOutcome.NeedsCertify => "credit.appeal.other", CreditOutcome.Overlaps => "credit.appeal.overlaps", _ => $"credit.not.{done}" }]);
        return Page(visit, words, http, typed, appeal);
    }

    private static bool IsLost(Visit visit, CreditAppeal one) =>
        one.About == AppealAbout.Award && CreditRows.RecordOf(visit.Db, visit.Scope, one.Learner).All.Any(held => held.Award.Id.Value.ToString("N") == one.What && held.Reversal is not null);

    // Granting says that it shall be put right: where that is done comes next.
    private static string PutRight(CreditAppeal asked, Visit visit) => asked.About switch
    {
        AppealAbout.Diploma => $"{Visit.PathOf(asked.Learner)}/diploma",
        AppealAbout.Refusal when CreditRows.Policies(visit.Db).LastOrDefault(one => one.Code == asked.What && one.EffectiveFrom <= visit.Today) is { } policy => CreditsDoor.PathOf(asked.Learner, policy.Id),
        _ => CreditsDoor.PathOf(asked.Learner),
    };

    private static RazorComponentResult<DecideAppeals> Page(Visit visit, Words words, HttpContext http, Typed typed, Guid? sent)
    {
        CreditsDoor.KeepNothing(http);
        var queue = AppealRows.Queue(visit.Db, visit.Scope);
        return new(new { Queue = queue, Lost = (IReadOnlySet<CreditAppealId>)queue.Where(one => IsLost(visit, one.Appeal)).Select(one => one.Appeal.Id).ToHashSet(), Titles = AskAppeal.TitlesOf(visit, words, queue.Select(one => (one.Appeal.Learner, one.Appeal.About, one.Appeal.What))), Typed = typed, Sent = sent }) { PreventStreamingRendering = true };
    }
}
