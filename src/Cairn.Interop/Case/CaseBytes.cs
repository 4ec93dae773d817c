using System.Text.Json;
using System.Text.Unicode;

namespace Cairn.Interop.Case;

/// <summary>Bytes of a package as JSON: at most 64 MB, UTF-8, well formed, no name twice in one object.</summary>
internal static class CaseBytes
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Most = 64 * 1024 * 1024;

    /// <summary>How deep objects and lists may stand in each other; a good package needs ten.</summary>
    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <summary>Reads the stream to its end; null, and told, where it is no JSON we take.</summary>
    public static JsonElement? Read(Stream from, CaseFaults faults)
    {
        if (from.CanSeek && from.Length - from.Position > Most) return TooLong(faults);
        // Not from a pool: it would keep the largest file for ever.
        var bytes = new byte[from.CanSeek ? (int)(from.Length - from.Position) + 1 : 1 << 16];
        var length = 0;
        for (int count; (count = from.Read(bytes, length, bytes.Length - length)) > 0;)
        {
            length += count;
            if (length > Most) return TooLong(faults);
            if (length == bytes.Length) Array.Resize(ref bytes, length * 2);
        }

        return Parse(bytes.AsSpan(0, length), faults);
    }

    private static JsonElement? TooLong(CaseFaults faults)
    {
        faults.Error(CasePlace.Root, "", $"a package is at most {Most / 1024 / 1024} MB", "export one framework a file, not a whole site");
        return null;
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> bytes, CaseFaults faults)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
        {
            faults.Error(CasePlace.Root, "", "the file is UTF-8", "save it as UTF-8");
            return null;
        }

        try
        {
            var root = JsonElement.Parse(bytes, Strict);
            // Only an escape can be half a character, or NUL, in good UTF-8.
            return bytes.IndexOf("\\u"u8) < 0 || !JsonWalk.FindsFault(bytes, faults) ? root : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            if (!JsonWalk.FindsFault(bytes, faults)) faults.Error(CasePlace.Root, "", "the file is JSON", "export it again");
            return null;
        }
    }
}
