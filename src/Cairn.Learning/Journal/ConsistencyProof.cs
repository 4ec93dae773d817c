using System.Numerics;

namespace Cairn.Learning.Journal;

/// <summary>That a tree is an earlier one with leaves appended: nothing before was altered, removed or put between.</summary>
/// <remarks>Source: RFC 6962 section 2.1.2 (making) and RFC 9162 section 2.1.4.2 (checking).</remarks>
/// <param name="From">How many leaves the earlier tree has.</param>
/// <param name="To">How many the later one has.</param>
/// <param name="Path">The hashes that lead to both roots; at most 64. Empty where a tree is compared with itself or with the empty one.</param>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<TreeHash> Path)
{
    /// <summary>Makes it.</summary>
    /// <param name="from">How many leaves the earlier tree has, from 0.</param>
    /// <param name="to">How many the later one has.</param>
    /// <param name="subtree">The hash of a full subtree by level (0 for a leaf) and index, such as <see cref="TreeLevels.At"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is larger than the later one, or smaller than empty.</exception>
    public static ConsistencyProof Make(long from, long to, Func<int, long, TreeHash> subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ArgumentNullException.ThrowIfNull(subtree);
        var path = new List<TreeHash>();
        if (from == 0 || from == to) return new ConsistencyProof(from, to, path);
        var (start, end) = (0L, to);
        while (from != end)
        {
            var middle = start + TreeLevels.LeftOf(end - start);
            path.Add(from <= middle ? TreeLevels.Above(middle, end, subtree) : TreeLevels.Above(start, middle, subtree));
            (start, end) = from <= middle ? (start, middle) : (middle, end);
        }

        // Where the earlier tree is this subtree itself, whoever checks has its hash: it is the earlier root.
        if (start > 0) path.Add(TreeLevels.Above(start, end, subtree));
        path.Reverse();
        return new ConsistencyProof(from, to, path);
    }

    /// <summary>Is the later tree the earlier one with leaves appended? False for whatever is wrong with the proof.</summary>
    /// <param name="earlier">The root of the earlier tree.</param>
    /// <param name="later">The root of the later one.</param>
    public bool Holds(TreeHash earlier, TreeHash later)
    {
        if (From < 0 || From > To) return false;
        if (From == To) return Path.Count == 0 && earlier == later && (From > 0 || earlier == TreeHash.Empty);
        if (From == 0) return Path.Count == 0 && earlier == TreeHash.Empty;
        var isWhole = BitOperations.IsPow2(From);
        if (!isWhole && Path.Count == 0) return false;
        var (at, last) = (From - 1, To - 1);
        for (; (at & 1) == 1; last >>= 1) at >>= 1;
        var start = isWhole ? earlier : Path[0];
        var (before, after) = (start, start);
        foreach (var beside in Path.Skip(isWhole ? 0 : 1))
        {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last)
            {
                (before, after) = (TreeHash.OfNode(beside, before), TreeHash.OfNode(beside, after));
                for (; (at & 1) == 0 && at != 0; last >>= 1) at >>= 1;
            }
            else after = TreeHash.OfNode(after, beside);
            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && before == earlier && after == later;
    }
}
