namespace Cairn.Learning.Policies.Checks;

/// <summary>What asks and forbids the same at one time, and branches that nobody needs.</summary>
internal static class Conflicts
{
    /// <summary>All of them, as they stand in the policy.</summary>
    public static IEnumerable<PolicyIssue> Of(Requirement root) => Forbidden(root, []).Concat(Tree.All(root).OfType<Several>().Where(one => one.Count == 1).SelectMany(Unneeded));

    // What must be so around a node is handed down to it.
    private static IEnumerable<PolicyIssue> Forbidden(Requirement node, IReadOnlyList<Requirement> around)
    {
        var here = Tree.Together(node).ToList();
        var asked = (IReadOnlyList<Requirement>)[.. around, .. here.Where(one => one is not MustNot)];
        var forbidden = here.Concat(around).OfType<MustNot>().ToList();
        foreach (var not in here.OfType<MustNot>())
            foreach (var one in asked.Where(one => Denies(not.Of, one))) yield return new(PolicyIssueKind.Contradicts, not.Path, one.Path);
        foreach (var not in around.OfType<MustNot>())
            foreach (var one in here.Where(one => one is not MustNot && Denies(not.Of, one))) yield return new(PolicyIssueKind.Contradicts, not.Path, one.Path);
        foreach (var one in here.Where(one => one is not MustNot))
            foreach (var below in one.Below)
                foreach (var issue in Forbidden(below, [.. asked.Where(each => !ReferenceEquals(each, one)), .. forbidden])) yield return issue;
    }

    // Is what must not be so whenever this is met?
    private static bool Denies(Requirement forbidden, Requirement asked) =>
        IsWeaker(forbidden, asked) || (forbidden is Several several && (several.Count <= 1 ? several.Of.Any(one => Denies(one, asked)) : several.Of.Count > 0 && several.Of.All(one => Denies(one, asked))));

    private static IEnumerable<PolicyIssue> Unneeded(Several any)
    {
        for (var i = 0; i < any.Of.Count; i++)
            for (var at = 0; at < any.Of.Count; at++)
                if (at != i && Tree.Together(any.Of[i]).Any(part => IsWeaker(any.Of[at], part)) && (at < i || !Tree.Together(any.Of[at]).Any(part => IsWeaker(any.Of[i], part))))
                {
                    yield return new(PolicyIssueKind.NeverNeeded, any.Of[i].Path, any.Of[at].Path);
                    break;
                }
    }

    // Does whoever meets the other meet this one too? For leaves that compete it is not sure: only for the very same.
    private static bool IsWeaker(Requirement one, Requirement other)
    {
        if (Tree.IsSame(one, other)) return true;
        return one is Leaf { Pool: "", Distinct: "", Where.Count: 0, Need.Given: NumberValue less } weak && other is Leaf { Need.Given: NumberValue more, Pool: "" } strong
            && less.Number <= more.Number && Selectors.Implies(strong.Of, weak.Of);
    }
}
