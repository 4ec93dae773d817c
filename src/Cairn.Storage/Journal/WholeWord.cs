using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cairn.Storage.Journal;

/// <summary>
/// A name as it is sought in what was kept: only where it stands by itself, and not within another word ("Ada" is not in "adaptation").
/// Where nobody can tell, it counts as found: an erasure seals rather too much than too little.
/// </summary>
internal sealed class WholeWord
{
    private const int LengthBytes = 8;

    private readonly byte[] _form;
    private readonly bool _opens;
    private readonly bool _closes;

    /// <param name="text">The name; it is not empty.</param>
    /// <param name="form">How it is written.</param>
    public WholeWord(string text, string form)
    {
        _form = Encoding.UTF8.GetBytes(form);
        (_opens, _closes) = EdgesOf(text);
    }

    /// <summary>Does it stand by itself somewhere in bytes of UTF-8: a row as the journal writes it, JSON, or plain text?</summary>
    public bool IsIn(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf(_form) is var at and >= 0; from += at + 1)
            if (!(_opens && IsLetterBefore(bytes, from + at)) && !(_closes && IsLetterAfter(bytes[(from + at + _form.Length)..]))) return true;
        return false;
    }

    /// <summary>Does a name stand by itself somewhere in a text, in small letters or large?</summary>
    public static bool IsIn(string text, string name)
    {
        var (opens, closes) = EdgesOf(name);
        for (var from = 0; text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0; from = at + 1)
            if (!(opens && at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _) == OperationStatus.Done && IsPart(before))
                && !(closes && Rune.DecodeFromUtf16(text.AsSpan(at + name.Length), out var after, out _) == OperationStatus.Done && IsPart(after))) return true;
        return false;
    }

    private static (bool Opens, bool Closes) EdgesOf(string text)
    {
        Rune.DecodeFromUtf16(text, out var first, out _);
        Rune.DecodeLastFromUtf16(text, out var last, out _);
        return (IsPart(first) && !StandsAlone(first), IsPart(last) && !StandsAlone(last));
    }

    private static bool IsLetterBefore(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at];
        // A text of a row stands behind its length, whose last byte may look like a letter.
        if (at >= LengthBytes && before[^LengthBytes..^(LengthBytes / 2)].IndexOfAnyExcept((byte)0) < 0) return false;
        if (before is [.., (byte)'\\', (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f']) return false;
        if (before is [.., (byte)'\\', (byte)'u', _, _, _, _] && Escaped(before[^4..]) is { } escaped) return IsPart(escaped);
        return Rune.DecodeLastFromUtf8(before, out var rune, out _) == OperationStatus.Done && IsPart(rune);
    }

    private static bool IsLetterAfter(ReadOnlySpan<byte> after)
    {
        // JSON within JSON writes what escapes twice.
        var plain = after is [(byte)'\\', (byte)'\\', (byte)'u', ..] ? after[1..] : after;
        if (plain is [(byte)'\\', (byte)'u', _, _, _, _, ..] && Escaped(plain[2..6]) is { } escaped) return IsPart(escaped);
        return Rune.DecodeFromUtf8(after, out var rune, out _) == OperationStatus.Done && IsPart(rune);
    }

    private static Rune? Escaped(ReadOnlySpan<byte> digits) =>
        ushort.TryParse(Encoding.ASCII.GetString(digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) && Rune.TryCreate((char)unit, out var rune) ? rune : null;

    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Thai, Lao, Burmese, Khmer, Chinese and Japanese set no space between words, and Korean hangs particles onto names.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000;
}
