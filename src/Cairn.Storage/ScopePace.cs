using Cairn.Learning;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What pace is told against: since when a learner is here, and the plan that they work by.</summary>
public sealed partial class Scope
{
    /// <summary>A learner's first day with us: of their first enrollment, or of what they showed before anybody wrote one. Null where neither is there, or the record is not to be seen.</summary>
    /// <param name="learner">Who.</param>
    /// <param name="day">The district's day of a moment.</param>
    public DateOnly? CameOn(LearnerId learner, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (!May(learner, Learning.People.Rights.SeeRecord)) return null;
        var enrolled = db.Enrollments.AsNoTracking().Where(one => one.Learner == learner).Select(one => (DateOnly?)one.From).Min();
        var shown = db.Evidence.AsNoTracking().Where(one => one.Learner == learner).Select(one => (DateTime?)one.DemonstratedOn).Min() is { } first ? day(first) : (DateOnly?)null;
        return enrolled < shown || shown is null ? enrolled : shown;
    }

    /// <summary>The plan that a learner works by, with its steps; null where there is none, or the record is not to be seen.</summary>
    /// <param name="learner">Who.</param>
    /// <param name="begin">The first moment of a day, UTC.</param>
    public PlannedSteps? PlanWorkedBy(LearnerId learner, Func<DateOnly, DateTime> begin)
    {
        ArgumentNullException.ThrowIfNull(begin);
        if (!May(learner, Learning.People.Rights.SeeRecord) || db.LearningPlans.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.State == PlanState.Active) is not { } plan) return null;
        return new PlannedSteps(plan, [.. db.PlanSteps.AsNoTracking().Where(one => one.Plan == plan.Id)], begin(plan.From));
    }
}
