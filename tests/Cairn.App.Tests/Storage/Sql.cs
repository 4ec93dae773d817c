using System.Globalization;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>SQL as somebody with the database in hand would write it, on a connection that the pool opened; and what each engine says in
/// its own way.</summary>
internal static class Sql
{
    public static int Run(Db db, string sql)
    {
        using var command = Command(db, sql);
        return command.ExecuteNonQuery();
    }

    public static string Ask(Db db, string sql)
    {
        using var command = Command(db, sql);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>The first column of every row.</summary>
    public static List<string> List(Db db, string sql)
    {
        using var command = Command(db, sql);
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(Convert.ToString(rows[0], CultureInfo.InvariantCulture) ?? "");
        return all;
    }

    /// <summary>The columns of a table that are not in its key; all of them where none is left.</summary>
    public static List<string> ColumnsBesideKey(Db db, string table)
    {
        var key = List(db, Engines.IsPostgres
            ? $"SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indisprimary AND i.indrelid = '{table}'::regclass"
            : $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0");
        var all = Columns(db, table);
        var rest = all.Except(key, StringComparer.Ordinal).ToList();
        return rest.Count > 0 ? rest : all;
    }

    public static List<string> Columns(Db db, string table) => List(db, Engines.IsPostgres
        ? $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
        : $"SELECT name FROM pragma_table_info('{table}')");

    /// <summary>Every row of a table as the engine holds it, column by column.</summary>
    public static List<string> Dump(Db db, string table) => List(db, Engines.IsPostgres
        ? $"SELECT \"{table}\"::text FROM \"{table}\""
        : $"SELECT {string.Join(" || '|' || ", Columns(db, table).Select(name => $"typeof(\"{name}\") || quote(\"{name}\")"))} FROM \"{table}\"");

    /// <summary>An id that is new.</summary>
    public static string NewId => Engines.IsPostgres ? "gen_random_uuid()" : "randomblob(16)";

    public static string Bool(bool isSo) => (Engines.IsPostgres, isSo) switch { (true, _) => isSo ? "true" : "false", _ => isSo ? "1" : "0" };

    /// <summary>An id as a literal.</summary>
    public static string Id(Guid id) => Engines.IsPostgres ? $"'{id}'" : $"x'{Convert.ToHexString(id.ToByteArray(true))}'";

    private static System.Data.Common.DbCommand Command(Db db, string sql)
    {
        db.Database.OpenConnection();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
