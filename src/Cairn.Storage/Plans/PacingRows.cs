using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>The district's day, and how its days lie in time.</summary>
/// <param name="Today">The day.</param>
/// <param name="Now">The moment, UTC.</param>
/// <param name="Day">The day of a moment.</param>
/// <param name="Begin">The first moment of a day, UTC.</param>
public sealed record DistrictDay(DateOnly Today, DateTime Now, Func<DateTime, DateOnly> Day, Func<DateOnly, DateTime> Begin);

/// <summary>Policies of checks and pace, closed days, and how a learner goes by them.</summary>
public static class PacingRows
{
    /// <summary>Every policy, the newest first.</summary>
    public static IReadOnlyList<PacingPolicy> Policies(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.PacingPolicies.AsNoTracking().ToList().OrderByDescending(one => one.From).ThenByDescending(one => one.SetAt)];
    }

    /// <summary>The days on which school is closed, in order.</summary>
    public static IReadOnlyList<ClosedDay> ClosedDays(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.ClosedDays.AsNoTracking().OrderBy(one => one.Day)];
    }

    /// <summary>When school is open, by the year of a policy.</summary>
    public static SchoolCalendar Calendar(Db db, PacingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(ClosedDays(db).Select(one => one.Day), new SchoolYear(policy.YearFirst, policy.YearLast));
    }

    /// <summary>By what pace is told, of somebody at a place.</summary>
    public static PaceMoment MomentOf(Db db, PolicyPlace place, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(on);
        var policy = PacingPolicy.InForce(Policies(db), place, on.Today);
        return new PaceMoment(policy, Calendar(db, policy), on.Today, on.Now, on.Begin(SchoolYear.Around(on.Today, policy.YearFirst, policy.YearLast).First));
    }

    /// <summary>How a learner goes, and the record it was told from; null where the asker may not see the record.</summary>
    public static (LearnerPace Pace, LearnerRecord Record, IReadOnlyList<FrameworkInForce> Begun)? PaceOf(Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, PaceMoment at, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(on);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return null;
        var record = scope.Record(learner.Id);
        // The only one there is lies before everybody; of several, those that the learner has begun in.
        IReadOnlyList<FrameworkInForce> begun = frameworks.Count == 1 ? frameworks
            : [.. frameworks.Where(one => one.Content.Competencies.Any(each => one.Content.Counts(each.Id) && record.NewestOf(each.Id, AsOf.Everything) is not null))];
        var newest = scope.NewestEvidence(learner.Id, 1);
        return (LearnerPace.From(record, [.. begun.Select(one => (one.Content, one.RulesFor(learner.Place)))], newest.Count == 0 ? null : on.Day(newest[0].Piece.DemonstratedOn),
            From(at, scope.CameOn(learner.Id, on.Day), on), scope.PlanWorkedBy(learner.Id, on.Begin)), record, begun);
    }

    private static PaceMoment From(PaceMoment at, DateOnly? came, DistrictDay on)
    {
        var own = at with { Came = came };
        return own with { YearBegan = own.Year.First > at.Year.First ? on.Begin(own.Year.First) : at.YearBegan, LoopsSince = on.Begin(own.LoopsFirst) };
    }

    /// <summary>Says that school is closed on a day, or why it is.</summary>
    public static void Close(WriteTurn turn, DateOnly day, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Open(turn, day);
        turn.Db.Add(new ClosedDay(day, words));
        turn.Db.SaveChanges();
    }

    /// <summary>Says that it is open after all.</summary>
    public static void Open(WriteTurn turn, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Db.ClosedDays.FirstOrDefault(one => one.Day == day) is not { } found) return;
        turn.Db.Remove(found);
        turn.Db.SaveChanges();
    }
}
