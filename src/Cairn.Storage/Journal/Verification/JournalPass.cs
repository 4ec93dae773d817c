using System.Buffers;
using System.Globalization;
using Cairn.Learning.Journal;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Walks through the journal once: makes every leaf again, and compares rows that change with what their last entries say.</summary>
internal sealed class JournalPass(VerificationAsk ask, IReadOnlyList<Checkpoint> checkpoints, TreeEdge? end, Func<int, string> tableOf, Action<Found> tell)
{
    private static readonly Dictionary<int, JournalWay> Ways = JournalKinds.All.ToDictionary(one => one.Number, one => one.Way);

    private readonly ArrayBufferWriter<byte> _scratch = new(512);
    private readonly Dictionary<long, (byte[] Salt, byte[] RowHash)> _left = [];
    private Leaf? _here;
    private (long Occasion, int Since) _right = (0, 1);

    /// <summary>How many occasions entries belong to.</summary>
    public long Occasions { get; private set; }

    /// <summary>Adoptions, with what they said.</summary>
    public List<(Found At, Guid Version, byte[] Words)> Adoptions { get; } = [];

    /// <summary>Rows that changed since their last entry, to be looked at again for the columns.</summary>
    public List<(Found At, int Kind, Guid Row)> AlteredThings { get; } = [];

    /// <summary>Walks.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="compared">What entries have to be compared with, by entry.</param>
    /// <param name="step">Told how many more entries were read.</param>
    public JournalConclusion Walk(JournalReading journal, IEnumerable<RowOfEntry> compared, Action<int> step)
    {
        using var rows = compared.GetEnumerator();
        var isRow = rows.MoveNext();
        var walk = new JournalWalk(checkpoints, end, Hear);
        foreach (var part in journal.Parts(() => _right))
        {
            foreach (var entry in part.Entries)
            {
                while (isRow && rows.Current.Index < entry.Index) isRow = rows.MoveNext();
                Take(walk, part, entry, isRow && rows.Current.Index == entry.Index ? rows.Current : null);
            }

            _here = null;
            foreach (var left in part.Payloads.Keys) tell(new Found(FoundKind.PartInserted, "journal_payloads", Said(left)) { Entry = left });
            foreach (var left in part.Seals.Keys) tell(new Found(FoundKind.PartInserted, "journal_seals", Said(left)) { Entry = left });
            step(part.Entries.Count);
        }

        return walk.End();
    }

    private void Take(JournalWalk walk, JournalPart part, JournalEntry entry, RowOfEntry? row)
    {
        part.Payloads.Remove(entry.Index, out var payload);
        part.Seals.Remove(entry.Index, out var seal);
        var here = _here = new Leaf(entry, part.Occasions.GetValueOrDefault(entry.Occasion), payload, seal, Ways.GetValueOrDefault(entry.Kind, JournalWay.Draft), row);
        var stored = here.Stored;
        var made = entry.Index < ask.Since ? stored : here.Make(_scratch);
        var isRight = made == stored && here.Occasion is not null;
        if (isRight && here.Occasion!.Id > _right.Occasion) Occasions++;
        _right = isRight ? (here.Occasion!.Id, 1) : (_right.Occasion, _right.Since + 1);
        walk.Take(new JournalLeaf(entry.Index, stored, made, here.IsErased, here.Erases()));
        if (!isRight || entry.Index < ask.Since) return;
        if (seal is not null && payload is not null) tell(Here(FoundKind.NotErased));
        if (seal is not null && seal.Kind != entry.Kind) tell(Here(FoundKind.PartInserted) with { Table = "journal_seals", Id = Said(entry.Index) });
        if (here is { IsErased: true, Way: JournalWay.Words, Row.IsThere: true }) tell(Here(FoundKind.RowBack));
        if (here.Way == JournalWay.Thing) Chain(here, payload);
        if (here.IsThing && payload is not null) Compare(here, payload);
        if (entry.Act == JournalAct.Adopted && payload is not null) Adoptions.Add((Here(FoundKind.AdoptedAltered), entry.Row, payload.Words));
    }

