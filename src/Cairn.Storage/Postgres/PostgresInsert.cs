using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Cairn.Storage.Postgres;

/// <summary>Inserts many rows by binary COPY, by the model's own columns and converters.</summary>
internal static class PostgresInsert
{
    public static void Into<T>(Db db, IEnumerable<T> rows)
        where T : class
    {
        var table = Column.TableOf<T>(db);
        var columns = Column.Of(table);
        var getters = columns.ConvertAll(Column.Getter<T>);
        var types = columns.ConvertAll(one => TypeOf(one.GetRelationalTypeMapping().StoreType));
        db.Database.OpenConnection();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        using var copy = connection.BeginBinaryImport($"COPY \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(one => $"\"{one.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < getters.Count; i++)
                if (getters[i](row) is { } value) copy.Write(value is Enum ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : value, types[i]);
                else copy.WriteNull();
        }

        copy.Complete();
        db.Database.CloseConnection();
    }

    /// <summary>Up to so many rows go in by an array for each column; more are copied.</summary>
    public const int Few = 200;

    /// <summary>Inserts rows of several tables in one step.</summary>
    public static void Together(Db db, IReadOnlyList<NpgsqlBatchCommand> commands)
    {
        db.Database.OpenConnection();
        using var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        foreach (var one in commands) batch.BatchCommands.Add(one);
        batch.ExecuteNonQuery();
        db.Database.CloseConnection();
    }

    /// <summary>What inserts some rows: an array for each column.</summary>
    public static NpgsqlBatchCommand Command<T>(Db db, IReadOnlyList<T> rows)
        where T : class
    {
        var table = Column.TableOf<T>(db);
        var columns = Column.Of(table);
        var command = new NpgsqlBatchCommand($"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(one => $"\"{one.GetColumnName()}\""))}) SELECT * FROM unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})");
        foreach (var column in columns)
        {
            var get = Column.Getter<T>(column);
            command.Parameters.Add(ArrayOf(column.GetRelationalTypeMapping().StoreType, rows.Select(get)));
        }

        return command;
    }

    private static NpgsqlParameter ArrayOf(string store, IEnumerable<object?> values) => store switch
    {
        "uuid" => Array(values.Select(one => (Guid?)one).ToArray(), NpgsqlDbType.Uuid),
        "bigint" => Array(values.Select(one => (long?)one).ToArray(), NpgsqlDbType.Bigint),
        "integer" => Array(values.Select(one => one is null ? (int?)null : Convert.ToInt32(one, System.Globalization.CultureInfo.InvariantCulture)).ToArray(), NpgsqlDbType.Integer),
        "text" => Array(values.Select(one => (string?)one).ToArray(), NpgsqlDbType.Text),
        "bytea" => Array(values.Select(one => (byte[]?)one).ToArray(), NpgsqlDbType.Bytea),
        "timestamp with time zone" => Array(values.Select(one => (DateTime?)one).ToArray(), NpgsqlDbType.TimestampTz),
        _ => throw new NotSupportedException($"An array of {store} is not known."),
    };

    private static NpgsqlParameter Array<TValue>(TValue[] values, NpgsqlDbType type) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    private static NpgsqlDbType TypeOf(string store) => store switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "boolean" => NpgsqlDbType.Boolean,
        "text" => NpgsqlDbType.Text,
        "citext" => NpgsqlDbType.Citext,
        "date" => NpgsqlDbType.Date,
        "bytea" => NpgsqlDbType.Bytea,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"COPY of {store} is not known."),
    };
}
