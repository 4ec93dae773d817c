using System.IO.Compression;

namespace Cairn.Interop.Csv;

/// <summary>
/// A set of files that belong together, from a folder, a zip or an upload: only the names of the set, in any case, from the root or
/// from the one folder that holds them. Entries are read as streams; nothing is ever written to disk, and no link is followed.
/// </summary>
public sealed class SheetFiles : IDisposable
{
    private readonly Dictionary<string, Func<Stream>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly SheetSet _set;
    private ZipArchive? _archive;

    private SheetFiles(SheetSet set) => _set = set;

    /// <summary>The names of the files that are there, as the set spells them.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>Is there such a file?</summary>
    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>Opens a file; null where it is missing. One is open at a time.</summary>
    /// <exception cref="InvalidDataException">Thrown while reading: the file is too large when unpacked, or damaged.</exception>
    public Stream? OpenRead(string name) => _files.TryGetValue(name, out var open) ? open() : null;

    /// <inheritdoc/>
    public void Dispose() => _archive?.Dispose();

    internal static SheetFiles? FromZip(SheetSet set, Stream zip, string name, FaultList faults, SheetLimits limits)
    {
        var files = new SheetFiles(set);
        if (files.TakeZip(zip, name, faults, limits)) return files;
        files.Dispose();
        zip.Dispose();
        return null;
    }

    internal static SheetFiles? FromFolder(SheetSet set, DirectoryInfo folder, FaultList faults, SheetLimits limits)
    {
        var (files, budget, isGood) = (new SheetFiles(set), new ByteBudget(limits.All), true);
        foreach (var one in folder.EnumerateFileSystemInfos())
        {
            if (set.Named(one.Name) is not { } known) continue;
            var rule = one.LinkTarget is not null ? "a file is a file, not a link to one"
                : one is not FileInfo ? "a file is not a folder"
                : files.Has(known) ? "a file stands there once, whatever its case" : null;
            if (rule is not null) isGood = Refuse(faults, known, one.Name, rule, "put the file itself here, once");
            else files._files[known] = () => new MeteredStream(() => File.OpenRead(one.FullName), limits, budget, null, null);
        }

        if (!isGood || (files._files.Count == 0 && !Refuse(faults, folder.Name, "", $"the files of {set.Noun} stand at the top of the folder", $"put {set.Some} there"))) return null;
        return files;
    }

    internal static SheetFiles? FromParts(SheetSet set, IEnumerable<(string Name, byte[] Bytes)> parts, FaultList faults, SheetLimits limits)
    {
        var (files, budget, isGood) = (new SheetFiles(set), new ByteBudget(limits.All), true);
        foreach (var (name, bytes) in parts)
        {
            if (set.Named(name) is not { } known) faults.Warn(RowFault.Show(name), 0, "", "", $"the file is none of {set.Noun}, and is not read", "check its name, or leave it out");
            else if (!files._files.TryAdd(known, () => new MeteredStream(() => new MemoryStream(bytes, writable: false), limits, budget, null, null)))
                isGood = Refuse(faults, known, name, "a file stands there once, whatever its case", "choose one of the two");
        }

        return isGood && (files._files.Count > 0 || Refuse(faults, set.Noun, "", $"the files of {set.Noun} are chosen together, or as one zip", $"choose {set.Some}")) ? files : null;
    }

    private bool TakeZip(Stream zip, string name, FaultList faults, SheetLimits limits)
    {
        const string again = "make the zip anew, from the CSV files alone";
        try
        {
            if (ZipGate.Refuses(zip, limits) is { } rule) return Refuse(faults, name, "", rule, again);
            _archive = new ZipArchive(zip, ZipArchiveMode.Read);
            var bad = _archive.Entries.Select(entry => (entry, Rule: ZipGate.Refuses(entry))).FirstOrDefault(one => one.Rule is not null);
            if (bad.Rule is not null) return Refuse(faults, name, bad.entry.FullName, bad.Rule, again);
            if (ZipGate.Refuses(_archive.Entries, limits) is { } heavy) return Refuse(faults, name, "", heavy, again);
            foreach (var packed in _archive.Entries.Where(ZipGate.IsPacked))
                faults.Warn(name, 0, "", RowFault.Show(packed.FullName), "an archive inside the archive is not opened", $"unpack it first, if {_set.Noun} is in it");
            return TakeEntries([.. _archive.Entries.Where(entry => !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))], name, zip.Length, faults, limits);
        }
        catch (InvalidDataException)
        {
            return Refuse(faults, name, "", "the archive is damaged: its list of entries cannot be read", again);
        }
    }

    private bool TakeEntries(List<ZipArchiveEntry> entries, string name, long size, FaultList faults, SheetLimits limits)
    {
        var budget = new ByteBudget(limits.All);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var parts = entry.FullName.Split('/').Where(part => part is not ".").ToList();
            var isFolder = parts[^1].Length == 0;
            if (isFolder) parts.RemoveAt(parts.Count - 1);
            if (parts.Count == 0 || _set.Named(parts[^1]) is not { } known) continue;
            if (isFolder) return Refuse(faults, known, entry.FullName, "a file is not a folder", "put the file itself into the zip");
            if (parts.Count > 2) return Refuse(faults, known, entry.FullName, $"the files of {_set.Noun} stand at the top of the zip, or in one folder there", "take out what lies deeper");
            folders.Add(string.Join('/', parts.SkipLast(1)));
            if (folders.Count > 1) return Refuse(faults, known, entry.FullName, $"the files of {_set.Noun} stand in one place", "take one of the two sets out of the zip");
            if (!_files.TryAdd(known, () => new MeteredStream(entry.Open, limits, budget, Math.Min(entry.CompressedLength, size), entry.Crc32)))
                return Refuse(faults, known, entry.FullName, "a file stands there once, whatever its case", "take one of the two out of the zip");
        }

        return _files.Count > 0 || Refuse(faults, name, "", $"the files of {_set.Noun} stand at the top of the zip, or in one folder there", $"put {_set.Some} there");
    }

    private static bool Refuse(FaultList faults, string file, string value, string rule, string fix)
    {
        faults.Error(file, 0, "", RowFault.Show(value), rule, fix);
        return false;
    }
}
