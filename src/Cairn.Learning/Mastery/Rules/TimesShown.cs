namespace Cairn.Learning.Mastery.Rules;

/// <summary>The mean of all scores at or above a threshold, once there are enough of them.</summary>
/// <param name="Times">How many are asked for, 1 or more.</param>
/// <param name="Threshold">The level they start at, 0 or more.</param>
public sealed record TimesShown(int Times, decimal Threshold) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "times-shown";

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var at = Enumerable.Range(0, levels.Count).Where(i => levels[i] >= Threshold).ToArray();
        if (at.Length < Times) return Reading.Not(new NotYet(NotYetReason.TooFewAtThreshold, at.Length, Times));
        var below = Enumerable.Range(0, levels.Count).Except(at).Select(i => new DroppedScore(i, DropReason.BelowThreshold));
        return new Reading(Centre.Mean([.. at.Select(i => levels[i])]), at, below);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var at = levels.Where(level => level >= Threshold).ToArray();
        return [new ArithmeticLine(ArithmeticKind.AtThreshold, Centre.Fraction(at), Centre.Mean(at))];
    }
}
