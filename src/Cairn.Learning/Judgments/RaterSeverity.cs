namespace Cairn.Learning.Judgments;

/// <summary>One piece that two people judged without knowing of each other.</summary>
/// <param name="Own">The judge's level, in levels.</param>
/// <param name="Other">The other's level, in levels.</param>
public readonly record struct DoubleScored(decimal Own, decimal Other);

/// <summary>
/// How much harder than others a judge is, in levels. It reads double-scored levels and nothing else: no group, school, cohort
/// or fact about a learner or a judge can enter. Source: "Estimate: the advisory model" in the methods.
/// </summary>
public static class RaterSeverity
{
    /// <summary>So many double-scored judgments a judge needs before severity is spoken of.</summary>
    public const int Needed = 20;

    // As much weight on "no harder than others" as the fewest judgments that are read.
    private const int Shrink = Needed;

    /// <summary>Severity in levels, above 0 for a judge who gives lower levels than others; 0 with fewer than
    /// <see cref="Needed"/> judgments, and drawn towards 0 by half at that number.</summary>
    /// <param name="pieces">The judge's double-scored pieces.</param>
    public static double Of(IReadOnlyCollection<DoubleScored> pieces) =>
        pieces.Count < Needed ? 0 : (double)(pieces.Sum(one => one.Other - one.Own) / (pieces.Count + Shrink));
}
