using System.Buffers;
using Cairn.Learning.Journal;

namespace Cairn.Storage.Journal.Verification;

/// <summary>An entry with all that its hash is made from, as it lies there now.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Occasion">Its occasion; null where it is not there.</param>
/// <param name="Payload">What may be erased of it; null where there is nothing, or nothing any more.</param>
/// <param name="Seal">What stands in place of a payload that was erased.</param>
/// <param name="Way">How the journal holds rows of its kind.</param>
/// <param name="Row">The row to compare it with; null where it has none.</param>
internal sealed record Leaf(JournalEntry Entry, Occasion? Occasion, JournalPayload? Payload, JournalSeal? Seal, JournalWay Way, RowOfEntry? Row)
{
    /// <summary>Its hash as stored.</summary>
    public TreeHash Stored => Entry.Leaf.Length == TreeHash.Length ? TreeHash.From(Entry.Leaf) : TreeHash.Empty;

    /// <summary>Does the hash of the row go into its own?</summary>
    public bool HasRow => Way is JournalWay.Fact or JournalWay.Words && Entry.Act == JournalAct.Added;

    /// <summary>Is it about a row that changes, and says how that was left?</summary>
    public bool IsThing => Way == JournalWay.Thing && Entry.Act is JournalAct.Added or JournalAct.Changed;

    /// <summary>Was what it said erased?</summary>
    public bool IsErased => Payload is null && Seal is not null;

    /// <summary>Is the row gone that its hash is made from?</summary>
    public bool IsRowGone => HasRow && Row is null or { IsThere: false } && !IsErased;

    /// <summary>Makes its hash again; null where something of it is missing.</summary>
    public TreeHash? Make(ArrayBufferWriter<byte> scratch)
    {
        if (Occasion is null || IsRowGone) return null;
        var digest = HasRow && !IsErased ? Row?.Digest : null;
        if ((Payload is { } held && !LeafBytes.Fits(held, Way, Entry.Act)) || (Payload is null && Seal is { Seal.Length: not TreeHash.Length })) return null;
        var seal = Payload is not null ? LeafBytes.Seal(Payload, Way == JournalWay.Words ? digest : null) : Seal is not null ? TreeHash.From(Seal.Seal) : LeafBytes.NoSeal;
        return LeafBytes.Hash(Entry, Occasion, seal, Way == JournalWay.Fact ? digest : null, scratch);
    }

    /// <summary>The place of the leaf that this entry says was erased; null for an entry of another kind.</summary>
    public IReadOnlyList<long>? Erases() => Entry.Act == JournalAct.Erased ? [ErasedLeaf.Index(Entry.Row)] : null;
}
