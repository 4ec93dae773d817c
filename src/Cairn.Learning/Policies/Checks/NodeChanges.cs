namespace Cairn.Learning.Policies.Checks;

/// <summary>What is otherwise about one node, what stands below it aside.</summary>
internal static class NodeChanges
{
    /// <summary>All of it.</summary>
    public static IEnumerable<PolicyChange> Between(Requirement was, Requirement is_, NodePairs pairs)
    {
        if (was.Label != is_.Label || was.Id != is_.Id) yield return new(PolicyChangeKind.Label, was, is_, PolicyStrictness.Same);
        if (pairs.IsMoved(was, is_)) yield return new(PolicyChangeKind.Moved, was, is_, PolicyStrictness.Either);
        var changes = (was, is_) switch
        {
            (Leaf one, Leaf other) => Of(one, other),
            (Several one, Several other) => Of(one, other),
            (Score one, Score other) => Of(one, other),
            (BestIs one, BestIs other) => [(PolicyChangeKind.Accepts, Of(one.Of, other.Of)), (PolicyChangeKind.Asked, Otherwise((one.Field, Selectors.Key(one.Equal)) != (other.Field, Selectors.Key(other.Equal))))],
            (ByFact one, ByFact other) => [(PolicyChangeKind.Asked, Otherwise(Asked(one) != Asked(other)))],
            (Attest one, Attest other) => [(PolicyChangeKind.Asked, Otherwise(one.Key != other.Key || !one.By.SequenceEqual(other.By)))],
            (MustNot, MustNot) => [],
            _ => (IEnumerable<(PolicyChangeKind, PolicyStrictness?)>)[(PolicyChangeKind.Kind, PolicyStrictness.Either)],
        };
        foreach (var (kind, strictness) in changes) if (strictness is { } how) yield return new(kind, was, is_, how != PolicyStrictness.Same && pairs.IsForbidden(is_) ? PolicyStrictness.Either : how);
    }

    private static IEnumerable<(PolicyChangeKind, PolicyStrictness?)> Of(Leaf one, Leaf other)
    {
        yield return (PolicyChangeKind.Amount, Of(one.Need, other.Need));
        yield return (PolicyChangeKind.Accepts, Of(one.Of, other.Of));
        yield return (PolicyChangeKind.Parts, Of(one.Where, other.Where));
        yield return (PolicyChangeKind.Counting, Counting(one, other));
    }

    private static IEnumerable<(PolicyChangeKind, PolicyStrictness?)> Of(Several one, Several other)
    {
        // That one more or less stands below is said of that one.
        if (one.IsAll && other.IsAll) yield break;
        yield return (PolicyChangeKind.Amount, one.IsAll != other.IsAll ? PolicyStrictness.Either : Of(one.Count, other.Count));
    }

    private static IEnumerable<(PolicyChangeKind, PolicyStrictness?)> Of(Score one, Score other)
    {
        yield return (PolicyChangeKind.Amount, Of(one.Need, other.Need));
        yield return (PolicyChangeKind.Accepts, Otherwise(!one.Of.Select(Selectors.Key).SequenceEqual(other.Of.Select(Selectors.Key))));
        yield return (PolicyChangeKind.Asked, one.How != other.How ? PolicyStrictness.Either : one.NeedsAll == other.NeedsAll ? null : other.NeedsAll ? PolicyStrictness.Stricter : PolicyStrictness.Milder);
    }

    private static PolicyStrictness? Counting(Leaf one, Leaf other)
    {
        if ((one.Pool, one.Distinct, one.Unit) == (other.Pool, other.Distinct, other.Unit)) return null;
        if (one.Unit != other.Unit) return PolicyStrictness.Either;
        var (pool, distinct) = (Named(one.Pool, other.Pool), Named(one.Distinct, other.Distinct));
        return pool is null ? distinct : distinct is null || distinct == pool ? pool : PolicyStrictness.Either;
    }

    // A pool, or a field of which each value counts once, takes something away.
    private static PolicyStrictness? Named(string one, string other) =>
        one == other ? null : one.Length == 0 ? PolicyStrictness.Stricter : other.Length == 0 ? PolicyStrictness.Milder : PolicyStrictness.Either;

    private static PolicyStrictness? Of(Named one, Named other)
    {
        if (Selectors.Key(one) == Selectors.Key(other)) return null;
        return one.Given is NumberValue less && other.Given is NumberValue more ? Of(less.Number, more.Number) : PolicyStrictness.Either;
    }

    private static PolicyStrictness? Of(decimal one, decimal other) => one == other ? null : other > one ? PolicyStrictness.Stricter : PolicyStrictness.Milder;

    private static PolicyStrictness? Of(Selector one, Selector other)
    {
        if (Selectors.Key(one) == Selectors.Key(other)) return null;
        var (narrower, wider) = (Selectors.Implies(other, one), Selectors.Implies(one, other));
        return narrower == wider ? (narrower ? PolicyStrictness.Same : PolicyStrictness.Either) : narrower ? PolicyStrictness.Stricter : PolicyStrictness.Milder;
    }

    private static PolicyStrictness? Of(IReadOnlyList<Limit> one, IReadOnlyList<Limit> other)
    {
        var (was, is_) = (one.Select(Key).ToHashSet(StringComparer.Ordinal), other.Select(Key).ToHashSet(StringComparer.Ordinal));
        if (was.SetEquals(is_)) return null;
        return was.IsSubsetOf(is_) ? PolicyStrictness.Stricter : is_.IsSubsetOf(was) ? PolicyStrictness.Milder : PolicyStrictness.Either;
    }

    private static string Key(Limit one) => $"{one.IsMost}{Selectors.Key(one.Amount)}{Selectors.Key(one.Of)}";

    private static string Asked(ByFact one) => $"{one.Fact} {string.Join(',', one.Is.Select(each => $"{each.How}{string.Join('|', each.Values.Select(Selectors.Key))}"))}";

    private static PolicyStrictness? Otherwise(bool isSo) => isSo ? PolicyStrictness.Either : null;
}
