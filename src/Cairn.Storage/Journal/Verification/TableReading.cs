using System.Buffers;
using System.Data.Common;
using Cairn.Learning.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Reads the rows of a table as the engine holds them, each as its id and the hash of its bytes.</summary>
internal static class TableReading
{
    /// <summary>Rows of a table.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="db">A context whose connection is open.</param>
    /// <param name="type">The type whose table it is.</param>
    /// <param name="version">The framework version that the rows are of; null for all rows.</param>
    /// <returns>Id and hash; no id where the row does not even tell that, and no hash where it cannot be read.</returns>
    public static IEnumerable<(Guid? Id, TreeHash? Digest)> Of(Engine engine, Db db, Type type, Guid? version = null)
    {
        var bytes = RowBytes.Of(db, type);
        var of = version is null ? "" : $" WHERE \"{(type == typeof(Learning.Frameworks.FrameworkVersion) ? "id" : "version")}\" = @version";
        using var command = Command(db, $"SELECT {string.Join(", ", bytes.Names.Select(one => $"\"{one}\""))} FROM \"{bytes.Table.GetTableName()}\"{of}");
        if (version is { } wanted) Add(command, "@version", engine.Stored(wanted));
        using var reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        var row = new ArrayBufferWriter<byte>(512);
        while (rows.Next())
        {
            row.ResetWrittenCount();
            yield return (Try<Guid?>(() => bytes.IdOf(rows)), Try<TreeHash?>(() =>
            {
                bytes.Write(row, rows);
                return LeafBytes.Digest(row.WrittenSpan);
            }));
        }
    }

    public static DbCommand Command(Db db, string sql)
    {
        db.Database.OpenConnection();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    public static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>What can be read; nothing where another type, or another length, lies where it should be.</summary>
    public static T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is InvalidCastException or ArgumentException or FormatException or OverflowException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return default;
        }
    }
}
