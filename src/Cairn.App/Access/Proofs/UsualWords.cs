using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cairn.App.Access.Proofs;

/// <summary>
/// What is tried first: some thousand entries, typed for Cairn or made by rule here (rows of keys in both directions, the alphabet, years,
/// plurals). A password is laid out in them, whatever its case, its accents and the digits that stand for letters.
/// </summary>
internal static class UsualWords
{
    private const int Longest = 24;
    private const int Shortest = 3;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1234567890", "0987654321", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "abcdefghijklmnopqrstuvwxyz", "!@#$%^&*()"];

    private static readonly FrozenSet<string> Words = UsualWordsTyped.All.Concat(UsualWordsTyped.All.Where(one => one.Length > 3).Select(one => one + "s")).ToFrozenSet(StringComparer.Ordinal);

    // They are worth nothing, however many there are.
    private static readonly FrozenSet<string> Fillers = Rows.SelectMany(Pieces).Concat(Rows.SelectMany(row => Pieces(Turned(row)))).Concat(Enumerable.Range(1940, 110).Select(year => year.ToString(CultureInfo.InvariantCulture)))
        .Where(one => !Words.Contains(one)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many entries there are.</summary>
    public static int Count => Words.Count + Fillers.Count;

    /// <summary>Small letters without accents and blanks.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in text.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(one) && one is not ('-' or '_' or '.')) folded.Append(one);
        return folded.ToString();
    }

    /// <summary>The parts of a name that somebody would try.</summary>
    public static IEnumerable<string> PartsOf(string name) =>
        name.Split([' ', '.', '-', '_', '@', '\'', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Append(name).Select(Folded).Where(one => one.Length is >= Shortest and <= Longest);

    /// <summary>Lays a text out so that as little of it as possible is its owner's own: how many characters are, and how many different
    /// words cover the rest.</summary>
    public static (int Own, int Words) Cover(string text, IReadOnlySet<string> theirs)
    {
        var plain = Letters(text);
        var best = new (int Own, int From, string? Word)[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            best[end] = (best[end - 1].Own + 1, end - 1, null);
            for (var from = Math.Max(0, end - Longest); from <= end - Shortest; from++)
            {
                if (best[from].Own >= best[end].Own) continue;
                if ((Known(text[from..end], theirs) ?? Known(plain[from..end], theirs)) is not { } word) continue;
                best[end] = (best[from].Own, from, word);
            }
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = text.Length; at > 0; at = best[at].From)
            if (best[at].Word is { Length: > 0 } word) words.Add(word);
        return (best[text.Length].Own, words.Count);
    }

    // The word; empty for what counts as none.
    private static string? Known(string part, IReadOnlySet<string> theirs) =>
        Words.Contains(part) || theirs.Contains(part) ? part : Fillers.Contains(part) || part.All(one => one == part[0]) ? "" : null;

    private static string Letters(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] switch { '0' => 'o', '1' or '!' or '|' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' or '+' => 't', '8' => 'b', '9' => 'g', _ => from[i] };
    });

    private static IEnumerable<string> Pieces(string row) =>
        from start in Enumerable.Range(0, row.Length)
        from length in Enumerable.Range(Shortest, Math.Max(0, Math.Min(Longest, row.Length - start) - Shortest + 1))
        select row.Substring(start, length);

    private static string Turned(string text) => new([.. text.Reverse()]);
}
