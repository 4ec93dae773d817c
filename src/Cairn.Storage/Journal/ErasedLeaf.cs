using System.Buffers.Binary;

namespace Cairn.Storage.Journal;

/// <summary>How an entry about an erasure names the erased leaf: its place as a number in the last eight bytes of the row's id.</summary>
internal static class ErasedLeaf
{
    public static Guid Row(long index)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], index);
        return new Guid(bytes, bigEndian: true);
    }

    public static long Index(Guid row)
    {
        Span<byte> bytes = stackalloc byte[16];
        row.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
    }
}
