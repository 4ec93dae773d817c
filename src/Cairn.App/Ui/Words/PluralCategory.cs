namespace Cairn.App.Ui.Words;

/// <summary>Which plural form a number takes. Source: Unicode CLDR 48, supplemental/plurals.xml (cardinal).</summary>
internal static class PluralCategory
{
    /// <summary>The forms that a message may name; a language uses some of them.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal) { "zero", "one", "two", "few", "many", "other" };

    /// <param name="language">Two letters. A language without a rule here has one form for all numbers.</param>
    /// <param name="number">As it is written out: without zeros after the decimal sign.</param>
    public static string Of(string language, decimal number) => language switch
    {
        "en" => number == 1 ? "one" : "other",
        "es" => Spanish(number),
        _ => "other",
    };

    // "un millón de páginas": whole millions need "de", so Spanish has a form for them.
    private static string Spanish(decimal number)
    {
        if (number == 1) return "one";
        if (number != 0 && number % 1_000_000 == 0) return "many";
        return "other";
    }
}
