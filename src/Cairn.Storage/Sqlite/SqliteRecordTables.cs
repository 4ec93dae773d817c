using System.Data.Common;
using Cairn.Storage.Backups;
using Microsoft.Data.Sqlite;

namespace Cairn.Storage.Sqlite;

/// <summary>On SQLite the values are as the canonical line has them; a reader's transaction shows one moment while the writer goes on.</summary>
internal sealed class SqliteRecordTables : RecordTables
{
    public override IReadOnlyList<StoredTable> All(DbConnection at)
    {
        using var ask = Command(at, "SELECT m.name, c.name, c.type, c.pk FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden = 0");
        using var rows = ask.ExecuteReader();
        var columns = new List<(string, string, string, int)>();
        while (rows.Read()) columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2).ToUpperInvariant(), rows.GetInt32(3)));
        return StoredTable.Of(columns);
    }

    public override DbTransaction Freeze(DbConnection at)
    {
        var frozen = ((SqliteConnection)at).BeginTransaction(deferred: true);
        // The moment is that of the first read.
        using var look = Command(at, "SELECT count(*) FROM sqlite_master");
        look.ExecuteScalar();
        return frozen;
    }

    public override string RowsOf(StoredTable table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(one => StoredTable.Quoted(one.Name)))} FROM {StoredTable.Quoted(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(one => StoredTable.Quoted(one) + " COLLATE BINARY"))}";

    public override void Write(DbDataReader row, StoredTable table, RowText line)
    {
        line.Begin();
        for (var i = 0; i < table.Columns.Count; i++)
            switch (row.GetValue(i))
            {
                case long number:
                    line.Whole(number);
                    break;
                case string text:
                    line.Text(text);
                    break;
                case byte[] bytes:
                    line.Bytes(bytes);
                    break;
                case DBNull:
                    line.Nothing();
                    break;
                case var other:
                    throw new NotSupportedException($"{table.Name}.{table.Columns[i].Name} holds a {other.GetType().Name}, which a backup cannot write.");
            }

        line.End();
    }

    public override void Fill(DbConnection at, IReadOnlyList<StoredTable> tables, Func<StoredTable, IEnumerable<object?[]>> rows)
    {
        // What is filled is thrown away when anything goes wrong, so it need not be safe before it is whole.
        Do(at, "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA cache_size=-64000");
        using var filling = at.BeginTransaction();
        var guards = Guards(at);
        foreach (var (name, _) in guards) Do(at, $"DROP TRIGGER {StoredTable.Quoted(name)}");
        foreach (var table in tables) Insert(at, table, rows(table));
        foreach (var (_, sql) in guards) Do(at, sql);
        using (var astray = Command(at, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"))
            if (astray.ExecuteScalar() is string wrong) throw new RefusedException($"Rows of {wrong} in the archive point at nothing. It is damaged, or somebody made it. Use another one.");
        filling.Commit();
    }

    private static void Insert(DbConnection at, StoredTable table, IEnumerable<object?[]> rows)
    {
        using var command = Command(at, $"INSERT INTO {StoredTable.Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(one => StoredTable.Quoted(one.Name)))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => "@p" + i))})");
        var parameters = table.Columns.Select((_, i) => ((SqliteCommand)command).Parameters.Add(new SqliteParameter { ParameterName = "@p" + i })).ToList();
        try
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < parameters.Count; i++) parameters[i].Value = Fits(row[i], table.Columns[i].Type) ? row[i] ?? DBNull.Value : throw Misfit(table, table.Columns[i]);
                command.ExecuteNonQuery();
            }
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == 19)
        {
            throw new RefusedException($"A row of {table.Name} in the archive is refused by the database ({wrong.Message}). It is damaged, or somebody made it. Use another one.", wrong);
        }
    }

    private static bool Fits(object? value, string type) => (value, type) switch
    {
        (null, _) or (long, "INTEGER") or (string, "TEXT") or (byte[], "BLOB") => true,
        _ => false,
    };

    private static List<(string Name, string Sql)> Guards(DbConnection at)
    {
        using var ask = Command(at, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name");
        using var rows = ask.ExecuteReader();
        var all = new List<(string, string)>();
        while (rows.Read()) all.Add((rows.GetString(0), rows.GetString(1)));
        return all;
    }

    private static void Do(DbConnection at, string sql)
    {
        using var command = Command(at, sql);
        command.ExecuteNonQuery();
    }

    // A command of a connection is in the transaction that is open on it.
    private static DbCommand Command(DbConnection at, string sql)
    {
        var command = at.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
