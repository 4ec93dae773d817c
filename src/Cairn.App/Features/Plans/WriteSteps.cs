using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>Steps of a plan's pathway: a new one, its day, its place.</summary>
internal static class WriteSteps
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(PlansDoor.OfOne + "/steps", Save).For(Who.Learners | Who.Educators, Rights.Plan);

    private static async Task<IResult?> Save(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PlanRows.Find(visit.Db, visit.Scope, learner.Id, new LearningPlanId(plan)) is not { } read) return null;
        var typed = await Typed.Read(http, words);
        var form = new PlanForm(learner, new LearningPlanId(plan), typed, "pathway");
        var (competency, what) = (new CompetencyId(typed.Id("competency")), typed["do"]);
        var isThere = read.Steps.Any(one => one.Competency == competency);
        // A step may have gone out of the framework: it can still be taken out.
        if (isThere && what is "up" or "remove") return await form.Change(visit, http, (db, one) => PlanRows.MoveStep(db, one, competency, isKept: what == "up"));
        if (form.CompetencyOrNone(visit, "competency") is null) typed.Refuse("competency", words["form.choose"]);
        if (!isThere && read.Steps.Count >= PlanRows.Most) typed.Refuse("competency", words["plan.steps.most", ("most", PlanRows.Most)]);
        // What was shown since the plan began and before it stood in it is no work of the plan: as a step it would count as done at once.
        if (!isThere && typed.IsGood && IsDone(visit, learner, read, competency)) typed.Refuse("competency", words["plan.step.done", ("title", visit.Frameworks.Select(one => one.Content.Find(competency)?.Title).First(one => one is not null)!)]);
        var by = form.DayOrNone("by", visit.Today, read.Steps.FirstOrDefault(one => one.Competency == competency)?.ExpectedBy);
        if (!typed.IsGood) return form.Again(visit, http);
        return await form.Change(visit, http, (db, one) => PlanRows.PutStep(db, one, competency, by));
    }

    private static bool IsDone(Visit visit, Learner learner, PlanRead read, CompetencyId id) => visit.Frameworks.FirstOrDefault(one => one.Content.Counts(id)) is { } framework
        && LearnerPace.IsDoneSince(framework.Content.Find(id)!, visit.Scope.Record(learner.Id, id), framework.Content, framework.RulesFor(learner.Place), visit.DistrictDay.Begin(read.Plan.From), visit.Now);
}
