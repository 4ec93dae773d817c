using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A template with its steps.</summary>
/// <param name="Template">The template.</param>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="MayChange">May the asker change it?</param>
public sealed record TemplateRead(PlanTemplate Template, IReadOnlyList<PlanTemplateStep> Steps, bool MayChange);

/// <summary>Templates of plans: every educator finds them, whoever made one and whoever leads changes it.</summary>
public static class PlanTemplateRows
{
    /// <summary>All templates, by title; those that were put away last.</summary>
    public static IReadOnlyList<TemplateRead> All(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var steps = db.PlanTemplateSteps.AsNoTracking().OrderBy(one => one.Position).ToLookup(one => one.Template);
        return [.. db.PlanTemplates.AsNoTracking().ToList().OrderBy(one => one.EndedAt is not null).ThenBy(one => one.Title, StringComparer.CurrentCulture)
            .Select(one => new TemplateRead(one, [.. steps[one.Id]], IsFor(scope.Actor, one.By)))];
    }

    /// <summary>Makes a template.</summary>
    public static PlanTemplateId Make(WriteTurn turn, Scope scope, string title, string cohort, string goals)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var made = new PlanTemplate(new PlanTemplateId(Guid.CreateVersion7()), scope.Actor.LeadsDistrict ? null : scope.Groups().Select(one => (OrganizationId?)one.Organization).FirstOrDefault(), title, new PersonId(scope.Actor.Person), turn.Now);
        made.Write(title, cohort, goals);
        turn.Db.Add(made);
        turn.Db.SaveChanges();
        return made.Id;
    }

    /// <summary>Changes a template, and puts its steps in the place of those it had.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who wants it, in this turn.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="steps">All its steps; null to leave them as they are.</param>
    /// <param name="change">The change.</param>
    public static PlanChange Change(WriteTurn turn, Scope scope, PlanTemplateId id, int seen, IReadOnlyList<PlanTemplateStep>? steps, Action<PlanTemplate> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(change);
        if (turn.Db.PlanTemplates.FirstOrDefault(one => one.Id == id) is not { } found || !IsFor(scope.Actor, found.By)) return PlanChange.NotFound;
        if (found.Version != seen) return PlanChange.Overtaken;
        change(found);
        if (steps is not null)
        {
            turn.Db.RemoveRange(turn.Db.PlanTemplateSteps.Where(one => one.Template == id));
            turn.Db.SaveChanges();
            turn.Db.AddRange(steps);
        }

        turn.Db.SaveChanges();
        return PlanChange.Done;
    }

    /// <summary>Copies a template into learners' plans: goals and steps that are not there yet, into the plan that is open or into a new one.
    /// A learner whom the asker does not plan with is passed over.</summary>
    /// <returns>Into how many plans something came.</returns>
    public static int Apply(WriteTurn turn, Scope scope, PlanTemplateId id, IEnumerable<LearnerId> learners, string title, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learners);
        if (turn.Db.PlanTemplates.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is not { } template) return 0;
        var steps = turn.Db.PlanTemplateSteps.AsNoTracking().Where(one => one.Template == id).OrderBy(one => one.Position).ToList();
        var count = 0;
        foreach (var learner in learners)
        {
            if (!scope.May(learner, Rights.Plan)) continue;
            var plan = turn.Db.LearningPlans.FirstOrDefault(one => one.Learner == learner && one.State != PlanState.Complete) ?? PlanRows.Begin(turn, scope, learner, title, from, until);
            if (plan is not null && Copy(turn.Db, template, steps, plan)) count++;
        }

        return count;
    }

    private static bool Copy(Db db, PlanTemplate template, List<PlanTemplateStep> steps, LearningPlan plan)
    {
        var (goals, known) = (db.Goals.Where(one => one.Plan == plan.Id).ToList(), db.PlanSteps.AsNoTracking().Where(one => one.Plan == plan.Id).ToList());
        var (at, after) = (goals.Select(one => one.Position).DefaultIfEmpty(0).Max(), known.Select(one => one.Position).DefaultIfEmpty(0).Max());
        List<object> coming =
        [
            .. template.GoalList.Where(words => !goals.Exists(one => one.Words == words)).Take(PlanRows.Most - goals.Count)
                .Select((words, i) => new Goal(new GoalId(Guid.CreateVersion7()), plan.Id, plan.Learner, words, null, null, at + i + 1)),
            .. steps.Where(step => !known.Exists(one => one.Competency == step.Competency)).Take(PlanRows.Most - known.Count).Select(step => step.In(plan, after)),
        ];
        if (coming.Count == 0) return false;
        plan.Revise();
        db.AddRange(coming);
        db.SaveChanges();
        return true;
    }

    private static bool IsFor(Actor actor, PersonId by) => actor is { IsEducator: true, MayWrite: true } && (actor.Person == by.Value || MayView.Leads(actor.Grants));
}
