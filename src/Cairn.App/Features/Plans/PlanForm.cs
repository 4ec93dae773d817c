using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>A form of a plan's page, as it was sent.</summary>
/// <param name="Learner">Whose plan.</param>
/// <param name="Plan">Which.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Name">The form's name: where the page goes back to.</param>
internal sealed record PlanForm(Learner Learner, LearningPlanId Plan, Typed Typed, string Name)
{
    public const int LongestWords = 4000;
    public const int LongestGoal = 400;

    /// <summary>Shows the page again, with what was typed and what is wrong with it.</summary>
    public IResult Again(Visit visit, HttpContext http) => ShowPlan.Page(visit, http, Learner, Plan, Typed, Name);

    /// <summary>Changes the plan, or says who was faster. A rule of the plan that stands in the way shows as a plan that has moved on.</summary>
    public async Task<IResult?> Change(Visit visit, HttpContext http, Action<Db, LearningPlan> change)
    {
        var seen = int.TryParse(Typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => PlanRows.Change(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), Learner.Id, Plan, seen, change));
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect($"{Visit.PathOf(Learner.Id)}/plan?plan={Plan.Value:N}#{Name}");
        Typed.IsOvertaken = true;
        return Again(visit, http);
    }

    /// <summary>A day that may be left out.</summary>
    public DateOnly? DayOrNone(string name, DateOnly today, DateOnly? kept = null) => Typed[name].Length == 0 ? null : Typed.PlannedDay(name, today, kept);

    /// <summary>One of the competencies that the learner can go for; null for none.</summary>
    public CompetencyId? CompetencyOrNone(Visit visit, string name) =>
        Typed.Id(name) is var id && id != Guid.Empty && visit.Frameworks.Any(one => one.Content.Counts(new CompetencyId(id))) ? new CompetencyId(id) : null;
}
