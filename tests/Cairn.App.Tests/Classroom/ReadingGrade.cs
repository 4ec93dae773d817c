using System.Text.RegularExpressions;

namespace Cairn.App.Tests.Classroom;

/// <summary>How many years of school an English text asks for: 0.39 words a sentence + 11.8 syllables a word - 15.59. Source: Kincaid, Fishburne, Rogers and Chissom, 1975.</summary>
internal static partial class ReadingGrade
{
    /// <summary>The grade of sentences; what ends without a stop, such as a heading, is a sentence too.</summary>
    public static double Of(IEnumerable<string> texts)
    {
        var sentences = texts.SelectMany(one => End().Split(one)).Where(one => Word().IsMatch(one)).ToList();
        var words = sentences.SelectMany(one => Word().Matches(one).Select(each => each.Value)).ToList();
        return 0.39 * words.Count / sentences.Count + 11.8 * words.Sum(Syllables) / words.Count - 15.59;
    }

    /// <summary>Syllables of a word: groups of vowels, without an e that is not heard.</summary>
    public static int Syllables(string word)
    {
        var small = word.ToLowerInvariant().Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (small.All(one => !char.IsLetter(one))) return 1;
        // Two vowels that are heard apart: sci-ence, cre-ate.
        var count = Vowels().Count(small) + Apart().Count(small);
        if (small.Length > 3 && Silent().IsMatch(small)) count--;
        return Math.Max(1, count);
    }

    [GeneratedRegex(@"(?<=[.!?:”])\s+|(?<=[.!?])(?=”)", RegexOptions.None, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’]*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyáéíóúö]+", RegexOptions.None, 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex("ie(?=n|t)|iet|eat(?=e|i)|ua(?=l)|io(?=l)", RegexOptions.None, 1000)]
    private static partial Regex Apart();

    [GeneratedRegex("(?<![ltd])es$|(?<=[^aeiouyl])e$|(?<=[^dt])ed$", RegexOptions.None, 1000)]
    private static partial Regex Silent();
}
