using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>The words that a Razor file shows without asking Ui/Words for them: between its tags, and in attributes that people read or hear.</summary>
internal static partial class VisibleText
{
    public static IEnumerable<string> In(string razor)
    {
        var markup = Markup(Comment().Replace(razor, ""));
        foreach (Match attribute in Attribute().Matches(markup))
            if (Word().IsMatch(attribute.Groups["text"].Value)) yield return attribute.Value;
        foreach (var line in Tag().Replace(Code().Replace(markup, ""), "\n").Split('\n'))
            if (Word().IsMatch(line) && !Statement().IsMatch(line)) yield return line.Trim();
    }

    // Everything that C# fills in is taken out; what stays is written in the file.
    private static string Markup(string razor)
    {
        var end = CodeBlock().Match(razor) is { Success: true } block ? block.Index : razor.Length;
        var left = new StringBuilder();
        for (var at = 0; at < end; at++)
        {
            if (razor[at] != '@') left.Append(razor[at]);
            else if (at + 1 < end && razor[at + 1] == '@') at++;
            else at = PastExpression(razor, at + 1) - 1;
        }

        return left.ToString();
    }

    private static int PastExpression(string razor, int at)
    {
        var directive = Directive().Match(razor, at);
        if (directive.Success) return at + directive.Length;
        var keyword = Keyword().Match(razor, at);
        if (keyword.Success) at += keyword.Length;
        while (at < razor.Length)
        {
            if (razor[at] is '(' or '[' or '{' && !(razor[at] == '{' && keyword.Success)) at = PastBracket(razor, at);
            else if (!keyword.Success && (char.IsLetterOrDigit(razor[at]) || razor[at] is '_' or '!' || (razor[at] == '.' && at + 1 < razor.Length && char.IsLetter(razor[at + 1])))) at++;
            else break;
        }

        return at;
    }

    private static int PastBracket(string razor, int at)
    {
        var depth = 0;
        for (; at < razor.Length; at++)
        {
            if (razor[at] == '"') at = razor.IndexOf('"', at + 1);
            else if (razor[at] is '(' or '[' or '{') depth++;
            else if (razor[at] is ')' or ']' or '}' && --depth == 0) return at + 1;
            if (at < 0) break;
        }

        return razor.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline, 5000)]
    private static partial Regex Comment();

    [GeneratedRegex("^@code", RegexOptions.Multiline, 5000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\G(using|inject|inherits|implements|attribute|typeparam|namespace|layout|page)\b[^\n]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G(if|foreach|for|while|switch)\s*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Keyword();

    [GeneratedRegex("\\b(aria-label|aria-description|title|alt|placeholder|Title|Text|Label|Lead|Hint)=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attribute();

    // A command that people type is the same in every language.
    [GeneratedRegex("<code>.*?</code>", RegexOptions.Singleline, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("<(\"[^\"]*\"|[^\">])*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.None, 5000)]
    private static partial Regex Word();

    // Between the markup of a block stand statements: "else", "else if (x)", "var y = 1;", "case Z:".
    [GeneratedRegex(@"^\s*[{}]*\s*(else\b.*|case\b.*:|default:|.*;)?\s*[{}]*\s*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Statement();
}
