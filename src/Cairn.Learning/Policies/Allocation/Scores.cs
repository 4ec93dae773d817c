namespace Cairn.Learning.Policies.Allocation;

/// <summary>Nodes that look at achievements: they use nothing up.</summary>
internal static class Scores
{
    /// <summary>Do the best scores of its selectors, put together, reach what it asks?</summary>
    public static bool IsReached(Score node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts) =>
        node.Need.For(facts) is NumberValue need && !(node.NeedsAll && Found(node, all, facts).Count < node.Of.Count) && Of(node, all, facts) >= need.Number;

    /// <summary>The best scores of its selectors put together; null where no selector has one.</summary>
    public static decimal? Of(Score node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts)
    {
        var found = Found(node, all, facts);
        if (found.Count == 0) return null;
        var scores = found.Select(ScoreOf);
        return node.How switch { Policies.ScoreOf.Sum => scores.Sum(), Policies.ScoreOf.Max => scores.Max(), _ => scores.Min() };
    }

    /// <summary>Does the achievement with the highest score say what is asked?</summary>
    public static bool IsBest(BestIs node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts) =>
        Best(node.Of, all, facts)?[node.Field] is { } has && node.Equal.For(facts) is { } wanted && has.Is(wanted);

    /// <summary>The achievements that a node looks at, if it is met.</summary>
    public static IReadOnlyList<Achievement> LookedAt(Requirement node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts) => node switch
    {
        Score score => [.. Found(score, all, facts).Distinct()],
        BestIs best when Best(best.Of, all, facts) is { } found => [found],
        Attest attest when all.FirstOrDefault(attest.IsBy) is { } found => [found],
        _ => [],
    };

    private static List<Achievement> Found(Score node, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts)
    {
        var found = new List<Achievement>(node.Of.Count);
        foreach (var of in node.Of) if (Best(of, all, facts) is { } best) found.Add(best);
        return found;
    }

    // The highest score; of equal ones the older, which stands first already.
    private static Achievement? Best(Selector of, IReadOnlyList<Achievement> all, IReadOnlyDictionary<string, FieldValue> facts)
    {
        Achievement? best = null;
        foreach (var one in all)
            if (one["score"] is NumberValue && of.Accepts(one, facts) && (best is null || ScoreOf(one) > ScoreOf(best))) best = one;
        return best;
    }

    private static decimal ScoreOf(Achievement one) => ((NumberValue)one["score"]!).Number;
}
