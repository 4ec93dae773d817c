using System.Buffers.Binary;
using System.Numerics;

namespace Cairn.Learning.Journal;

/// <summary>The hash of a full subtree: of 2 to the level leaves, beginning at index times that.</summary>
/// <param name="Level">0 for a leaf, and so on upward; 0 to 62.</param>
/// <param name="Index">Its place on its level, from 0.</param>
/// <param name="Hash">Its hash.</param>
public readonly record struct TreeNode(int Level, long Index, TreeHash Hash);

/// <summary>
/// The right edge of an append-only tree: the hashes of its full subtrees, the largest first, one for each binary digit 1 of its
/// size. It is all that is needed to append a leaf and to know the root.
/// </summary>
public sealed class TreeEdge
{
    private const int MostSubtrees = 63;

    private readonly TreeHash[] _subtrees = new TreeHash[MostSubtrees];

    private int _count;

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>The hashes of the full subtrees, the largest first.</summary>
    public ReadOnlySpan<TreeHash> Subtrees => _subtrees.AsSpan(0, _count);

    /// <summary>Appends a leaf, with as many hashes as subtrees it fills: one on average, the logarithm of the size at most.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="filled">Told of each full subtree, from the leaf upward; whoever stores them makes proofs without reading leaves.</param>
    public void Append(TreeHash leaf, Action<TreeNode>? filled = null)
    {
        var (hash, index) = (leaf, Size);
        filled?.Invoke(new TreeNode(0, index, hash));
        for (var level = 0; (index & 1) == 1;)
        {
            hash = TreeHash.OfNode(_subtrees[--_count], hash);
            index >>= 1;
            level++;
            filled?.Invoke(new TreeNode(level, index, hash));
        }

        _subtrees[_count++] = hash;
        Size++;
    }

    /// <summary>The root: at most as many hashes as there are subtrees.</summary>
    public TreeHash Root()
    {
        if (_count == 0) return TreeHash.Empty;
        var root = _subtrees[_count - 1];
        for (var i = _count - 2; i >= 0; i--) root = TreeHash.OfNode(_subtrees[i], root);
        return root;
    }

    /// <summary>The size, 8 bytes with the highest first, and the hashes, 32 bytes each with the largest subtree first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(long) + _count * TreeHash.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        for (var i = 0; i < _count; i++) _subtrees[i].CopyTo(bytes.AsSpan(sizeof(long) + i * TreeHash.Length));
        return bytes;
    }

    /// <summary>The edge that <see cref="ToBytes"/> wrote; null where the bytes are none.</summary>
    /// <param name="bytes">8 bytes, and 32 for each binary digit 1 of the size.</param>
    public static TreeEdge? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(long)) return null;
        var size = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != sizeof(long) + BitOperations.PopCount((ulong)size) * TreeHash.Length) return null;
        var edge = new TreeEdge { Size = size, _count = BitOperations.PopCount((ulong)size) };
        for (var i = 0; i < edge._count; i++) edge._subtrees[i] = TreeHash.From(bytes.Slice(sizeof(long) + i * TreeHash.Length, TreeHash.Length));
        return edge;
    }
}
