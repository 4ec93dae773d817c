using System.Buffers.Binary;

namespace Cairn.Interop.Files;

/// <summary>How a JPEG is turned, which stands among what a camera says of it (EXIF, tag 274), and is all that is kept of that.</summary>
internal static class JpegTurn
{
    private const ushort Tag = 274;

    /// <summary>1 to 8; null where the segment does not say.</summary>
    public static int? Of(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 24 || !segment[4..].StartsWith("Exif\0\0"u8)) return null;
        var tiff = segment[10..];
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8)) return null;
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2) return null;
        var count = Short(tiff[(int)first..], isLittle);
        for (var i = 0; i < count; i++)
        {
            var at = (int)first + 2 + (i * 12);
            if (at + 12 > tiff.Length) return null;
            if (Short(tiff[at..], isLittle) == Tag) return Short(tiff[(at + 8)..], isLittle) is >= 1 and <= 8 and var turn ? turn : null;
        }

        return null;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(int turn) =>
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];

    private static int Short(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
