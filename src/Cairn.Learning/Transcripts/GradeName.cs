using Cairn.Learning.Mastery;

namespace Cairn.Learning.Transcripts;

/// <summary>A grade in one short name, without words of a language.</summary>
public static class GradeName
{
    /// <summary>The letter; where the table says none the percent, such as "93-96", else the points, else the weighted points. Empty where it says none of them.</summary>
    public static string Of(GradeBand? band) => band switch
    {
        null => "",
        { Letter.Length: > 0 } => band.Letter,
        { PercentLow: { } low } => low == band.PercentHigh ? Percent(low) : $"{ArithmeticLine.Print(low)}–{Percent(band.PercentHigh ?? low)}",
        { Points: { } points } => ArithmeticLine.Print(points),
        { WeightedPoints: { } points } => ArithmeticLine.Print(points),
        _ => "",
    };

    private static string Percent(decimal percent) => ArithmeticLine.Print(percent) + "%";
}
