namespace Cairn.Learning.Plans;

/// <summary>The plan that a learner works by, as far as pace is told by it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Steps">Its steps, in any order.</param>
/// <param name="Began">The first moment of its first day, UTC.</param>
public sealed record PlannedSteps(LearningPlan Plan, IReadOnlyList<PlanStep> Steps, DateTime Began)
{
    /// <summary>Can pace be told by it on a day? It is worked by, it has begun, it reaches into the school year, and a day stands at one of its steps at least.</summary>
    /// <param name="today">The district's day.</param>
    /// <param name="yearFirst">The first day of the school year.</param>
    public bool Tells(DateOnly today, DateOnly yearFirst) =>
        Plan.State == PlanState.Active && Plan.From <= today && Plan.Until >= yearFirst && Steps.Any(one => one.ExpectedBy is not null);

    /// <summary>The day by which a step is to be shown: its own; of one that has none, the plan's last.</summary>
    public DateOnly DueOf(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.ExpectedBy ?? Plan.Until;
    }
}

/// <summary>How a plan's steps stand, where pace is told by them. A conclusion.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Shown">Steps that are shown; of a continuum, whose stage of the day the plan began is done.</param>
/// <param name="Open">The others, the one that is due first first.</param>
public sealed record StepsStand(LearningPlan Plan, IReadOnlySet<CompetencyId> Shown, IReadOnlyList<PlanStep> Open)
{
    /// <summary>Steps that were shown before the plan began: no work of the plan, they count neither as asked for nor as done.</summary>
    public IReadOnlySet<CompetencyId> Before { get; init; } = new HashSet<CompetencyId>();
}
