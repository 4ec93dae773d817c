using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Cairn.Storage.Backups;

/// <summary>Reads a canonical line back into values: null, a whole number (long), a text or bytes. Nothing but the canonical spelling is read.</summary>
internal static class RowLine
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a line without its end; false where it is no row of so many values.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, object?[] values)
    {
        if (line.Length < 2 || line[0] != '[' || line[^1] != ']') return false;
        var rest = line[1..^1];
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                if (rest.IsEmpty || rest[0] != ',') return false;
                rest = rest[1..];
            }

            if (!TryValue(ref rest, out values[i])) return false;
        }

        return rest.IsEmpty;
    }

    private static bool TryValue(ref ReadOnlySpan<byte> rest, out object? value)
    {
        value = null;
        if (rest.IsEmpty) return false;
        switch (rest[0])
        {
            case (byte)'n':
                if (!rest.StartsWith("null"u8)) return false;
                rest = rest[4..];
                return true;
            case (byte)'"':
                rest = rest[1..];
                return TryText(ref rest, out value);
            case (byte)'[':
                return TryBytes(ref rest, out value);
            default:
                if (!Utf8Parser.TryParse(rest, out long number, out var used) || (number == 0 && used != 1) || rest[0] is (byte)'+' || (number != 0 && rest[rest[0] == '-' ? 1 : 0] == '0')) return false;
                value = number;
                rest = rest[used..];
                return true;
        }
    }

    private static bool TryBytes(ref ReadOnlySpan<byte> rest, out object? value)
    {
        value = null;
        if (!rest.StartsWith("[\""u8) || rest[2..].IndexOf((byte)'"') is not (>= 0 and var length)) return false;
        var hex = rest.Slice(2, length);
        var bytes = new byte[length / 2];
        if (length % 2 != 0 || hex.ContainsAnyInRange((byte)'A', (byte)'F') || Convert.FromHexString(hex, bytes, out _, out _) != OperationStatus.Done) return false;
        rest = rest[(length + 3)..];
        if (rest.IsEmpty || rest[0] != ']') return false;
        value = bytes;
        rest = rest[1..];
        return true;
    }

    // Behind the quotation mark that opens it.
    private static bool TryText(ref ReadOnlySpan<byte> rest, out object? value)
    {
        value = null;
        var end = 0;
        var hasEscape = false;
        while (end < rest.Length && rest[end] != '"')
        {
            if (rest[end] < 32) return false;
            if (rest[end] == '\\')
            {
                hasEscape = true;
                end++;
            }

            end++;
        }

        if (end >= rest.Length) return false;
        var raw = rest[..end];
        rest = rest[(end + 1)..];
        try
        {
            value = hasEscape ? Unescaped(raw) : Strict.GetString(raw);
            return value is not null;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? Unescaped(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is var at and >= 0)
        {
            text.Append(Strict.GetString(raw[..at]));
            raw = raw[(at + 1)..];
            if (raw[0] is (byte)'"' or (byte)'\\')
            {
                text.Append((char)raw[0]);
                raw = raw[1..];
            }
            else if (raw.Length >= 5 && raw[0] == 'u' && Utf8Parser.TryParse(raw.Slice(1, 4), out ushort code, out var used, 'x') && used == 4 && code < 32 && !raw.Slice(1, 4).ContainsAnyInRange((byte)'A', (byte)'F'))
            {
                text.Append((char)code);
                raw = raw[5..];
            }
            else
            {
                return null;
            }
        }

        return text.Append(Strict.GetString(raw)).ToString();
    }
}
