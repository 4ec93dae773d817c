namespace Cairn.Learning.Mastery.Rules;

/// <summary>Mean and median of levels, exactly.</summary>
internal static class Centre
{
    public static decimal Of(Middle middle, IReadOnlyList<decimal> levels) =>
        middle == Middle.Mean ? Mean(levels) : Median(levels);

    public static decimal Mean(IReadOnlyList<decimal> levels) => levels.Sum() / levels.Count;

    /// <summary>The middle level, or the mean of the two middle ones.</summary>
    public static decimal Median(IReadOnlyList<decimal> levels)
    {
        var sorted = levels.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public static ArithmeticLine Line(Middle middle, IReadOnlyList<decimal> levels) => middle == Middle.Mean
        ? new ArithmeticLine(ArithmeticKind.Mean, Fraction(levels), Mean(levels))
        : new ArithmeticLine(ArithmeticKind.Median, ArithmeticLine.List(levels.Order()), Median(levels));

    public static string Fraction(IReadOnlyList<decimal> levels) => levels.Count == 1
        ? ArithmeticLine.Print(levels[0])
        : $"({ArithmeticLine.Sum(levels)}) / {levels.Count}";
}
