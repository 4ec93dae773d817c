namespace Cairn.Learning.Mastery.Rules;

/// <summary>
/// sum(wi·si) / sum(wi) over single pieces, weighed by their kind; what weighs 0 is left out. It is not a mean of
/// category means.
/// </summary>
public sealed record WeightedByEvidence : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "weighted-by-evidence";

    /// <summary>What a kind of evidence weighs, 0 or more; a kind that is not named weighs 1.</summary>
    public IReadOnlyDictionary<string, decimal> Kinds { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Two are equal when they weigh every kind the same.</summary>
    public bool Equals(WeightedByEvidence? other) => other is not null && base.Equals(other)
        && Kinds.Count == other.Kinds.Count && Kinds.All(kind => other.Kinds.TryGetValue(kind.Key, out var weight) && weight == kind.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Kinds.Count);

    /// <summary>What a kind of evidence weighs.</summary>
    public decimal WeightOf(Evidence.EvidenceKind kind) => WeightOf(kind.ToString().ToLowerInvariant());

    /// <summary>What a named kind, or a named child, weighs.</summary>
    public decimal WeightOf(string name) => Kinds.GetValueOrDefault(name, 1);

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) =>
        Reading.Of(Ratio(levels, weights), levels);

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var parts = levels.Select((level, i) => $"{ArithmeticLine.Print(weights?[i] ?? 1)} × {ArithmeticLine.Print(level)}");
        var sum = ArithmeticLine.Print(weights?.Sum() ?? levels.Count);
        return [new ArithmeticLine(ArithmeticKind.WeightedMean, $"({string.Join(" + ", parts)}) / {sum}", Ratio(levels, weights))];
    }

    private static decimal Ratio(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) => weights is null
        ? Centre.Mean(levels)
        : levels.Select((level, i) => weights[i] * level).Sum() / weights.Sum();
}
