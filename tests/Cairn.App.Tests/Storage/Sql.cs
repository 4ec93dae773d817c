using System.Globalization;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>SQL as somebody with the file in hand would write it, on a connection that the pool opened.</summary>
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

    private static System.Data.Common.DbCommand Command(Db db, string sql)
    {
        db.Database.OpenConnection();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
