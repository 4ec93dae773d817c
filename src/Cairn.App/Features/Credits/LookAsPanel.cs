using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;

namespace Cairn.App.Features.Credits;

/// <summary>A panel looks at an exam and an artifact: somebody who awards opens it, those who judge or award vote, each once.</summary>
internal static class LookAsPanel
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{AwardCredit.Route}/panel", Open).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost($"{AwardCredit.Route}/vote", Vote).For(Who.Educators, Rights.SeeRecord);
        routes.MapPost($"{AwardCredit.Route}/panel/end", End).For(Who.Educators, Rights.AwardCredit);
    }

    private static async Task<IResult?> Open(Guid id, Guid policy, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || AwardCredit.Find(visit, learner, policy) is not { Policy.Method: CreditMethod.ExamAndArtifact } progress) return null;
        var typed = await Typed.Read(http, words);
        var (exam, score, on) = (typed.Text("exam", 200, isNeeded: true), typed.NumberOrNone("score", 0, CreditPanel.HighestScore), typed.Day("on"));
        if (score is null) typed.Refuse("score", words["form.needed"]);
        if (on > visit.Today) typed.Refuse("on", words["credit.day.past"]);
        if (typed.Id("artifact") == Guid.Empty) typed.Refuse("artifact", words["form.choose"]);
        if (!typed.IsGood) return AwardCredit.Page(visit, learner, progress, typed, http, "panel");
        var panel = new CreditPanel(new CreditPanelId(typed.OnceByKey($"panel {learner.Id.Value:N}", visit.Actor!.Person)), learner.Id, progress.Policy.Id, exam, score!.Value, on!.Value, new EvidenceId(typed.Id("artifact")), new PersonId(visit.Actor!.Person), visit.Now);
        var done = await visit.Write(turn => PanelRows.Open(turn, visit.ScopeOf(turn), panel, visit.Today), purpose: "credit");
        return After(visit, learner, progress, typed, http, words, done, "exam", "panel");
    }

    private static async Task<IResult?> Vote(Guid id, Guid policy, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || !PanelRows.MayVote(visit.Scope, learner.Id) || AwardCredit.Find(visit, learner, policy) is not { } progress) return null;
        var typed = await Typed.Read(http, words);
        // Which panel was before them: another may look by now.
        var panel = typed.Id("panel");
        if (PanelRows.Of(visit.Db, visit.Scope, learner.Id).All(one => one.Panel.Id.Value != panel)) return null;
        var (level, text) = (typed.NumberOrNone("vote", 0, 255), typed.Text("why", 2_000, isNeeded: true));
        if (level is null) typed.Refuse("vote", words["form.choose"]);
        if (!typed.IsGood) return AwardCredit.Page(visit, learner, progress, typed, http, "vote");
        var done = await visit.Write(turn => PanelRows.Vote(turn, visit.ScopeOf(turn), new CreditPanelId(panel), level!.Value, text, progress.Framework), purpose: "credit");
        return After(visit, learner, progress, typed, http, words, done, "vote", "vote");
    }

    private static async Task<IResult?> End(Guid id, Guid policy, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || AwardCredit.Find(visit, learner, policy) is not { Panel: { } open } progress) return null;
        var typed = await Typed.Read(http, words);
        var reason = typed.Text("end", 2_000);
        if (!typed.IsGood) return AwardCredit.Page(visit, learner, progress, typed, http, "vote");
        var done = await visit.Write(turn => PanelRows.End(turn, visit.ScopeOf(turn), open.Panel.Id, CreditsDoor.Seen(typed), reason, visit.DistrictDay), why: reason, purpose: "credit");
        return After(visit, learner, progress, typed, http, words, done, done == CreditOutcome.NeedsReason ? "end" : "vote", "vote");
    }

    private static IResult? After(Visit visit, Learner learner, PolicyProgress progress, Typed typed, HttpContext http, Words words, CreditOutcome done, string field, string sent)
    {
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect($"{CreditsDoor.PathOf(learner.Id, progress.Policy.Id)}#panel");
        typed.Refuse(field, words[$"credit.not.{done}"]);
        return AwardCredit.Page(visit, learner, AwardCredit.Find(visit, learner, progress.Policy.Id.Value) ?? progress, typed, http, sent);
    }
}
