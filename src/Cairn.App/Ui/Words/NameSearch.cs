using System.Globalization;

namespace Cairn.App.Ui.Words;

/// <summary>Finds people by what somebody typed: every word of it somewhere in the name, whatever its case and accents.</summary>
internal sealed class NameSearch(string typed, Words words)
{
    private const int Longest = 100;
    private const CompareOptions Tolerant = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private readonly CompareInfo _compare = words.Culture.CompareInfo;
    private readonly string[] _wanted = Tidy(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was typed, without what surrounds it and no longer than a name.</summary>
    public static string Tidy(string? typed) => (typed ?? "").Trim() is var text && text.Length > Longest ? text[..Longest] : text;

    public bool Finds(string name)
    {
        foreach (var word in _wanted)
            if (_compare.IndexOf(name, word, Tolerant) < 0) return false;
        return true;
    }
}
