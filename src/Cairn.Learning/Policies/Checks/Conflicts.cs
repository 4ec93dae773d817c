namespace Cairn.Learning.Policies.Checks;

/// <summary>What asks and forbids the same at one time, and branches that nobody needs.</summary>
internal sealed class Conflicts
{
    // Of a thousand nodes not every two can be held against each other.
    private const int MostBeside = 60;

    private readonly Dictionary<Requirement, string> _keys = new(ReferenceEqualityComparer.Instance);

    /// <summary>All of them, as they stand in the policy.</summary>
    public IEnumerable<PolicyIssue> Of(Requirement root) => Forbidden(root, []).Concat(Tree.All(root).OfType<Several>().Where(one => one.Count == 1).SelectMany(Unneeded));

    // What must be so around a node is handed down to it.
    private IEnumerable<PolicyIssue> Forbidden(Requirement node, IReadOnlyList<Requirement> around)
    {
        var together = Tree.Together(node).ToList();
        var here = together.Where(one => one is not MustNot).Take(MostBeside).Concat(together.OfType<MustNot>().Take(MostBeside)).ToList();
        var asked = (IReadOnlyList<Requirement>)[.. around, .. here.Where(one => one is not MustNot)];
        var forbidden = here.Concat(around).OfType<MustNot>().ToList();
        foreach (var not in here.OfType<MustNot>())
            foreach (var one in asked.Where(one => Denies(not.Of, one))) yield return new(PolicyIssueKind.Contradicts, not.Path, one.Path);
        foreach (var not in around.OfType<MustNot>())
            foreach (var one in here.Where(one => one is not MustNot && Denies(not.Of, one))) yield return new(PolicyIssueKind.Contradicts, not.Path, one.Path);
        foreach (var one in here.Where(one => one is not MustNot))
            foreach (var below in one.Below)
                foreach (var issue in Forbidden(below, [.. forbidden.Take(MostBeside), .. asked.Where(each => !ReferenceEquals(each, one)).Take(MostBeside)])) yield return issue;
    }

    // Is what must not be so whenever this is met?
    private bool Denies(Requirement forbidden, Requirement asked) =>
        IsWeaker(forbidden, asked) || (forbidden is Several several && (several.Count <= 1 ? several.Of.Take(MostBeside).Any(one => Denies(one, asked)) : several.Of.Count is > 0 and <= MostBeside && several.Of.All(one => Denies(one, asked))));

    private IEnumerable<PolicyIssue> Unneeded(Several any)
    {
        var many = Math.Min(any.Of.Count, MostBeside);
        for (var i = 0; i < many; i++)
            for (var at = 0; at < many; at++)
                if (at != i && Tree.Together(any.Of[i]).Any(part => IsWeaker(any.Of[at], part)) && (at < i || !Tree.Together(any.Of[at]).Any(part => IsWeaker(any.Of[i], part))))
                {
                    yield return new(PolicyIssueKind.NeverNeeded, any.Of[i].Path, any.Of[at].Path);
                    break;
                }
    }

    // Does whoever meets the other meet this one too? For leaves that compete it is not sure: only for the very same.
    private bool IsWeaker(Requirement one, Requirement other)
    {
        if (string.Equals(Key(one), Key(other), StringComparison.Ordinal)) return true;
        return one is Leaf { Pool: "", Distinct: "", Where.Count: 0, Need.Given: NumberValue less } weak && other is Leaf { Need.Given: NumberValue more, Pool: "" } strong
            && less.Number <= more.Number && Selectors.Implies(strong.Of, weak.Of);
    }

    private string Key(Requirement node) => _keys.TryGetValue(node, out var key) ? key : _keys[node] = Tree.Key(node);
}
