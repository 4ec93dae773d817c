using Cairn.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Sqlite;

/// <summary>
/// Upgrades a copy beside the file, and then puts the copy's pages into the file in one transaction of SQLite's own (its online backup):
/// stopped anywhere before it commits, the file is the old record. The file stays the same file, so nobody reads a log that is not its own.
/// </summary>
internal static class SqliteUpgrade
{
    public static string Of(string file, SqliteEngine old, Upgrade upgrade)
    {
        RefuseWithoutRoom(file);
        var (beside, kept) = (Beside(file), $"{file}.before-{upgrade.Pending[0]}");
        try
        {
            Copy(old, beside);
            upgrade.At(UpgradeStep.Copied);
            using (var next = new SqliteEngine(beside)) BringUp(next, upgrade);
            Copy(old, Half(file));
            Flushed(Half(file));
            File.Move(Half(file), kept, overwrite: true);
            DiskFlush.Folder(Path.GetDirectoryName(file)!);
            upgrade.At(UpgradeStep.Kept);
            MoveIn(beside, old);
            upgrade.At(UpgradeStep.MovedIn);
            return kept;
        }
        finally
        {
            Sweep(file);
        }
    }

    public static void Sweep(string file)
    {
        foreach (var left in (string[])[Beside(file), Half(file)])
            foreach (var end in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(left + end);
    }

    private static void BringUp(SqliteEngine next, Upgrade upgrade)
    {
        using var db = next.Open();
        db.Database.OpenConnection();
        var at = db.Database.GetDbConnection();
        var tables = next.Tables.All(at);
        var before = Upgrade.Facts(db, next.Tables, at);
        db.Database.Migrate();
        Upgrade.TakeUp(next, upgrade.District.Name, upgrade.Clock);
        upgrade.At(UpgradeStep.Migrated);
        Upgrade.ConcludeAll(next, upgrade.District.Name, upgrade.Clock);
        upgrade.At(UpgradeStep.Concluded);
        Upgrade.RefuseUnsound(before, Upgrade.Facts(db, next.Tables, at, tables), Checkup.OfRecord(District.Beside(upgrade.District.Name, next, upgrade.Clock)));
        upgrade.At(UpgradeStep.Checked);
    }

    private static void MoveIn(string beside, SqliteEngine old)
    {
        using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = beside, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        from.Open();
        using var db = old.Open();
        db.Database.OpenConnection();
        from.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
        db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Copy(SqliteEngine old, string to)
    {
        File.Delete(to);
        using var db = old.Open();
        db.Database.ExecuteSql($"VACUUM INTO {to}");
    }

    private static void Flushed(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        DiskFlush.File(open, file);
    }

    private static void RefuseWithoutRoom(string file)
    {
        var (free, size) = (new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace, new FileInfo(file).Length);
        // The copy, the one that is kept, and the pages on their way in.
        if (free < 3 * size + (64L << 20)) throw new RefusedException($"An upgrade of {file} needs {(3 * size >> 20) + 64} MiB, and {free >> 20} MiB are free. Make room first.");
    }

    private static string Beside(string file) => file + ".upgrading";

    private static string Half(string file) => file + ".keeping";
}
