using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Who holds the rights over a learner's record on a day: guardians who are not kept away, and from 18 on the learner alone.</summary>
public static class RightsHolders
{
    /// <summary>The people.</summary>
    public static IReadOnlySet<PersonId> Of(Db db, Learner learner, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(learner);
        if (RecordRights.AreTheLearners(learner, today)) return new HashSet<PersonId> { learner.Id.Person };
        var id = learner.Id;
        return db.Guardianships.AsNoTracking().Where(one => one.Learner == id && one.From <= today && (one.Until == null || one.Until >= today)
            && !db.GuardianBlocks.Any(block => block.Learner == id && block.Guardian == one.Guardian && block.From <= now && (block.LiftedAt == null || block.LiftedAt > now)))
            .Select(one => one.Guardian).AsEnumerable().Select(one => new PersonId(one.Value)).ToHashSet();
    }

    /// <summary>Does an actor hold them?</summary>
    public static bool Has(Db db, Actor actor, Learner learner, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind is ActorKind.Learner or ActorKind.Guardian && Of(db, learner, today, now).Contains(new PersonId(actor.Person));
    }
}
