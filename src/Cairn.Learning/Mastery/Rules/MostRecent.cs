namespace Cairn.Learning.Mastery.Rules;

/// <summary>How several scores become one.</summary>
public enum Middle
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,
}

/// <summary>The last scores, or those there are, by their mean or median.</summary>
/// <param name="Last">How many of the last, 1 or more.</param>
/// <param name="Combine">Mean or median.</param>
public sealed record MostRecent(int Last = 1, Middle Combine = Middle.Mean) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "most-recent";

    /// <inheritdoc/>
    public override bool ReadsOrder => true;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var last = Math.Min(Last, levels.Count);
        return Reading.OfLast(Centre.Of(Combine, [.. levels.TakeLast(last)]), last, levels);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        [Centre.Line(Combine, [.. levels.TakeLast(Math.Min(Last, levels.Count))])];
}
