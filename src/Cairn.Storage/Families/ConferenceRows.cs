using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>Conferences of a learner: the learner and their educators prepare them, the family sees them once they are opened.</summary>
public static class ConferenceRows
{
    /// <summary>A learner's conferences, newest first; to a guardian those that were opened. None where the asker may not read the record.</summary>
    public static IReadOnlyList<Conference> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var all = db.Conferences.AsNoTracking().Where(one => one.Learner == learner).ToList();
        return [.. all.Where(one => Prepares(scope, learner) || one.OpenedAt is not null).OrderByDescending(one => one.CreatedAt)];
    }

    /// <summary>Who signed a conference, and for which edition, in the order they did; none where the asker may not read the record.</summary>
    public static IReadOnlyList<ConferenceSignature> SignaturesOf(Db db, Scope scope, Conference conference)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(conference);
        return !scope.May(conference.Learner, Rights.SeeRecord) ? [] : [.. db.ConferenceSignatures.AsNoTracking().Where(one => one.Conference == conference.Id).ToList().OrderBy(one => one.At)];
    }

    /// <summary>May the actor prepare a learner's conference? The learner may, and an educator who plans with them.</summary>
    public static bool Prepares(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.Kind != ActorKind.Guardian && scope.May(learner, Rights.SeeRecord | Rights.Plan);
    }

    /// <summary>Begins one; the one that is open already where there is one. Null where the actor may not.</summary>
    public static ConferenceId? Begin(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!Prepares(new Scope(turn.Db, actor, today, turn.Now), learner)) return null;
        if (turn.Db.Conferences.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.ClosedAt == null) is { } open) return open.Id;
        var begun = new Conference(new ConferenceId(Guid.CreateVersion7()), learner, turn.Now);
        turn.Db.Add(begun);
        turn.Db.SaveChanges();
        return begun.Id;
    }

    /// <summary>Changes the one that is open, by whoever prepares it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who wants it; asked anew in this turn.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="version">The version that was before them; null where a change overwrites nothing.</param>
    /// <param name="change">The change; an <see cref="InvalidOperationException"/> says that it is too late.</param>
    public static Changed Change(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, int? version, Action<Conference> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(change);
        if (!Prepares(new Scope(turn.Db, actor, today, turn.Now), learner) || turn.Db.Conferences.FirstOrDefault(one => one.Learner == learner && one.ClosedAt == null) is not { } open) return Changed.NotThere;
        if (version is not null && version != open.Version) return Changed.Overtaken;
        return Changing.Do(turn, () => change(open));
    }

    /// <summary>Are all of these pieces of work of the learner's, and in force?</summary>
    public static bool AreOf(Scope scope, LearnerId learner, IReadOnlyCollection<EvidenceId> pieces)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(pieces);
        if (pieces.Count == 0) return true;
        var own = scope.EvidenceOf(learner, 0, int.MaxValue / 4).Page.Select(one => one.Piece.Id).ToHashSet();
        return pieces.All(own.Contains);
    }

    /// <summary>Signs the goals and decisions as they stand, in the edition that was before whoever signs.</summary>
    public static Changed Sign(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, int edition)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var scope = new Scope(turn.Db, actor, today, turn.Now);
        if (!scope.May(learner, Rights.SeeRecord) || (actor.Kind != ActorKind.Guardian && !Prepares(scope, learner))) return Changed.NotThere;
        // Who could not come signs later: the newest that was opened, closed or not.
        if (turn.Db.Conferences.AsNoTracking().Where(one => one.Learner == learner && one.OpenedAt != null).ToList().MaxBy(one => one.CreatedAt) is not { } found) return Changed.NotThere;
        if (found.Edition != edition || found.ToSign != ConferenceLack.None) return Changed.Overtaken;
        var person = new PersonId(actor.Person);
        if (turn.Db.ConferenceSignatures.Any(one => one.Conference == found.Id && one.Person == person && one.Edition == edition)) return Changed.Done;
        turn.Db.Add(new ConferenceSignature(found.Id, learner, person, actor.Kind == ActorKind.Guardian ? Signer.Guardian : actor.Kind == ActorKind.Learner ? Signer.Learner : Signer.Educator, edition, turn.Now));
        turn.Db.SaveChanges();
        return Changed.Done;
    }
}
