using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>Credit that was awarded, and the policies it is awarded by. Awards are read of learners whose record the asker sees; policies by everybody.</summary>
public static class CreditRows
{
    /// <summary>Every version of every credit policy, by code, place and number.</summary>
    public static IReadOnlyList<CreditPolicy> Policies(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.CreditPolicies.AsNoTracking().ToList().OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Number)];
    }

    /// <summary>The parts of every version, by policy.</summary>
    public static ILookup<CreditPolicyId, CreditPart> Parts(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.CreditParts.AsNoTracking().ToList().OrderBy(one => one.Position).ToLookup(one => one.Policy);
    }

    /// <summary>A learner's credit; none where the asker may not see the record.</summary>
    public static CreditRecord RecordOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? Read(db, learner) : CreditRecord.None(learner);
    }

    /// <summary>The credit of many learners, in as many statements for a thousand as for one; only of those the asker may see, and none of whom has no award.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="learners">Which learners, such as those of a cohort in <see cref="Scope.Learners"/>.</param>
    public static IReadOnlyDictionary<LearnerId, CreditRecord> ManyOf(Db db, Scope scope, IQueryable<Learner> learners)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Actor.Kind is ActorKind.Client or ActorKind.Sponsor) return new Dictionary<LearnerId, CreditRecord>();
        var seen = scope.Learners;
        var policies = db.CreditPolicies.AsNoTracking().ToList();
        var awards = db.CreditAwards.AsNoTracking().Where(one => learners.Any(other => other.Id == one.Learner) && seen.Any(other => other.Id == one.Learner));
        var texts = awards.Join(db.CreditAwardTexts.AsNoTracking(), one => one.Id, text => text.Award, (one, text) => new { one.Learner, Text = text }).ToList().ToLookup(one => one.Learner, one => one.Text);
        var parts = db.CreditAwardParts.AsNoTracking().Where(one => awards.Any(award => award.Id == one.Award)).ToList().ToLookup(one => one.Learner);
        var reversals = db.CreditReversals.AsNoTracking().Where(one => awards.Any(award => award.Id == one.Award)).ToList().ToLookup(one => one.Learner);
        return awards.ToList().GroupBy(one => one.Learner).ToDictionary(some => some.Key, some => CreditRecord.From(some.Key, some, texts[some.Key], parts[some.Key], reversals[some.Key], policies));
    }

    /// <summary>A learner's credit without asking who reads it: for what was asked before.</summary>
    internal static CreditRecord Read(Db db, LearnerId learner)
    {
        var awards = db.CreditAwards.AsNoTracking().Where(one => one.Learner == learner);
        var texts = awards.Join(db.CreditAwardTexts.AsNoTracking(), one => one.Id, text => text.Award, (_, text) => text).ToList();
        var policies = db.CreditPolicies.AsNoTracking().Where(policy => db.CreditAwards.Any(one => one.Learner == learner && one.Policy == policy.Id)).ToList();
        return CreditRecord.From(learner, awards.ToList(), texts, db.CreditAwardParts.AsNoTracking().Where(one => one.Learner == learner).ToList(),
            db.CreditReversals.AsNoTracking().Where(one => one.Learner == learner).ToList(), policies);
    }
}
