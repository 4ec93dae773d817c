namespace Cairn.Interop.Csv;

/// <summary>What files belong together, and how they are opened: a roster's, or a programme's.</summary>
/// <param name="Noun">What they are together, in a fault: "the roster".</param>
/// <param name="Some">The first of them by name, in a fault's fix.</param>
/// <param name="Named">A file's name as the set spells it; null where it is none of the set.</param>
public sealed record SheetSet(string Noun, string Some, Func<string, string?> Named)
{
    /// <summary>Opens a folder or a zip. What is refused is told, and null is returned.</summary>
    /// <param name="path">A folder, or a zip file.</param>
    /// <param name="faults">Takes why it is refused; a value holds no more of the path than its last name.</param>
    /// <param name="limits">How much it may hold; the usual where null.</param>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be read.</exception>
    public SheetFiles? Open(string path, FaultList faults, SheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path)) return SheetFiles.FromFolder(this, new DirectoryInfo(path), faults, limits ?? SheetLimits.Usual);
        if (File.Exists(path)) return FromZip(File.OpenRead(path), name, faults, limits);
        faults.Error(name, 0, "", "", "there is such a folder or zip file", "correct the path");
        return null;
    }

    /// <summary>Opens a zip from a stream that can seek. What is refused is told, and null is returned.</summary>
    /// <param name="zip">The archive's bytes; closed with the files, or at once where it is refused.</param>
    /// <param name="name">What the archive is called in a fault.</param>
    /// <param name="faults">Takes why it is refused.</param>
    /// <param name="limits">How much it may hold; the usual where null.</param>
    public SheetFiles? FromZip(Stream zip, string name, FaultList faults, SheetLimits? limits = null) =>
        SheetFiles.FromZip(this, zip, name, faults, limits ?? SheetLimits.Usual);

    /// <summary>Opens what somebody chose in a browser: one zip, or the files themselves. What is refused is told, and null is returned.</summary>
    /// <param name="parts">Names, without folders, and bytes.</param>
    /// <param name="faults">Takes why it is refused.</param>
    /// <param name="limits">How much it may hold; the usual where null.</param>
    public SheetFiles? FromUpload(IReadOnlyList<(string Name, byte[] Bytes)> parts, FaultList faults, SheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(faults);
        if (parts is [var only] && LooksLikeZip(only.Bytes)) return FromZip(new MemoryStream(only.Bytes, writable: false), only.Name, faults, limits);
        if (parts.FirstOrDefault(one => LooksLikeZip(one.Bytes)) is not { Bytes: not null } zip) return SheetFiles.FromParts(this, parts, faults, limits ?? SheetLimits.Usual);
        faults.Error(RowFault.Show(zip.Name), 0, "", "", "one zip alone is chosen, or the files themselves", "choose the zip alone");
        return null;
    }

    private static bool LooksLikeZip(byte[] bytes) => bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith("PK\u0005\u0006"u8);
}
