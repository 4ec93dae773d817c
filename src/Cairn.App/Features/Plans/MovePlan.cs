using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>How far a plan is: asked for, worked by, done and kept as it stood, or taken up again. The learner asks for it to be read; an educator puts it in force.</summary>
internal static class MovePlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(PlansDoor.OfOne + "/state", Move).For(Who.Learners | Who.Educators, Rights.Plan);

    private static async Task<IResult?> Move(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PlanRows.Find(visit.Db, visit.Scope, learner.Id, new LearningPlanId(plan)) is not { } read) return null;
        var typed = await Typed.Read(http, words);
        var what = typed["do"];
        if (what is "activate" or "complete" or "reopen" && !visit.Actor!.IsEducator) return SignedIn.Refuse(RefusalKind.NotAllowed);
        var form = new PlanForm(learner, new LearningPlanId(plan), typed, "main");
        // One plan is worked by at a time.
        if (what == "reopen" && PlanRows.Of(visit.Db, visit.Scope, learner.Id).Any(one => one.IsOpen)) typed.Refuse("do", words["plan.reopen.other"]);
        if (!typed.IsGood) return form.Again(visit, http);
        return what switch
        {
            "review" => await form.Change(visit, http, (_, one) => one.Review(visit.Now)),
            "back" => await form.Change(visit, http, (_, one) => one.SendBack(visit.Now)),
            "activate" => await form.Change(visit, http, (_, one) => one.Activate(visit.Now)),
            "complete" => await form.Change(visit, http, (_, one) => one.Complete(AsItStands(read, ShowPlan.WhereOf(visit, learner, read.Plan), words).Text(), visit.Now)),
            "reopen" => await form.Change(visit, http, (db, one) => PlanRows.Reopen(db, one, visit.Now)),
            _ => null,
        };
    }

    private static PlanSnapshot AsItStands(PlanRead read, WhereNow where, Words words) => new(
        read.Plan.Strengths, read.Plan.Interests, [.. read.Goals.Select(one => new KeptGoal(one.Words, one.State, one.By))],
        [.. read.Steps.Select(one => where.Find(one.Competency) is { } at
            ? new KeptStep(at.Competency.Title, where.Shown.Contains(one.Competency), PlanLook.LevelOf(at, words, isFamily: true).Text, one.ExpectedBy)
            : new KeptStep(one.Competency.Value.ToString("D"), false, "", one.ExpectedBy))]);
}

/// <summary>How a level looks on a plan's page.</summary>
internal static class PlanLook
{
    /// <summary>Families read the word alone: a number would be taken for a mark.</summary>
    public static (int Step, string Text) LevelOf(CompetencyStands at, Words words, bool isFamily = false)
    {
        if (isFamily || words.SaysLevelsInWords)
        {
            var worked = at.Before ?? at;
            var (step, text) = FamilyLevel.Of(worked.Level, worked.Scale, worked.Cell.Stage, worked.Rule is Continuum, words, new Looked(worked.Cell.Pieces, worked.Cell.Boxes.Completed, worked.Rule is ConditionRule, worked.Cell.IsProficient));
            return (step, FamilyLevel.InStage(text, worked.Cell.Stage, at.Before is null ? null : at.Cell.Stage, words));
        }

        return LevelLook.Of(at.Level, at.IsSetByPerson ? null : at.Cell.Value, at.Cell.IsProficient, at.Cell.Boxes.Completed, at.Cell.Stage, at.Scale, at.Rule, words);
    }
}
