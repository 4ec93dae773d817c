using System.Runtime.CompilerServices;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>A policy's tree laid out in a row, above before below: made once for a tree, and asked for every learner.</summary>
internal sealed class PolicyShape
{
    private static readonly ConditionalWeakTable<Requirement, PolicyShape> Known = [];

    private readonly List<Requirement> _nodes = [];
    private readonly List<int> _depths = [];
    private readonly Dictionary<string, int> _pools = new(StringComparer.Ordinal);

    private PolicyShape(Requirement root)
    {
        Lay(root, 0);
        Nodes = [.. _nodes];
        Depths = [.. _depths];
        Ends = new int[Nodes.Length];
        (Pools, Leaves) = (new int[Nodes.Length], new LeafReader?[Nodes.Length]);
        for (var at = Nodes.Length - 1; at >= 0; at--)
        {
            var end = at + 1;
            for (var i = Nodes[at].Below.Count; i > 0; i--) end = Ends[end];
            Ends[at] = end;
        }

        PoolSizes = new int[_pools.Count];
        for (var at = 0; at < Nodes.Length; at++)
        {
            Pools[at] = -1;
            if (Nodes[at] is not Leaf leaf) continue;
            Leaves[at] = new LeafReader(at, leaf, Fields);
            if (leaf.Pool.Length == 0) continue;
            Pools[at] = _pools[leaf.Pool];
            PoolSizes[Pools[at]]++;
        }
    }

    /// <summary>All nodes.</summary>
    public Requirement[] Nodes { get; }

    /// <summary>How deep each stands, the root 0.</summary>
    public int[] Depths { get; }

    /// <summary>By node, the first that does not stand below it: what stands below begins right after it.</summary>
    public int[] Ends { get; }

    /// <summary>By node, the number of the pool that a leaf names; -1 for none.</summary>
    public int[] Pools { get; }

    /// <summary>By pool, how many leaves name it.</summary>
    public int[] PoolSizes { get; }

    /// <summary>By node, the leaf that it is.</summary>
    public LeafReader?[] Leaves { get; }

    /// <summary>The fields that leaves name.</summary>
    public FieldNames Fields { get; } = new();

    /// <summary>The shape of a tree.</summary>
    public static PolicyShape Of(Requirement root) => Known.GetValue(root, static one => new(one));

    private void Lay(Requirement node, int depth)
    {
        _nodes.Add(node);
        _depths.Add(depth);
        if (node is Leaf { Pool.Length: > 0 } leaf) _pools.TryAdd(leaf.Pool, _pools.Count);
        foreach (var one in node.Below) Lay(one, depth + 1);
    }
}
