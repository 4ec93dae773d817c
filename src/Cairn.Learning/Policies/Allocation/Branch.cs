namespace Cairn.Learning.Policies.Allocation;

/// <summary>What is left of a node of a policy's tree for one learner, once all is concluded that does not depend on who else wants an achievement.</summary>
/// <param name="Node">The node's number.</param>
/// <param name="Least">It costs this at least, see <see cref="Cost"/>.</param>
internal abstract record Branch(int Node, long Least);

/// <summary>A node whose cost is known.</summary>
internal sealed record Settled(int Node, long Least) : Branch(Node, Least)
{
    /// <summary>No way is open here.</summary>
    public bool IsClosed => Least == Cost.Impossible;
}

/// <summary>A leaf that competes for achievements.</summary>
internal sealed record Contested(int Node, LeafBody Leaf) : Branch(Node, Cost.Of(Leaf.Alone));

/// <summary>So many of several branches, the cheapest first: none of them is closed.</summary>
internal sealed record Pick(int Node, int Count, Branch[] Of, long Least) : Branch(Node, Least)
{
    /// <summary>All of them, or none: nothing is to be chosen.</summary>
    public bool IsForced => Count == Of.Length || Count == 0;

    /// <summary>Such a choice, settled where nothing in it is contested.</summary>
    public static Branch From(int node, int count, List<Branch> of)
    {
        of.RemoveAll(static one => one is Settled { IsClosed: true });
        if (of.Count < count) return new Settled(node, Cost.Impossible);
        if (count < of.Count) Sort(of);
        var isSettled = true;
        foreach (var one in of) isSettled &= one is Settled;
        return isSettled ? new Settled(node, LeastOf(count, of)) : new Pick(node, count, [.. of], LeastOf(count, of));
    }

    /// <summary>What is left of it when one of its branches was taken or left aside: so many of these.</summary>
    public Pick Rest(int count, List<Branch> of) => new(Node, count, [.. of], LeastOf(count, of));

    private static long LeastOf(int count, List<Branch> of)
    {
        var least = 0L;
        for (var i = 0; i < count; i++) least += of[i].Least;
        return least;
    }

    // The cheapest first, equal ones as they stand in the policy.
    private static void Sort(List<Branch> of)
    {
        for (var i = 1; i < of.Count; i++)
            for (var at = i; at > 0 && of[at].Least < of[at - 1].Least; at--) (of[at], of[at - 1]) = (of[at - 1], of[at]);
    }
}
