using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>Goals of a plan: a new one, another wording, what became of one.</summary>
internal static class WriteGoals
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(PlansDoor.OfOne + "/goals", Save).For(Who.Learners | Who.Educators, Rights.Plan);

    private static async Task<IResult?> Save(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PlanRows.Find(visit.Db, visit.Scope, learner.Id, new LearningPlanId(plan)) is not { } read) return null;
        var typed = await Typed.Read(http, words);
        var (goal, what) = (new GoalId(typed.Id("goal")), typed["do"]);
        var isThere = read.Goals.Any(one => one.Id == goal);
        var form = new PlanForm(learner, new LearningPlanId(plan), typed, isThere ? $"goal-{goal.Value:N}" : "goals");
        if (isThere && what is "Open" or "Reached" or "LetGo") return await form.Change(visit, http, (db, one) => PlanRows.ChangeGoal(db, one, goal, isKept: true, each => each.Become(typed.Choice<GoalState>("do"))));
        if (isThere && what == "remove") return await (form with { Name = "goals" }).Change(visit, http, (db, one) => PlanRows.ChangeGoal(db, one, goal, isKept: false, _ => { }));
        var (text, by, competency) = (typed.Text("words", PlanForm.LongestGoal, isNeeded: true), form.DayOrNone("by", visit.Today, read.Goals.FirstOrDefault(one => one.Id == goal)?.By), form.CompetencyOrNone(visit, "competency"));
        if (!isThere && read.Goals.Count >= PlanRows.Most) typed.Refuse("words", words["plan.goals.most", ("most", PlanRows.Most)]);
        if (!typed.IsGood) return form.Again(visit, http);
        return await form.Change(visit, http, (db, one) =>
        {
            if (isThere) PlanRows.ChangeGoal(db, one, goal, isKept: true, each => each.Write(text, competency, by));
            else PlanRows.AddGoal(db, one, text, competency, by);
        });
    }
}
