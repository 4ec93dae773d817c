namespace Cairn.Learning.Transcripts;

/// <summary>What is wrong with a table.</summary>
public enum GradeTableFaultKind
{
    /// <summary>It has no band.</summary>
    NoBand = 1,

    /// <summary>It has more bands than a table may have.</summary>
    TooMany = 2,

    /// <summary>It rounds to fewer than 0 or more than three decimals.</summary>
    Decimals = 3,

    /// <summary>The scale's lowest level is not below its highest, or either is out of 0 to 100.</summary>
    Scale = 4,

    /// <summary>A band ends before it begins, or holds no mean as the table rounds.</summary>
    Empty = 5,

    /// <summary>A band has more decimals than the table rounds to: no mean would ever be that number.</summary>
    Finer = 6,

    /// <summary>A band takes means that an earlier one, which asks nothing else, takes already.</summary>
    Overlap = 7,

    /// <summary>A percent is out of 0 to 100, or the least is above the highest, or one of the two is missing.</summary>
    Percent = 8,

    /// <summary>Points are out of 0 to 10.</summary>
    Points = 9,

    /// <summary>A letter is too long, or has signs that do not print.</summary>
    Letter = 10,

    /// <summary>A band says nothing.</summary>
    Silent = 11,

    /// <summary>A condition asks for a level that is not on the scale.</summary>
    Condition = 12,

    /// <summary>A higher mean gets fewer points, or a lower percent, than a lower one.</summary>
    Falls = 13,
}

/// <summary>What is wrong with a table, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Band">In which band, from 0; null for the table itself.</param>
public readonly record struct GradeTableFault(GradeTableFaultKind Kind, int? Band = null);

/// <summary>Looks whether a table can be adopted. That it leaves something out is no fault.</summary>
public static class GradeTableCheck
{
    /// <summary>The most signs of a letter or word.</summary>
    public const int LongestLetter = 20;

    private const decimal MostPoints = 10;
    private const decimal MostLevel = 100;

    /// <summary>What is wrong, in the order of the bands; none for a sound table.</summary>
    public static IReadOnlyList<GradeTableFault> Of(GradeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var faults = OfTable(table).Select(kind => new GradeTableFault(kind)).ToList();
        if (faults.Count > 0) return faults;
        for (var i = 0; i < table.Bands.Count; i++) faults.AddRange(OfBand(table, i).Select(kind => new GradeTableFault(kind, i)));
        return faults;
    }

    private static IEnumerable<GradeTableFaultKind> OfTable(GradeTable table)
    {
        if (table.Bands.Count == 0) yield return GradeTableFaultKind.NoBand;
        if (table.Bands.Count > GradeTable.MostBands) yield return GradeTableFaultKind.TooMany;
        if (table.Decimals is < 0 or > GradeTable.MostDecimals) yield return GradeTableFaultKind.Decimals;
        if (table.Lowest < 0 || table.Highest > MostLevel || table.Lowest >= table.Highest) yield return GradeTableFaultKind.Scale;
    }

    private static IEnumerable<GradeTableFaultKind> OfBand(GradeTable table, int at)
    {
        var band = table.Bands[at];
        if (IsFiner(table, band.From) || IsFiner(table, band.To)) yield return GradeTableFaultKind.Finer;
        else if (IsEmpty(table, band)) yield return GradeTableFaultKind.Empty;
        else
        {
            var reach = table.Reach(band);
            if (table.Bands.Take(at).Any(one => !one.HasConditions && Meets(table.Reach(one), reach))) yield return GradeTableFaultKind.Overlap;
            if (table.Bands.Any(one => !IsFiner(table, one.From) && !IsFiner(table, one.To) && table.Reach(one).To < reach.From && Falls(one, band))) yield return GradeTableFaultKind.Falls;
        }

        if (band.PercentLow is null != band.PercentHigh is null || band.PercentLow < 0 || band.PercentHigh > 100 || band.PercentLow > band.PercentHigh) yield return GradeTableFaultKind.Percent;
        if (band.Points is < 0 or > MostPoints || band.WeightedPoints is < 0 or > MostPoints) yield return GradeTableFaultKind.Points;
        if (band.Letter.Length > LongestLetter || band.Letter.Any(char.IsControl) || band.Letter != band.Letter.Trim()) yield return GradeTableFaultKind.Letter;
        if (!band.SaysSomething) yield return GradeTableFaultKind.Silent;
        if (IsOff(table, band.MajorityAt) || IsOff(table, band.NoneAtOrBelow)) yield return GradeTableFaultKind.Condition;
    }

    // Ends far beyond any scale would not be counted in steps.
    private static bool IsFiner(GradeTable table, decimal? end) => end is { } one && (Math.Abs(one) > MostLevel || decimal.Round(one, table.Decimals) != one);

    private static bool IsEmpty(GradeTable table, GradeBand band) => table.Reach(band) is var (from, to) && from > to;

    private static bool Meets((long From, long To) one, (long From, long To) other) => one.From <= other.To && other.From <= one.To;

    private static bool Falls(GradeBand lower, GradeBand higher) =>
        lower.Points > higher.Points || lower.WeightedPoints > higher.WeightedPoints || lower.PercentHigh > higher.PercentLow;

    private static bool IsOff(GradeTable table, decimal? level) => level is { } one && (one < table.Lowest || one > table.Highest);
}
