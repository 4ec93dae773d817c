namespace Cairn.Learning.Policies.Allocation;

/// <summary>What is left of a node of a policy's tree for one learner, once all is concluded that does not depend on who else wants an achievement.</summary>
internal abstract record Branch
{
    /// <summary>It costs this at least, see <see cref="Cost"/>.</summary>
    public abstract long Least { get; }
}

/// <summary>A node whose cost is known.</summary>
internal sealed record Settled(long Known) : Branch
{
    public static readonly Settled Closed = new(Cost.Impossible);

    public override long Least => Known;
}

/// <summary>A leaf that competes for achievements.</summary>
internal sealed record Contested(LeafBody Leaf) : Branch
{
    public override long Least { get; } = Cost.Of(Alone(Leaf));

    private static long Alone(LeafBody leaf)
    {
        var used = new long[leaf.Accepts.Count];
        return LeafFill.Of(leaf, leaf.Accepts.Select(one => one.Units).ToArray(), used);
    }
}

/// <summary>So many of several branches, the cheapest first: none of them is closed.</summary>
internal sealed record Pick(int Count, IReadOnlyList<Branch> Of) : Branch
{
    public override long Least { get; } = Of.Take(Count).Sum(one => one.Least);

    /// <summary>Such a choice, settled where nothing in it is contested.</summary>
    public static Branch From(int count, IEnumerable<Branch> of)
    {
        var open = of.Where(one => one != Settled.Closed).OrderBy(one => one.Least).ToList();
        if (open.Count < count) return Settled.Closed;
        return open.All(one => one is Settled) ? new Settled(open.Take(count).Sum(one => one.Least)) : new Pick(count, open);
    }
}
