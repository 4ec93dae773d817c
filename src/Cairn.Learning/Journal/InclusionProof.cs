namespace Cairn.Learning.Journal;

/// <summary>That a leaf stands at its place in a tree, for whoever knows the root and nothing else of the tree.</summary>
/// <remarks>Source: RFC 6962 section 2.1.1 (making) and RFC 9162 section 2.1.3.2 (checking).</remarks>
/// <param name="Index">The leaf's place, from 0.</param>
/// <param name="Size">How many leaves the tree has.</param>
/// <param name="Path">The hashes beside the way from the leaf to the root, from below; at most 63.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<TreeHash> Path)
{
    /// <summary>Makes it.</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="size">How many leaves of the journal the tree is of; a journal may have grown since.</param>
    /// <param name="subtree">The hash of a full subtree by level (0 for a leaf) and index, such as <see cref="TreeLevels.At"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static InclusionProof Make(long index, long size, Func<int, long, TreeHash> subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        ArgumentNullException.ThrowIfNull(subtree);
        var path = new List<TreeHash>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + TreeLevels.LeftOf(to - from);
            path.Add(index < middle ? TreeLevels.Above(middle, to, subtree) : TreeLevels.Above(from, middle, subtree));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        path.Reverse();
        return new InclusionProof(index, size, path);
    }

    /// <summary>Does the leaf stand there? False for whatever is wrong with the proof.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="root">The root of the tree of that size, from a checkpoint that is trusted.</param>
    public bool Holds(TreeHash leaf, TreeHash root)
    {
        if (Index < 0 || Index >= Size) return false;
        var (at, last, hash) = (Index, Size - 1, leaf);
        foreach (var beside in Path)
        {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last)
            {
                hash = TreeHash.OfNode(beside, hash);
                // On the right edge, levels where nothing stands on the left are passed over.
                for (; (at & 1) == 0 && at != 0; last >>= 1) at >>= 1;
            }
            else hash = TreeHash.OfNode(hash, beside);
            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}
