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

/// <summary>What an educator may do to many learners today, by the same table as one by one (<see cref="MayDo"/>). Asked inside the turn that
/// writes, so that a relation that ended meanwhile counts.</summary>
public static class JudgingToday
{
    /// <summary>Looks at many learners at once.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">What the asker may see: the educator themself, or another system that speaks for them.</param>
    /// <param name="educator">Who judges.</param>
    /// <param name="learners">Whom.</param>
    /// <param name="right">To judge, or to decide in place of a rule.</param>
    /// <param name="today">The district's day.</param>
    public static IReadOnlyDictionary<LearnerId, JudgingOf> Of(Db db, Scope scope, EducatorId educator, IReadOnlyCollection<LearnerId> learners, Rights right, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learners);
        // Another system brings an educator's relations with their name, and no others.
        var isClient = scope.Actor.Kind == ActorKind.Client;
        var judge = isClient ? KnownActor.Of(db, new Actor(ActorKind.Teacher, educator.Value, ""), today) : scope.Actor;
        var found = scope.Learners.Where(one => learners.Contains(one.Id) && one.EndedAt == null).ToDictionary(one => one.Id);
        var relations = judge is null ? [] : RelationsOf(db, judge, educator, found, today);
        var own = judge is null ? [] : OwnOf(db, educator, learners, today);
        var firstDays = db.Enrollments.AsNoTracking().Where(one => learners.Contains(one.Learner)).GroupBy(one => one.Learner).Select(one => new { one.Key, First = one.Min(each => each.From) }).ToDictionary(one => one.Key, one => one.First);
        return learners.Distinct().ToDictionary(one => one, one =>
        {
            var held = relations.GetValueOrDefault(one);
            var rights = MayDo.Of(held, own.Contains(one));
            var fault = MayJudge.FaultOf(found.ContainsKey(one) && (!isClient || held != Relations.None), rights.HasFlag(right) && scope.Actor.MayWrite, own.Contains(one));
            return new JudgingOf(found.GetValueOrDefault(one), fault, firstDays.TryGetValue(one, out var first) ? first : null);
        });
    }

    /// <summary>Looks at one learner, for the educator that the scope is of: with the same answer, by fewer and quicker questions.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">What the educator may see.</param>
    /// <param name="learner">Whom.</param>
    /// <param name="right">To judge, or to decide in place of a rule.</param>
    /// <param name="today">The district's day.</param>
    public static JudgingOf One(Db db, Scope scope, LearnerId learner, Rights right, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return Of(db, scope, new EducatorId(scope.Actor.Person), [learner], right, today)[learner];
        if (scope.Find(learner) is not { EndedAt: null } found) return new JudgingOf(null, MayJudge.FaultOf(sees: false, judges: false, isOwn: false), null);
        var isOwn = scope.IsOwn(learner);
        return new JudgingOf(found, MayJudge.FaultOf(sees: true, MayDo.Of(scope.RelationsTo(learner), isOwn).HasFlag(right) && scope.Actor.MayWrite, isOwn), InReach.FirstDay.On(db)(db, learner));
    }

    private static Dictionary<LearnerId, Relations> RelationsOf(Db db, Actor judge, EducatorId educator, Dictionary<LearnerId, Learner> found, DateOnly today)
    {
        var ids = found.Keys.ToList();
        var relations = found.Values.ToDictionary(one => one.Id, one => judge.Grants.Where(grant => grant.Reaches(one.Place)).Aggregate(Relations.None, (all, grant) => all | MayDo.Relation(grant.Role)));
        var teachings = (from enrollment in db.Enrollments.AsNoTracking()
                         where ids.Contains(enrollment.Learner) && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                         join teaching in db.Teachings.AsNoTracking() on enrollment.Group equals teaching.Group
                         where teaching.Educator == educator && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)
                         select new { enrollment.Learner, teaching.Role }).ToList();
        foreach (var one in teachings) relations[one.Learner] |= MayDo.Relation(one.Role);
        foreach (var one in db.Caseloads.AsNoTracking().Where(one => one.Educator == educator && ids.Contains(one.Learner) && one.From <= today && (one.Until == null || one.Until >= today)).ToList())
            relations[one.Learner] |= MayDo.Relation(one.Kind);
        return relations;
    }

    // The same person by another name: of the same account, or with the same username in the rosters.
    private static HashSet<LearnerId> OwnOf(Db db, EducatorId educator, IReadOnlyCollection<LearnerId> learners, DateOnly today)
    {
        var accounts = db.AccountPeople.AsNoTracking().Where(one => one.Person == educator.Value).Select(one => one.Account).ToList();
        var others = db.AccountPeople.AsNoTracking().Where(one => accounts.Contains(one.Account)).ToList();
        var username = db.Educators.AsNoTracking().Where(one => one.Id == educator).Select(one => one.Username).FirstOrDefault() ?? "";
        var guardians = others.Where(one => one.Kind == ActorKind.Guardian).Select(one => new GuardianId(one.Person)).ToList();
        guardians.AddRange(db.Guardians.AsNoTracking().Where(one => one.Username == username).Select(one => one.Id));
        var own = db.Guardianships.AsNoTracking().Where(one => guardians.Contains(one.Guardian) && learners.Contains(one.Learner) && one.From <= today && (one.Until == null || one.Until >= today))
            .Select(one => one.Learner).ToHashSet();
        own.UnionWith(others.Where(one => one.Kind == ActorKind.Learner).Select(one => new LearnerId(one.Person)));
        own.UnionWith(db.Learners.AsNoTracking().Where(one => one.Username == username).Select(one => one.Id));
        return own;
    }
}
