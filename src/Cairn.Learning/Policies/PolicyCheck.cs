using Cairn.Learning.Policies.Checks;

namespace Cairn.Learning.Policies;

/// <summary>Looks a policy through before it is adopted: what can never be met, what contradicts itself, what counts twice. A field is taken to say one thing unless it is tags; of a very large policy not every two nodes are held against each other.</summary>
public static class PolicyCheck
{
    /// <summary>So many issues of one kind are told at most.</summary>
    public const int MostOfAKind = 50;

    /// <summary>All that is odd, by kind and then as it stands in the policy.</summary>
    public static IReadOnlyList<PolicyIssue> Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. new Meeting(policy.Root).Issues()
            .Concat(new Conflicts().Of(policy.Root))
            .Concat(new Choosing().Of(policy.Root))
            .Concat(Sharing.Of(policy.Root))
            .Concat(Naming.Of(policy.Root))
            .GroupBy(one => one.Kind).OrderBy(one => one.Key).SelectMany(one => one.Take(MostOfAKind))];
    }

    /// <summary>The facts that it asks for, by name.</summary>
    public static IReadOnlyList<PolicyFact> Facts(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. Tree.All(policy.Root).SelectMany(Asked).GroupBy(one => one.Name, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new PolicyFact(one.Key, one.Any(each => each.IsNeeded), [.. one.Select(each => each.Path).Distinct(StringComparer.Ordinal)]))];
    }

    private static IEnumerable<(string Name, bool IsNeeded, string Path)> Asked(Requirement node)
    {
        var needed = node switch { Leaf leaf => leaf.Where.Select(one => one.Amount).Prepend(leaf.Need), Score score => [score.Need], _ => [] };
        foreach (var one in needed) if (one.Fact.Length > 0) yield return (one.Fact, true, node.Path);
        if (node is ByFact fork) yield return (fork.Fact, false, node.Path);
        var named = Tree.Selectors(node).SelectMany(Selectors.Values).Concat(node is BestIs best ? [best.Equal] : []).Concat(node is ByFact by ? by.Is.SelectMany(one => one.Values) : []);
        foreach (var one in named) if (one.Fact.Length > 0) yield return (one.Fact, false, node.Path);
    }
}
