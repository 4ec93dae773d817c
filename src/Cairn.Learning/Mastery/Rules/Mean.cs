namespace Cairn.Learning.Mastery.Rules;

/// <summary>The mean of all scores.</summary>
public sealed record Mean : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "mean";

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) => Reading.Of(Centre.Mean(levels), levels);

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        [Centre.Line(Middle.Mean, levels)];
}
