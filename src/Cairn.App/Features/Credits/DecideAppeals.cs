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

    /// <summary>The one whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars | Who.Counselors);
        routes.MapPost(Route + "/{appeal:guid}", Decide).For(Who.Registrars | Who.Counselors);
    }

    private static RazorComponentResult<DecideAppeals> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, Typed.Of(words), null);

    private static async Task<IResult?> Decide(Guid appeal, Visit visit, Words words, HttpContext http)
    {
        if (!AppealRows.MayDecide(visit.Db, visit.Scope, new CreditAppealId(appeal))) return null;
        var typed = await Typed.Read(http, words);
        var reason = typed.Text("reason", 2_000, isNeeded: true);
        if (typed["outcome"] is not ("granted" or "denied")) typed.Refuse("outcome", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, http, typed, appeal);
        var done = await visit.Write(turn => AppealRows.Change(turn, visit.ScopeOf(turn), new CreditAppealId(appeal), CreditsDoor.Seen(typed), typed["outcome"] == "granted", reason, typed.IsOn("reverse")), why: reason, purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(Route);
        if (done == CreditOutcome.MovedOn) typed.IsOvertaken = true;
        else typed.Refuse("outcome", words[done == CreditOutcome.NeedsCertify ? "credit.appeal.other" : $"credit.not.{done}"]);
        return Page(visit, http, typed, appeal);
    }

    private static RazorComponentResult<DecideAppeals> Page(Visit visit, HttpContext http, Typed typed, Guid? sent)
    {
        CreditsDoor.KeepNothing(http);
        var queue = AppealRows.Queue(visit.Db, visit.Scope);
        return new(new { Queue = queue, Titles = AskAppeal.TitlesOf(visit, queue.Select(one => (one.Appeal.Learner, one.Appeal.About, one.Appeal.What))), Typed = typed, Sent = sent }) { PreventStreamingRendering = true };
    }
}
