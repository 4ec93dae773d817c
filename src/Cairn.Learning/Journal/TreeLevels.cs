using System.Numerics;

namespace Cairn.Learning.Journal;

/// <summary>All full subtrees of a tree in memory, level by level: twice as many hashes as leaves.</summary>
public sealed class TreeLevels
{
    private readonly TreeEdge _edge = new();

    private readonly List<List<TreeHash>> _levels = [];

    /// <summary>The levels above leaves.</summary>
    /// <param name="leaves">The hashes of the leaves, in order.</param>
    public static TreeLevels Of(IEnumerable<TreeHash> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var levels = new TreeLevels();
        foreach (var leaf in leaves) levels._edge.Append(leaf, levels.Keep);
        return levels;
    }

    /// <summary>How many leaves there are.</summary>
    public long Size => _edge.Size;

    /// <summary>The root of all leaves.</summary>
    public TreeHash Root() => _edge.Root();

    /// <summary>The hash of a full subtree; the shape that proofs ask for.</summary>
    /// <param name="level">0 for a leaf.</param>
    /// <param name="index">The subtree's place on its level, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such full subtree.</exception>
    public TreeHash At(int level, long index) => _levels[level][checked((int)index)];

    private void Keep(TreeNode node)
    {
        if (node.Level == _levels.Count) _levels.Add([]);
        _levels[node.Level].Add(node.Hash);
    }

    /// <summary>The hash above leaves that need not fill a subtree.</summary>
    /// <param name="from">The first leaf: a multiple of the largest power of two below the count.</param>
    /// <param name="to">The leaf after the last one.</param>
    /// <param name="subtree">The hash of a full subtree by level and index.</param>
    internal static TreeHash Above(long from, long to, Func<int, long, TreeHash> subtree)
    {
        var split = SplitOf(to - from);
        if (split == 0) return subtree(BitOperations.Log2((ulong)(to - from)), from / (to - from));
        return TreeHash.OfNode(Above(from, from + split, subtree), Above(from + split, to, subtree));
    }

    /// <summary>How many of some leaves stand on the left of their root: the largest power of two below the count; 0 where they
    /// fill a subtree.</summary>
    internal static long SplitOf(long count) => BitOperations.IsPow2(count) ? 0 : 1L << BitOperations.Log2((ulong)count);

    /// <summary>The same, of leaves that may fill a subtree; for two or more.</summary>
    internal static long LeftOf(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
