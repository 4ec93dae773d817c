using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Access in an emergency: an educator takes it beyond their relations, with a reason, for hours, and everybody whom it concerns
/// can read that they did.</summary>
public sealed partial class Scope
{
    /// <summary>The longest time that it lasts.</summary>
    public static readonly TimeSpan LongestEmergency = TimeSpan.FromHours(4);

    /// <summary>The actor's emergencies that are in force: whose record, and until when.</summary>
    public IReadOnlyList<(Learner Learner, DateTime Until)> Emergencies()
    {
        if (actor.ReachesEverybody || !Ties.Emergency) return [];
        var (educator, at) = (Educator, Now);
        return [.. (from one in db.EmergencyAccesses.AsNoTracking()
                    where one.Educator == educator && one.From <= at && one.Until > at
                    join learner in db.Learners.AsNoTracking() on one.Learner equals learner.Id
                    orderby one.Until
                    select new { learner, one.Until }).ToList().Select(one => (one.learner, one.Until))];
    }

    /// <summary>Takes access to the record of the learner with a username; null where there is no such learner here. Whom the actor sees anyway
    /// is only found: nothing is taken.</summary>
    /// <param name="turn">The turn that it is written in; this scope is of its database.</param>
    /// <param name="username">The whole username: a part of it finds nobody.</param>
    /// <param name="length">For how long, four hours at most.</param>
    /// <param name="reason">Why, in the actor's own words.</param>
    public LearnerId? TakeInEmergency(WriteTurn turn, string username, TimeSpan length, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestEmergency);
        if (!actor.IsEducator || actor.Kind == ActorKind.Auditor || !actor.MayWrite) return null;
        if (db.Learners.AsNoTracking().FirstOrDefault(one => one.Username == username && one.EndedAt == null) is not { } learner) return null;
        if (Find(learner.Id) is not null) return learner.Id;
        var taken = new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), Educator, learner.Id, turn.Now, turn.Now + length, reason);
        turn.Db.Add(taken);
        turn.Tell(JournalAct.BrokeGlass, learner.Id, new { reason, until = taken.Until }, (typeof(EmergencyAccess), taken.Id.Value));
        return learner.Id;
    }

    /// <summary>Who took access to a learner's record in an emergency, newest first; nobody where the actor may not change whom the learner is with.</summary>
    public IReadOnlyList<(EmergencyAccess Access, string By)> EmergenciesOf(LearnerId learner) => !May(learner, Rights.Manage) ? [] :
        [.. (from one in db.EmergencyAccesses.AsNoTracking()
             where one.Learner == learner
             join educator in db.Educators.AsNoTracking() on one.Educator equals educator.Id
             orderby one.From descending
             select new { one, educator.DisplayName }).ToList().Select(one => (one.one, one.DisplayName))];
}
