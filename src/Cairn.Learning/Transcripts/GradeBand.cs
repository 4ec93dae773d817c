namespace Cairn.Learning.Transcripts;

/// <summary>One row of a table from levels to letters and numbers: for which means, on which conditions, and what it says of them. What it does not say is null
/// or empty, and stays undefined: nothing is filled in.</summary>
/// <param name="From">The least mean, rounded as the table rounds; null where it has no lower end.</param>
/// <param name="To">The highest mean, rounded as the table rounds; null where it has no upper end.</param>
public sealed record GradeBand(decimal? From, decimal? To)
{
    /// <summary>Does the band hold its lower end itself?</summary>
    public bool IsFromInside { get; init; } = true;

    /// <summary>Does the band hold its upper end itself?</summary>
    public bool IsToInside { get; init; } = true;

    /// <summary>The letter or word; empty where the table says none.</summary>
    public string Letter { get; init; } = "";

    /// <summary>The least percent, 0 to 100; null where the table says none.</summary>
    public decimal? PercentLow { get; init; }

    /// <summary>The highest percent, from <see cref="PercentLow"/> to 100; the same where the table says one number.</summary>
    public decimal? PercentHigh { get; init; }

    /// <summary>Grade points, 0 to 10; null where the table says none.</summary>
    public decimal? Points { get; init; }

    /// <summary>Grade points of what is weighted, such as advanced placement, 0 to 10; null where the table says none.</summary>
    public decimal? WeightedPoints { get; init; }

    /// <summary>More than half of the levels have to be at this level or above; null for no such condition.</summary>
    public decimal? MajorityAt { get; init; }

    /// <summary>No level may be at this level or below; null for no such condition.</summary>
    public decimal? NoneAtOrBelow { get; init; }

    /// <summary>Does it earn credit? Null where the table does not say.</summary>
    public bool? EarnsCredit { get; init; }

    /// <summary>Does it hold on conditions beside the mean?</summary>
    public bool HasConditions => MajorityAt is not null || NoneAtOrBelow is not null;

    /// <summary>Does it say anything at all?</summary>
    public bool SaysSomething => Letter.Length > 0 || PercentLow is not null || Points is not null || WeightedPoints is not null || EarnsCredit is not null;

    /// <summary>Does a mean, rounded as the table rounds, lie within its ends?</summary>
    public bool Covers(decimal value) =>
        (From is not { } from || (IsFromInside ? value >= from : value > from)) && (To is not { } to || (IsToInside ? value <= to : value < to));

    /// <summary>Are more than half of the levels where the condition asks for them? Yes where it asks for none.</summary>
    public bool HasMajority(IReadOnlyList<decimal> levels) => MajorityAt is not { } at || 2 * CountFrom(levels, at) > levels.Count;

    /// <summary>Is no level as low as the condition forbids? Yes where it forbids none.</summary>
    public bool HasNoneBelow(IReadOnlyList<decimal> levels) => NoneAtOrBelow is not { } low || CountUpTo(levels, low) == 0;

    /// <summary>Do its conditions beside the mean hold?</summary>
    public bool Holds(IReadOnlyList<decimal> levels) => HasMajority(levels) && HasNoneBelow(levels);

    internal static int CountFrom(IReadOnlyList<decimal> levels, decimal at) => levels.Count(one => one >= at);

    internal static int CountUpTo(IReadOnlyList<decimal> levels, decimal low) => levels.Count(one => one <= low);
}
