using System.Security.Cryptography;
using System.Text;

namespace Cairn.App.Access.Proofs;

/// <summary>Bytes as letters: the alphabet of RFC 4648 for apps, and one without letters that are taken for each other for codes on paper.</summary>
internal static class Base32
{
    private const string Standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // Without i, l, o and u: what looks like another is read as it.
    private const string Plain = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(ReadOnlySpan<byte> bytes) => Written(bytes, Standard);

    /// <summary>Small letters and digits in groups, for people to read and to type.</summary>
    public static string ForPaper(ReadOnlySpan<byte> bytes, int group = 4) => Grouped(Written(bytes, Plain), group);

    /// <summary>So many letters that nobody can foresee, of five bits each, in groups of four.</summary>
    public static string NewForPaper(int letters) => Grouped(RandomNumberGenerator.GetString(Plain, letters), 4);

    /// <summary>In groups.</summary>
    public static string Grouped(string text, int group) => string.Join('-', text.Chunk(group).Select(one => new string(one)));

    /// <summary>What somebody typed from paper, in one form: whatever its case, its blanks, and what was taken for what.</summary>
    public static string Read(string typed)
    {
        var read = new StringBuilder(typed.Length);
        foreach (var one in typed.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(one)) read.Append(one switch { 'o' => '0', 'i' or 'l' => '1', 'u' => 'v', _ => one });
        return read.ToString();
    }

    private static string Written(ReadOnlySpan<byte> bytes, string alphabet)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            bits = ((bits << 8) | one) & 0xFFF;
            for (held += 8; held >= 5; held -= 5) text.Append(alphabet[(bits >> (held - 5)) & 31]);
        }

        if (held > 0) text.Append(alphabet[(bits << (5 - held)) & 31]);
        return text.ToString();
    }
}
