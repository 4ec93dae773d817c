using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Expectations;

/// <summary>What helps learners to show what they know. To whoever neither judges a learner nor reads what educators share about them, there is none.</summary>
public static class AccommodationRows
{
    /// <summary>Does the actor see what helps a learner?</summary>
    public static bool Sees(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.IsEducator && (scope.May(learner, Rights.SeeNotes) || scope.May(learner, Rights.Judge));
    }

    /// <summary>Does the actor write what helps a learner? Who plans with them does, and who keeps the official record.</summary>
    public static bool Writes(Scope scope, LearnerId learner) => Sees(scope, learner) && (scope.May(learner, Rights.Plan) || scope.May(learner, Rights.Certify));

    /// <summary>All that helped a learner and helps them, what holds first, then the newest; none for whoever does not see it.</summary>
    public static IReadOnlyList<Accommodation> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        return !Sees(scope, learner) ? [] : [.. db.Accommodations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.Holds(scope.Today)).ThenByDescending(one => one.WrittenAt)];
    }

    /// <summary>What helps a learner today in one competency: what is shown beside the work while somebody judges it.</summary>
    public static IReadOnlyList<Accommodation> InForce(Db db, Scope scope, LearnerId learner, CompetencyId? competency) =>
        [.. Of(db, scope, learner).Where(one => one.Holds(scope.Today) && (competency is not { } of || one.IsFor(of)) && one.Text.Length > 0)];

    /// <summary>What helps many learners today; only of those of whom the actor sees it.</summary>
    public static ILookup<LearnerId, Accommodation> InForce(Db db, Scope scope, IReadOnlyCollection<LearnerId> learners)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var found = db.Accommodations.AsNoTracking().Where(one => learners.Contains(one.Learner)).ToList().FindAll(one => one.Holds(scope.Today) && one.Text.Length > 0);
        var seen = found.Select(one => one.Learner).Distinct().Where(one => Sees(scope, one)).ToHashSet();
        return found.Where(one => seen.Contains(one.Learner)).OrderBy(one => one.WrittenAt).ToLookup(one => one.Learner);
    }

    /// <summary>What a report card of a time says of it: only what its author let it say. For everybody who reads the record, as the report card is.</summary>
    public static IReadOnlyList<Accommodation> OnReport(Db db, Scope scope, LearnerId learner, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? [] : [.. db.Accommodations.AsNoTracking().Where(one => one.Learner == learner && one.IsOnReport).ToList().Where(one => one.HeldIn(from, until) && one.Text.Length > 0).OrderBy(one => one.WrittenAt)];
    }

    /// <summary>Writes one; null where the actor may not. A form that is sent twice makes one.</summary>
    public static AccommodationId? Add(WriteTurn turn, Scope scope, Accommodation written)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(written);
        if (!Writes(scope, written.Learner)) return null;
        if (turn.Db.Accommodations.Any(one => one.Id == written.Id)) return turn.Db.Accommodations.Any(one => one.Id == written.Id && one.Learner == written.Learner) ? written.Id : null;
        turn.Db.Add(written);
        turn.Db.SaveChanges();
        return written.Id;
    }

    /// <summary>Changes one.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Whom it helps.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that the actor had before them.</param>
    /// <param name="change">What happens to it.</param>
    public static Families.Changed Change(WriteTurn turn, Scope scope, LearnerId learner, AccommodationId id, int seen, Action<Accommodation> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(change);
        if (!Writes(scope, learner) || turn.Db.Accommodations.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } found) return Families.Changed.NotThere;
        return found.Version != seen ? Families.Changed.Overtaken : Families.Changing.Do(turn, () => change(found));
    }
}
