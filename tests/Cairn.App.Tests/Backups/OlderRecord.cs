using Cairn.App.Tests.Cli;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Cairn.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Backups;

/// <summary>A district as the release before this one left it.</summary>
internal static class OlderRecord
{
    /// <summary>Makes its database anew in the schema before the newest, with every row as far as the old tables have its columns.</summary>
    public static void Of(Installation cairn, string district = DataFolder.DefaultDistrict)
    {
        using var now = new TempFolder(ownsServer: false);
        var open = cairn.Open(district);
        using var archive = BackupArchive.Open(Backup.Make(cairn.Folder, open, now.Of("now.cairn"), null, DateTime.UtcNow).File, null);
        using var engine = cairn.Folder.EngineOf(district);
        // Nobody's pooled connection outlives the database it was to.
        open.Engine.Dispose();
        if (engine is PostgresEngine server) server.Drop();
        else
        {
            engine.Dispose();
            foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(cairn.DatabaseOf(district) + end);
        }

        string before;
        using (var db = engine.Open()) before = db.Database.GetMigrations().ToList()[^2];
        engine.Rebuild(before, rows =>
        {
            var tables = engine.Tables.All(rows);
            engine.Tables.Fill(rows, tables, table => Narrowed(archive, table));
        }, () => { });
    }

    private static IEnumerable<object?[]> Narrowed(BackupArchive archive, StoredTable table)
    {
        var columns = archive.Manifest.Tables.Single(one => one.Name == table.Name).Columns.ToList();
        var places = table.Columns.Select(one => columns.IndexOf(one.Name)).ToList();
        return archive.Rows(table).Select(row => places.Select(at => row[at]).ToArray());
    }

    public static bool IsOlder(Installation cairn)
    {
        using var engine = cairn.Folder.EngineOf(DataFolder.DefaultDistrict);
        using var db = engine.Open();
        return db.Database.GetPendingMigrations().Any();
    }

    public static string StateOf(Installation cairn)
    {
        using var engine = cairn.Folder.EngineOf(DataFolder.DefaultDistrict);
        return RecordState.Of(engine).Hash;
    }

    public static (IReadOnlyList<string> Applied, string? Copy) Upgrade(Installation cairn, Action<UpgradeStep>? at = null)
    {
        var district = District.OpenExisting(cairn.Folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System, isMigrating: true);
        try
        {
            return Cairn.Storage.Backups.Upgrade.Of(cairn.Folder, district, TimeProvider.System, at);
        }
        finally
        {
            district.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
