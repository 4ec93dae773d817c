using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cairn.Learning.Journal;

/// <summary>A SHA-256 hash, 32 bytes: of a leaf, of a node above two others, or of a whole tree.</summary>
/// <remarks>Source: RFC 6962 section 2.1, the same in RFC 9162 section 2.1.1.</remarks>
public readonly record struct TreeHash
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Length = 32;

    private const int OnTheStack = 512;

    private readonly ulong _first, _second, _third, _fourth;

    private TreeHash(ReadOnlySpan<byte> bytes) =>
        (_first, _second, _third, _fourth) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    /// <summary>The root of a tree without a leaf: the hash of nothing.</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>A hash that was stored.</summary>
    /// <param name="bytes">Its 32 bytes.</param>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public static TreeHash From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new TreeHash(bytes) : throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));

    /// <summary>The hash of a leaf: of a byte 0 and the leaf's bytes.</summary>
    /// <param name="leaf">What the leaf says, any number of bytes.</param>
    public static TreeHash OfLeaf(ReadOnlySpan<byte> leaf) => Of(0, leaf, []);

    /// <summary>The hash of a node: of a byte 1 and the two hashes below it. No leaf can pass for a node.</summary>
    public static TreeHash OfNode(TreeHash left, TreeHash right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Length];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Length)..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(input, hash);
        return new TreeHash(hash);
    }

    /// <summary>The hash of a first byte and two parts, one after the other.</summary>
    internal static TreeHash Of(byte kind, ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest)
    {
        var length = 1 + start.Length + rest.Length;
        var input = length <= OnTheStack ? stackalloc byte[length] : new byte[length];
        input[0] = kind;
        start.CopyTo(input[1..]);
        rest.CopyTo(input[(1 + start.Length)..]);
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(input, hash);
        return new TreeHash(hash);
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="to">Room for 32 bytes or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less room.</exception>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, _first);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], _fourth);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
