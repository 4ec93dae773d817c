using Cairn.Learning.Credits;

namespace Cairn.Learning.Transcripts;

/// <summary>Why a line is not in an average.</summary>
public enum LeftOut
{
    /// <summary>Credit without a grade.</summary>
    NoGrade = 1,

    /// <summary>It came with the grade of another school, which has no points here.</summary>
    OtherSchool = 2,

    /// <summary>No conversion holds for it.</summary>
    NoConversion = 3,

    /// <summary>The table says nothing of its levels, or has no points for them.</summary>
    NoPoints = 4,

    /// <summary>It is taken for granted for a while, and not proven.</summary>
    Provisional = 5,
}

/// <summary>A line of a record as an average reads it.</summary>
/// <param name="Award">Which award.</param>
/// <param name="Hundredths">Its credit, in hundredths: its weight.</param>
/// <param name="Points">Points that are not weighted; null for none.</param>
/// <param name="WeightedPoints">Points for the weighted average; null for none.</param>
/// <param name="Why">Why it is in no average; null where points decide.</param>
public readonly record struct AverageLine(CreditAwardId Award, int Hundredths, decimal? Points, decimal? WeightedPoints, LeftOut? Why = null);

/// <summary>A line that is not in an average, and why.</summary>
/// <param name="Award">Which award.</param>
/// <param name="Why">Why.</param>
public readonly record struct LeftOutLine(CreditAwardId Award, LeftOut Why);

/// <summary>One average of points: each line as often as its credit.</summary>
/// <param name="Value">The average, two decimals, rounded half away from zero; null where no line is in it.</param>
/// <param name="Hundredths">The credit that is in it, in hundredths.</param>
/// <param name="Formula">With its numbers, in invariant notation; empty where no line is in it.</param>
/// <param name="LeftOut">What is not in it, in the order of the lines.</param>
public sealed record PointAverage(decimal? Value, int Hundredths, string Formula, IReadOnlyList<LeftOutLine> LeftOut);

/// <summary>Averages of a record, weighted and not, and honors: a conclusion. It says what was left out, and why.</summary>
public sealed record GradeAverage
{
    private GradeAverage(PointAverage unweighted, PointAverage weighted) => (Unweighted, Weighted) = (unweighted, weighted);

    /// <summary>The average that knows no weighted lines.</summary>
    public PointAverage Unweighted { get; }

    /// <summary>The average in which weighted lines have their own points.</summary>
    public PointAverage Weighted { get; }

    /// <summary>Honors by the average that is not weighted; none where there is no average.</summary>
    public Honors Honors => Unweighted.Value is { } value ? HonorsCut.Of(value) : Honors.None;

    /// <summary>Concludes.</summary>
    /// <param name="lines">The lines, in the order in which they are printed.</param>
    public static GradeAverage From(IReadOnlyList<AverageLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new(Of(lines, one => one.Points), Of(lines, one => one.WeightedPoints));
    }

    private static PointAverage Of(IReadOnlyList<AverageLine> lines, Func<AverageLine, decimal?> points)
    {
        var (sum, hundredths, terms, left) = (0m, 0, new List<string>(), new List<LeftOutLine>());
        foreach (var line in lines)
        {
            if (line.Why is { } why) left.Add(new(line.Award, why));
            else if (points(line) is not { } each) left.Add(new(line.Award, LeftOut.NoPoints));
            else
            {
                (sum, hundredths) = (sum + each * line.Hundredths, hundredths + line.Hundredths);
                terms.Add($"{Mastery.ArithmeticLine.Print(each)} x {Mastery.ArithmeticLine.Print(line.Hundredths / 100m)}");
            }
        }

        return hundredths == 0
            ? new(null, 0, "", left)
            : new(Math.Round(sum / hundredths, 2, MidpointRounding.AwayFromZero), hundredths, $"({string.Join(" + ", terms)}) / {Mastery.ArithmeticLine.Print(hundredths / 100m)}", left);
    }
}

/// <summary>Honors, without rank.</summary>
public enum Honors
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>With honor.</summary>
    CumLaude = 1,

    /// <summary>With great honor.</summary>
    MagnaCumLaude = 2,

    /// <summary>With highest honor.</summary>
    SummaCumLaude = 3,
}

/// <summary>The fixed cuts of honors, as the Great Schools Partnership publishes them: 3.5, 3.7 and 3.9, inclusive. They depend on nobody else.</summary>
public static class HonorsCut
{
    /// <summary>Honors of an average as it is printed, two decimals.</summary>
    public static Honors Of(decimal average) => average switch
    {
        >= 3.9m => Honors.SummaCumLaude,
        >= 3.7m => Honors.MagnaCumLaude,
        >= 3.5m => Honors.CumLaude,
        _ => Honors.None,
    };
}
