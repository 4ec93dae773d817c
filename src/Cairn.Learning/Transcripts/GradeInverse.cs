using System.Globalization;

namespace Cairn.Learning.Transcripts;

/// <summary>From a grade back to a level: for what another school wrote, taken for granted for a while.</summary>
public static class GradeInverse
{
    /// <summary>The level that a grade stands for at least: the lowest level of the scale that the table turns into that grade by itself; where no single level is, the
    /// highest level below the band. Null where the table has no such grade: nothing is guessed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="scale">The numbers of the scale's levels, in any order.</param>
    /// <param name="grade">The grade as it was written: a letter or word of the table, or a percent such as "85" or "85%".</param>
    public static decimal? LevelOf(GradeTable table, IReadOnlyList<decimal> scale, string grade)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(grade);
        if (BandOf(table, grade.Trim()) is not { } band) return null;
        var levels = scale.Order().ToList();
        var alone = levels.FindIndex(one => ReportingGrade.From(table, [one], isWeighted: false).Band == band);
        if (alone >= 0) return levels[alone];
        return band.From is { } from && levels.FindLastIndex(one => one < from) is >= 0 and var below ? levels[below] : null;
    }

    private static GradeBand? BandOf(GradeTable table, string grade)
    {
        if (grade.Length == 0) return null;
        if (table.Bands.FirstOrDefault(one => one.Letter.Equals(grade, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        return decimal.TryParse(grade.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? table.Bands.FirstOrDefault(one => percent >= one.PercentLow && percent <= one.PercentHigh) : null;
    }
}
