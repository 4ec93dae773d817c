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

/// <summary>What became of a template that was copied.</summary>
/// <param name="Plans">Into how many plans something came.</param>
/// <param name="Shown">How many steps were left out, of all learners together, for they are shown already.</param>
public readonly record struct TemplateCopied(int Plans, int Shown);

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
    public static PlanTemplateId Make(WriteTurn turn, Scope scope, string title, string cohort, string goals, PlanTemplateId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (id is { } sent && turn.Db.PlanTemplates.Any(one => one.Id == sent)) return sent;
        var made = new PlanTemplate(id ?? new PlanTemplateId(Guid.CreateVersion7()), scope.Actor.LeadsDistrict ? null : scope.Groups().Select(one => (OrganizationId?)one.Organization).FirstOrDefault(), title, new PersonId(scope.Actor.Person), turn.Now);
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
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who wants it, in this turn.</param>
    /// <param name="id">Which.</param>
    /// <param name="learners">Whose plans.</param>
    /// <param name="frameworks">The frameworks in force: a step that a learner has shown already is left out, for it is no work that lies before them.</param>
    /// <param name="on">The district's day.</param>
    /// <param name="title">What a new plan is called.</param>
    /// <param name="from">A new plan's first day.</param>
    /// <param name="until">Its last.</param>
    /// <returns>Into how many plans something came, and how many steps were left out.</returns>
    public static TemplateCopied Apply(WriteTurn turn, Scope scope, PlanTemplateId id, IEnumerable<Learner> learners, IReadOnlyList<FrameworkInForce> frameworks, DistrictDay on, string title, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(on);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(frameworks);
        if (turn.Db.PlanTemplates.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is not { } template) return default;
        var steps = turn.Db.PlanTemplateSteps.AsNoTracking().Where(one => one.Template == id).OrderBy(one => one.Position).ToList();
        var (count, left) = (0, 0);
        foreach (var learner in learners)
        {
            if (!scope.May(learner.Id, Rights.Plan)) continue;
            var open = turn.Db.LearningPlans.FirstOrDefault(one => one.Learner == learner.Id && one.State != PlanState.Complete);
            var known = open is null ? [] : turn.Db.PlanSteps.AsNoTracking().Where(one => one.Plan == open.Id).Select(one => one.Competency).ToHashSet();
            List<PlanTemplateStep> coming = [.. steps.Where(one => !known.Contains(one.Competency))];
            var shown = coming.Count == 0 ? [] : ShownOf(scope, learner, frameworks, coming, on.Begin(open?.From ?? from), on.Now);
            left += shown.Count;
            coming.RemoveAll(one => shown.Contains(one.Competency));
            // Nobody is given a plan with nothing in it.
            if (open is null && coming.Count == 0 && template.GoalList.Count == 0) continue;
            if ((open ?? PlanRows.Begin(turn, scope, learner.Id, title, from, until)) is { } plan && Copy(turn.Db, template, coming, plan)) count++;
        }

        return new TemplateCopied(count, left);
    }

    // Shown now, or of a continuum: the stage that was open when the plan began is done.
    private static HashSet<CompetencyId> ShownOf(Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, List<PlanTemplateStep> steps, DateTime began, DateTime now)
    {
        var (shown, record) = (WhereNow.Of(scope, frameworks, learner, now).Shown, scope.Record(learner.Id));
        return [.. from step in steps
                   let framework = frameworks.FirstOrDefault(one => one.Content.Counts(step.Competency))
                   where framework is not null && (shown.Contains(step.Competency)
                       || LearnerPace.IsDoneSince(framework.Content.Find(step.Competency)!, record, framework.Content, framework.RulesFor(learner.Place), began, now))
                   select step.Competency];
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
