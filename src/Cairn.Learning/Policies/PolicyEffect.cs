using Cairn.Learning.Privacy;

namespace Cairn.Learning.Policies;

/// <summary>A learner under whom two policies are compared.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Group">Where they are counted, such as a school.</param>
/// <param name="Facts">What is known of them.</param>
/// <param name="Achievements">What they have, are at and plan.</param>
/// <param name="Pins">What a person put to a leaf.</param>
public sealed record PolicyLearner(string Learner, string Group, IReadOnlyDictionary<string, FieldValue> Facts, IReadOnlyList<Achievement> Achievements, IReadOnlyList<Pin> Pins);

/// <summary>What another policy does to a learner.</summary>
public enum EffectKind
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>They meet it, and did not before.</summary>
    Gains,

    /// <summary>They do not meet it, and did before.</summary>
    Loses,

    /// <summary>They do not meet it yet, and less is missing than before.</summary>
    Nearer,

    /// <summary>They do not meet it yet, and more is missing than before, or no way is open any more.</summary>
    Farther,

    /// <summary>One of the two could not be decided.</summary>
    NotDecided,
}

/// <summary>What another policy does to one learner.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Group">Where they are counted.</param>
/// <param name="Kind">What.</param>
/// <param name="Before">What is missing under the one, in its unit; null where no branch is open.</param>
/// <param name="After">What is missing under the other.</param>
/// <param name="Causes">Ends of the later tree that count and are missed, where they were met or not there before; or, for a learner who gains, those of the earlier tree that are met now or gone.</param>
public sealed record LearnerEffect(string Learner, string Group, EffectKind Kind, decimal? Before, decimal? After, IReadOnlyList<string> Causes);

/// <summary>Who gains and who loses when one policy takes the place of another.</summary>
/// <param name="Changed">Learners for whom something is otherwise, in the order in which they came.</param>
/// <param name="Groups">Groups by name: the rows of the table.</param>
/// <param name="Table">Learners by group and by <see cref="EffectKind"/> in its order, small numbers hidden: this may be shown to whoever may not see single learners.</param>
public sealed record PolicyEffect(IReadOnlyList<LearnerEffect> Changed, IReadOnlyList<string> Groups, PublishedTable Table)
{
    /// <summary>Audits every learner under both.</summary>
    /// <param name="before">The policy that holds.</param>
    /// <param name="after">The policy that is thought of.</param>
    /// <param name="learners">The learners: one or more.</param>
    /// <param name="threshold">The smallest number but 0 that the table shows, 2 or more.</param>
    /// <exception cref="ArgumentException">There is no learner.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 2.</exception>
    public static PolicyEffect From(Policy before, Policy after, IReadOnlyList<PolicyLearner> learners, int threshold = SmallCell.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(learners);
        var effects = learners.Select(one => Of(before, after, one)).ToList();
        var groups = effects.Select(one => one.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var counts = new int[groups.Count, Enum.GetValues<EffectKind>().Length];
        foreach (var one in effects) counts[groups.BinarySearch(one.Group, StringComparer.Ordinal), (int)one.Kind]++;
        return new([.. effects.Where(one => one.Kind != EffectKind.Same)], groups, SmallCell.Publish(counts, PublishedTotals.All, threshold));
    }

    private static LearnerEffect Of(Policy before, Policy after, PolicyLearner learner)
    {
        var if_ = WhatIf.Under(new(before, learner.Facts, learner.Achievements, learner.Pins), after);
        var kind = Kind(if_.Before, if_.After);
        var causes = kind switch
        {
            EffectKind.Gains or EffectKind.Nearer => Missed(if_.Before, if_.After),
            EffectKind.Loses or EffectKind.Farther => Missed(if_.After, if_.Before),
            _ => [],
        };
        return new(learner.Learner, learner.Group, kind, if_.Before.Remaining, if_.After.Remaining, causes);
    }

    private static EffectKind Kind(PolicyAudit before, PolicyAudit after)
    {
        if (!before.IsDecided || !after.IsDecided) return EffectKind.NotDecided;
        if (before.IsMet != after.IsMet) return after.IsMet ? EffectKind.Gains : EffectKind.Loses;
        if (before.Remaining == after.Remaining) return EffectKind.Same;
        return (after.Remaining ?? decimal.MaxValue) < (before.Remaining ?? decimal.MaxValue) ? EffectKind.Nearer : EffectKind.Farther;
    }

    // What one audit misses more than the other: an end is the same by its name, else by its place.
    private static IReadOnlyList<string> Missed(PolicyAudit one, PolicyAudit other)
    {
        var missed = other.Gaps.GroupBy(gap => Name(gap.Node), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(gap => gap.Remaining), StringComparer.Ordinal);
        var closed = one.Findings.Where(found => found is { Status: FindingStatus.Closed } && found.Node.Below.Count == 0).Select(found => found.Node.Path);
        return [.. one.Gaps.Where(gap => gap.Remaining > missed.GetValueOrDefault(Name(gap.Node))).Select(gap => gap.Node.Path), .. one.IsBlocked ? closed : []];
    }

    private static string Name(Requirement node) => node.Id.Length > 0 ? node.Id : node.Path;
}
