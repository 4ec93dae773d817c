namespace Cairn.Learning.Policies.Checks;

/// <summary>Which node of a policy is which of another.</summary>
internal sealed class NodePairs
{
    private readonly Dictionary<Requirement, Requirement> _before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Requirement, Requirement> _after = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Requirement, Requirement> _above = new(ReferenceEqualityComparer.Instance);

    public NodePairs(Requirement before, Requirement after)
    {
        Pair(before, after);
        var gone = ByName(before);
        foreach (var (name, node) in ByName(after)) if (gone.TryGetValue(name, out var was)) Pair(was, node);
        Below(before, after);
        Above(before);
        Above(after);
    }

    /// <summary>The node that it was; null where it is new.</summary>
    public Requirement? Before(Requirement after) => _before.GetValueOrDefault(after);

    /// <summary>The node that it is; null where it is gone.</summary>
    public Requirement? After(Requirement before) => _after.GetValueOrDefault(before);

    /// <summary>Does it stand below one that is new itself?</summary>
    public bool IsWithinNew(Requirement after) => _above.TryGetValue(after, out var above) && Before(above) is null;

    /// <summary>Does it stand below one that is gone itself?</summary>
    public bool IsWithinGone(Requirement before) => _above.TryGetValue(before, out var above) && After(above) is null;

    /// <summary>Does it stand below another node than before?</summary>
    public bool IsMoved(Requirement before, Requirement after) =>
        _above.TryGetValue(before, out var was) != _above.TryGetValue(after, out var is_) || (was is not null && !ReferenceEquals(After(was), is_))
        || (was is ByFact one && is_ is ByFact other && ReferenceEquals(one.Then, before) != ReferenceEquals(other.Then, after));

    /// <summary>Does it stand below something that must not be? There, to ask more is to forbid less.</summary>
    public bool IsForbidden(Requirement node) => _above.TryGetValue(node, out var above) && (above is MustNot || IsForbidden(above));

    /// <summary>Whether more is asked when a node comes or goes: one more of all that must be, or one more way.</summary>
    public PolicyStrictness IsAsked(Requirement root, Requirement node, bool isNew)
    {
        var isWay = false;
        for (var at = node; !ReferenceEquals(at, root) && _above.TryGetValue(at, out var above); at = above)
        {
            if (above is MustNot or ByFact) return PolicyStrictness.Either;
            if (above is Several { IsAll: true }) continue;
            // A way more only where it is one of them itself.
            if (!ReferenceEquals(at, node)) return PolicyStrictness.Either;
            isWay = true;
        }

        return isNew != isWay ? PolicyStrictness.Stricter : PolicyStrictness.Milder;
    }

    private static Dictionary<string, Requirement> ByName(Requirement root) =>
        Tree.All(root).Where(one => one.Id.Length > 0).GroupBy(one => one.Id, StringComparer.Ordinal).Where(one => one.Count() == 1).ToDictionary(one => one.Key, one => one.First(), StringComparer.Ordinal);

    // Below two that are one: those that say the very same, then those in the same place that nothing else is.
    private void Below(Requirement before, Requirement after)
    {
        // Of the two that a fact chooses between each is its own: the same in the other place is another.
        var left = before is ByFact ? [] : before.Below.Where(one => !_after.ContainsKey(one)).ToList();
        foreach (var node in after.Below.Where(one => !_before.ContainsKey(one)))
            if (left.Find(one => Tree.IsSame(one, node)) is { } same && left.Remove(same)) Pair(same, node);
        for (var i = 0; i < Math.Min(before.Below.Count, after.Below.Count); i++)
            if (!_after.ContainsKey(before.Below[i]) && !_before.ContainsKey(after.Below[i]) && before.Below[i].GetType() == after.Below[i].GetType() && IsUnnamed(before.Below[i], after.Below[i])) Pair(before.Below[i], after.Below[i]);
        foreach (var node in after.Below) if (_before.TryGetValue(node, out var was)) Below(was, node);
    }

    private static bool IsUnnamed(Requirement one, Requirement other) => one.Id.Length == 0 || other.Id.Length == 0 || one.Id == other.Id;

    private void Pair(Requirement before, Requirement after) => (_before[after], _after[before]) = (before, after);

    private void Above(Requirement node)
    {
        foreach (var one in node.Below)
        {
            _above[one] = node;
            Above(one);
        }
    }
}
