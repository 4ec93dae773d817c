using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>One place where the code asks for words.</summary>
/// <param name="File">The file.</param>
/// <param name="Keys">Keys written out.</param>
/// <param name="Templates">Keys with a hole in them, the hole written as {}.</param>
/// <param name="Values">Names of the values given; null where they are not written out here.</param>
internal sealed record Asked(string File, IReadOnlyList<string> Keys, IReadOnlyList<string> Templates, IReadOnlyList<string>? Values);

/// <summary>Finds <c>Words["key", ("name", value)]</c> and <c>Words.Markup("key", ...)</c> in C# and Razor.</summary>
internal static partial class WordsInUse
{
    public static IEnumerable<Asked> In(TreeFile file)
    {
        var text = file.Code;
        foreach (Match call in Call().Matches(text))
        {
            if (call.Value.StartsWith("this", StringComparison.Ordinal) && file.Name != "Words.cs") continue;
            var whole = Inside(text, call.Index + call.Length);
            var first = whole[..FirstComma(whole)];
            var literals = Strings(first).ToList();
            var rest = whole[first.Length..];
            var values = rest.Trim(',', ' ', '\n', '\r').Length == 0 ? [] : Value().Matches(rest).Select(one => one.Groups["name"].Value).ToList();
            yield return new Asked(
                file.Path, [.. literals.Where(one => !one.IsTemplate).Select(one => one.Text)], [.. literals.Where(one => one.IsTemplate).Select(one => Hole().Replace(one.Text, "{}"))],
                rest.Length > 0 && values.Count == 0 ? null : values);
        }
    }

    /// <summary>Every text in quotation marks.</summary>
    public static IEnumerable<string> Literals(TreeFile file) => Literal().Matches(file.Code).Select(one => one.Groups["text"].Value);

    // To the bracket that closes the one before.
    private static string Inside(string text, int start)
    {
        var at = start;
        for (var depth = 0; at < text.Length; at++)
        {
            if (text[at] == '"') at = EndOfString(text, at);
            else if (text[at] is '(' or '[' or '{') depth++;
            else if (text[at] is ')' or ']' or '}' && depth-- == 0) break;
        }

        return text[start..Math.Min(at, text.Length)];
    }

    private static int FirstComma(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') at = EndOfString(text, at);
            else if (text[at] is '(' or '[' or '{') depth++;
            else if (text[at] is ')' or ']' or '}') depth--;
            else if (text[at] == ',' && depth == 0) return at;
        }

        return text.Length;
    }

    private static IEnumerable<(string Text, bool IsTemplate)> Strings(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            var end = EndOfString(text, at);
            yield return (text[(at + 1)..end], at > 0 && text[at - 1] == '$');
            at = end;
        }
    }

    // On the closing quotation mark; a hole of an interpolation may hold quotation marks of its own.
    private static int EndOfString(string text, int start)
    {
        var isTemplate = start > 0 && text[start - 1] == '$';
        var at = start + 1;
        for (var depth = 0; at < text.Length && (text[at] != '"' || depth > 0); at++)
        {
            if (text[at] == '\\') at++;
            else if (isTemplate && text[at] == '{') depth++;
            else if (isTemplate && text[at] == '}') depth--;
        }

        return Math.Min(at, text.Length);
    }

    [GeneratedRegex(@"\b[Ww]ords(\[|\.Markup\()|\bthis\[", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\(\s*""(?<name>\w+)""\s*,", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 5000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"""(?<text>[^""\n]*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();
}
