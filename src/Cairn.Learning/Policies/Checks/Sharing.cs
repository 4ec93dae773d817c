namespace Cairn.Learning.Policies.Checks;

/// <summary>What counts twice, and pools that do nothing or mix what cannot be mixed.</summary>
internal static class Sharing
{
    private const int MostPairs = 4_000;

    /// <summary>All of it, as it stands in the policy.</summary>
    public static IEnumerable<PolicyIssue> Of(Requirement root)
    {
        var leaves = Tree.All(root).OfType<Leaf>().ToList();
        foreach (var pool in leaves.Where(one => one.Pool.Length > 0).GroupBy(one => one.Pool, StringComparer.Ordinal))
        {
            if (pool.Count() == 1) yield return new(PolicyIssueKind.PoolOfOne, pool.First().Path, "", pool.Key);
            foreach (var one in pool.Where(one => one.Unit != pool.First().Unit)) yield return new(PolicyIssueKind.OtherUnit, one.Path, pool.First().Path, pool.Key);
        }

        foreach (var (one, other) in Pairs(root).Take(MostPairs).Where(pair => Selectors.MayShare(pair.One.Of, pair.Other.Of)).Take(PolicyCheck.MostOfAKind))
            yield return new(PolicyIssueKind.CountsTwice, one.Path, other.Path);
    }

    // Leaves that can count at the same time, and do not compete.
    private static IEnumerable<(Leaf One, Leaf Other)> Pairs(Requirement node)
    {
        if (node is MustNot) yield break;
        foreach (var below in node.Below) foreach (var pair in Pairs(below)) yield return pair;
        if (node is ByFact || node is Several { Count: < 2 }) yield break;
        for (var i = 0; i < node.Below.Count; i++)
            for (var at = i + 1; at < node.Below.Count; at++)
                foreach (var one in Counting(node.Below[i]))
                    foreach (var other in Counting(node.Below[at]))
                        if (one.Pool.Length == 0 || one.Pool != other.Pool) yield return (one, other);
    }

    private static IEnumerable<Leaf> Counting(Requirement node) => node is Leaf leaf ? [leaf] : node is MustNot ? [] : node.Below.SelectMany(Counting);
}
