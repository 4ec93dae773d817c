using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Interop.OneRoster;

/// <summary>Tells by its name, in the languages of the schools that Cairn knows, whether a column holds passwords or the like. Such a cell is never taken, kept or shown.</summary>
internal static partial class SecretColumn
{
    private static readonly string[] Parts =
        ["password", "passwd", "passphrase", "passcode", "secret", "credential", "contrasena", "passwort", "kennwort", "motdepasse", "palavrapasse"];

    private static readonly string[] Words = ["pin", "pins", "pwd", "pass", "pw", "pincode", "token", "clave", "claves", "senha", "senhas", "mdp"];

    public static bool Is(string header)
    {
        var bare = Bare(header);
        var plain = NearName.Plain(bare);
        return Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)) || Word().Matches(bare).Any(word => Words.Contains(word.Value.ToLowerInvariant(), StringComparer.Ordinal))
            || NearName.Of(bare, ["password"]) is not null;
    }

    // Letters without their accents. A half character, which a broken file may hold, is no letter.
    private static string Bare(string header)
    {
        var whole = string.Concat(header.EnumerateRunes().Select(one => one.ToString()));
        return string.Concat(whole.Normalize(NormalizationForm.FormD).Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
