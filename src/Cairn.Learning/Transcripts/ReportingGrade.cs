using Cairn.Learning.Mastery;

namespace Cairn.Learning.Transcripts;

/// <summary>What a table does not say.</summary>
public enum GradeGap
{
    /// <summary>There is no level to convert.</summary>
    NoLevel = 1,

    /// <summary>No band covers the mean.</summary>
    NoBand = 2,

    /// <summary>A band covers the mean, and its conditions do not hold; no other band takes it.</summary>
    Condition = 3,

    /// <summary>The band says no letter.</summary>
    NoLetter = 4,

    /// <summary>The band says no percent.</summary>
    NoPercent = 5,

    /// <summary>The band says no points.</summary>
    NoPoints = 6,

    /// <summary>The band says no points of what is weighted.</summary>
    NoWeightedPoints = 7,
}

/// <summary>What a line of "Why this grade?" is about.</summary>
public enum GradeStepKind
{
    /// <summary>The levels that are read.</summary>
    Levels = 1,

    /// <summary>Their mean, before it is rounded.</summary>
    Mean = 2,

    /// <summary>The mean as the table reads it.</summary>
    Rounded = 3,

    /// <summary>Is the mean within a band?</summary>
    Band = 4,

    /// <summary>Are more than half of the levels at a level or above?</summary>
    Majority = 5,

    /// <summary>Is no level at a level or below?</summary>
    NoneBelow = 6,
}

/// <summary>One line of how a grade came about.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Formula">With its numbers, in invariant notation.</param>
/// <param name="Result">What comes of it; null where the line only lists or asks.</param>
/// <param name="Holds">Is what it asks so? Null where it asks nothing.</param>
public readonly record struct GradeStep(GradeStepKind Kind, string Formula, decimal? Result, bool? Holds);

/// <summary>A letter or number of levels by a table: a conclusion with its reasons. What the table does not say is null and named in <see cref="Gaps"/>, never guessed.</summary>
public sealed record ReportingGrade
{
    private ReportingGrade(GradeTable table, IReadOnlyList<decimal> levels, bool isWeighted) => (Table, Levels, IsWeighted) = (table, levels, isWeighted);

    /// <summary>The table.</summary>
    public GradeTable Table { get; }

    /// <summary>The levels that were read.</summary>
    public IReadOnlyList<decimal> Levels { get; }

    /// <summary>Is it weighted, such as advanced placement?</summary>
    public bool IsWeighted { get; }

    /// <summary>The mean as the table reads it; null where there is no level.</summary>
    public decimal? Value { get; private init; }

    /// <summary>The band that says it; null where none does.</summary>
    public GradeBand? Band { get; private init; }

    /// <summary>Does the table say anything of these levels?</summary>
    public bool IsDefined => Band is not null;

    /// <summary>The letter or word; empty where the table says none.</summary>
    public string Letter => Band?.Letter ?? "";

    /// <summary>The least percent; null where the table says none.</summary>
    public decimal? PercentLow => Band?.PercentLow;

    /// <summary>The highest percent; null where the table says none.</summary>
    public decimal? PercentHigh => Band?.PercentHigh;

    /// <summary>Points for an average that is not weighted; null where the table says none.</summary>
    public decimal? Points => Band?.Points;

    /// <summary>Points for a weighted average: those of what is weighted where it is, else the same as <see cref="Points"/>; null where the table says none.</summary>
    public decimal? WeightedPoints => IsWeighted ? Band?.WeightedPoints : Band?.Points;

    /// <summary>Does it earn credit? Null where the table does not say.</summary>
    public bool? EarnsCredit => Band?.EarnsCredit;

    /// <summary>What the table does not say, in order.</summary>
    public IReadOnlyList<GradeGap> Gaps { get; private init; } = [];

    /// <summary>How it came about, line by line, to the digit.</summary>
    public IReadOnlyList<GradeStep> Steps => [.. StepsOf()];

    /// <summary>Concludes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="levels">The levels, in any order; none gives an undefined grade.</param>
    /// <param name="isWeighted">Is it weighted?</param>
    public static ReportingGrade From(GradeTable table, IReadOnlyList<decimal> levels, bool isWeighted)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(levels);
        var grade = new ReportingGrade(table, levels, isWeighted);
        if (levels.Count == 0) return grade with { Gaps = [GradeGap.NoLevel] };
        var mean = table.MeanOf(levels);
        var band = table.BandOf(mean, levels);
        return grade with { Value = mean, Band = band, Gaps = band is null ? [table.Bands.Any(one => one.Covers(mean)) ? GradeGap.Condition : GradeGap.NoBand] : [.. GapsOf(band, isWeighted)] };
    }

    private static IEnumerable<GradeGap> GapsOf(GradeBand band, bool isWeighted)
    {
        if (band.Letter.Length == 0) yield return GradeGap.NoLetter;
        if (band.PercentLow is null) yield return GradeGap.NoPercent;
        if (band.Points is null) yield return GradeGap.NoPoints;
        if (isWeighted && band.WeightedPoints is null) yield return GradeGap.NoWeightedPoints;
    }

    private IEnumerable<GradeStep> StepsOf()
    {
        if (Value is not { } value) yield break;
        yield return new(GradeStepKind.Levels, ArithmeticLine.List(Levels), null, null);
        yield return new(GradeStepKind.Mean, $"({ArithmeticLine.Sum(Levels)}) / {Levels.Count}", Levels.Sum() / Levels.Count, null);
        yield return new(GradeStepKind.Rounded, $"{ArithmeticLine.Print(Levels.Sum() / Levels.Count)} -> {Table.Decimals}", value, null);
        foreach (var band in Table.Bands)
        {
            if (!band.Covers(value)) continue;
            yield return new(GradeStepKind.Band, GradeTableText.Ends(band), value, true);
            if (band.MajorityAt is { } at) yield return new(GradeStepKind.Majority, $"{GradeBand.CountFrom(Levels, at)} / {Levels.Count} >= {ArithmeticLine.Print(at)}", null, band.HasMajority(Levels));
            if (band.NoneAtOrBelow is { } low) yield return new(GradeStepKind.NoneBelow, $"{GradeBand.CountUpTo(Levels, low)} <= {ArithmeticLine.Print(low)}", null, band.HasNoneBelow(Levels));
            if (ReferenceEquals(band, Band)) yield break;
        }

        if (Band is null && !Table.Bands.Any(one => one.Covers(value))) yield return new(GradeStepKind.Band, Table.GapAt(value) is { } gap ? $"[{ArithmeticLine.Print(gap.From)}, {ArithmeticLine.Print(gap.To)}]" : "", value, false);
    }
}
