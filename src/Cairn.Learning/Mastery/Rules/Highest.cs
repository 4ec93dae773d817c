namespace Cairn.Learning.Mastery.Rules;

/// <summary>The mean of the highest scores, or of those there are. Of equal scores the older counts.</summary>
/// <param name="Best">How many of the highest, 1 or more.</param>
public sealed record Highest(int Best = 1) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "highest";

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var best = Places(levels);
        var others = Enumerable.Range(0, levels.Count).Except(best).Select(i => new DroppedScore(i, DropReason.NotAmongBest));
        return new Reading(Centre.Mean([.. best.Select(i => levels[i])]), best, others);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        [Centre.Line(Middle.Mean, [.. Places(levels).Select(i => levels[i])])];

    private int[] Places(IReadOnlyList<decimal> levels) =>
        [.. Enumerable.Range(0, levels.Count).OrderByDescending(i => levels[i]).ThenBy(i => i).Take(Best).Order()];
}
