using System.Text;

namespace Cairn.App.Ui.Words;

/// <summary>Text that somebody wrote, in a sentence that runs the other way: it is read in its own direction and moves nothing beside it.</summary>
internal static class Directions
{
    private const char FirstStrong = '\u2068';
    private const char End = '\u2069';

    /// <summary>The text between marks that set it apart (UAX #9, isolates) where it holds letters from right to left or marks of direction; else as it is.</summary>
    public static string Isolated(string text)
    {
        if (!text.Any(Turns)) return text;
        var (said, open) = (new StringBuilder(text.Length + 2).Append(FirstStrong), 0);
        foreach (var one in text)
        {
            // An end of its own would end ours, and a beginning without one would take ours.
            if (one == End && --open < 0)
            {
                open = 0;
                continue;
            }

            if (one is >= '\u2066' and <= FirstStrong) open++;
            said.Append(one);
        }

        return said.Append(End, open + 1).ToString();
    }

    /// <summary>The text without marks that turn it or what stands beside it: no key types them, and no name needs them. What letters themselves say of direction stays.</summary>
    public static string Plain(string text) => text.Any(IsTurn) ? string.Concat(text.Where(one => !IsTurn(one))) : text;

    /// <summary>Is it a mark that turns the text after it, until another ends it?</summary>
    public static bool IsTurn(char one) => one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Hebrew, Arabic, Syriac and the other scripts of those blocks, their presentation forms, and the planes above (by their first half).
    private static bool Turns(char one) => IsTurn(one) || one is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\u200E' or '\u200F' or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
