using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Families;
using Cairn.Storage.Transfers;

namespace Cairn.App.Features.Transfers;

/// <summary>Writes down a situation in which the law protects a learner's credit, or ends it. It has no address of its own: not even that would be told.</summary>
internal static class SaySituation
{
    public static async Task<IResult?> Take(LearnerId learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        if (!SituationRows.MayKnow(visit.Scope, learner)) return null;
        if (typed["do"] == "situation-end") return await End(learner, visit, http, typed);
        var kind = typed.Choice<SituationKind>("kind");
        var from = typed.PlannedDay("since", visit.Today) ?? visit.Today;
        if (!typed.IsGood) return ShowTransferIn.Page(learner, visit, http, typed);
        var id = new SpecialSituationId(typed.Once($"situation {learner.Value:N}", visit.Actor!.Person));
        if (await visit.Write(turn => SituationRows.Add(turn, visit.ScopeOf(turn), learner, kind, from, id)) is not null) return Results.Redirect(ShowTransferIn.PathOf(learner) + "#situations");
        typed.Refuse("kind", words["transfer.situation.twice"]);
        return ShowTransferIn.Page(learner, visit, http, typed);
    }

    private static async Task<IResult?> End(LearnerId learner, Visit visit, HttpContext http, Typed typed)
    {
        var last = typed.PlannedDay("last", visit.Today) ?? visit.Today;
        if (!typed.IsGood) return ShowTransferIn.Page(learner, visit, http, typed);
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => SituationRows.End(turn, visit.ScopeOf(turn), learner, new SpecialSituationId(typed.Id("situation")), seen, last));
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Results.Redirect(ShowTransferIn.PathOf(learner) + "#situations");
        typed.IsOvertaken = true;
        return ShowTransferIn.Page(learner, visit, http, typed);
    }
}
