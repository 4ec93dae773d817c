using System.Text.RegularExpressions;

namespace Cairn.Storage.Backups;

/// <summary>What every manifest must be, before anything is done with it.</summary>
internal static partial class BackupChecks
{
    // No table and no file of a district comes near it; and so many of them can be added up.
    private const long MostBytes = 1L << 40;

    public static void Of(BackupManifest manifest)
    {
        if (manifest.Format != BackupManifest.NewestFormat) throw BackupArchive.Crafted("its format has no such number");
        if (manifest.Engine is not ("sqlite" or "postgres")) throw BackupArchive.Crafted("it names no engine");
        if (!DataFolder.IsName(manifest.District.Name)) throw BackupArchive.Crafted("it names no district");
        // A district's id is made of its name: one cannot pass for another.
        if (manifest.District.Id != Backup.IdOf(manifest.District.Name)) throw BackupArchive.Crafted("the district's id is another's");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(manifest.District.TimeZone, out _)) throw BackupArchive.Crafted("its time zone is none");
        if (manifest.MadeAt.Kind != DateTimeKind.Utc) throw BackupArchive.Crafted("the moment it was made is not in UTC");
        // A list that is read may hold what its type does not name.
        if (manifest.Tables.Any(one => one is null || one.Columns.Any(column => column is null)) || manifest.Files.Any(one => one is null)) throw BackupArchive.Crafted("a list of it has a hole");
        foreach (var table in manifest.Tables)
        {
            if (!Name().IsMatch(table.Name) || table.Columns.Count is 0 or > 500 || !table.Columns.All(one => Name().IsMatch(one))) throw BackupArchive.Crafted("it names a table that none could be");
            if (table.Rows < 0 || table.Bytes is < 0 or > MostBytes || table.Rows > table.Bytes || !Hash().IsMatch(table.Sha256)) throw BackupArchive.Crafted($"what it says of {table.Name} cannot be");
        }

        foreach (var file in manifest.Files)
        {
            if (!RecordFiles.IsPath(file.Path)) throw BackupArchive.Crafted("it holds a file that would be written outside its folder");
            if (file.Bytes is < 0 or > MostBytes || !Hash().IsMatch(file.Sha256)) throw BackupArchive.Crafted("what it says of a file cannot be");
        }

        if (manifest.Tables.Count > 10_000 || RecordState.Of(manifest.Tables).Hash != manifest.StateHash) throw BackupArchive.Crafted("its hashes do not make its state");
        foreach (var (table, count) in manifest.Facts)
            if (manifest.Tables.FirstOrDefault(one => one.Name == table)?.Rows != count) throw BackupArchive.Crafted("it counts other facts than it holds");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,62}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hash();
}
