using System.IO.Compression;
using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>
/// The files of a OneRoster set, from a folder or a zip: only the names of the standard, in any case, from the root or from the
/// one folder that holds them. Entries are read as streams; nothing is ever written to disk, and no link is followed.
/// </summary>
public sealed class RosterFiles : IDisposable
{
    private readonly Dictionary<string, Func<Stream>> _files = new(StringComparer.OrdinalIgnoreCase);
    private ZipArchive? _archive;

    private RosterFiles()
    {
    }

    /// <summary>The names of the files that are there, as the standard spells them.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>Opens a folder or a zip. What is refused is told, and null is returned.</summary>
    /// <param name="path">A folder, or a zip file.</param>
    /// <param name="faults">Takes why it is refused; a value holds no more of the path than its last name.</param>
    /// <param name="limits">How much it may hold; the usual where null.</param>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be read.</exception>
    public static RosterFiles? Open(string path, FaultList faults, RosterLimits? limits = null)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path)) return FromFolder(new DirectoryInfo(path), faults, limits ?? RosterLimits.Usual);
        if (File.Exists(path)) return FromZip(File.OpenRead(path), name, faults, limits);
        Refuse(faults, name, "", "there is such a folder or zip file", "correct the path");
        return null;
    }

    /// <summary>Opens a zip from a stream that can seek. What is refused is told, and null is returned.</summary>
    /// <param name="zip">The archive's bytes; closed with the files, or at once where it is refused.</param>
    /// <param name="name">What the archive is called in a fault.</param>
    /// <param name="faults">Takes why it is refused.</param>
    /// <param name="limits">How much it may hold; the usual where null.</param>
    public static RosterFiles? FromZip(Stream zip, string name, FaultList faults, RosterLimits? limits = null)
    {
        var files = new RosterFiles();
        if (files.TakeZip(zip, name, faults, limits ?? RosterLimits.Usual)) return files;
        files.Dispose();
        zip.Dispose();
        return null;
    }

    /// <summary>Is there such a file?</summary>
    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>Opens a file; null where it is missing. One is open at a time.</summary>
    /// <exception cref="InvalidDataException">Thrown while reading: the file is too large when unpacked, or damaged.</exception>
    public Stream? OpenRead(string name) => _files.TryGetValue(name, out var open) ? open() : null;

    /// <inheritdoc/>
    public void Dispose() => _archive?.Dispose();

    private static RosterFiles? FromFolder(DirectoryInfo folder, FaultList faults, RosterLimits limits)
    {
        var (files, budget, isGood) = (new RosterFiles(), new ByteBudget(limits.All), true);
        foreach (var one in folder.EnumerateFileSystemInfos())
        {
            if (RosterColumns.FileNamed(one.Name) is not { } known) continue;
            var rule = one.LinkTarget is not null ? "a file is a file, not a link to one"
                : one is not FileInfo ? "a file is not a folder"
                : files.Has(known) ? "a file stands there once, whatever its case" : null;
            if (rule is not null) isGood = Refuse(faults, known, one.Name, rule, "put the file itself here, once");
            else files._files[known] = () => new MeteredStream(() => File.OpenRead(one.FullName), limits, budget, null, null);
        }

        if (!isGood || (files._files.Count == 0 && !Refuse(faults, folder.Name, "", "the files of the roster stand at the top of the folder", "put manifest.csv, orgs.csv, users.csv and the others there"))) return null;
        return files;
    }

    private bool TakeZip(Stream zip, string name, FaultList faults, RosterLimits limits)
    {
        const string again = "make the zip anew, from the CSV files alone";
        try
        {
            if (ZipGate.Refuses(zip, limits) is { } rule) return Refuse(faults, name, "", rule, again);
            _archive = new ZipArchive(zip, ZipArchiveMode.Read);
            var bad = _archive.Entries.Select(entry => (entry, Rule: ZipGate.Refuses(entry))).FirstOrDefault(one => one.Rule is not null);
            if (bad.Rule is not null) return Refuse(faults, name, bad.entry.FullName, bad.Rule, again);
            foreach (var packed in _archive.Entries.Where(ZipGate.IsPacked))
                faults.Warn(name, 0, "", RowFault.Show(packed.FullName), "an archive inside the archive is not opened", "unpack it first, if the roster is in it");
            return TakeEntries([.. _archive.Entries.Where(entry => !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))], name, zip.Length, faults, limits);
        }
        catch (InvalidDataException)
        {
            return Refuse(faults, name, "", "the archive is damaged: its list of entries cannot be read", again);
        }
    }

    private bool TakeEntries(List<ZipArchiveEntry> entries, string name, long size, FaultList faults, RosterLimits limits)
    {
        var budget = new ByteBudget(limits.All);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var parts = entry.FullName.Split('/').Where(part => part is not ".").ToList();
            var isFolder = parts[^1].Length == 0;
            if (isFolder) parts.RemoveAt(parts.Count - 1);
            if (parts.Count == 0 || RosterColumns.FileNamed(parts[^1]) is not { } known) continue;
            if (isFolder) return Refuse(faults, known, entry.FullName, "a file is not a folder", "put the file itself into the zip");
            if (parts.Count > 2) return Refuse(faults, known, entry.FullName, "the files of the roster stand at the top of the zip, or in one folder there", "take out what lies deeper");
            folders.Add(string.Join('/', parts.SkipLast(1)));
            if (folders.Count > 1) return Refuse(faults, known, entry.FullName, "the files of the roster stand in one place", "take one of the two sets out of the zip");
            if (!_files.TryAdd(known, () => new MeteredStream(entry.Open, limits, budget, Math.Min(entry.CompressedLength, size), entry.Crc32)))
                return Refuse(faults, known, entry.FullName, "a file stands there once, whatever its case", "take one of the two out of the zip");
        }

        return _files.Count > 0 || Refuse(faults, name, "", "the files of the roster stand at the top of the zip, or in one folder there", "put manifest.csv, orgs.csv, users.csv and the others there");
    }

    private static bool Refuse(FaultList faults, string file, string value, string rule, string fix)
    {
        faults.Error(file, 0, "", RowFault.Show(value), rule, fix);
        return false;
    }
}
