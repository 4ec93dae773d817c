using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Cairn.Storage.Backups;

/// <summary>
/// An archive that is opened to be restored. Nothing in it is believed: its names, lengths and hashes are looked over before a row is
/// read, nothing in it says where anything is written, and no schema, trigger or code is ever taken from it.
/// </summary>
internal sealed partial class BackupArchive : IDisposable
{
    // Rows carry random ids: an honest archive is pressed to a tenth. More than this is a bomb.
    private const int MostRatio = 200;
    private const long Small = 64 << 20;
    private const int MostEntries = 4_000_000;
    private const int LinkKind = 0xA000;

    private readonly Stream _from;
    private readonly ZipArchive _zip;

    private BackupArchive(Stream from, ZipArchive zip, BackupManifest manifest, bool isSealed) => (_from, _zip, Manifest, IsSealed) = (from, zip, manifest, isSealed);

    public BackupManifest Manifest { get; }

    public bool IsSealed { get; }

    /// <summary>Stops it between two tables.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>How many bytes come out of it.</summary>
    public long Unpacked => Manifest.Tables.Sum(one => one.Bytes) + Manifest.Files.Sum(one => one.Bytes);

    public static string EntryOf(string table) => $"tables/{table}.jsonl";

    /// <summary>Opens an archive and looks over what it says of itself.</summary>
    /// <exception cref="RefusedException">It is none, is damaged, of another format, or needs a passphrase.</exception>
    public static BackupArchive Open(string file, Passphrase? words, CancellationToken cancel = default)
    {
        Stream from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        ZipArchive? zip = null;
        try
        {
            var start = new byte[SealHeader.Size];
            var isSealed = SealHeader.IsOne(start.AsSpan(0, from.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
            if (isSealed) from = new SealedReading(from, words ?? throw new RefusedException($"{file} is sealed. Give its passphrase by --passphrase-file, or by {Passphrase.Variable}.") { NeedsPassphrase = true });
            from.Position = 0;
            zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) throw Crafted("it has too many entries");
            return new BackupArchive(from, zip, Checked(zip, from.Length), isSealed) { Cancel = cancel };
        }
        catch (InvalidDataException wrong)
        {
            zip?.Dispose();
            from.Dispose();
            throw new RefusedException($"{file} is no backup of Cairn, or it was cut off. Use another one.", wrong);
        }
        catch
        {
            zip?.Dispose();
            from.Dispose();
            throw;
        }
    }

    /// <summary>Reads all of it once: every entry has the length and the hash that the manifest says.</summary>
    public void CheckContents()
    {
        foreach (var table in Manifest.Tables)
        {
            Cancel.ThrowIfCancellationRequested();
            using var entry = OpenEntry(EntryOf(table.Name), table.Bytes, table.Sha256);
            entry.ReadToEnd();
        }

        foreach (var file in Manifest.Files)
            using (var entry = OpenEntry($"{RecordFiles.FolderName}/{file.Path}", file.Bytes, file.Sha256)) entry.ReadToEnd();
    }

    /// <summary>The rows of a table; one array is used for all.</summary>
    public IEnumerable<object?[]> Rows(StoredTable table)
    {
        Cancel.ThrowIfCancellationRequested();
        var said = Manifest.Tables.First(one => one.Name == table.Name);
        using var entry = OpenEntry(EntryOf(table.Name), said.Bytes, said.Sha256);
        var lines = new EntryLines(entry);
        var values = new object?[said.Columns.Count];
        long count = 0;
        while (lines.Next())
        {
            if (!RowLine.TryRead(lines.Line, values)) throw Crafted($"{table.Name} holds a line {count + 1} that is no row");
            count++;
            yield return values;
        }

        entry.ReadToEnd();
        if (count != said.Rows) throw Crafted($"{table.Name} holds {count} rows, and the manifest says {said.Rows}");
    }

    /// <summary>Writes the files below a new folder.</summary>
    public void Unpack(string folder)
    {
        foreach (var file in Manifest.Files)
        {
            var path = Path.GetFullPath(Path.Combine([folder, .. file.Path.Split('/')]));
            if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw Crafted($"it would write outside its folder: {file.Path}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var entry = OpenEntry($"{RecordFiles.FolderName}/{file.Path}", file.Bytes, file.Sha256);
            using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            entry.CopyTo(to);
            entry.ReadToEnd();
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _from.Dispose();
    }

    internal static RefusedException Crafted(string why) => new($"The archive is damaged, or somebody made it: {why}. Nothing was restored. Use another one.");

    private static BackupManifest Checked(ZipArchive zip, long packed)
    {
        var byName = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!byName.TryAdd(entry.FullName, entry)) throw Crafted($"it holds {Shown(entry.FullName)} twice");
            if (((entry.ExternalAttributes >> 16) & 0xF000) is not (0 or 0x8000) and var kind) throw Crafted(kind == LinkKind ? $"{Shown(entry.FullName)} is a link" : $"{Shown(entry.FullName)} is no file");
        }

        var manifest = ManifestOf(byName.GetValueOrDefault(BackupManifest.Entry) ?? throw Crafted("it has no manifest"));
        BackupChecks.Of(manifest);
        long unpacked = 0;
        foreach (var (path, bytes) in manifest.Tables.Select(one => (EntryOf(one.Name), one.Bytes)).Concat(manifest.Files.Select(one => ($"{RecordFiles.FolderName}/{one.Path}", one.Bytes))))
        {
            if (!byName.Remove(path, out var entry)) throw Crafted($"{Shown(path)} is missing, or stands twice in the manifest");
            if (entry.Length != bytes) throw Crafted($"{Shown(path)} has another length than the manifest says");
            unpacked += bytes;
        }

        byName.Remove(BackupManifest.Entry);
        if (byName.Keys.FirstOrDefault() is { } more) throw Crafted($"{Shown(more)} is not in the manifest");
        if (unpacked > Small && unpacked / Math.Max(1, packed) > MostRatio) throw Crafted("far more would come out of it than any record holds");
        return manifest;
    }

    private static BackupManifest ManifestOf(ZipArchiveEntry entry)
    {
        if (entry.Length is <= 0 or > BackupManifest.Longest) throw Crafted("its manifest has an absurd length");
        var json = new byte[entry.Length];
        using (var from = entry.Open())
            if (from.ReadAtLeast(json, json.Length, throwOnEndOfStream: false) < json.Length || from.ReadByte() >= 0) throw Crafted("its manifest has another length than it says");
        if (BackupManifest.FormatOf(json) is > BackupManifest.NewestFormat) throw new RefusedException("The archive was made by a newer cairn, in a format that this one does not know. Use that version, or a newer one.");
        return BackupManifest.FromJson(json) ?? throw Crafted("its manifest cannot be read");
    }

    private CheckedEntry OpenEntry(string path, long bytes, string sha256)
    {
        try
        {
            return new CheckedEntry(_zip.GetEntry(path)!.Open(), Shown(path), bytes, sha256);
        }
        catch (InvalidDataException wrong)
        {
            throw new RefusedException(Crafted($"{Shown(path)} cannot be opened").Message, wrong);
        }
    }

    // A name in an archive may be made to do harm on a terminal.
    internal static string Shown(string name) => Odd().Replace(name.Length > 80 ? name[..80] + "…" : name, "?");

    [GeneratedRegex(@"[^\w./-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Odd();
}
