using System.Data.Common;
using System.IO.Compression;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Backups;

/// <summary>A backup that was made.</summary>
/// <param name="File">Its file.</param>
/// <param name="Bytes">How long the file is.</param>
/// <param name="IsSealed">Is it sealed with a passphrase?</param>
/// <param name="Manifest">What it says of itself.</param>
public sealed record BackupMade(string File, long Bytes, bool IsSealed, BackupManifest Manifest);

/// <summary>
/// Makes a backup: every row of the record as of one moment and every file, in one archive, while the district goes on being read and
/// written. Nothing but Cairn is needed for it, on either engine.
/// </summary>
public static class Backup
{
    /// <summary>Makes a backup of a district.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="district">The district; one that is opened to read will do.</param>
    /// <param name="file">The file to make. It is not there yet, and its folder is.</param>
    /// <param name="words">The passphrase to seal it with; null leaves it open.</param>
    /// <param name="at">The moment it is made, UTC.</param>
    /// <param name="cancel">Stops between two tables; then there is no such file.</param>
    /// <exception cref="RefusedException">The file is there, or a file of the district cannot be archived.</exception>
    /// <exception cref="IOException">The disk did not take it; then there is no such file.</exception>
    public static BackupMade Make(DataFolder folder, District district, string file, Passphrase? words, DateTime at, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(district);
        var path = Path.GetFullPath(file);
        if (Path.Exists(path)) throw new RefusedException($"{path} is there already, and a backup never takes another's place. Name another file.");
        BackupManifest? manifest = null;
        DurableFile.Write(path, to =>
        {
            using var closed = words is null ? null : new SealedWriting(to, words);
            using (var zip = new ZipArchive(closed ?? (Stream)to, ZipArchiveMode.Create, leaveOpen: true)) manifest = Fill(zip, folder, district, at, cancel);
            closed?.Finish();
        });
        return new BackupMade(path, new FileInfo(path).Length, words is not null, manifest!);
    }

    private static BackupManifest Fill(ZipArchive zip, DataFolder folder, District district, DateTime at, CancellationToken cancel)
    {
        var engine = district.Engine;
        using var db = engine.Open();
        db.Database.OpenConnection();
        var schema = engine.Applied(db)[^1];
        var rows = db.Database.GetDbConnection();
        List<TableState> tables;
        BackupDistrict whose;
        using (engine.Tables.Freeze(rows))
        {
            whose = Whose(engine, rows, district.Name);
            tables = [.. engine.Tables.All(rows).Select(table => Put(zip, engine, rows, table, cancel))];
        }

        // Files after rows: a file is there before a row names it, so none that is named is missing.
        List<BackupFile> files = [.. RecordFiles.Of(folder.FolderOf(district.Name)).Select(one => RecordFiles.Put(zip, one.Path, one.File)).OfType<BackupFile>()];
        var facts = Db.Facts.Select(type => db.Model.FindEntityType(type)!.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var manifest = new BackupManifest(
            BackupManifest.NewestFormat, Build, engine.Name, schema, whose, at, RecordState.Of(tables).Hash,
            tables.Where(one => facts.Contains(one.Name)).ToDictionary(one => one.Name, one => one.Rows, StringComparer.Ordinal), tables, files);
        using var last = zip.CreateEntry(BackupManifest.Entry, CompressionLevel.Fastest).Open();
        last.Write(manifest.ToJson());
        return manifest;
    }

    /// <summary>The version of this cairn.</summary>
    internal static string Build => typeof(Backup).Assembly.GetName().Version!.ToString(3);

    /// <summary>The id of a district: it is made of its name.</summary>
    internal static Guid IdOf(string district) => NamedId.Of("district", district);

    private static TableState Put(ZipArchive zip, Engine engine, DbConnection rows, StoredTable table, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var entry = zip.CreateEntry(BackupArchive.EntryOf(table.Name), CompressionLevel.Fastest).Open();
        return TableState.Write(engine.Tables, rows, table, entry);
    }

    // By plain SQL: the record may be of an older schema than the model.
    private static BackupDistrict Whose(Engine engine, DbConnection rows, string name)
    {
        using var ask = rows.CreateCommand();
        ask.CommandText = "SELECT name, time_zone FROM organizations WHERE id = @id AND kind = @kind";
        foreach (var (key, value) in (IEnumerable<(string, object)>)[("@id", engine.Stored(IdOf(name))), ("@kind", (int)OrganizationKind.District)])
        {
            var parameter = ask.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (key, value);
            ask.Parameters.Add(parameter);
        }

        using var row = ask.ExecuteReader();
        return row.Read() ? new BackupDistrict(name, IdOf(name), row.GetString(0), row.GetString(1))
            : throw new RefusedException($"{engine.Where} holds no district {name}: its folder or its entry was renamed from outside. Give it its name back.");
    }
}
