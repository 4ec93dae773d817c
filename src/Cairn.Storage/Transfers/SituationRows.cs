using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>Situations in which the law protects a learner's credit. To whoever does not keep the official record or manage whom the learner is with, there are none.</summary>
public static class SituationRows
{
    /// <summary>May the actor know of situations of a learner, and write them down?</summary>
    public static bool MayKnow(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return (scope.Actor.IsEducator || scope.Actor.Kind == ActorKind.Operator) && (scope.May(learner, Rights.Certify) || scope.May(learner, Rights.Manage)) && !scope.IsOwn(learner);
    }

    /// <summary>A learner's situations, newest first; none for whoever may not know of them.</summary>
    public static IReadOnlyList<SpecialSituation> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        return !MayKnow(scope, learner) ? [] : [.. db.SpecialSituations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.From).ThenByDescending(one => one.RecordedAt)];
    }

    /// <summary>Has a learner a claim to credit in parts by default on a day? Asked where credit is decided, and never shown with its reason.</summary>
    public static bool GivesParts(Db db, Scope scope, LearnerId learner, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.AwardCredit) && SpecialSituation.GivesParts(db.SpecialSituations.AsNoTracking().Where(one => one.Learner == learner).ToList(), day);
    }

    /// <summary>Writes one down; null where the actor may not, or the same holds already. A form that is sent twice makes one.</summary>
    public static SpecialSituationId? Add(WriteTurn turn, Scope scope, LearnerId learner, SituationKind kind, DateOnly from, SpecialSituationId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!scope.Actor.IsEducator || !MayKnow(scope, learner)) return null;
        if (turn.Db.SpecialSituations.Any(one => one.Id == id)) return turn.Db.SpecialSituations.Any(one => one.Id == id && one.Learner == learner) ? id : null;
        if (turn.Db.SpecialSituations.Any(one => one.Learner == learner && one.Kind == kind && one.Until == null)) return null;
        turn.Db.Add(new SpecialSituation(id, learner, kind, from, new PersonId(scope.Actor.Person), turn.Now));
        turn.Db.SaveChanges();
        return id;
    }

    /// <summary>Ends one.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that the actor had before them.</param>
    /// <param name="last">Its last day.</param>
    public static Families.Changed End(WriteTurn turn, Scope scope, LearnerId learner, SpecialSituationId id, int seen, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!MayKnow(scope, learner) || turn.Db.SpecialSituations.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } found) return Families.Changed.NotThere;
        return found.Version != seen ? Families.Changed.Overtaken : Families.Changing.Do(turn, () => found.End(last));
    }
}
