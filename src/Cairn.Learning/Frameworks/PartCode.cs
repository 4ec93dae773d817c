using System.Buffers;
using System.Globalization;

namespace Cairn.Learning.Frameworks;

/// <summary>The one place that says what a code of an area, competency or target may be, because addresses are made of codes.</summary>
public static class PartCode
{
    // What an address gives a meaning of its own, and what quotes it.
    private static readonly SearchValues<char> Meaning = SearchValues.Create("/\\?#%<>\"");

    /// <summary>May somebody give this code here? It has a letter or digit, is one line, begins and ends with no space, and holds nothing that
    /// an address gives a meaning, that cannot be seen, or that turns the order of letters round.</summary>
    public static bool IsPlain(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Any(char.IsLetterOrDigit) && code == code.Trim() && !code.AsSpan().ContainsAny(Meaning) && IsSeen(code);
    }

    /// <summary>Can an address be made of a code that came from elsewhere? A slash divides it, and no part may be empty or mean "here" or "above".</summary>
    public static bool FitsAddress(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return IsSeen(code) && !code.AsSpan().ContainsAny('%', '\\') && code.Split('/').All(part => part.Trim().Length == part.Length && part.Trim('.').Length > 0);
    }

    /// <summary>Is it no code at all, but a whole identifier (a UUID) that stands where a source gave none?</summary>
    public static bool IsIdentifier(string code) => Guid.TryParseExact(code, "D", out _);

    private static bool IsSeen(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(code, i);
            if (kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) return false;
            if (kind == UnicodeCategory.SpaceSeparator && code[i] != ' ') return false;
            if (char.IsHighSurrogate(code[i])) i++;
        }

        return true;
    }
}
