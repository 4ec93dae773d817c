using System.Reflection;
using Cairn.Storage.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Storage.Postgres;

/// <summary>On PostgreSQL a backup is kept as the copy, and all else is one transaction: schema, conclusions and the look over them.
/// Whoever is stopped in it has done nothing.</summary>
internal static class PostgresUpgrade
{
    private const int LearnersATurn = 256;
    private const int Portion = 4096;

    private static readonly MethodInfo Fetching = typeof(PostgresUpgrade).GetMethod(nameof(Fetched), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static string Of(PostgresEngine engine, Upgrade upgrade)
    {
        var backups = new BackupFolder(upgrade.Folder);
        var now = upgrade.Clock.GetUtcNow().UtcDateTime;
        var kept = Path.Combine(backups.Made(), BackupFolder.NameOf($"{upgrade.District.Name}-before-{upgrade.Pending[0]}", now));
        Backup.Make(upgrade.Folder, upgrade.District, kept, Passphrase.OfVariable(), now);
        try
        {
            upgrade.At(UpgradeStep.Copied);
            BringUp(engine, upgrade, now);
        }
        catch
        {
            // The record is as it was: a copy of it says nothing more.
            File.Delete(kept);
            throw;
        }

        upgrade.At(UpgradeStep.MovedIn);
        return kept;
    }

    private static void BringUp(PostgresEngine engine, Upgrade upgrade, DateTime now)
    {
        using var db = engine.Open();
        // All of a large record may be concluded in it.
        db.Database.SetCommandTimeout(0);
        using var transaction = db.Database.BeginTransaction();
        var at = db.Database.GetDbConnection();
        // Writers of other processes wait; what they then find is the new schema.
        Do(db, "LOCK TABLE head IN EXCLUSIVE MODE");
        var tables = engine.Tables.All(at);
        var before = Upgrade.Facts(db, engine.Tables, at);
        Do(db, db.GetService<IMigrator>().GenerateScript(engine.Applied(db)[^1], null, MigrationsSqlGenerationOptions.NoTransactions));
        var head = engine.LockHead(db);
        Journal.TakingUp.Into(engine, db, head, type => RowsOf(db, type), Learning.Instant.Utc(now));
        upgrade.At(UpgradeStep.Migrated);
        Conclude(db, head, upgrade);
        upgrade.At(UpgradeStep.Concluded);
        Upgrade.RefuseUnsound(before, Upgrade.Facts(db, engine.Tables, at, tables), Look(db, engine, now));
        upgrade.At(UpgradeStep.Checked);
        upgrade.At(UpgradeStep.Kept);
        transaction.Commit();
    }

    private static void Conclude(Db db, HeadRow head, Upgrade upgrade)
    {
        var turn = new WriteTurn(upgrade.District, db, head, upgrade.Clock);
        foreach (var some in db.Learners.AsNoTracking().OrderBy(one => one.Id).Select(one => one.Id).ToList().Chunk(LearnersATurn))
        {
            foreach (var learner in some) turn.ConcludeWhole(learner);
            turn.ConcludeNow();
        }
    }

    private static IEnumerable<CheckupFinding> Look(Db db, PostgresEngine engine, DateTime now) =>
        [.. engine.Check(question => Ask(db, question), Checkup.Guarded), Checkup.Standings(db, FrameworkInForce.ReadAll(db, now))];

    // Portion by portion from a cursor: one connection does not read and write at once, and a large table is never in memory whole.
    private static IEnumerable<object> RowsOf(Db db, Type type) => (IEnumerable<object>)Fetching.MakeGenericMethod(type).Invoke(null, [db])!;

    private static IEnumerable<object> Fetched<T>(Db db)
        where T : class
    {
        Do(db, $"DECLARE taking CURSOR FOR SELECT * FROM {StoredTable.Quoted(db.Model.FindEntityType(typeof(T))!.GetTableName()!)}");
        while (db.Set<T>().FromSqlRaw($"FETCH {Portion} FROM taking").AsNoTracking().ToList() is { Count: > 0 } some)
            foreach (var row in some) yield return row;
        Do(db, "CLOSE taking");
    }

    private static string Ask(Db db, string question)
    {
        using var command = Command(db, question);
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static void Do(Db db, string sql)
    {
        using var command = Command(db, sql);
        command.ExecuteNonQuery();
    }

    private static System.Data.Common.DbCommand Command(Db db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, db.Database.CurrentTransaction?.GetDbTransaction(), 0);
        return command;
    }
}
