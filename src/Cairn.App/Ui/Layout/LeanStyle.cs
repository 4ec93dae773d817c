using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.App.Ui.Layout;

/// <summary>A style sheet without what only its authors read: comments, indents and empty lines. Nothing within a line is touched.</summary>
internal static partial class LeanStyle
{
    public static byte[] Of(byte[] style) => Encoding.UTF8.GetBytes(Idle().Replace(Comment().Replace(Encoding.UTF8.GetString(style), ""), "\n").Trim());

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[ \t]*\r?\n\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Idle();
}
