using Cairn.Learning.Frameworks;

namespace Cairn.Learning.Plans;

/// <summary>How a step of a pathway stands.</summary>
public enum StepState
{
    /// <summary>It is shown.</summary>
    Shown = 1,

    /// <summary>All that comes before it is shown: it can be begun.</summary>
    Ready = 2,

    /// <summary>Something comes first.</summary>
    Waits = 3,

    /// <summary>The framework has no such competency in use any more.</summary>
    Gone = 4,
}

/// <summary>A step with how it stands.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">How it stands.</param>
/// <param name="Needs">What comes first, in the order of the framework; none unless it waits.</param>
/// <param name="IsPast">Has its expected day passed while it is not shown?</param>
public sealed record PathStep(PlanStep Step, StepState State, IReadOnlyList<CompetencyId> Needs, bool IsPast);

/// <summary>The pathway of a plan over what comes before what: its steps in order, and what is ready next. A conclusion.</summary>
/// <param name="Steps">All steps, in the plan's order.</param>
/// <param name="Next">Steps that can be begun now, in the plan's order.</param>
/// <param name="Beside">What else is ready in the framework and stands in no step, in its order.</param>
public sealed record Pathway(IReadOnlyList<PathStep> Steps, IReadOnlyList<PlanStep> Next, IReadOnlyList<CompetencyId> Beside)
{
    /// <summary>How many steps are shown.</summary>
    public int Shown => Steps.Count(one => one.State == StepState.Shown);

    /// <summary>Sets a plan's steps beside what the learner is ready for.</summary>
    /// <param name="steps">The plan's steps, in any order.</param>
    /// <param name="shown">What the learner has shown.</param>
    /// <param name="ready">What they are ready for.</param>
    /// <param name="today">The district's day.</param>
    public static Pathway From(IEnumerable<PlanStep> steps, IReadOnlySet<CompetencyId> shown, Readiness ready, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(ready);
        var (next, waiting) = (ready.Next.ToHashSet(), ready.Waiting.ToDictionary(one => one.Competency, one => one.Needs));
        List<PathStep> all = [.. steps.OrderBy(one => one.Position).Select(one => new PathStep(
            one,
            shown.Contains(one.Competency) ? StepState.Shown : next.Contains(one.Competency) ? StepState.Ready : waiting.ContainsKey(one.Competency) ? StepState.Waits : StepState.Gone,
            shown.Contains(one.Competency) ? [] : waiting.GetValueOrDefault(one.Competency, []),
            !shown.Contains(one.Competency) && one.ExpectedBy < today))];
        var planned = all.Select(one => one.Step.Competency).ToHashSet();
        return new Pathway(all, [.. all.Where(one => one.State == StepState.Ready).Select(one => one.Step)], [.. ready.Next.Where(one => !planned.Contains(one))]);
    }

    /// <summary>What comes before what among the competencies of a framework that are in use. A link between targets counts for their competencies.</summary>
    public static IReadOnlyList<Prerequisite> PrerequisitesIn(FrameworkContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var targets = content.Targets.ToDictionary(one => one.Id.Value, one => one.Competency);
        CompetencyId? Of(Guid? part) => part is not { } id ? null : content.Find(new CompetencyId(id))?.Id ?? (targets.TryGetValue(id, out var competency) ? competency : null);
        return [.. content.Associations.Where(one => one.Kind == AssociationKind.Precedes).Select(one => (Before: Of(one.Origin), After: Of(one.Destination)))
            .Where(one => one is { Before: { } before, After: { } after } && before != after && content.Counts(before) && content.Counts(after))
            .Select(one => new Prerequisite(one.After!.Value, one.Before!.Value)).Distinct()];
    }
}
