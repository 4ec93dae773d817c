using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>What policies count and no determination says: tests, credentials, seals, service; and what a person says is so.</summary>
public static class OtherRows
{
    /// <summary>What else counts for a learner, oldest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<OtherAchievement> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? [.. db.OtherAchievements.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.On).ThenBy(one => one.RecordedAt)] : [];
    }

    /// <summary>What people said is so of a learner, oldest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<Attestation> AttestedOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? [.. db.Attestations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)] : [];
    }

    /// <summary>What else counts for many learners, and what was said of them, by learner; only of those the asker may see, and what did not end.</summary>
    public static (ILookup<LearnerId, OtherAchievement> Others, ILookup<LearnerId, Attestation> Attested) ManyOf(Db db, Scope scope, IQueryable<Learner> learners)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var seen = scope.Learners;
        return (db.OtherAchievements.AsNoTracking().Where(one => one.EndedAt == null && learners.Any(other => other.Id == one.Learner) && seen.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner),
            db.Attestations.AsNoTracking().Where(one => one.EndedAt == null && learners.Any(other => other.Id == one.Learner) && seen.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner));
    }

    /// <summary>Records what else counts: who awards credit does; once, whatever comes twice.</summary>
    public static CreditOutcome Add(WriteTurn turn, Scope scope, OtherAchievement what, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(what);
        if (!scope.May(what.Learner, Rights.AwardCredit) || what.By != new PersonId(scope.Actor.Person)) return CreditOutcome.NotFound;
        if (turn.Db.OtherAchievements.AsNoTracking().FirstOrDefault(one => one.Id == what.Id) is { } known) return known.Learner == what.Learner ? CreditOutcome.Done : CreditOutcome.NotFound;
        if (!Enum.IsDefined(what.Kind) || what.Name.Trim().Length is 0 or > 200 || what.On > today || what.Score is < 0 or > 1_000_000 || what.Hundredths is < 0 or > 1_000_000
            || what.Subject.Length > 60 || what.Tags.Length > 200 || what.Origin.Length > 200) return CreditOutcome.Invalid;
        turn.Db.Add(what);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>It was a mistake, and counts no more.</summary>
    public static CreditOutcome End(WriteTurn turn, Scope scope, OtherAchievementId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.OtherAchievements.FirstOrDefault(one => one.Id == id) is not { } found || !scope.May(found.Learner, Rights.AwardCredit)) return CreditOutcome.NotFound;
        if (found.Version != seen || found.EndedAt is not null) return CreditOutcome.MovedOn;
        found.End(turn.Now);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Says that something a policy asks for is so: who keeps the official record does, in the role they have. What is said already is not said again.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who says it, over the turn's database.</param>
    /// <param name="learner">Of whom.</param>
    /// <param name="key">The key that the policy asks for, 1 to 100 characters; "waive" is not one, for waivers need a second person.</param>
    public static CreditOutcome Attest(WriteTurn turn, Scope scope, LearnerId learner, string key)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(key);
        if (!scope.May(learner, Rights.Certify)) return CreditOutcome.NotFound;
        var said = key.Trim();
        if (said.Length is 0 or > 100 || said == "waive") return CreditOutcome.Invalid;
        if (turn.Db.Attestations.Any(one => one.Learner == learner && one.Key == said && one.EndedAt == null)) return CreditOutcome.Done;
        turn.Db.Add(new Attestation(new AttestationId(Guid.CreateVersion7()), learner, said, WaiverRows.RoleOf(scope, learner), new PersonId(scope.Actor.Person), turn.Now));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>What was said is not so.</summary>
    public static CreditOutcome Unsay(WriteTurn turn, Scope scope, AttestationId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.Attestations.FirstOrDefault(one => one.Id == id) is not { } found || !scope.May(found.Learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (found.Version != seen || found.EndedAt is not null) return CreditOutcome.MovedOn;
        found.End(turn.Now);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }
}
