namespace Cairn.Learning.Mastery.Rules;

/// <summary>The median of the last scores, or of all.</summary>
/// <param name="Last">How many of the last, 1 or more; null for all.</param>
public sealed record Median(int? Last = null) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "median";

    /// <inheritdoc/>
    public override bool ReadsOrder => Last is not null;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var last = Math.Min(Last ?? levels.Count, levels.Count);
        return Reading.OfLast(Centre.Median([.. levels.TakeLast(last)]), last, levels);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        [Centre.Line(Middle.Median, [.. levels.TakeLast(Math.Min(Last ?? levels.Count, levels.Count))])];
}
