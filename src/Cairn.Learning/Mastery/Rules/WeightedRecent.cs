namespace Cairn.Learning.Mastery.Rules;

/// <summary>The latest score against the mean of the earlier ones: w·sn + (1-w)·mean(s1..s(n-1)). Canvas calls it
/// "weighted average", and once called it "decaying average".</summary>
/// <param name="Weight">The weight of the latest, whole percent, 1 to 99.</param>
public sealed record WeightedRecent(int Weight = 65) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "weighted-recent";

    /// <inheritdoc/>
    public override bool ReadsOrder => true;

    private decimal W => Weight / 100m;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) => Reading.Of(
        levels.Count == 1 ? levels[0] : W * levels[^1] + (1 - W) * Centre.Mean([.. levels.SkipLast(1)]), levels);

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        if (levels.Count == 1) return [Centre.Line(Middle.Mean, levels)];
        var earlier = Centre.Mean([.. levels.SkipLast(1)]);
        var formula = $"{ArithmeticLine.Print(W)} × {ArithmeticLine.Print(levels[^1])} + {ArithmeticLine.Print(1 - W)} × {ArithmeticLine.Print(earlier)}";
        return
        [
            new ArithmeticLine(ArithmeticKind.Earlier, Centre.Fraction([.. levels.SkipLast(1)]), earlier),
            new ArithmeticLine(ArithmeticKind.Weighed, formula, Read(levels, weights).Value),
        ];
    }
}
