namespace Cairn.Learning.Mastery.Rules;

/// <summary>d1 = s1; di = (1-w)·d(i-1) + w·si. Canvas calls it "decaying average" now, others "rolling average".</summary>
/// <param name="Weight">The weight of each newer score, whole percent, 50 to 99.</param>
public sealed record DecayingAverage(int Weight = 65) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "decaying-average";

    /// <inheritdoc/>
    public override bool ReadsOrder => true;

    private decimal W => Weight / 100m;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        Reading.Of(levels.Skip(1).Aggregate(levels[0], (decayed, level) => (1 - W) * decayed + W * level), levels);

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        if (levels.Count == 1) yield return Centre.Line(Middle.Mean, levels);
        var decayed = levels[0];
        foreach (var level in levels.Skip(1))
        {
            var formula = $"{ArithmeticLine.Print(1 - W)} × {ArithmeticLine.Print(decayed)} + {ArithmeticLine.Print(W)} × {ArithmeticLine.Print(level)}";
            decayed = (1 - W) * decayed + W * level;
            yield return new ArithmeticLine(ArithmeticKind.Decay, formula, decayed);
        }
    }
}
