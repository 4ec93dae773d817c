using System.Net;
using System.Text.RegularExpressions;

namespace Cairn.App.Tests.Languages;

/// <summary>Finds what a page in another language still says in the English of Ui/Words. Names and content are what people wrote, and stay; so does a language's own name.</summary>
internal static partial class LeftInEnglish
{
    private static readonly Lazy<(IReadOnlyList<string> Parts, IReadOnlySet<string> Whole)> English = new(Read);

    public static IEnumerable<string> In(string html)
    {
        var (parts, whole) = English.Value;
        foreach (var text in Texts(html))
        {
            if (whole.Contains(text)) yield return text;
            else if (parts.FirstOrDefault(part => text.Contains(part, StringComparison.Ordinal)) is { } found) yield return $"{found} (in: {text})";
            else if (Key().IsMatch(text)) yield return $"{text}, a key without its words";
        }
    }

    /// <summary>What people read or hear of a page: text between tags, and attributes that are read out. What was turned round came from Words.</summary>
    public static IEnumerable<string> Texts(string html)
    {
        var body = NotRead().Replace(html, "");
        return Between().Matches(body).Concat(Attribute().Matches(body))
            .Select(one => Blanks().Replace(Turned().Replace(WebUtility.HtmlDecode(one.Groups["text"].Value), " "), " ").Trim()).Where(one => one.Length > 0);
    }

    // A long stretch is looked for anywhere, a short one only where it is all that is said: people write "What each" too.
    private static (IReadOnlyList<string>, IReadOnlySet<string>) Read()
    {
        var others = string.Join('\n', MessageTexts.Of("es").Values);
        var stretches = MessageTexts.Of("en").Values.SelectMany(MessageTexts.Stretches).Select(one => one.Trim(' ', '.', ',', ':', '(', ')')).Distinct(StringComparer.Ordinal)
            .Where(one => one.Count(char.IsLetter) >= 4 && !others.Contains(one, StringComparison.Ordinal)).ToList();
        return ([.. stretches.Where(one => one.Contains(' ', StringComparison.Ordinal) && one.Length >= 12)], stretches.ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex("<(?<tag>script|style|code)\\b.*?</\\k<tag>>|<!--.*?-->|<head>.*?<title>|<bdi>.*?</bdi>|<(button|option)[^>]* lang=[^>]*>[^<]*</(button|option)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NotRead();

    [GeneratedRegex(">(?<text>[^<>]+)<", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Between();

    [GeneratedRegex(" (aria-label|aria-description|title|alt|placeholder)=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attribute();

    [GeneratedRegex("\u202E[^\u202C]*\u202C", RegexOptions.None, 5000)]
    private static partial Regex Turned();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Blanks();

    // The name of a file is no key, and neither is the word for what another system may do.
    [GeneratedRegex(@"^(?!.*\.(csv|json|zip|read|write)$)[a-z]+(\.[A-Za-z]+)+$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Key();
}
