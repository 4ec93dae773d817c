using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery.Columns;

/// <summary>
/// Rules over columns: many bodies of evidence at once, without an object a piece. Levels are whole numbers of one byte,
/// oldest first; the cells of a column lie one behind the other. Values are the same to the digit as those of the rules.
/// </summary>
public static class ColumnRules
{
    /// <summary>The value of a cell that has none.</summary>
    public const int NoValue = int.MinValue;

    // A value this near to half a hundredth is concluded again in decimals, where it is exact.
    private const double NearHalf = 1e-6;

    /// <summary>Can a rule be read over columns? Those that need no sorting and no logarithm, at two decimals.</summary>
    public static bool CanRead(ScoreRule rule) => rule is { Decimals: 2, MinimumExperiences: 1, MinimumJudges: 1 }
        and (MostRecent { Combine: Middle.Mean } or Highest { Best: 1 } or Rules.Mean or WeightedRecent or DecayingAverage);

    /// <summary>Concludes every cell.</summary>
    /// <param name="rule">The rule; one that <see cref="CanRead"/> refuses throws <see cref="ArgumentException"/>.</param>
    /// <param name="offsets">Where each cell begins among the levels, and at the end where the last one ends: rising.</param>
    /// <param name="levels">The levels, 0 to 255.</param>
    /// <param name="values">Takes the values in hundredths, rounded half away from zero, or <see cref="NoValue"/>; one a cell.</param>
    public static void Conclude(ScoreRule rule, ReadOnlySpan<int> offsets, ReadOnlySpan<byte> levels, Span<int> values)
    {
        if (!CanRead(rule)) throw new ArgumentException($"{rule.Name} is not read over columns.", nameof(rule));
        if (offsets.Length != values.Length + 1) throw new ArgumentException("There is one value a cell.", nameof(values));
        for (var cell = 0; cell < values.Length; cell++)
        {
            var of = levels[offsets[cell]..offsets[cell + 1]];
            values[cell] = of.Length == 0 || of.Length < rule.Minimum ? NoValue : rule switch
            {
                MostRecent { Last: 1 } => of[^1] * 100,
                MostRecent recent => Mean(of.Length > recent.Last ? of[^recent.Last..] : of),
                Highest => Max(of) * 100,
                Rules.Mean => Mean(of),
                WeightedRecent weighted => Weighted(of, weighted.Weight),
                _ => Decaying(of, (DecayingAverage)rule),
            };
        }
    }

    private static int Mean(ReadOnlySpan<byte> levels) => Divide(Sum(levels) * 100L, levels.Length);

    private static int Weighted(ReadOnlySpan<byte> levels, int weight)
    {
        if (levels.Length == 1) return levels[0] * 100;
        var before = levels.Length - 1;
        return Divide((long)weight * levels[^1] * before + (100L - weight) * Sum(levels[..^1]), before);
    }

    private static int Decaying(ReadOnlySpan<byte> levels, DecayingAverage rule)
    {
        var weight = rule.Weight / 100.0;
        double decayed = levels[0];
        foreach (var level in levels[1..]) decayed += weight * (level - decayed);
        var hundredths = decayed * 100;
        var whole = Math.Floor(hundredths);
        var over = hundredths - whole;
        if (Math.Abs(over - 0.5) < NearHalf) return Exactly(levels, rule);
        return (int)whole + (over > 0.5 ? 1 : 0);
    }

    private static int Exactly(ReadOnlySpan<byte> levels, DecayingAverage rule)
    {
        var scores = new decimal?[levels.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = levels[i];
        return (int)(rule.Conclude(scores).Value!.Value * 100);
    }

    /// <summary>Half away from zero, of numbers that are not negative.</summary>
    private static int Divide(long number, int by) => (int)((2 * number + by) / (2L * by));

    private static int Sum(ReadOnlySpan<byte> levels)
    {
        unchecked
        {
            var sum = 0;
            foreach (var level in levels) sum += level;
            return sum;
        }
    }

    private static byte Max(ReadOnlySpan<byte> levels)
    {
        var highest = levels[0];
        foreach (var level in levels)
            if (level > highest) highest = level;
        return highest;
    }
}
