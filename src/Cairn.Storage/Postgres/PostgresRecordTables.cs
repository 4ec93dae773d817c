using System.Data;
using System.Data.Common;
using Cairn.Storage.Backups;
using Npgsql;
using NpgsqlTypes;

namespace Cairn.Storage.Postgres;

/// <summary>On PostgreSQL rows are read in one REPEATABLE READ transaction and put in by binary COPY; no tool of the server's is needed.</summary>
internal sealed class PostgresRecordTables : RecordTables
{
    private const string Catalog = """
        SELECT c.relname, a.attname, format_type(a.atttypid, NULL), coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        """;

    public override IReadOnlyList<StoredTable> All(DbConnection at)
    {
        using var ask = new NpgsqlCommand(Catalog, (NpgsqlConnection)at);
        using var rows = ask.ExecuteReader();
        var columns = new List<(string, string, string, int)>();
        while (rows.Read()) columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3)));
        return StoredTable.Of(columns);
    }

    public override DbTransaction Freeze(DbConnection at)
    {
        var frozen = ((NpgsqlConnection)at).BeginTransaction(IsolationLevel.RepeatableRead);
        Do(at, "SET TRANSACTION READ ONLY");
        // The moment is that of the first question.
        Do(at, "SELECT 1");
        return frozen;
    }

    public override string RowsOf(StoredTable table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(one => one.Type == "citext" ? $"{StoredTable.Quoted(one.Name)}::text" : StoredTable.Quoted(one.Name)))} FROM {StoredTable.Quoted(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(one => Order(table.Columns.First(column => column.Name == one))))}";

    public override void Write(DbDataReader row, StoredTable table, RowText line)
    {
        line.Begin();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (row.IsDBNull(i))
            {
                line.Nothing();
                continue;
            }

            switch (table.Columns[i].Type)
            {
                case "uuid":
                    line.Id(row.GetGuid(i));
                    break;
                case "bigint":
                    line.Whole(row.GetInt64(i));
                    break;
                case "integer":
                    line.Whole(row.GetInt32(i));
                    break;
                case "boolean":
                    line.Whole(row.GetBoolean(i) ? 1 : 0);
                    break;
                case "date":
                    line.Whole(row.GetFieldValue<DateOnly>(i).DayNumber);
                    break;
                case "timestamp with time zone":
                    line.Moment(row.GetDateTime(i));
                    break;
                case "bytea":
                    line.Bytes(row.GetFieldValue<byte[]>(i));
                    break;
                case "text" or "citext":
                    line.Text(row.GetString(i));
                    break;
                case var other:
                    throw new NotSupportedException($"{table.Name}.{table.Columns[i].Name} is {other}, which a backup cannot write.");
            }
        }

        line.End();
    }

    public override void Fill(DbConnection at, IReadOnlyList<StoredTable> tables, Func<StoredTable, IEnumerable<object?[]>> rows)
    {
        var to = (NpgsqlConnection)at;
        using var filling = to.BeginTransaction();
        // Guards belong to the district's own role; references are the server's, and are taken off and put back by its own words.
        var references = References(to);
        foreach (var (table, name, _) in references) Do(to, $"ALTER TABLE {table} DROP CONSTRAINT {StoredTable.Quoted(name)}");
        foreach (var table in tables) Do(to, $"ALTER TABLE {StoredTable.Quoted(table.Name)} DISABLE TRIGGER USER");
        try
        {
            foreach (var table in tables) Copy(to, table, rows(table));
            foreach (var (table, name, sql) in references) Do(to, $"ALTER TABLE {table} ADD CONSTRAINT {StoredTable.Quoted(name)} {sql}");
        }
        catch (PostgresException wrong) when (wrong.SqlState.StartsWith("23", StringComparison.Ordinal) || wrong.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            throw new RefusedException($"Rows of {wrong.TableName} in the archive are refused by the database ({wrong.MessageText}). It is damaged, or somebody made it. Use another one.", wrong);
        }

        foreach (var table in tables) Do(to, $"ALTER TABLE {StoredTable.Quoted(table.Name)} ENABLE TRIGGER USER");
        MoveCounters(to);
        filling.Commit();
        Do(to, "ANALYZE");
    }

    private static void Copy(NpgsqlConnection to, StoredTable table, IEnumerable<object?[]> rows)
    {
        using var copy = to.BeginBinaryImport($"COPY {StoredTable.Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(one => StoredTable.Quoted(one.Name)))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++) Put(copy, row[i], table, table.Columns[i]);
        }

        copy.Complete();
    }

    private static void Put(NpgsqlBinaryImporter copy, object? value, StoredTable table, StoredColumn column)
    {
        switch (value, column.Type)
        {
            case (null, _):
                copy.WriteNull();
                break;
            case (byte[] { Length: 16 } id, "uuid"):
                copy.Write(new Guid(id, bigEndian: true), NpgsqlDbType.Uuid);
                break;
            case (long number, "bigint"):
                copy.Write(number, NpgsqlDbType.Bigint);
                break;
            case (long and >= int.MinValue and <= int.MaxValue and var number, "integer"):
                copy.Write((int)number, NpgsqlDbType.Integer);
                break;
            case (0L or 1L, "boolean"):
                copy.Write((long)value == 1, NpgsqlDbType.Boolean);
                break;
            case (long and >= 0 and var day, "date") when day <= DateOnly.MaxValue.DayNumber:
                copy.Write(DateOnly.FromDayNumber((int)day), NpgsqlDbType.Date);
                break;
            case (long moment, "timestamp with time zone") when moment is > -62_000_000_000_000_000 and < 250_000_000_000_000_000:
                copy.Write(new DateTime(DateTime.UnixEpoch.Ticks + moment * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc), NpgsqlDbType.TimestampTz);
                break;
            case (byte[] bytes, "bytea"):
                copy.Write(bytes, NpgsqlDbType.Bytea);
                break;
            case (string text, "text") when !text.Contains('\0', StringComparison.Ordinal):
                copy.Write(text, NpgsqlDbType.Text);
                break;
            case (string text, "citext") when !text.Contains('\0', StringComparison.Ordinal):
                copy.Write(text, NpgsqlDbType.Citext);
                break;
            default:
                throw Misfit(table, column);
        }
    }

    private static string Order(StoredColumn column) => column.Type switch
    {
        "text" => StoredTable.Quoted(column.Name) + " COLLATE \"C\"",
        "citext" => StoredTable.Quoted(column.Name) + "::text COLLATE \"C\"",
        _ => StoredTable.Quoted(column.Name),
    };

    private static List<(string Table, string Name, string Sql)> References(NpgsqlConnection at)
    {
        using var ask = new NpgsqlCommand("SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2", at);
        using var rows = ask.ExecuteReader();
        var all = new List<(string, string, string)>();
        while (rows.Read()) all.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return all;
    }

    // Numbers that the server counts by itself go on behind the largest that came in.
    private static void MoveCounters(NpgsqlConnection at) => Do(at, """
        DO $$ DECLARE one record; BEGIN
          FOR one IN SELECT c.oid::regclass AS held, a.attname AS name, pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS counter
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL
          LOOP EXECUTE format('SELECT setval(%L, coalesce((SELECT max(%I) FROM %s), 0) + 1, false)', one.counter, one.name, one.held); END LOOP;
        END $$
        """);

    private static void Do(DbConnection at, string sql)
    {
        using var command = new NpgsqlCommand(sql, (NpgsqlConnection)at) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