    private void Compare(Leaf here, JournalPayload payload)
    {
        // Only the last entry about a row says how it is.
        if (here.Row is not { IsLast: true } row) return;
        if (!row.IsThere) tell(Here(FoundKind.RowRemoved));
        else if (!LeafBytes.RowHash(payload.Salt, row.Digest).AsSpan().SequenceEqual(payload.RowHash)) AlteredThings.Add((Here(FoundKind.RowAltered), here.Entry.Kind, here.Entry.Row));
    }

    // What a change began with is what the entry before it left: else it took up what somebody had altered in between.
    private void Chain(Leaf here, JournalPayload? payload)
    {
        if (here.Row is not { } row) return;
        if (row.Before > 0 && _left.Remove(row.Before - 1, out var left) && payload is not null && JournalWords.FromOf(payload.Words) is { } from
            && !LeafBytes.RowHash(left.Salt, from).AsSpan().SequenceEqual(left.RowHash)) tell(Here(FoundKind.RowAlteredBefore));
        if (!row.IsLast && here.IsThing && payload is { RowHash.Length: > 0 }) _left[here.Entry.Index] = (payload.Salt, payload.RowHash);
    }

    private void Hear(JournalFinding finding)
    {
        var entry = new Found(FoundKind.EntryAltered, "journal", Said(finding.First)) { Entry = finding.First, LastEntry = finding.Last > finding.First ? finding.Last : null };
        if (_here is { } here && here.Entry.Index == finding.First && finding.Kind is JournalFindingKind.Altered or JournalFindingKind.Erased)
        {
            // A fact and its entry make one hash: both are named, for either may be the one that was altered.
            tell(finding.Kind == JournalFindingKind.Erased ? Here(FoundKind.Erased) : Here(here.IsRowGone ? FoundKind.RowRemoved : here.HasRow ? FoundKind.RowAltered : FoundKind.EntryAltered));
            return;
        }

        tell(finding.Kind switch
        {
            JournalFindingKind.Missing => entry with { Kind = FoundKind.EntryMissing },
            JournalFindingKind.Repeated or JournalFindingKind.OutOfOrder or JournalFindingKind.BehindTheEnd => entry with { Kind = FoundKind.EntryInserted },
            JournalFindingKind.Erased => entry with { Kind = FoundKind.Erased },
            JournalFindingKind.ErasedWithoutEntry => entry with { Kind = FoundKind.ErasedWithoutEntry },
            JournalFindingKind.NotErased => entry with { Kind = FoundKind.NotErased },
            JournalFindingKind.CheckpointFails => entry with { Kind = FoundKind.CheckpointFails, Table = "checkpoints", Id = Said(finding.Last + 1) },
            JournalFindingKind.EdgeFails => entry with { Kind = FoundKind.EndFails, Table = "head", Id = "1" },
            _ => entry,
        });
    }

    private Found Here(FoundKind kind)
    {
        var here = _here!;
        var isOfRow = kind is FoundKind.RowAltered or FoundKind.RowAlteredBefore or FoundKind.RowRemoved or FoundKind.RowBack or FoundKind.AdoptedAltered or FoundKind.Erased && here.Entry.Kind > 0;
        return new Found(kind, isOfRow ? tableOf(here.Entry.Kind) : "journal", isOfRow ? here.Entry.Row.ToString() : Said(here.Entry.Index))
        {
            Entry = here.Entry.Index, At = here.Occasion?.At, Actor = here.Occasion?.Actor, Person = here.Occasion?.Person ?? Guid.Empty, Door = here.Occasion?.Where ?? "",
        };
    }

    private static string Said(long number) => number.ToString(CultureInfo.InvariantCulture);
}
