using System.Text;

namespace Cairn.App.Ui.Words;

/// <summary>Two invented languages made from English, so that layouts are tried before translators are: one 40 % longer, one right to left.</summary>
internal static class Pseudo
{
    public const string Long = "en-XA";
    public const string Turned = "ar-XB";

    /// <summary>Tests say so before they start Cairn; nobody else can ask for an invented language.</summary>
    public const string Variable = "CAIRN_PSEUDO";

    public static bool AreSpoken { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    // English is about 38 % vowels: doubling them, accented, gives the length of Spanish and shows any word that is not from Words.
    public static string Stretch(string text) => Outside(text, letters =>
    {
        var longer = new StringBuilder();
        foreach (var c in letters)
        {
            var i = "aeiouAEIOU".IndexOf(c, StringComparison.Ordinal);
            if (i < 0) longer.Append(c);
            else longer.Append("áéíóúÁÉÍÓÚ"[i]).Append("áéíóúáéíóú"[i]);
        }
        return longer.ToString();
    });

    // Right-to-left override turns each run of letters round; what is not turned did not come from Words.
    public static string Turn(string text) => Outside(text, letters => $"\u202E{letters}\u202C");

    // Tags such as <strong> stay as they are.
    private static string Outside(string text, Func<string, string> change)
    {
        var said = new StringBuilder();
        foreach (var piece in text.Split('<'))
        {
            var end = said.Length == 0 && !text.StartsWith('<') ? -1 : piece.IndexOf('>', StringComparison.Ordinal);
            if (end >= 0) said.Append('<').Append(piece, 0, end + 1);
            if (end + 1 < piece.Length) said.Append(change(piece[(end + 1)..]));
        }
        return said.ToString();
    }
}
