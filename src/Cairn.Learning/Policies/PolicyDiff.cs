using Cairn.Learning.Policies.Checks;

namespace Cairn.Learning.Policies;

/// <summary>What of a policy is otherwise in another version.</summary>
public enum PolicyChangeKind
{
    /// <summary>Its title, its source, its version, the classes it is for or the day it begins.</summary>
    Naming,

    /// <summary>Whether achievements in a pool may be divided.</summary>
    Split,

    /// <summary>A node is new.</summary>
    Added,

    /// <summary>A node is gone.</summary>
    Removed,

    /// <summary>A node stands elsewhere.</summary>
    Moved,

    /// <summary>A node is of another kind.</summary>
    Kind,

    /// <summary>What people call a node.</summary>
    Label,

    /// <summary>How much or how many are asked.</summary>
    Amount,

    /// <summary>What counts.</summary>
    Accepts,

    /// <summary>Least or greatest parts.</summary>
    Parts,

    /// <summary>In which pool it competes, or that each value counts once, or its unit.</summary>
    Counting,

    /// <summary>Who decides what, which fact chooses, or what the best score must say.</summary>
    Asked,
}

/// <summary>Whether a change asks more of learners.</summary>
public enum PolicyStrictness
{
    /// <summary>That cannot be said of the change alone.</summary>
    Either,

    /// <summary>More is asked: nobody gains by it.</summary>
    Stricter,

    /// <summary>Less is asked: nobody loses by it.</summary>
    Milder,

    /// <summary>As much is asked.</summary>
    Same,
}

/// <summary>One change from a policy to another.</summary>
/// <param name="Kind">What is otherwise.</param>
/// <param name="Before">The node as it was; null where it is new, and where the change is about the whole.</param>
/// <param name="After">The node as it is; null where it is gone, and where the change is about the whole.</param>
/// <param name="Strictness">Whether it asks more, looked at alone.</param>
public sealed record PolicyChange(PolicyChangeKind Kind, Requirement? Before, Requirement? After, PolicyStrictness Strictness)
{
    /// <summary>Where it is: in the later policy, or in the earlier where it is gone; empty for the whole.</summary>
    public string Path => After?.Path ?? Before?.Path ?? "";
}

/// <summary>Two policies, or two versions of one, held against each other.</summary>
public static class PolicyDiff
{
    /// <summary>All that is otherwise, above before below, what is gone last. Nodes are the same by their name where both have it once, else by their place.</summary>
    public static IReadOnlyList<PolicyChange> Between(Policy before, Policy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<PolicyChange>();
        if ((before.Title, before.Source, before.Version, before.Applies) != (after.Title, after.Source, after.Version, after.Applies)) changes.Add(new(PolicyChangeKind.Naming, null, null, PolicyStrictness.Same));
        if (before.IsSplit != after.IsSplit) changes.Add(new(PolicyChangeKind.Split, null, null, after.IsSplit ? PolicyStrictness.Milder : PolicyStrictness.Stricter));
        var pairs = new NodePairs(before.Root, after.Root);
        foreach (var node in Tree.All(after.Root))
            if (pairs.Before(node) is { } was) changes.AddRange(NodeChanges.Between(was, node, pairs));
            else if (!pairs.IsWithinNew(node)) changes.Add(new(PolicyChangeKind.Added, null, node, pairs.IsAsked(after.Root, node, isNew: true)));
        foreach (var node in Tree.All(before.Root))
            if (pairs.After(node) is null && !pairs.IsWithinGone(node)) changes.Add(new(PolicyChangeKind.Removed, node, null, pairs.IsAsked(before.Root, node, isNew: false)));
        return changes;
    }
}
