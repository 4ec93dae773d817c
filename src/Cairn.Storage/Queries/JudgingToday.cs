using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>A learner whom somebody would judge.</summary>
/// <param name="Learner">The learner; null where nobody is found.</param>
/// <param name="Fault">What stands in the way.</param>
/// <param name="EnrolledOn">The learner's first day in any group; null for none.</param>
public sealed record JudgingOf(Learner? Learner, JudgeFault Fault, DateOnly? EnrolledOn);

/// <summary>Which learners an educator may judge today. Asked inside the turn that writes, so that a relation that ended meanwhile counts.</summary>
public static class JudgingToday
{
    /// <summary>Looks at many learners at once.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">What the asker may see: the educator themself, or another system that speaks for them.</param>
    /// <param name="educator">Who judges.</param>
    /// <param name="learners">Whom.</param>
    /// <param name="today">The district's day.</param>
    public static IReadOnlyDictionary<LearnerId, JudgingOf> Of(Db db, Scope scope, EducatorId educator, IReadOnlyCollection<LearnerId> learners, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learners);
        var found = scope.Learners.Where(one => learners.Contains(one.Id) && one.EndedAt == null).ToDictionary(one => one.Id);
        var isHere = db.Educators.AsNoTracking().FirstOrDefault(one => one.Id == educator && one.EndedAt == null);
        // What another system may see does not show it what its educator may not.
        var with = isHere is null ? [] : (from enrollment in db.Enrollments.AsNoTracking()
                                          where learners.Contains(enrollment.Learner) && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                                          join teaching in db.Teachings.AsNoTracking() on enrollment.Group equals teaching.Group
                                          where teaching.Educator == educator && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)
                                          select new { enrollment.Learner, teaching.Role }).ToList();
        var sees = scope.Actor.Kind == ActorKind.Client ? with.Select(one => one.Learner).ToHashSet() : [.. found.Keys];
        var judges = with.Where(one => one.Role != TeachingRole.Substitute).Select(one => one.Learner).ToHashSet();
        var own = isHere is null ? [] : OwnOf(db, isHere, learners, today);
        var firstDays = db.Enrollments.AsNoTracking().Where(one => learners.Contains(one.Learner)).GroupBy(one => one.Learner).Select(one => new { one.Key, First = one.Min(each => each.From) }).ToDictionary(one => one.Key, one => one.First);
        return learners.Distinct().ToDictionary(one => one, one => new JudgingOf(
            found.GetValueOrDefault(one), MayJudge.FaultOf(found.ContainsKey(one) && sees.Contains(one), judges.Contains(one), own.Contains(one)), firstDays.TryGetValue(one, out var first) ? first : null));
    }

    // The same person by another name: of the same account, or with the same username in the rosters.
    private static HashSet<LearnerId> OwnOf(Db db, Educator educator, IReadOnlyCollection<LearnerId> learners, DateOnly today)
    {
        var accounts = db.AccountPeople.AsNoTracking().Where(one => one.Person == educator.Id.Value).Select(one => one.Account).ToList();
        var others = db.AccountPeople.AsNoTracking().Where(one => accounts.Contains(one.Account)).ToList();
        var guardians = others.Where(one => one.Kind == ActorKind.Guardian).Select(one => new GuardianId(one.Person)).ToList();
        guardians.AddRange(db.Guardians.AsNoTracking().Where(one => one.Username == educator.Username).Select(one => one.Id));
        var own = db.Guardianships.AsNoTracking().Where(one => guardians.Contains(one.Guardian) && learners.Contains(one.Learner) && one.From <= today && (one.Until == null || one.Until >= today))
            .Select(one => one.Learner).ToHashSet();
        own.UnionWith(others.Where(one => one.Kind == ActorKind.Learner).Select(one => new LearnerId(one.Person)));
        own.UnionWith(db.Learners.AsNoTracking().Where(one => one.Username == educator.Username).Select(one => one.Id));
        return own;
    }
}
