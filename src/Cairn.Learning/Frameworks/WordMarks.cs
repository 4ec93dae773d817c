using System.Text.RegularExpressions;

namespace Cairn.Learning.Frameworks;

/// <summary>A run of words of a text, and whether the other text has them too.</summary>
/// <param name="Text">The words, with the space between them.</param>
/// <param name="IsChanged">Are they in this text only?</param>
public sealed record MarkedWords(string Text, bool IsChanged);

/// <summary>Two texts side by side, word by word: what they share is a longest common run of words (Wagner and Fischer 1974).</summary>
public static partial class WordMarks
{
    // A table of more cells than this is not worth its time: what lies between the common ends is then marked whole.
    private const long MostCells = 4_000_000;

    /// <summary>Both texts in runs; the runs of each, joined, are that text.</summary>
    public static (IReadOnlyList<MarkedWords> Before, IReadOnlyList<MarkedWords> After) Between(string before, string after)
    {
        var (left, right) = (WordsOf(before), WordsOf(after));
        var start = 0;
        while (start < left.Count && start < right.Count && left[start] == right[start]) start++;
        var end = 0;
        while (end < left.Count - start && end < right.Count - start && left[^(end + 1)] == right[^(end + 1)]) end++;
        var (inLeft, inRight) = (new bool[left.Count], new bool[right.Count]);
        for (var i = 0; i < start; i++) inLeft[i] = inRight[i] = true;
        for (var i = 1; i <= end; i++) inLeft[^i] = inRight[^i] = true;
        Match(left, right, start, end, inLeft, inRight);
        return (Runs(left, inLeft), Runs(right, inRight));
    }

    private static void Match(List<string> left, List<string> right, int start, int end, bool[] inLeft, bool[] inRight)
    {
        var (rows, columns) = (left.Count - start - end, right.Count - start - end);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostCells) return;
        var shared = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                shared[i, j] = left[start + i] == right[start + j] ? shared[i + 1, j + 1] + 1 : Math.Max(shared[i + 1, j], shared[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (left[start + i] == right[start + j]) inLeft[start + i++] = inRight[start + j++] = true;
            else if (shared[i + 1, j] >= shared[i, j + 1]) i++;
            else j++;
        }
    }

    private static List<MarkedWords> Runs(List<string> words, bool[] isShared)
    {
        var runs = new List<MarkedWords>();
        for (var i = 0; i < words.Count; i++)
            if (runs.Count > 0 && runs[^1].IsChanged != isShared[i]) runs[^1] = runs[^1] with { Text = runs[^1].Text + words[i] };
            else runs.Add(new MarkedWords(words[i], !isShared[i]));
        return runs;
    }

    private static List<string> WordsOf(string text) => [.. Word().Matches(text).Select(one => one.Value)];

    // A word with the space behind it, so that single spaces never match by themselves.
    [GeneratedRegex(@"\S+\s*|\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
