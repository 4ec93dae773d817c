using System.Globalization;

namespace Cairn.Learning.Mastery;

/// <summary>What a line of a rule's arithmetic computes.</summary>
public enum ArithmeticKind
{
    /// <summary>The scores read, in order.</summary>
    Scores,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,

    /// <summary>The most frequent level.</summary>
    MostFrequent,

    /// <summary>The scores at or above the threshold.</summary>
    AtThreshold,

    /// <summary>The mean of all but the latest.</summary>
    Earlier,

    /// <summary>The latest weighed against the earlier.</summary>
    Weighed,

    /// <summary>One step of a decaying average.</summary>
    Decay,

    /// <summary>The curve through the scores.</summary>
    Curve,

    /// <summary>The total error of a fit.</summary>
    FitError,

    /// <summary>The weighted sum over the weights.</summary>
    WeightedMean,

    /// <summary>Rounded to the rule's precision.</summary>
    Rounded,

    /// <summary>Kept levels of the stage.</summary>
    Kept,

    /// <summary>Boxes filled of boxes asked for.</summary>
    Boxes,

    /// <summary>Where each target began, their mean: the baseline where none is stored.</summary>
    Beginning,

    /// <summary>Level less baseline.</summary>
    Growth,

    /// <summary>The least mean that completes the stage.</summary>
    MinimumAverage,

    /// <summary>Points of the Proficient children.</summary>
    Points,
}

/// <summary>One line of arithmetic: what it is, the formula with its numbers, and what comes of it.</summary>
/// <param name="Kind">What the line computes.</param>
/// <param name="Formula">The formula with its numbers, in invariant notation.</param>
/// <param name="Result">What comes of it; null where the line only lists.</param>
public readonly record struct ArithmeticLine(ArithmeticKind Kind, string Formula, decimal? Result)
{
    /// <summary>A number as the arithmetic prints it: no trailing zeros, at most six decimals.</summary>
    public static string Print(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Numbers between commas.</summary>
    public static string List(IEnumerable<decimal> numbers) => string.Join(", ", numbers.Select(Print));

    /// <summary>Numbers between plus signs.</summary>
    public static string Sum(IEnumerable<decimal> numbers) => string.Join(" + ", numbers.Select(Print));
}
