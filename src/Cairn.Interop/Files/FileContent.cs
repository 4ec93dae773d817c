using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Cairn.Interop.Files;

/// <summary>Tells a file's kind by what is in it, and never by its name or by what its sender says.</summary>
public static class FileContent
{
    private const int Head = 4096;
    private const int MostEntries = 10_000;

    /// <summary>The kind of a file; null for one that is not taken: unknown, empty, or an office document with macros.</summary>
    /// <param name="file">The file; it can be read from any place, and its place is as before when this returns.</param>
    /// <param name="name">Its name, which only tells a sheet of values from other plain text.</param>
    public static FileKind? KindOf(Stream file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        var place = file.Position;
        try
        {
            var head = new byte[Head];
            var length = file.ReadAtLeast(head, Head, throwOnEndOfStream: false);
            var extension = OfBytes(head.AsSpan(0, length)) ?? (length > 0 && head.AsSpan(0, length) is [0x50, 0x4B, 0x03, 0x04, ..] ? OfZip(file, place) : OfText(file, place, name));
            return extension is null ? null : FileKind.EndingIn(extension);
        }
        finally
        {
            file.Position = place;
        }
    }

    private static string? OfBytes(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "jpg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "png";
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return "gif";
        if (head.StartsWith("%PDF-"u8)) return "pdf";
        if (head.StartsWith("OggS"u8)) return "ogg";
        if (head.Length >= 12 && head.StartsWith("RIFF"u8)) return head[8..].StartsWith("WEBP"u8) ? "webp" : head[8..].StartsWith("WAVE"u8) ? "wav" : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return head[..Math.Min(64, head.Length)].IndexOf("webm"u8) > 0 ? "webm" : null;
        if (head.Length >= 16 && head[4..].StartsWith("ftyp"u8)) return OfBrand(head);
        return head.StartsWith("ID3"u8) || IsMpegAudio(head) ? "mp3" : null;
    }

    // Of one family of boxes: the brand says what the file is for, and those that it fits too stand behind it.
    private static string? OfBrand(ReadOnlySpan<byte> head)
    {
        var brand = Encoding.Latin1.GetString(head[8..12]);
        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var fits = new List<string> { brand };
        for (var at = 16; at + 4 <= size; at += 4) fits.Add(Encoding.Latin1.GetString(head[at..(at + 4)]));
        if (brand is "avif" or "avis" || (brand == "mif1" && fits.Contains("avif", StringComparer.Ordinal))) return "avif";
        if (brand is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" || (brand is "mif1" or "msf1" && fits.Contains("heic", StringComparer.Ordinal))) return "heic";
        if (brand == "qt  ") return "mov";
        if (brand is "M4A " or "M4B ") return "m4a";
        return brand is "M4V " or "mp41" or "mp42" or "avc1" or "dash" or "MSNV" or "mp71" || brand.StartsWith("iso", StringComparison.Ordinal) || brand.StartsWith("3gp", StringComparison.Ordinal) ? "mp4" : null;
    }

    // A frame of MPEG audio, layer 3, with a bit rate and a sampling rate that there are; two bytes alone are too little to tell.
    private static bool IsMpegAudio(ReadOnlySpan<byte> head) =>
        head is [0xFF, var version, var rates, _, ..] && (version & 0xE6) == 0xE2 && (version & 0x18) != 0x08 && (rates & 0xF0) is not (0xF0 or 0) && (rates & 0x0C) != 0x0C;

    private static string? OfZip(Stream file, long place)
    {
        file.Position = place;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) return null;
            var names = zip.Entries.Select(one => one.FullName).ToList();
            // What is run when it is opened is not taken.
            if (names.Exists(one => one.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (names is ["mimetype", ..] && zip.Entries[0].Length < 100) return IsOpenText(zip.Entries[0]) ? "odt" : null;
            if (!names.Contains("[Content_Types].xml", StringComparer.Ordinal)) return null;
            return names.Contains("word/document.xml", StringComparer.Ordinal) ? "docx" : names.Contains("xl/workbook.xml", StringComparer.Ordinal) ? "xlsx" : names.Contains("ppt/presentation.xml", StringComparer.Ordinal) ? "pptx" : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOpenText(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd().Trim() == "application/vnd.oasis.opendocument.text";
    }

    // Text all the way: UTF-8 or UTF-16 with its mark, and no sign that no text holds.
    private static string? OfText(Stream file, long place, string name)
    {
        file.Position = place;
        try
        {
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            using var reader = new StreamReader(file, strict, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
            var part = new char[4096];
            var isEmpty = true;
            while (reader.Read(part, 0, part.Length) is > 0 and var read)
            {
                isEmpty = false;
                foreach (var one in part.AsSpan(0, read))
                    if (one is '\uFFFD' or '\uFFFE' or '\uFFFF' || (char.IsControl(one) && one is not ('\t' or '\r' or '\n' or '\f' or '\u0085'))) return null;
            }

            return isEmpty ? null : name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : "txt";
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
