using System.Globalization;
using System.Text;

namespace Cairn.Interop.Files;

/// <summary>Names of files that do no harm wherever they are saved, listed or exported.</summary>
public static class SafeName
{
    /// <summary>The longest name, in characters, ending included.</summary>
    public const int Longest = 120;

    private const int MostBytes = 200;
    private const string None = "file";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// A name made safe: no folder, no sign that a system, a shell or a spreadsheet takes for something else, nothing unseen, no device of
    /// Windows, not too long; and it ends as its kind does. A safe name stays as it is.
    /// </summary>
    /// <param name="name">The name as it came.</param>
    /// <param name="kind">What the file is, by its content.</param>
    public static string Of(string name, FileKind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(kind);
        var last = Seen(name).Split('/', '\\')[^1];
        var clean = Trim(string.Concat(last.EnumerateRunes().Select(one => one.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : one.ToString())));
        var dot = clean.LastIndexOf('.');
        var (stem, ending) = dot > 0 && kind.Extensions.Contains(clean[(dot + 1)..], StringComparer.OrdinalIgnoreCase) ? (clean[..dot], clean[dot..]) : (clean, "." + kind.Extensions[0]);
        stem = Trim(stem);
        // What begins like a formula is one in a list of files, and a hyphen is an option on a command line.
        if (stem.Length > 0 && stem[0] is '=' or '+' or '-' or '@' or '~' or '%' or '＝' or '＋' or '－' or '＠') stem = "_" + stem;
        if (stem.Length == 0) stem = None;
        if (Devices.Contains(stem.Split('.')[0].TrimEnd())) stem = "_" + stem;
        return Trim(Shortened(stem, ending.Length)) + ending;
    }

    // What nobody sees, and what turns the direction of writing, is taken out; every accent is stored in one way; every blank is a blank.
    private static string Seen(string name)
    {
        var whole = new StringBuilder();
        foreach (var one in name.EnumerateRunes())
            if (Rune.GetUnicodeCategory(one) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate))
                whole.Append(Rune.IsWhiteSpace(one) ? " " : one.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    // A dot before it hides a file; dots and blanks behind it are dropped by some systems.
    private static string Trim(string text) => text.Trim(' ', '.');

    private static string Shortened(string stem, int ending)
    {
        var text = new StringBuilder();
        var bytes = ending;
        foreach (var one in Elements(stem))
        {
            bytes += Encoding.UTF8.GetByteCount(one);
            if (text.Length + one.Length + ending > Longest || bytes > MostBytes) break;
            text.Append(one);
        }

        return text.Length == 0 ? None : text.ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        var parts = StringInfo.GetTextElementEnumerator(text);
        while (parts.MoveNext()) yield return parts.GetTextElement();
    }
}
