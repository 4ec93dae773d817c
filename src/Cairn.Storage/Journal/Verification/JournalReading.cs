using System.Data.Common;
using Cairn.Learning;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Some entries in a row, with all that belongs to them.</summary>
internal sealed record JournalPart(
    IReadOnlyList<JournalEntry> Entries, IReadOnlyDictionary<long, Occasion> Occasions, Dictionary<long, JournalPayload> Payloads, Dictionary<long, JournalSeal> Seals);

/// <summary>Reads the journal in the order of its entries, some at a time, strictly: what lies there as another type is not read as if it were right.</summary>
internal sealed class JournalReading(Engine engine, Db db)
{
    private const int AtOnce = 16_384;

    /// <summary>What stands in place of an entry that cannot be read: nothing makes its hash.</summary>
    private static JournalEntry Unread(long index) => new(index, -1, JournalAct.None, 0, Guid.Empty, null, []);

    /// <summary>Entries about rows, without what belongs to them.</summary>
    public IEnumerable<(long Index, int Act, int Kind, Guid Row)> OfRows(long since)
    {
        using var command = TableReading.Command(db, "SELECT \"index\", act, kind, \"row\" FROM journal WHERE \"index\" >= @since AND kind > 0 AND act <= 3");
        TableReading.Add(command, "@since", since);
        using var reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        while (rows.Next())
            if (TableReading.Try<(long, int, int, Guid)?>(() => (rows.Long(0), (int)rows.StoredNumber(1, 'n'), (int)rows.StoredNumber(2, 'n'), rows.Id(3))) is { } one) yield return one;
    }

    /// <summary>All entries. Whoever reads says after each part up to which occasion all was right.</summary>
    /// <param name="rightTo">Asked for the number of the newest occasion that was right, and how many entries came since.</param>
    public IEnumerable<JournalPart> Parts(Func<(long Occasion, int Since)> rightTo)
    {
        var last = long.MinValue;
        while (true)
        {
            var entries = Read($"SELECT \"index\", occasion, act, kind, \"row\", learner, leaf FROM journal WHERE \"index\" > {last} ORDER BY \"index\" LIMIT {AtOnce}", Entry).ToList();
            var end = entries.Count == 0 ? long.MaxValue : entries[^1].Index;
            var right = rightTo();
            yield return new JournalPart(entries,
                // An entry begins one occasion at most: an altered number leads nowhere.
                Read($"SELECT id, at, actor, person, account, on_behalf_of, purpose, \"where\", \"from\" FROM occasions WHERE id BETWEEN {right.Occasion} AND {right.Occasion + right.Since + entries.Count}", Occasion)
                    .OfType<Occasion>().ToDictionary(one => one.Id),
                Read($"SELECT \"index\", salt, row_hash, words FROM journal_payloads WHERE \"index\" > {last} AND \"index\" <= {end}", Payload).ToDictionary(one => one.Index),
                Read($"SELECT \"index\", kind, \"of\", seal FROM journal_seals WHERE \"index\" > {last} AND \"index\" <= {end}", Seal).ToDictionary(one => one.Index));
            if (entries.Count == 0) yield break;
            last = end;
        }
    }

    /// <summary>The checkpoints, by size.</summary>
    public IReadOnlyList<CheckpointRow?> Checkpoints() => [.. Read<CheckpointRow?>("SELECT \"size\", at, root, key, signature FROM checkpoints ORDER BY \"size\"", rows => TableReading.Try(() => new CheckpointRow(rows.Long(0), rows.Moment(1), rows.StoredBytes(2), rows.StoredText(3), rows.StoredBytes(4))))];

    /// <summary>The public keys that the journal tells of: every node of a district has its own.</summary>
    public IEnumerable<string> KeysTold() => Read("SELECT p.words FROM journal j JOIN journal_payloads p ON p.\"index\" = j.\"index\" WHERE j.act = 16 AND j.kind = 0 ORDER BY j.\"index\"", rows => TableReading.Try(() => KeyIn(rows.StoredBytes(0)))).OfType<string>();

    private static string? KeyIn(byte[] words)
    {
        using var json = System.Text.Json.JsonDocument.Parse(words);
        return json.RootElement.TryGetProperty("said", out var said) && said.TryGetProperty("journalKey", out var key) ? key.GetString() : null;
    }

    /// <summary>A number that a question is answered with.</summary>
    public long Ask(string question) => Read(question, rows => rows.Long(0)).Single();

    public IEnumerable<T> Read<T>(string sql, Func<RowReader, T> row)
    {
        using var command = TableReading.Command(db, sql);
        using DbDataReader reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        while (rows.Next()) yield return row(rows);
    }

    private static JournalEntry Entry(RowReader rows) => TableReading.Try(() => new JournalEntry(
        rows.Long(0), rows.StoredNumber(1, 'n'), (JournalAct)rows.StoredNumber(2, 'n'), (int)rows.StoredNumber(3, 'n'), rows.Id(4),
        rows.IsNone(5) ? null : new LearnerId(rows.Id(5)), rows.StoredBytes(6))) ?? Unread(rows.Long(0));

    private static Occasion? Occasion(RowReader rows) => TableReading.Try(() => new Occasion(
        rows.Long(0), new DateTime(DateTime.UnixEpoch.Ticks + rows.StoredNumber(1, 't') * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc), (ActorKind)rows.StoredNumber(2, 'n'),
        rows.Id(3), rows.Id(4), rows.Id(5), rows.StoredText(6), rows.StoredText(7), rows.StoredText(8)));

    private static JournalPayload Payload(RowReader rows) =>
        TableReading.Try(() => new JournalPayload(rows.Long(0), rows.StoredBytes(1), rows.StoredBytes(2), rows.StoredBytes(3))) ?? new JournalPayload(rows.Long(0), [], [], []);

    private static JournalSeal Seal(RowReader rows) =>
        TableReading.Try(() => new JournalSeal(rows.Long(0), (int)rows.StoredNumber(1, 'n'), rows.Id(2), rows.StoredBytes(3))) ?? new JournalSeal(rows.Long(0), 0, Guid.Empty, []);
}
