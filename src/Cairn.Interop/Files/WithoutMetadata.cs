using System.Buffers.Binary;

namespace Cairn.Interop.Files;

/// <summary>
/// Takes out of a picture what tells where, when and by what it was taken: EXIF, XMP, IPTC, comments, thumbnails. The picture itself is
/// not touched, and how it is turned stays. JPEG, PNG and WebP; other kinds come back as they are.
/// </summary>
public static class WithoutMetadata
{
    private static readonly string[] PngKept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "iCCP", "pHYs", "acTL", "fcTL", "fdAT", "cICP"];

    /// <summary>The picture without what it says beside itself.</summary>
    /// <param name="picture">The bytes of the file.</param>
    /// <param name="kind">Its kind, by its content.</param>
    /// <returns>The bytes; null where the file is broken so that it cannot be said what is in it.</returns>
    public static byte[]? Of(byte[] picture, FileKind kind)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Type switch
        {
            "image/jpeg" => Jpeg(picture),
            "image/png" => Png(picture),
            "image/webp" => Webp(picture),
            _ => picture,
        };
    }

    private static byte[]? Jpeg(byte[] picture)
    {
        var to = new MemoryStream(picture.Length);
        to.Write(picture, 0, 2);
        var at = 2;
        while (at + 4 <= picture.Length)
        {
            if (picture[at] != 0xFF) return null;
            var marker = picture[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // The picture begins; behind its end nothing belongs to it.
            if (marker == 0xDA)
            {
                var end = EndOfJpeg(picture, at);
                to.Write(picture, at, end - at);
                return to.ToArray();
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(at + 2));
            if (length < 4 || at + length > picture.Length) return null;
            var segment = picture.AsSpan(at, length);
            if (marker == 0xE1 && JpegTurn.Of(segment) is { } turn) to.Write(JpegTurn.Segment(turn));
            // Kept are the tables, the frame, JFIF without its small picture, colours (ICC) and Adobe's word on them.
            else if (marker == 0xE0 && length >= 18 && segment[4..].StartsWith("JFIF"u8)) to.Write([0xFF, 0xE0, 0, 16, .. segment[4..16], 0, 0]);
            else if (marker is not (>= 0xE0 and <= 0xEF or 0xFE) || (marker == 0xE2 && segment[4..].StartsWith("ICC_PROFILE"u8)) || (marker == 0xEE && segment[4..].StartsWith("Adobe"u8))) to.Write(segment);
            at += length;
        }

        return null;
    }

    // Pictures in several scans have tables between them; the mark of the end cannot stand within a scan.
    private static int EndOfJpeg(byte[] picture, int from)
    {
        for (var at = from; at + 1 < picture.Length; at++)
            if (picture[at] == 0xFF && picture[at + 1] == 0xD9) return at + 2;
        return picture.Length;
    }

    private static byte[]? Png(byte[] picture)
    {
        var to = new MemoryStream(picture.Length);
        to.Write(picture, 0, 8);
        for (var at = 8; at + 12 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture.AsSpan(at));
            if (length > picture.Length - at - 12) return null;
            var name = System.Text.Encoding.Latin1.GetString(picture, at + 4, 4);
            if (PngKept.Contains(name, StringComparer.Ordinal)) to.Write(picture, at, (int)length + 12);
            if (name == "IEND") return to.ToArray();
            at += (int)length + 12;
        }

        return null;
    }

    private static byte[]? Webp(byte[] picture)
    {
        var to = new MemoryStream(picture.Length);
        to.Write(picture, 0, 12);
        for (var at = 12; at + 8 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(picture.AsSpan(at + 4));
            if (length > picture.Length - at - 8) return null;
            var whole = 8 + (int)length + (int)(length & 1);
            var chunk = picture.AsSpan(at, Math.Min(whole, picture.Length - at)).ToArray();
            var name = System.Text.Encoding.Latin1.GetString(chunk, 0, 4);
            // The flags say that there is EXIF and XMP: no more.
            if (name == "VP8X" && chunk.Length > 8) chunk[8] &= 0b1111_0011;
            if (name is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF" or "ICCP") to.Write(chunk);
            at += whole;
        }

        var bytes = to.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(bytes.Length - 8));
        return bytes.Length > 20 ? bytes : null;
    }
}
