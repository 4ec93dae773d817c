using System.Buffers;
using Cairn.Learning.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>An entry with all that its leaf is made from, and its way to the root: whoever has the root needs no database. How a leaf is
/// made of it stands in docs/reference/journal.md.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Occasion">Who, when and from where.</param>
/// <param name="Payload">What may be erased of it; null where there is nothing, or it was erased.</param>
/// <param name="Seal">What stands in its place once it was erased, 32 bytes; null where it was not.</param>
/// <param name="Row">The row's bytes as they are now; null where there is no row, or none any more.</param>
/// <param name="Inclusion">Its way to the root.</param>
public sealed record EntryProof(JournalEntry Entry, Occasion Occasion, JournalPayload? Payload, byte[]? Seal, byte[]? Row, InclusionProof Inclusion)
{
    /// <summary>Is the row's hash in the leaf itself, because the row stays when words are erased?</summary>
    public bool IsFact => Way == JournalWay.Fact && Entry.Act == JournalAct.Added;

    /// <summary>Is the row's hash in the seal, so that the row can be erased?</summary>
    public bool IsWords => Way == JournalWay.Words && Entry.Act == JournalAct.Added;

    private bool IsRowCovered => IsFact || (IsWords && Seal is null) || HoldsOfRow() == true;

    private JournalWay Way => JournalKinds.All.FirstOrDefault(one => one.Number == Entry.Kind) is { Type: not null } kind ? kind.Way : JournalWay.Told;

    /// <summary>The table of the row, for people; empty where the entry is about none.</summary>
    public string Table => JournalKinds.All.FirstOrDefault(one => one.Number == Entry.Kind).Type?.Name ?? "";

    /// <summary>The leaf, made again from what is here; null where something of it is missing.</summary>
    public TreeHash? Leaf()
    {
        var digest = Row is null ? (TreeHash?)null : LeafBytes.Digest(Row);
        if (IsFact && digest is null) return null;
        if (IsWords && digest is null && Seal is null) return null;
        // What no hash covers proves nothing: words beside the seal that stands in their place, or a row that the entry does not vouch for.
        if (Seal is not null && Payload is not null) return null;
        if (Row is not null && !IsRowCovered) return null;
        if ((Payload is { } held && !LeafBytes.Fits(held, Way, Entry.Act)) || Seal is { Length: not TreeHash.Length }) return null;
        var seal = Seal is not null ? TreeHash.From(Seal) : Payload is not null ? LeafBytes.Seal(Payload, IsWords ? digest : null) : LeafBytes.NoSeal;
        return LeafBytes.Hash(Entry, Occasion, seal, IsFact ? digest : null, new ArrayBufferWriter<byte>(512));
    }

    /// <summary>Is the row as this entry left it? Null where the entry does not say, or there is no row.</summary>
    public bool? HoldsOfRow() => Row is null || IsFact || IsWords || Payload is not { RowHash.Length: TreeHash.Length } ? null : LeafBytes.RowHash(Payload.Salt, LeafBytes.Digest(Row)).AsSpan().SequenceEqual(Payload.RowHash);

    /// <summary>The proof of an entry under a checkpoint; null where there is no such entry below it.</summary>
    /// <param name="district">The district.</param>
    /// <param name="index">The entry's place.</param>
    /// <param name="size">The checkpoint's size.</param>
    public static EntryProof? Make(District district, long index, long size)
    {
        ArgumentNullException.ThrowIfNull(district);
        using var db = district.Open();
        if (index < 0 || index >= size || db.Journal.AsNoTracking().FirstOrDefault(one => one.Index == index) is not { } entry) return null;
        var payload = db.JournalPayloads.AsNoTracking().FirstOrDefault(one => one.Index == index);
        var seal = payload is null ? db.JournalSeals.AsNoTracking().FirstOrDefault(one => one.Index == index)?.Seal : null;
        var proof = new EntryProof(entry, db.Occasions.AsNoTracking().First(one => one.Id == entry.Occasion), payload, seal, RowOf(district.Engine, db, entry), WayOf(district, index, size));
        // A row that changed since is shown by its newest entry only, and one that was erased by none.
        return proof.Row is not null && !proof.IsRowCovered ? proof with { Row = null } : proof;
    }

    /// <summary>The newest entry about a row; null where there is none.</summary>
    public static long? Find(District district, Guid row)
    {
        ArgumentNullException.ThrowIfNull(district);
        using var db = district.Open();
        return db.Journal.AsNoTracking().Where(one => one.Row == row && one.Act <= JournalAct.Removed).OrderByDescending(one => one.Index).Select(one => (long?)one.Index).FirstOrDefault();
    }

    /// <summary>That the journal at a size is the one at an earlier size, grown.</summary>
    public static ConsistencyProof Growth(District district, long from, long to)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Subtrees.For(district, subtree => ConsistencyProof.Make(from, to, subtree));
    }

    private static InclusionProof WayOf(District district, long index, long size) => Subtrees.For(district, subtree => InclusionProof.Make(index, size, subtree));

    private static byte[]? RowOf(Engine engine, Db db, JournalEntry entry)
    {
        if (entry.Act is not (JournalAct.Added or JournalAct.Changed) || JournalKinds.All.FirstOrDefault(one => one.Number == entry.Kind).Type is not { } type) return null;
        var bytes = RowBytes.Of(db, type);
        using var command = TableReading.Command(db, $"SELECT {string.Join(", ", bytes.Names.Select(one => $"\"{one}\""))} FROM \"{bytes.Table.GetTableName()}\"");
        using var reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        while (rows.Next())
        {
            if (TableReading.Try<Guid?>(() => bytes.IdOf(rows)) != entry.Row) continue;
            var row = new ArrayBufferWriter<byte>();
            bytes.Write(row, rows);
            return row.WrittenSpan.ToArray();
        }

        return null;
    }
}
