using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>An erasure with its learner.</summary>
/// <param name="Erasure">The erasure.</param>
/// <param name="Learner">Whose.</param>
public sealed record ErasureLine(Erasure Erasure, Learner Learner);

/// <summary>What would go of a part, and how much.</summary>
/// <param name="Part">The part.</param>
/// <param name="Going">Rows that would go.</param>
/// <param name="Blocks">What stands in the way.</param>
public sealed record ErasurePreview(RetainedPart Part, int Going, IReadOnlyList<ErasureBlock> Blocks);

/// <summary>The schedule, holds and erasures, for those who lead the district or answer for privacy; nothing for anybody else.</summary>
public static class ErasureRows
{
    /// <summary>May the actor see and do any of this? Who leads a school may not: holds and schedule are above them.</summary>
    public static bool IsFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.LeadsDistrict || actor.Has(GrantedRole.PrivacyOfficer);
    }

    /// <summary>Erasures, the newest first.</summary>
    public static IReadOnlyList<ErasureLine> All(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !IsFor(scope.Actor) ? [] : [.. db.Erasures.AsNoTracking().OrderByDescending(one => one.AskedAt).Take(200).ToList().Select(one => (one, scope.Find(one.Learner))).Where(one => one.Item2 is not null).Select(one => new ErasureLine(one.one, one.Item2!))];
    }

    /// <summary>The schedule.</summary>
    public static IReadOnlyList<Retention> Schedule(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Retentions.AsNoTracking().ToList().OrderBy(one => one.Part)];
    }

    /// <summary>Holds that hold, with their learners.</summary>
    public static IReadOnlyList<(LegalHold Hold, Learner Learner)> Holds(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !IsFor(scope.Actor) ? [] : [.. db.LegalHolds.AsNoTracking().Where(one => one.LiftedAt == null).ToList().Select(one => (one, scope.Find(one.Learner)!)).Where(one => one.Item2 is not null)];
    }

    /// <summary>What would go of each part, and why not; null where the actor may not ask.</summary>
    public static IReadOnlyList<ErasurePreview>? Preview(Db db, Scope scope, LearnerId learner, Func<DateTime, DateOnly> day, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(day);
        if (!IsFor(scope.Actor) || scope.Find(learner) is not { } found) return null;
        var (schedule, hold, open) = (Schedule(db), db.LegalHolds.Any(one => one.Learner == learner && one.LiftedAt == null), db.Amendments.Any(one => one.Learner == learner && one.State == AmendmentState.Asked));
        DateOnly? left = found.EndedAt is { } at ? day(at) : null;
        return [.. Enum.GetValues<RetainedPart>().Select(part => new ErasurePreview(part, Count(db, learner, part), ErasureCheck.Of(found, [part], schedule, hold, open, left, today)))];
    }

    /// <summary>What the schedule lets go by now, and nothing holds: learners and parts.</summary>
    public static IReadOnlyList<(Learner Learner, IReadOnlyList<RetainedPart> Parts)> Due(Db db, Func<DateTime, DateOnly> day, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(day);
        var schedule = Schedule(db);
        if (schedule.Count == 0) return [];
        var asked = db.Erasures.AsNoTracking().ToList().Where(one => one.State != ErasureState.Refused).SelectMany(one => one.ErasedParts().Select(part => (one.Learner, part))).ToHashSet();
        var held = db.LegalHolds.AsNoTracking().Where(one => one.LiftedAt == null).Select(one => one.Learner).ToList().Concat(db.Amendments.AsNoTracking().Where(one => one.State == AmendmentState.Asked).Select(one => one.Learner).ToList()).ToHashSet();
        return [.. db.Learners.AsNoTracking().Where(one => one.EndedAt != null).ToList().Where(one => !held.Contains(one.Id))
            .Select(one => (one, (IReadOnlyList<RetainedPart>)[.. ErasureCheck.Due(schedule, day(one.EndedAt!.Value), today).Where(part => !asked.Contains((one.Id, part)))])).Where(one => one.Item2.Count > 0)];
    }

    /// <summary>Asks for an erasure; null where the asker may not, or the reason names the learner, for it outlives the erasure.</summary>
    public static ErasureId? Ask(WriteTurn turn, Actor actor, LearnerId learner, IReadOnlyCollection<RetainedPart> parts, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(parts);
        if (!IsFor(actor) || parts.Count == 0 || turn.Db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner) is not { } found || ErasureCheck.Names(found, reason)) return null;
        return Add(turn, learner, parts, reason, new PersonId(actor.Person));
    }

    /// <summary>Writes down what the schedule lets go, as a proposal that people agree to or refuse; how many were written.</summary>
    public static int Propose(WriteTurn turn, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(day);
        var due = Due(turn.Db, day, day(turn.Now));
        var basis = Schedule(turn.Db).ToDictionary(one => one.Part, one => one.Basis);
        foreach (var (learner, parts) in due) Add(turn, learner.Id, parts, string.Join("; ", parts.Select(part => basis[part]).Distinct()), default);
        return due.Count;
    }

    /// <summary>Agrees or refuses; false where it is not theirs to decide: whoever asked, or set the schedule that proposes it, does not agree.</summary>
    public static bool Decide(WriteTurn turn, Actor actor, ErasureId id, bool isAgreed)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsFor(actor) || turn.Db.Erasures.FirstOrDefault(one => one.Id == id) is not { State: ErasureState.Asked } erasure) return false;
        var by = new PersonId(actor.Person);
        if (isAgreed && (erasure.AskedBy == by || (erasure.AskedBy == default && SetTheSchedule(turn.Db, actor.Person, erasure.ErasedParts())))) return false;
        if (!isAgreed && erasure.AskedBy == by) return false;
        erasure.Decide(isAgreed, by, turn.Now);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Sets for how long a part is kept; null years take it off the schedule. False where the actor may not.</summary>
    public static bool Keep(WriteTurn turn, Actor actor, RetainedPart part, int? years, string basis)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsFor(actor)) return false;
        if (turn.Db.Retentions.FirstOrDefault(one => one.Part == part) is { } before)
        {
            if (before.Years == years && before.Basis == basis) return false;
            turn.Db.Remove(before);
            turn.Db.SaveChanges();
        }

        if (years is { } whole) turn.Db.Add(new Retention(part, whole, basis));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Puts a hold on a record, or lifts one; false where the actor may not, or there is nothing to lift.</summary>
    public static bool Hold(WriteTurn turn, Actor actor, LearnerId learner, string? reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsFor(actor) || !turn.Db.Learners.Any(one => one.Id == learner)) return false;
        var by = new PersonId(actor.Person);
        if (reason is not null) turn.Db.Add(new LegalHold(new LegalHoldId(Guid.CreateVersion7()), learner, reason, by, turn.Now));
        else if (turn.Db.LegalHolds.Where(one => one.Learner == learner && one.LiftedAt == null).ToList() is { Count: > 0 } holds)
            foreach (var one in holds) one.Lift(by, turn.Now);
        else return false;
        turn.Db.SaveChanges();
        return true;
    }

    private static ErasureId Add(WriteTurn turn, LearnerId learner, IEnumerable<RetainedPart> parts, string reason, PersonId by)
    {
        var asked = new Erasure(new ErasureId(Guid.CreateVersion7()), learner, string.Join(' ', parts.Distinct().Order()), reason, by, turn.Now);
        turn.Db.Add(asked);
        turn.Db.SaveChanges();
        return asked.Id;
    }

    // The journal knows who: a schedule and its consequence are never one person's alone.
    private static bool SetTheSchedule(Db db, Guid person, IEnumerable<RetainedPart> parts)
    {
        var (kind, bytes) = (JournalKinds.Of(typeof(Retention))!.Value.Number, RowBytes.Of(db, typeof(Retention)));
        var rows = parts.Select(part => bytes.IdOf(new Retention(part, 0, ""))).ToList();
        return db.Journal.AsNoTracking().Any(one => one.Kind == kind && rows.Contains(one.Row) && db.Occasions.Any(occasion => occasion.Id == one.Occasion && occasion.Person == person));
    }

    private static int Count(Db db, LearnerId learner, RetainedPart part)
    {
        var person = new PersonId(learner.Value);
        return part switch
        {
            RetainedPart.Work => db.Evidence.Where(one => one.Learner == learner).Join(db.EvidenceTexts, one => one.Id, text => text.Evidence, (_, text) => text).Count()
                + db.Evidence.Where(one => one.Learner == learner).Join(db.Artifacts, one => one.Id, one => one.Evidence, (_, one) => one).Count(),
            RetainedPart.Record => db.Judgments.Where(one => one.Learner == learner).Join(db.JudgmentTexts, one => one.Id, text => text.Judgment, (_, text) => text).Count()
                + db.Overrides.Where(one => one.Learner == learner).Join(db.OverrideTexts, one => one.Id, text => text.Override, (_, text) => text).Count() + db.Amendments.Count(one => one.Learner == learner),
            RetainedPart.Person => 1 + db.Guardianships.Count(one => one.Learner == learner) + db.Caseloads.Count(one => one.Learner == learner) + db.Placements.Count(one => one.Learner == learner),
            _ => db.AccountPeople.Count(one => one.Person == person.Value) + db.Badges.Count(one => one.Learner == learner) + db.Sessions.Count(one => one.Person == person.Value),
        };
    }
}
