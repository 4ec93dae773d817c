namespace Cairn.Learning.Transcripts;

/// <summary>Which of two grades is better: by points, else by percent, else by the order of the letters in a table.</summary>
public static class GradeOrder
{
    /// <summary>Above 0 where the second is better, below 0 where it is worse, 0 where they say the same; null where they differ, and neither can be called better.
    /// A grade that the table says is better than none.</summary>
    public static int? Compare(ReportingGrade before, ReportingGrade after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Band is not { } old || after.Band is not { } young) return before.IsDefined.CompareTo(after.IsDefined) * -1;
        if (old.Letter == young.Letter && old.PercentLow == young.PercentLow && old.PercentHigh == young.PercentHigh && before.WeightedPoints == after.WeightedPoints
            && before.Points == after.Points && old.EarnsCredit == young.EarnsCredit) return 0;
        if (By(before.WeightedPoints, after.WeightedPoints) is { } points and not 0) return points;
        if (By(old.PercentLow + old.PercentHigh, young.PercentLow + young.PercentHigh) is { } percent and not 0) return percent;
        if (Rank(after.Table, old.Letter, young.Letter) is { } rank and not 0) return rank;
        if (Rank(before.Table, old.Letter, young.Letter) is { } earlier and not 0) return earlier;
        return old.EarnsCredit is { } earned && young.EarnsCredit is { } earns && earned != earns ? earns.CompareTo(earned) : null;
    }

    private static int? By(decimal? before, decimal? after) => before is { } one && after is { } other ? other.CompareTo(one) : null;

    private static int? Rank(GradeTable table, string before, string after) =>
        Lowest(table, before) is { } one && Lowest(table, after) is { } other ? other.CompareTo(one) : null;

    // Where a letter begins in the table; one without a lower end begins below all others.
    private static decimal? Lowest(GradeTable table, string letter)
    {
        decimal? lowest = null;
        foreach (var band in table.Bands)
            if (letter.Length > 0 && band.Letter == letter && (band.From ?? decimal.MinValue) is var from && !(from >= lowest)) lowest = from;
        return lowest;
    }
}
