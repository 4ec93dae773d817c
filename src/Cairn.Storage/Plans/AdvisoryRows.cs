using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A talk, and whom it is with.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="With">The educator's name.</param>
public sealed record TalkLine(CheckIn Talk, string With);

/// <summary>Talks of educators with a learner: planned and held by whoever plans with the learner, read by the learner and their family.</summary>
public static class AdvisoryRows
{
    /// <summary>A learner's talks: those to come first, the soonest first; then those that were, the newest first.</summary>
    public static IReadOnlyList<TalkLine> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var all = (from talk in db.CheckIns.AsNoTracking() where talk.Learner == learner join educator in db.Educators.AsNoTracking() on talk.Educator equals educator.Id select new { talk, educator.DisplayName }).ToList();
        return [.. all.Where(one => one.talk.HeldAt is null).OrderBy(one => one.talk.PlannedFor).Concat(all.Where(one => one.talk.HeldAt is not null).OrderByDescending(one => one.talk.HeldAt)).Select(one => new TalkLine(one.talk, one.DisplayName))];
    }

    /// <summary>Plans a talk of the asker's; null where they do not plan with the learner.</summary>
    public static CheckInId? Plan(WriteTurn turn, Scope scope, LearnerId learner, DateOnly day, CheckInId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!Holds(scope, learner)) return null;
        // A form that is sent twice plans one.
        if (id is { } made && turn.Db.CheckIns.Any(one => one.Id == made)) return made;
        var talk = new CheckIn(id ?? new CheckInId(Guid.CreateVersion7()), learner, null, new EducatorId(scope.Actor.Person), day);
        turn.Db.Add(talk);
        turn.Db.SaveChanges();
        return talk.Id;
    }

    /// <summary>Moves or holds a talk, or writes anew what was said.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who wants it, in this turn.</param>
    /// <param name="learner">With whom.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="change">The change.</param>
    public static PlanChange Change(WriteTurn turn, Scope scope, LearnerId learner, CheckInId id, int seen, Action<CheckIn> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(change);
        if (!Holds(scope, learner) || turn.Db.CheckIns.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } talk) return PlanChange.NotFound;
        if (talk.Version != seen) return PlanChange.Overtaken;
        try
        {
            change(talk);
        }
        catch (InvalidOperationException)
        {
            return PlanChange.Refused;
        }

        turn.Db.SaveChanges();
        return PlanChange.Done;
    }

    private static bool Holds(Scope scope, LearnerId learner) => scope.Actor.IsEducator && scope.May(learner, Rights.Plan);
}
