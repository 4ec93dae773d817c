using Cairn.Drills.Record;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Drills.Rebuilt;

/// <summary>The drill's district as the release before this one left it.</summary>
internal static class Older
{
    /// <summary>Makes its database anew in the schema before the newest, with every row as far as the old tables have its columns.</summary>
    public static async Task Make(DataFolder folder)
    {
        var file = Path.Combine(folder.Path, "now.cairn");
        await using (var now = District.OpenExisting(folder, Field.District, toWrite: false, TimeProvider.System))
            file = Backup.Make(folder, now, file, null, DateTime.UtcNow).File;
        using (var archive = BackupArchive.Open(file, null))
        using (var engine = folder.EngineOf(Field.District))
        {
            foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(engine.Where + end);
            string before;
            using (var db = engine.Open()) before = db.Database.GetMigrations().ToList()[^2];
            engine.Rebuild(before, rows => engine.Tables.Fill(rows, engine.Tables.All(rows), table => Narrowed(archive, table)), () => { });
        }

        File.Delete(file);
    }

    public static bool Is(DataFolder folder)
    {
        using var engine = folder.EngineOf(Field.District);
        using var db = engine.Open();
        return db.Database.GetPendingMigrations().Any();
    }

    private static IEnumerable<object?[]> Narrowed(BackupArchive archive, StoredTable table)
    {
        var columns = archive.Manifest.Tables.Single(one => one.Name == table.Name).Columns.ToList();
        var places = table.Columns.Select(one => columns.IndexOf(one.Name)).ToList();
        return archive.Rows(table).Select(row => places.Select(at => row[at]).ToArray());
    }
}
