using Cairn.Storage.Postgres;
using Cairn.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Backups;

/// <summary>
/// Restores a district from an archive: everything is checked, restored into a place beside, checked again and moved in whole. A district
/// that is there is never written over, and an archive makes the district that it was made of and no other.
/// </summary>
public static class Restoring
{
    // What only another backup mends. The rest is told, with its fix: a record is better than none.
    private static readonly HashSet<string> Grave = ["database", "references", "facts", "schema"];

    /// <summary>Looks into an archive; nothing is changed.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="words">Its passphrase, where it is sealed.</param>
    /// <exception cref="RefusedException">It is none, is damaged, is newer than this cairn, or needs another passphrase.</exception>
    public static ArchiveLook Look(string file, Passphrase? words)
    {
        using var archive = BackupArchive.Open(file, words);
        return new ArchiveLook(archive.Manifest, archive.IsSealed, SchemaOf(archive.Manifest) is not null);
    }

    /// <summary>Restores a district into a data folder that has none of its name.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The archive.</param>
    /// <param name="words">Its passphrase, where it is sealed.</param>
    /// <param name="expected">The district that it must be of; null for whichever it is of.</param>
    /// <param name="connection">A connection to the PostgreSQL database it is made in; null for the installation's server, or a file.</param>
    /// <param name="at">Told each step when it is done; what it throws ends the restore, and nothing is left of it.</param>
    /// <exception cref="RefusedException">Something stands in the way: what, and how it is mended.</exception>
    public static Restored Into(DataFolder folder, string file, Passphrase? words, string? expected = null, string? connection = null, Action<RestoreStep>? at = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.IsDemo) throw new RefusedException($"{folder.Path} is a demonstration: its sign-in links would open a real record. Name another folder with --data.");
        using var archive = BackupArchive.Open(file, words);
        var name = archive.Manifest.District.Name;
        if (expected is not null && expected != name) throw new RefusedException($"This is a backup of district {name}, and is never restored as {expected}. To look at it beside another, name a new data folder with --data.");
        RefuseWhereThere(folder, name);
        archive.CheckContents();
        RefuseWithoutRoom(folder, archive);
        at?.Invoke(RestoreStep.LookedOver);
        using var staging = new Staging(folder);
        var beside = Path.Combine(staging.Path, name);
        DurableFile.MakeOwn(beside);
        if (archive.Manifest.Files.Count > 0) archive.Unpack(Path.Combine(beside, RecordFiles.FolderName));
        var (engine, server) = folder.NewEngine(name, connection);
        using (engine)
        {
            Restored? restored = null;
            if (server is null)
            {
                using (var half = new SqliteEngine(Path.Combine(beside, District.FileName))) restored = Rebuild(archive, half, at);
                staging.MoveIn(beside, folder.FolderOf(name));
            }
            else
            {
                // The directory knows it only when all of it is there.
                folder.Note(name, server, () =>
                {
                    restored = Rebuild(archive, engine, at, () =>
                    {
                        if (archive.Manifest.Files.Count > 0) staging.MoveIn(beside, folder.FolderOf(name));
                    });
                });
            }

            at?.Invoke(RestoreStep.MovedIn);
            return restored! with { Where = engine.Where };
        }
    }

    /// <summary>Restores an archive into a place beside, looks it over, and takes it away again: would it restore?</summary>
    /// <param name="folder">The data folder in which there is room.</param>
    /// <param name="file">The archive.</param>
    /// <param name="words">Its passphrase, where it is sealed.</param>
    /// <param name="cancel">Stops between two tables.</param>
    /// <exception cref="RefusedException">It would not: why.</exception>
    public static Restored Check(DataFolder folder, string file, Passphrase? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var archive = BackupArchive.Open(file, words, cancel);
        archive.CheckContents();
        RefuseWithoutRoom(folder, archive);
        using var staging = new Staging(folder);
        if (archive.Manifest.Files.Count > 0) archive.Unpack(Path.Combine(staging.Path, RecordFiles.FolderName));
        // The lines of an archive are the same on both engines: a file beside does for either. Only an older schema asks for its own engine.
        if (archive.Manifest.Engine == "sqlite" || SchemaOf(archive.Manifest) is null)
        {
            using var half = new SqliteEngine(Path.Combine(staging.Path, District.FileName));
            return Rebuild(archive, half, null);
        }

        var (engine, server) = new DataFolder(staging.Path) { Server = folder.Server, Template = folder.Template }.NewEngine(archive.Manifest.District.Name, null);
        using (engine)
        {
            if (server is null) throw new RefusedException($"This backup is of an older schema on PostgreSQL. To check it, name a server in {DataFolder.ServerVariable}.");
            try
            {
                return Rebuild(archive, engine, null);
            }
            finally
            {
                ((PostgresEngine)engine).Drop();
            }
        }
    }

    private static Restored Rebuild(BackupArchive archive, Engine engine, Action<RestoreStep>? at, Action? moveIn = null)
    {
        var manifest = archive.Manifest;
        var older = SchemaOf(manifest);
        if (older is not null && engine.Name != manifest.Engine)
            throw new RefusedException($"This backup is of an older schema on {manifest.Engine}, and only there can it be brought up to date. Restore it there first, and back it up again.");
        IReadOnlyList<string> applied = [];
        IReadOnlyList<CheckupFinding> findings = [];
        engine.Rebuild(older, rows =>
        {
            var tables = engine.Tables.All(rows);
            RefuseOtherTables(tables, manifest.Tables);
            engine.Tables.Fill(rows, tables, archive.Rows);
        }, () =>
        {
            at?.Invoke(RestoreStep.Filled);
            var state = RecordState.Of(engine);
            if (state.Hash != manifest.StateHash) throw BackupArchive.Crafted($"what was restored has another state ({Different(state, manifest)})");
            if (older is not null) applied = Upgrade.InPlace(engine, manifest.District.Name);
            findings = Look(engine, manifest);
            at?.Invoke(RestoreStep.Checked);
            moveIn?.Invoke();
        });
        return new Restored(manifest, archive.IsSealed, engine.Name, "", manifest.StateHash, applied, findings);
    }

    private static List<CheckupFinding> Look(Engine engine, BackupManifest manifest)
    {
        using (var db = engine.Open())
        {
            if (!db.Organizations.AsNoTracking().Any(one => one.Kind == Learning.People.OrganizationKind.District && one.Id == new Learning.OrganizationId(manifest.District.Id))) throw BackupArchive.Crafted("its rows are another district's");
            if (db.Head.AsNoTracking().Count() != 1) throw BackupArchive.Crafted("its record has no end");
            WholeReading.Of(db);
        }

        List<CheckupFinding> findings = [.. Checkup.OfRecord(District.Beside(manifest.District.Name, engine, TimeProvider.System))];
        return findings.Find(one => !one.IsGood && Grave.Contains(one.What)) is { } bad ? throw new RefusedException($"What was restored is not sound ({bad.What}: {bad.Found}), and was taken away again. Use another backup.") : findings;
    }

    /// <summary>The migration of an older archive; null where it is of this cairn's schema. Refuses a newer one.</summary>
    private static string? SchemaOf(BackupManifest manifest)
    {
        using Db model = manifest.Engine == "sqlite" ? new SqliteDbDesign().CreateDbContext([]) : new PostgresDbDesign().CreateDbContext([]);
        List<string> known = [.. model.Database.GetMigrations()];
        if (!known.Contains(manifest.Schema, StringComparer.Ordinal)) throw new RefusedException($"The archive was made by a newer cairn ({manifest.Cairn}, schema {BackupArchive.Shown(manifest.Schema)}). Use that version, or a newer one.");
        return known[^1] == manifest.Schema ? null : manifest.Schema;
    }

    private static void RefuseWhereThere(DataFolder folder, string name)
    {
        if (folder.Districts.Contains(name, StringComparer.Ordinal))
            throw new RefusedException($"There is a district {name} already, and a restore never writes over one. Restore into a new data folder with --data; or first move {folder.FolderOf(name)} away.");
        if (!Directory.Exists(folder.FolderOf(name))) return;
        // A lock is all that is left where only the database was taken away.
        var left = Directory.EnumerateFileSystemEntries(folder.FolderOf(name)).Where(one => Path.GetFileName(one) != District.FileName + ".lock").ToList();
        if (left.Count > 0) throw new RefusedException($"{folder.FolderOf(name)} holds no record and is not empty. Move it away first.");
        Directory.Delete(folder.FolderOf(name), recursive: true);
    }

    private static void RefuseWithoutRoom(DataFolder folder, BackupArchive archive)
    {
        DurableFile.MakeOwn(folder.Path);
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        if (archive.Unpacked > free - (64L << 20)) throw new RefusedException($"{archive.Unpacked >> 20} MiB would come out of the archive, and {folder.Path} has {free >> 20} MiB left. Make room first.");
    }

    // The tables are this cairn's own, and the archive has just these: its rows are all that is taken from it.
    private static void RefuseOtherTables(IReadOnlyList<StoredTable> ours, IReadOnlyList<TableState> theirs)
    {
        if (!ours.Select(one => one.Name).SequenceEqual(theirs.Select(one => one.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal)) throw BackupArchive.Crafted("it has other tables than its schema");
        foreach (var table in ours)
            if (!table.Columns.Select(one => one.Name).SequenceEqual(theirs.First(one => one.Name == table.Name).Columns, StringComparer.Ordinal)) throw BackupArchive.Crafted($"{table.Name} has other columns than in its schema");
    }

    private static string Different(RecordState state, BackupManifest manifest) =>
        string.Join(", ", state.Tables.Where(one => manifest.Tables.First(other => other.Name == one.Name).Sha256 != one.Sha256).Select(one => one.Name));
}
