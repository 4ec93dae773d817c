namespace Cairn.Learning.Policies.Checks;

/// <summary>What can never be met, and what always is.</summary>
internal sealed class Meeting(Requirement root)
{
    private readonly List<PolicyIssue> _found = [];

    private enum Can
    {
        Sometimes,
        Never,
        Always,
    }

    /// <summary>Each told where it begins, and at the root where it reaches the whole.</summary>
    public IReadOnlyList<PolicyIssue> Issues()
    {
        var whole = Of(root);
        if (whole == Can.Never && !_found.Exists(one => one.Path == root.Path)) Tell(PolicyIssueKind.NeverMet, root.Path);
        return _found;
    }

    private Can Of(Requirement node) => node switch
    {
        Leaf leaf => Of(leaf),
        Several several => Of(several),
        Score { Of.Count: 0 } => Never(node),
        Score score when score.Of.All(Selectors.IsEmpty) || (score.NeedsAll && score.Of.Any(Selectors.IsEmpty)) => Never(node),
        BestIs best when Selectors.IsEmpty(best.Of) => Never(node),
        ByFact fork => (Of(fork.Then), Of(fork.Else)) is var (then, otherwise) && then == otherwise ? then : Can.Sometimes,
        MustNot not => Of(not.Of) switch { Can.Always => Never(node), Can.Never => Can.Always, _ => Can.Sometimes },
        _ => Can.Sometimes,
    };

    private Can Of(Several several)
    {
        var below = several.Of.Select(Of).ToList();
        var (never, always) = (below.Count(one => one == Can.Never), below.Count(one => one == Can.Always));
        if (always >= several.Count) return several is { IsAll: false } ? Always(several) : Can.Always;
        if (several.Of.Count - never >= several.Count) return IsEither(several) ? Always(several) : Can.Sometimes;
        // Where it only passes on what a part cannot, the part is told.
        return never == 0 ? Never(several) : Can.Never;
    }

    // One thing, or that it is not so.
    private static bool IsEither(Several several) => several.Count == 1 && several.Of.OfType<MustNot>().Any(not => several.Of.Any(one => Tree.IsSame(one, not.Of)));

    private Can Of(Leaf leaf)
    {
        var parts = leaf.Where.Where(one => !one.IsMost).ToList();
        if (Number(leaf.Need) == 0 && parts.TrueForAll(one => Number(one.Amount) == 0)) return Always(leaf);
        var asks = parts.Select(one => (Amount: Number(one.Amount), Of: Selectors.And(leaf.Of, one.Of))).Append((Amount: Number(leaf.Need), leaf.Of)).Where(one => one.Amount > 0);
        return asks.Any(one => Selectors.IsEmpty(one.Of) || one.Amount > MostOf(leaf, one.Of)) ? Never(leaf) : Can.Sometimes;
    }

    // As much of it as counts at most.
    private static decimal MostOf(Leaf leaf, Selector of)
    {
        var most = leaf.Where.Where(one => one.IsMost && Selectors.Implies(of, one.Of)).Select(one => Number(one.Amount) ?? decimal.MaxValue).Append(decimal.MaxValue).Min();
        return leaf.Distinct.Length > 0 && leaf.Distinct != "tags" && Selectors.Listed(of, leaf.Distinct) is { } listed ? Math.Min(most, listed.Count) : most;
    }

    private static decimal? Number(Named named) => (named.Given as NumberValue)?.Number;

    private Can Never(Requirement node)
    {
        Tell(PolicyIssueKind.NeverMet, node.Path);
        return Can.Never;
    }

    private Can Always(Requirement node)
    {
        Tell(PolicyIssueKind.AlwaysMet, node.Path);
        return Can.Always;
    }

    private void Tell(PolicyIssueKind kind, string path) => _found.Add(new(kind, path));
}
