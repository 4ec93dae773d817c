using Cairn.Learning.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal.Verification;

/// <summary>
/// Brings rows and entries together: both are sorted by the row, and what each entry has to be compared with is sorted back by the
/// entry. Tables lie in the order of learners, the journal in the order of time.
/// </summary>
internal sealed class RowPass(Engine engine, Db db, VerificationAsk ask, Action<Found> tell) : IDisposable
{
    private static readonly Dictionary<int, (Type Type, JournalWay Way)> Kinds = JournalKinds.All.Where(one => one.Way is not (JournalWay.Draft or JournalWay.Told)).ToDictionary(one => one.Number, one => (one.Type, one.Way));

    private readonly SpilledSort<EntryOfRow> _entries = new(ask.Folder, EntryOfRow.InOrder);
    private readonly SpilledSort<RowThere> _rows = new(ask.Folder, RowThere.InOrder);
    private readonly SpilledSort<RowOfEntry> _compared = new(ask.Folder, RowOfEntry.InOrder);

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>What each entry has to be compared with, by entry; entries that have nothing are left out.</summary>
    public IEnumerable<RowOfEntry> Compare(JournalReading journal, Action<int> step)
    {
        foreach (var one in journal.OfRows(ask.Since))
        {
            if (Kinds.ContainsKey(one.Kind)) _entries.Add(new EntryOfRow(one.Kind, RowNumber.Of(one.Row), one.Index, one.Act));
            step(1);
        }

        foreach (var (number, (type, _)) in Kinds) Read(number, type, step);
        Merge();
        return _compared.Sorted();
    }

    public void Dispose()
    {
        _entries.Dispose();
        _rows.Dispose();
        _compared.Dispose();
    }

    public static string TableOf(Db db, int kind) => JournalKinds.All.FirstOrDefault(one => one.Number == kind).Type is { } type ? db.Model.FindEntityType(type)!.GetTableName()! : "journal";

    private void Read(int number, Type type, Action<int> step)
    {
        foreach (var (id, digest) in TableReading.Of(engine, db, type))
        {
            Rows++;
            step(1);
            if (id is not { } known) tell(new Found(FoundKind.RowUnreadable, TableOf(db, number), ""));
            else _rows.Add(new RowThere(number, RowNumber.Of(known), digest ?? TreeHash.Empty));
        }
    }

    private void Merge()
    {
        using var rows = _rows.Sorted().GetEnumerator();
        var isRow = rows.MoveNext();
        var together = new List<EntryOfRow>();
        foreach (var entry in _entries.Sorted())
        {
            if (together.Count > 0 && (together[0].Kind, together[0].Row) != (entry.Kind, entry.Row))
            {
                isRow = Match(together, rows, isRow);
                together.Clear();
            }

            together.Add(entry);
        }

        if (together.Count > 0) isRow = Match(together, rows, isRow);
        for (; isRow; isRow = rows.MoveNext()) Inserted(rows.Current);
    }

    private bool Match(List<EntryOfRow> entries, IEnumerator<RowThere> rows, bool isRow)
    {
        var (kind, row) = (entries[0].Kind, entries[0].Row);
        for (; isRow && rows.Current.Against(kind, row) < 0; isRow = rows.MoveNext()) Inserted(rows.Current);
        var there = isRow && rows.Current.Against(kind, row) == 0 ? rows.Current : (RowThere?)null;
        for (; isRow && rows.Current.Against(kind, row) == 0; isRow = rows.MoveNext())
        {
        }

        var isThing = Kinds[kind].Way == JournalWay.Thing;
        var last = entries[^1];
        if (isThing) Chain(entries, there);
        if (last.Act == (int)JournalAct.Removed)
        {
            if (there is not null) tell(new Found(FoundKind.RowBack, TableOf(db, kind), RowNumber.IdOf(row).ToString()) { Entry = last.Index });
            // What the entries before said of the words has no row to be compared with any more.
            if (!isThing) foreach (var one in entries.Where(one => one.Act == (int)JournalAct.Added)) _compared.Add(new RowOfEntry(one.Index, false, default, 0, true));
            return isRow;
        }

        if (!isThing) foreach (var one in entries) _compared.Add(new RowOfEntry(one.Index, there is not null, there?.Digest ?? default, 0, true));
        return isRow;
    }

    // Each entry about a row that changes begins where the one before it ended, and the last says how the row is.
    private void Chain(List<EntryOfRow> entries, RowThere? there)
    {
        var before = 0L;
        for (var i = 0; i < entries.Count; i++)
        {
            var isLast = i == entries.Count - 1;
            if (before > 0 || !isLast || entries[i].Act != (int)JournalAct.Removed) _compared.Add(new RowOfEntry(entries[i].Index, there is not null, there?.Digest ?? default, before, isLast));
            before = entries[i].Index + 1;
        }
    }

    private void Inserted(RowThere row)
    {
        // Rows of older entries were not asked for.
        if (ask.Since == 0) tell(new Found(FoundKind.RowInserted, TableOf(db, row.Kind), RowNumber.IdOf(row.Row).ToString()));
    }
}
