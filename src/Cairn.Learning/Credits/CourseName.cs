using System.Globalization;
using System.Text;

namespace Cairn.Learning.Credits;

/// <summary>How names and codes of courses are compared: without case, accents and marks, a Roman numeral as its number.</summary>
public static class CourseName
{
    private static readonly Dictionary<string, string> Numerals = new(StringComparer.Ordinal) { ["i"] = "1", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4" };

    /// <summary>A code with nothing but its letters and digits, in small letters.</summary>
    public static string Bare(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Concat(Plain(code).Where(char.IsLetterOrDigit));
    }

    /// <summary>The words of a title, in small letters and without accents; "Algebra II" gives "algebra" and "2".</summary>
    public static IReadOnlyList<string> WordsOf(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var plain = string.Concat(Plain(title).Select(one => char.IsLetterOrDigit(one) ? one : ' '));
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => Numerals.GetValueOrDefault(one, one))];
    }

    /// <summary>How many different words some have, if all of them are in a title; 0 otherwise.</summary>
    public static int WordsIn(string words, string title)
    {
        var (wanted, there) = (WordsOf(words).ToHashSet(StringComparer.Ordinal), WordsOf(title).ToHashSet(StringComparer.Ordinal));
        return wanted.IsSubsetOf(there) ? wanted.Count : 0;
    }

    /// <summary>Are two titles the same but for case, accents, marks and the way numbers are written?</summary>
    public static bool AreAlike(string one, string other) => WordsOf(one) is { Count: > 0 } words && words.SequenceEqual(WordsOf(other), StringComparer.Ordinal);

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
