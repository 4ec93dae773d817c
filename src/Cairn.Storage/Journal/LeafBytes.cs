using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cairn.Learning.Journal;

namespace Cairn.Storage.Journal;

/// <summary>What of an entry is hashed into its leaf: the one place where it is written, for whoever records and whoever verifies.</summary>
internal static class LeafBytes
{
    /// <summary>The seal of an entry that has nothing to erase.</summary>
    public static TreeHash NoSeal { get; } = SaltedLeaf.Seal(new byte[SaltedLeaf.SaltLength], []);

    /// <summary>An entry's leaf.</summary>
    /// <param name="entry">The entry; its own leaf is not looked at.</param>
    /// <param name="occasion">Its occasion.</param>
    /// <param name="seal">The seal of what may be erased.</param>
    /// <param name="row">The hash of the row's bytes where it is a fact (<see cref="Digest"/>); nothing otherwise.</param>
    /// <param name="scratch">Room to write in; cleared first.</param>
    public static TreeHash Hash(JournalEntry entry, Occasion occasion, TreeHash seal, TreeHash? row, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        Number(scratch, (int)entry.Act);
        Number(scratch, entry.Kind);
        Id(scratch, entry.Row);
        Id(scratch, entry.Learner?.Value ?? Guid.Empty);
        Number(scratch, occasion.Id);
        Number(scratch, (occasion.At.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        Number(scratch, (int)occasion.Actor);
        Id(scratch, occasion.Person);
        Id(scratch, occasion.Account);
        Id(scratch, occasion.OnBehalfOf);
        Text(scratch, occasion.Purpose);
        Text(scratch, occasion.Where);
        Text(scratch, occasion.From);
        if (row is { } digest)
        {
            digest.CopyTo(scratch.GetSpan(TreeHash.Length));
            scratch.Advance(TreeHash.Length);
        }

        return SaltedLeaf.Hash(entry.Index, seal, scratch.WrittenSpan);
    }

    /// <summary>The hash of a row's bytes: of one length, so that rows and entries can be brought together in any order. It stands in a
    /// leaf only where the row itself stays, and in a seal or a row's hash only together with a salt.</summary>
    public static TreeHash Digest(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        SHA256.HashData(row, hash);
        return TreeHash.From(hash);
    }

    /// <summary>The seal of a payload: over the row's hash where it is words, else over the salted hash of the row and the words beside it.</summary>
    public static TreeHash Seal(JournalPayload payload, TreeHash? row)
    {
        if (row is { } digest) return SaltedLeaf.Seal(payload.Salt, digest.ToBytes());
        byte[] both = [.. payload.RowHash, .. payload.Words];
        return SaltedLeaf.Seal(payload.Salt, both);
    }

    /// <summary>Does a payload hold what its entry can hold, and no more? The seal is over two parts one behind the other, or over the row
    /// instead: without this, bytes could be moved from one part to the other, or be put where nothing is sealed.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="way">How the journal holds rows of the entry's kind.</param>
    /// <param name="act">What the entry says was done.</param>
    public static bool Fits(JournalPayload payload, JournalWay way, JournalAct act)
    {
        var saysHow = way == JournalWay.Thing && act is JournalAct.Added or JournalAct.Changed;
        var isRow = way == JournalWay.Words && act == JournalAct.Added;
        return payload.Salt.Length == SaltedLeaf.SaltLength && payload.RowHash.Length == (saysHow ? TreeHash.Length : 0) && (!isRow || payload.Words.Length == 0);
    }

    /// <summary>The hash of a row as it was left: with the entry's salt, so that nobody can try guesses of it.</summary>
    public static byte[] RowHash(ReadOnlySpan<byte> salt, TreeHash digest)
    {
        byte[] both = [.. salt, .. digest.ToBytes()];
        return SHA256.HashData(both);
    }

    private static void Number(ArrayBufferWriter<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    private static void Id(ArrayBufferWriter<byte> to, Guid id)
    {
        id.TryWriteBytes(to.GetSpan(16), bigEndian: true, out _);
        to.Advance(16);
    }

    private static void Text(ArrayBufferWriter<byte> to, string text)
    {
        Number(to, Encoding.UTF8.GetByteCount(text));
        to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 1)));
    }
}
