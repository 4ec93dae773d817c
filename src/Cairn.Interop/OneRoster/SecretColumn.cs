using System.Text.RegularExpressions;

namespace Cairn.Interop.OneRoster;

/// <summary>Tells by its name whether a column holds passwords or the like. Such a cell is never taken, kept or shown.</summary>
internal static partial class SecretColumn
{
    private static readonly string[] Parts = ["password", "passwd", "passphrase", "passcode", "secret"];
    private static readonly string[] Words = ["pin", "pins", "pwd", "pass", "pw", "pincode", "token"];

    public static bool Is(string header)
    {
        var plain = NearName.Plain(header);
        return Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)) || Word().Matches(header).Any(word => Words.Contains(word.Value.ToLowerInvariant(), StringComparer.Ordinal))
            || NearName.Of(header, ["password"]) is not null;
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
