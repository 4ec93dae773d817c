using System.Buffers.Binary;

namespace Cairn.Learning.Journal;

/// <summary>
/// How an entry of the journal becomes a leaf. What may be erased one day goes into a seal with a salt; what is kept stands
/// beside the seal. Once payload and salt are gone the seal stays: the leaf can still be hashed, what was kept still cannot be
/// altered, and no guess of the payload can be tried. docs/decisions/0016 says why.
/// </summary>
public static class SaltedLeaf
{
    /// <summary>How many random bytes a salt has. A salt serves one leaf only.</summary>
    public const int SaltLength = 16;

    // Neither a leaf's first byte nor a node's: a seal is never one of them.
    private const byte SealKind = 2;

    /// <summary>The seal of a payload: the hash of a byte 2, the salt and the payload.</summary>
    /// <param name="salt">16 bytes from a random source that nobody can foresee; removed with the payload.</param>
    /// <param name="payload">What may be erased: words, names, references; any number of bytes.</param>
    /// <exception cref="ArgumentException">The salt has not 16 bytes.</exception>
    public static TreeHash Seal(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload) =>
        salt.Length == SaltLength ? TreeHash.Of(SealKind, salt, payload) : throw new ArgumentException("A salt has 16 bytes.", nameof(salt));

    /// <summary>The hash of a leaf: its index (8 bytes, the highest first), the seal and what is kept. With its index in it, a leaf
    /// that was moved is no longer itself.</summary>
    /// <param name="index">The leaf's place in the journal, from 0.</param>
    /// <param name="seal">The seal of its payload; of an empty one where nothing may be erased.</param>
    /// <param name="kept">What stays when the payload is erased, any number of bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is below 0.</exception>
    public static TreeHash Hash(long index, TreeHash seal, ReadOnlySpan<byte> kept)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        Span<byte> head = stackalloc byte[sizeof(long) + TreeHash.Length];
        BinaryPrimitives.WriteInt64BigEndian(head, index);
        seal.CopyTo(head[sizeof(long)..]);
        return TreeHash.Of(0, head, kept);
    }
}
