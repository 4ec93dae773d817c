namespace Cairn.Learning.Transcripts;

/// <summary>Means from one to another, both inside, rounded as a table rounds.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The highest.</param>
public readonly record struct MeanRange(decimal From, decimal To);

/// <summary>
/// A table from levels to letters and numbers. It reads the mean of levels, rounded half away from zero once, at the end; the first band that covers it and whose
/// conditions hold says what comes of it. What no band covers, and what a band leaves out, is undefined and stays so.
/// Source: "Conversions as published" in the determination rules.
/// </summary>
/// <param name="Bands">The bands, in the order in which they are tried.</param>
public sealed record GradeTable(IReadOnlyList<GradeBand> Bands)
{
    /// <summary>The most bands of a table.</summary>
    public const int MostBands = 40;

    /// <summary>The most decimals that a mean is rounded to.</summary>
    public const int MostDecimals = 3;

    /// <summary>Decimals that a mean is rounded to, 0 to 3.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The lowest level of the scale it reads: where what is left out is looked for.</summary>
    public decimal Lowest { get; init; } = 1;

    /// <summary>The highest level of the scale it reads.</summary>
    public decimal Highest { get; init; } = 4;

    /// <summary>The mean of levels as the table reads it: rounded half away from zero. Throws <see cref="ArgumentException"/> where there is no level.</summary>
    public decimal MeanOf(IReadOnlyList<decimal> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0) throw new ArgumentException("The mean of nothing is nothing.", nameof(levels));
        return Math.Round(levels.Sum() / levels.Count, Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The band that says what comes of levels; null where none does.</summary>
    /// <param name="mean">Their mean, as <see cref="MeanOf"/> gives it.</param>
    /// <param name="levels">The levels.</param>
    public GradeBand? BandOf(decimal mean, IReadOnlyList<decimal> levels)
    {
        foreach (var band in Bands)
            if (band.Covers(mean) && band.Holds(levels)) return band;
        return null;
    }

    /// <summary>The means of the scale that no band covers, lowest first: there the table says nothing.</summary>
    public IReadOnlyList<MeanRange> Gaps()
    {
        var (step, next, gaps) = (Step, Steps(Lowest), new List<MeanRange>());
        var last = Steps(Highest);
        foreach (var (from, to) in Bands.Select(Reach).Where(one => one.From <= one.To).OrderBy(one => one.From))
        {
            if (next > last) break;
            if (from > next) gaps.Add(new MeanRange(next * step, (Math.Min(from, last + 1) - 1) * step));
            next = Math.Max(next, to + 1);
        }

        if (next <= last) gaps.Add(new MeanRange(next * step, last * step));
        return gaps;
    }

    /// <summary>The gap that a mean lies in; null where a band covers it, or where it is off the scale.</summary>
    public MeanRange? GapAt(decimal mean) => Gaps().Cast<MeanRange?>().FirstOrDefault(one => mean >= one!.Value.From && mean <= one.Value.To);

    /// <summary>First and last mean of a band in steps of the table's rounding; the first above the last where there is none.</summary>
    internal (long From, long To) Reach(GradeBand band) =>
        (band.From is { } from ? Inner(from, band.IsFromInside, up: true) : long.MinValue / 2, band.To is { } to ? Inner(to, band.IsToInside, up: false) : long.MaxValue / 2);

    private decimal Step => Decimals switch { 0 => 1m, 1 => 0.1m, 2 => 0.01m, _ => 0.001m };

    private long Steps(decimal mean) => (long)Math.Round(mean / Step, MidpointRounding.AwayFromZero);

    private long Inner(decimal end, bool isInside, bool up)
    {
        var steps = end / Step;
        var whole = up ? Math.Ceiling(steps) : Math.Floor(steps);
        return (long)whole + (isInside || whole != steps ? 0 : up ? 1 : -1);
    }
}
