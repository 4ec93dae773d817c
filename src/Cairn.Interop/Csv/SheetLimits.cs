namespace Cairn.Interop.Csv;

/// <summary>How much a set of files may hold. Bytes are counted as they are read, whatever an archive says of itself.</summary>
/// <param name="File">Bytes of one file, unpacked.</param>
/// <param name="All">Bytes of all files together, unpacked.</param>
/// <param name="Entries">Entries of an archive, those that are not read among them.</param>
/// <param name="Ratio">Bytes unpacked for each byte packed; looked at from <see cref="RatioFrom"/> on.</param>
public sealed record SheetLimits(long File, long All, int Entries, int Ratio)
{
    /// <summary>256 MB a file, 512 MB in all, 1,000 entries, 200 for one: sheets pack to a tenth or a thirtieth of its size.</summary>
    public static SheetLimits Usual { get; } = new(256L << 20, 512L << 20, 1000, 200);

    /// <summary>A small file may be as alike in itself as it likes.</summary>
    public const long RatioFrom = 16L << 20;

    /// <summary>Fields of one row: more are no sheet, and would fill the memory.</summary>
    public const int Fields = 10_000;

    internal string FileText => Megabytes(File);

    internal string AllText => Megabytes(All);

    private static string Megabytes(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : $"{bytes} bytes";
}
