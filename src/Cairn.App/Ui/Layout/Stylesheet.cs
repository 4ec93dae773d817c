using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.App.Ui.Layout;

/// <summary>A style sheet as it is sent: without the comments and the spaces that only people read. Its strings hold no brace, semicolon or comma.</summary>
internal static partial class Stylesheet
{
    public static byte[] Sent(byte[] written)
    {
        var text = Comment().Replace(Encoding.UTF8.GetString(written), "");
        text = Space().Replace(text, " ");
        return Encoding.UTF8.GetBytes(Around().Replace(text, "${mark}").Replace(";}", "}", StringComparison.Ordinal).Trim());
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();

    [GeneratedRegex(" ?(?<mark>[{};,]) ?", RegexOptions.None, 5000)]
    private static partial Regex Around();
}
