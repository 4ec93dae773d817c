using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>Adopts versions of credit policies: by who keeps the record of their place, and never for a day that is over.</summary>
public static class CreditPolicyRows
{
    private static readonly GrantedRole[] Adopting = [GrantedRole.DistrictLeader, GrantedRole.SchoolLeader, GrantedRole.Registrar];

    /// <summary>May an actor adopt policies for a place? Who keeps the record there, or leads there: a school's registrar not for the district.</summary>
    public static bool MayAdopt(Actor actor, PolicyPlace place)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor is { IsEducator: true, MayWrite: true } && actor.Grants.Any(one => Adopting.Contains(one.Role) && one.Reaches(place));
    }

    /// <summary>Adopts a version, where nothing is wrong with it.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="actor">Who adopts it.</param>
    /// <param name="policy">The version; its number follows the last that its author saw.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="today">The district's day.</param>
    /// <returns>What became of it, and what is wrong with it.</returns>
    public static (CreditOutcome Outcome, IReadOnlyList<PolicyFlaw> Flaws) Adopt(WriteTurn turn, Actor actor, CreditPolicy policy, IReadOnlyList<CreditPart> parts, FrameworkInForce framework, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(framework);
        if (!MayAdopt(actor, policy.Place) || policy.Framework != framework.Content.Framework.Id) return (CreditOutcome.NotFound, []);
        if (turn.Db.CreditPolicies.Any(one => one.Id == policy.Id)) return (CreditOutcome.Done, []);
        var flaws = Flaws(turn.Db, policy, parts, framework, today);
        if (flaws.Contains(PolicyFlaw.Number)) return (CreditOutcome.MovedOn, flaws);
        if (flaws.Count > 0) return (CreditOutcome.Invalid, flaws);
        turn.Db.Add(policy with { By = new PersonId(actor.Person), RecordedAt = turn.Next() });
        turn.Db.AddRange(parts.Select((one, i) => one with { Policy = policy.Id, Position = i + 1 }));
        turn.Db.SaveChanges();
        return (CreditOutcome.Done, []);
    }

    /// <summary>What is wrong with a version, beside those that are there.</summary>
    public static IReadOnlyList<PolicyFlaw> Flaws(Db db, CreditPolicy policy, IReadOnlyList<CreditPart> parts, FrameworkInForce framework, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(framework);
        var rules = framework.RulesFor(policy.Place);
        var known = framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id)).ToDictionary(one => one.Id, one => rules.RuleOf(one.Id).Rule is Continuum);
        return CreditPolicyCheck.Of(policy, parts, [.. db.CreditPolicies.AsNoTracking().Where(one => one.Code == policy.Code)], IsUsed(db, policy.Code), known, today);
    }

    /// <summary>Was credit awarded by any version of a policy? Then its course title and code are locked.</summary>
    public static bool IsUsed(Db db, string code)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.CreditAwards.Any(award => db.CreditPolicies.Any(one => one.Id == award.Policy && one.Code == code));
    }
}
