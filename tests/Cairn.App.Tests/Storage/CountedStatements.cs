using System.Diagnostics;
using Cairn.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Counts the statements that one connection sends: SQLite itself tells of each, and of a server its driver does, on the thread that asks.</summary>
internal static class CountedStatements
{
    public static int In(Db db, Action work)
    {
        var (count, thread) = (0, Environment.CurrentManagedThreadId);
        db.Database.OpenConnection();
        if (db.Database.GetDbConnection() is SqliteConnection { Handle: { } handle })
        {
            SQLitePCL.strdelegate_trace trace = (_, _) => count++;
            SQLitePCL.raw.sqlite3_trace(handle, trace, null);
            work();
            SQLitePCL.raw.sqlite3_trace(handle, (SQLitePCL.strdelegate_trace?)null, null);
            GC.KeepAlive(trace);
            return count;
        }

        using var driver = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => count += Environment.CurrentManagedThreadId == thread ? 1 : 0,
        };
        ActivitySource.AddActivityListener(driver);
        work();
        return count;
    }
}
