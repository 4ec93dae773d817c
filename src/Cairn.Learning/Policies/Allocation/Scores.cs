namespace Cairn.Learning.Policies.Allocation;

/// <summary>Nodes that look at scores: they use nothing up.</summary>
internal static class Scores
{
    /// <summary>Do the best scores of its selectors, put together, reach what it asks?</summary>
    public static bool IsReached(Score node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts)
    {
        if (node.Need.For(facts) is not NumberValue need) return false;
        var best = node.Of.Select(of => all.Where(one => one["score"] is NumberValue && of.Accepts(one, facts)).Max(one => (decimal?)ScoreOf(one))).ToList();
        var found = best.OfType<decimal>().ToList();
        if (found.Count == 0 || (node.NeedsAll && found.Count < best.Count)) return false;
        var sum = node.How switch { Policies.ScoreOf.Sum => found.Sum(), Policies.ScoreOf.Max => found.Max(), _ => found.Min() };
        return sum >= need.Number;
    }

    /// <summary>Does the achievement with the highest score say what is asked?</summary>
    public static bool IsBest(BestIs node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts)
    {
        // Of equal scores the older stands first already.
        var best = all.Where(one => one["score"] is NumberValue && node.Of.Accepts(one, facts)).MaxBy(ScoreOf);
        return best?[node.Field] is { } has && node.Equal.For(facts) is { } wanted && has.Is(wanted);
    }

    private static decimal ScoreOf(Achievement one) => ((NumberValue)one["score"]!).Number;
}
