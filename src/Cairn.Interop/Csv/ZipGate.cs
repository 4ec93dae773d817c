using System.Buffers.Binary;
using System.IO.Compression;

namespace Cairn.Interop.Csv;

/// <summary>What is looked at before an archive is opened, and before any entry of it is read.</summary>
internal static class ZipGate
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LongestEntry = 1024;
    private const int KindOfFile = 0xF000;
    private const int Link = 0xA000;

    private static readonly string[] Packed = [".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst"];

    /// <summary>Why the archive's list of entries is not even read; null where it may be. The list itself could fill the memory.</summary>
    public static string? Refuses(Stream zip, SheetLimits limits)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndLength + LongestComment)];
        var start = zip.Length - tail.Length;
        zip.Position = start;
        zip.ReadExactly(tail);
        zip.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndLength) return "this is no zip archive, or its end is missing";
        var (count, offset) = (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16)));
        if (count == ushort.MaxValue || offset == uint.MaxValue) return $"an archive has at most {limits.Entries} entries, and is not of the large kind (zip64)";
        if (count > limits.Entries || start + at - offset > (long)limits.Entries * LongestEntry) return $"an archive has at most {limits.Entries} entries";
        return null;
    }

    /// <summary>Why an archive with such an entry is refused as a whole; null where it is good.</summary>
    public static string? Refuses(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.Contains('\\', StringComparison.Ordinal)) return "an entry's path has no backslash";
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))) return "an entry's path begins inside the archive, not at a root or a drive";
        if (name.Split('/').Contains("..", StringComparer.Ordinal)) return "an entry's path does not climb out of the archive";
        if (name.Any(char.IsControl)) return "an entry's path has no control character";
        if (((entry.ExternalAttributes >> 16) & KindOfFile) == Link) return "an entry is a file, not a link to one";
        return entry.IsEncrypted ? "an archive is not encrypted" : null;
    }

    /// <summary>Why an archive is refused for what it says of its entries' sizes, those that are never read too; null where it is good.</summary>
    public static string? Refuses(IEnumerable<ZipArchiveEntry> entries, SheetLimits limits) =>
        entries.Sum(one => (double)one.Length) > limits.All ? $"all files together are at most {limits.AllText} when they are unpacked" : null;

    /// <summary>Is this entry an archive itself? It is never opened.</summary>
    public static bool IsPacked(ZipArchiveEntry entry) => Packed.Any(one => entry.FullName.EndsWith(one, StringComparison.OrdinalIgnoreCase));
}
