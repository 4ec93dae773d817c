using System.Globalization;

namespace Cairn.App.Ui.Kit;

/// <summary>Languages that work is in, by their own names.</summary>
internal static class WorkLanguage
{
    // Those that most learners in American schools speak at home, and English for a school whose own language it is not. Source: NCES Digest of Education Statistics, table 204.27.
    private static readonly string[] Usual =
        ["ar", "am", "bn", "de", "en", "es", "fa", "fr", "ht", "hi", "hmn", "ja", "ko", "ne", "pl", "pt", "ru", "so", "sw", "tl", "uk", "ur", "vi", "zh-Hans", "zh-Hant"];

    /// <summary>Those that a list offers, and one more where it is said already.</summary>
    public static IEnumerable<string> Offered(string said) => Usual.Concat(said.Length == 0 ? [] : [said]).Distinct(StringComparer.Ordinal).OrderBy(NameOf, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>A language by its own name; its tag where nobody knows it.</summary>
    public static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).NativeName is { Length: > 0 } name ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
