using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>Locks from above: a locked rule or scale leaves no narrower place a say about what it covers.</summary>
public static class PolicyLocks
{
    /// <summary>The locked rule of a wider place that would leave a rule without effect everywhere it is meant for; null where there is none.</summary>
    /// <param name="rules">Every rule of the framework.</param>
    /// <param name="wanted">The rule that somebody wants, with the moment it begins at.</param>
    public static RuleAssignment? Over(IEnumerable<RuleAssignment> rules, RuleAssignment wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var inForce = InForce(rules, wanted.EffectiveFrom, one => one.EffectiveFrom, one => one.Number, one => (one.Competency, one.OfTargets, one.Target, one.Stage, one.Place))
            .Where(one => one.Framework == wanted.Framework && one.Place.Reaches(wanted.Place)).ToList();
        return inForce.Where(one => one.IsLocked && one.Place.Narrowness < wanted.Place.Narrowness && (Covers(one, wanted)
                || (ForbidsParts(one, wanted) && !inForce.Exists(parts => parts.OfTargets && parts.Competency == wanted.Competency && parts.Place.Narrowness <= one.Place.Narrowness))))
            .MinBy(one => one.Place.Narrowness);
    }

    /// <summary>Does a rule speak of all that another speaks of?</summary>
    internal static bool Covers(RuleAssignment wide, RuleAssignment narrow) => wide.OfTargets == narrow.OfTargets && (wide.Competency is null || wide.Competency == narrow.Competency)
        && (wide.Target is null || wide.Target == narrow.Target) && (wide.Stage is null || wide.Stage == narrow.Stage);

    /// <summary>Would a rule of targets conclude a competency from its targets where a locked rule says how it concludes? Then it is another
    /// conclusion at every stage; a condition over targets reads them anyway.</summary>
    internal static bool ForbidsParts(RuleAssignment locked, RuleAssignment wanted) => !locked.OfTargets && wanted is { OfTargets: true, Competency: not null }
        && (locked.Competency is null || locked.Competency == wanted.Competency) && locked.Rule is not ConditionRule;

    /// <summary>The locked scale of a wider place that would leave a scale without effect; null where there is none.</summary>
    /// <param name="scales">Every scale in place of the framework's own.</param>
    /// <param name="wanted">The scale that somebody wants, with the moment it begins at.</param>
    public static ScaleAssignment? Over(IEnumerable<ScaleAssignment> scales, ScaleAssignment wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return InForce(scales, wanted.EffectiveFrom, one => one.EffectiveFrom, one => one.Number, one => (one.Competency, one.Place))
            .Where(one => one.IsLocked && one.Framework == wanted.Framework && one.Place.Narrowness < wanted.Place.Narrowness && one.Place.Reaches(wanted.Place)
                && (one.Competency is null || one.Competency == wanted.Competency))
            .MinBy(one => one.Place.Narrowness);
    }

    private static IEnumerable<T> InForce<T, TKey>(IEnumerable<T> all, DateTime at, Func<T, DateTime> from, Func<T, int> number, Func<T, TKey> key) =>
        all.Where(one => from(one) <= at).GroupBy(key).Select(versions => versions.OrderBy(from).ThenBy(number).Last());
}
