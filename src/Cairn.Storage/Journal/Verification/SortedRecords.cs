using System.Buffers.Binary;
using Cairn.Learning.Journal;

namespace Cairn.Storage.Journal.Verification;

/// <summary>An entry about a row, to be sorted by the row.</summary>
internal readonly record struct EntryOfRow(int Kind, UInt128 Row, long Index, int Act)
{
    public static Comparer<EntryOfRow> InOrder { get; } = Comparer<EntryOfRow>.Create(static (left, right) =>
    {
        var order = left.Kind.CompareTo(right.Kind);
        if (order == 0) order = left.Row.CompareTo(right.Row);
        return order != 0 ? order : left.Index.CompareTo(right.Index);
    });
}

/// <summary>A row that is there, with the hash of its bytes, to be sorted as the entries are.</summary>
internal readonly record struct RowThere(int Kind, UInt128 Row, TreeHash Digest)
{
    public static Comparer<RowThere> InOrder { get; } = Comparer<RowThere>.Create(static (left, right) => left.Against(right.Kind, right.Row));

    /// <summary>Before a row (below 0), that row (0), or behind it.</summary>
    public int Against(int kind, UInt128 row)
    {
        var order = Kind.CompareTo(kind);
        return order != 0 ? order : Row.CompareTo(row);
    }
}

/// <summary>What an entry has to be compared with, to be sorted back by the entry.</summary>
/// <param name="Index">The entry.</param>
/// <param name="IsThere">Is the row there?</param>
/// <param name="Digest">The hash of its bytes.</param>
/// <param name="Before">The entry before it about the same row, by its place from 1; 0 for none, and of rows that do not change.</param>
/// <param name="IsLast">Does it say how the row is now?</param>
internal readonly record struct RowOfEntry(long Index, bool IsThere, TreeHash Digest, long Before, bool IsLast)
{
    public static Comparer<RowOfEntry> InOrder { get; } = Comparer<RowOfEntry>.Create(static (left, right) => left.Index.CompareTo(right.Index));
}

/// <summary>Ids as numbers: they are compared faster than as ids, and in the same order on every engine.</summary>
internal static class RowNumber
{
    public static UInt128 Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    public static Guid IdOf(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new Guid(bytes, bigEndian: true);
    }
}
