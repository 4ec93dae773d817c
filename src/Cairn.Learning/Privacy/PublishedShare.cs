namespace Cairn.Learning.Privacy;

/// <summary>What is said instead of a percentage.</summary>
public enum ShareKind
{
    /// <summary>Nothing can be said: the group is too small, or nobody is in it.</summary>
    Hidden = 0,

    /// <summary>The percentage, rounded; never 0 or 100.</summary>
    Exact = 1,

    /// <summary>That percentage or less: few or none.</summary>
    AtMost = 2,

    /// <summary>That percentage or more: nearly all or all.</summary>
    AtLeast = 3,
}

/// <summary>A share of a group as it may be published.</summary>
/// <remarks>
/// A percentage of a group of known size is a count in other clothes, and 0 % or 100 % tell of everybody in it. So few or none is
/// one answer, and nearly all or all another. Whatever is said is said of at least as many counts as the threshold, or both sides
/// reach it. Source: NCES 2011-603 (bottom and top coding by the size of the group); its steps (20 % under 20, 10 % under 40, 5 %
/// under 100) leave fewer than ten counts, so ours follow the threshold.
/// </remarks>
/// <param name="Kind">What is said.</param>
/// <param name="Percent">Whole percent, 0 to 100; 0 where nothing is said.</param>
public readonly record struct PublishedShare(ShareKind Kind, int Percent)
{
    /// <summary>What may be said of one group. Where shares of several groups stand together, or one in several parts, hide counts
    /// with <see cref="SmallCell"/> first, and give shares only of counts and sums that are shown.</summary>
    /// <param name="part">How many of the group, 0 to the whole.</param>
    /// <param name="whole">How many are in the group. Under 2 * threshold - 1 nothing is said.</param>
    /// <param name="threshold">The smallest count that is told exactly on either side, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above the whole, or the threshold is below 2.</exception>
    public static PublishedShare Of(int part, int whole, int threshold = SmallCell.DefaultThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        if (whole < 2L * threshold - 1) return new PublishedShare(ShareKind.Hidden, 0);
        var few = threshold - 1;
        // Up for few and down for nearly all, so that the words are true of every count they stand for.
        if (part <= few) return new PublishedShare(ShareKind.AtMost, (int)((100L * few + whole - 1) / whole));
        if (whole - part <= few) return new PublishedShare(ShareKind.AtLeast, (int)(100L * (whole - few) / whole));
        return (int)((200L * part + whole) / (2L * whole)) switch
        {
            0 => new PublishedShare(ShareKind.AtMost, 1),
            100 => new PublishedShare(ShareKind.AtLeast, 99),
            var percent => new PublishedShare(ShareKind.Exact, percent),
        };
    }
}
