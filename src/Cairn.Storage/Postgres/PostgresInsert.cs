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
