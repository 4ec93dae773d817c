using System.Collections.Frozen;

namespace Cairn.Learning.Projects;

/// <summary>A language that suggestions know: its words that say nothing, and how its words bend.</summary>
public enum StemLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>A word of a text, as it is compared.</summary>
/// <param name="Start">Its first letter in the text, from 0.</param>
/// <param name="Length">Its letters.</param>
/// <param name="Plain">In small letters, without accents; "#" for a number.</param>
public readonly record struct PlainWord(int Start, int Length, string Plain);

/// <summary>
/// Words, and their stems. Light stemming, which takes plurals and the commonest endings off and no more: of short texts it finds what a
/// heavier one finds, and confuses less (Harman 1991, "How effective is suffixing?"; Savoy 2006, light stemming for Spanish).
/// </summary>
public static class WordStem
{
    /// <summary>What stands for every number.</summary>
    public const string Number = "#";

    private const string Accented = "áàâäãåéèêëíìîïóòôöõúùûüñç";
    private const string Bare = "aaaaaaeeeeiiiiooooouuuunc";

    private static readonly FrozenSet<string> Silent = (
        // English: what binds sentences, and what is in every proposal.
        "a an the and or but if of in on at to for from by with about into over under out up down off as is am are was were be been being do does did doing done have has had having i me my mine we us our you your he him his she her "
        + "it its they them their this that these those there here what which who whom whose when how why because so than then too very just also not no nor only own same such can could will would shall should may might must "
        + "all any both each few more most other others some much many every one two make makes making made get gets got want wants like likes use uses using used work works working go goes going people thing things different part parts way ways "
        + "know knows show shows showing learn learns learning school class project question something someone everybody everyone day new good well tell tells say says said let through after before while again once during between along where come comes coming came put puts "
        // Spanish.
        + "el la los las un una unos unas lo al del de en y o u e ni que quien quienes cual cuales cuando como donde porque por para con sin sobre entre hasta desde hacia se su sus mi mis tu tus nuestro nuestra nuestros nuestras yo ella ellos ellas "
        + "nosotros ustedes usted es era eran fue fueron ser esta estan este esto estos estas ese esa esos esas hay ha han haber hacer hago hace hacen hacemos tener tengo tiene tienen puedo puede pueden podemos quiero quiere queremos muy mas menos "
        + "tambien si no algo alguien todo toda todos todas otro otra otros otras cada uno dos gente persona personas cosa cosas mostrar muestra saber escuela clase proyecto pregunta aprender parte partes diferente diferentes nuevo nueva").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OnlyEnglish = "the and of to that is it in my can what how with from".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OnlySpanish = "el la los las de que y en un una por para con puedo como del".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Verbs that bend inside, and pairs that endings alone would confuse.
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["wrote"] = "writ", ["written"] = "writ", ["writer"] = "writ", ["sold"] = "sell", ["bought"] = "buy", ["built"] = "build", ["drew"] = "draw", ["drawn"] = "draw", ["grew"] = "grow", ["grown"] = "grow",
        ["growth"] = "grow", ["sang"] = "sing", ["sung"] = "sing", ["spoke"] = "speak", ["children"] = "child", ["told"] = "tell", ["paid"] = "pay", ["fed"] = "feed", ["feet"] = "foot", ["mice"] = "mouse", ["lives"] = "live",
        ["plane"] = "plane", ["planet"] = "planet", ["planing"] = "plane", ["news"] = "news", ["bus"] = "bus", ["gas"] = "gas", ["glasses"] = "glass", ["species"] = "species", ["series"] = "series", ["string"] = "string", ["spring"] = "spring", ["bring"] = "bring",
        ["thing"] = "thing", ["evening"] = "evening", ["morning"] = "morning", ["seed"] = "seed", ["need"] = "need", ["feed"] = "feed", ["weed"] = "weed", ["speed"] = "speed", ["king"] = "king", ["ring"] = "ring", ["sing"] = "sing", ["wing"] = "wing",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    /// <summary>The words of a text, in order. A run of digits is a number.</summary>
    public static IEnumerable<PlainWord> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                while (i < text.Length && char.IsDigit(text[i])) i++;
                yield return new PlainWord(start, i - start, Number);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || IsAccent(text[i]))) i++;
                yield return new PlainWord(start, i - start, Plain(text.AsSpan(start, i - start)));
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Does a word say nothing about what a text is about?</summary>
    public static bool IsSilent(string plain) => plain != Number && (plain.Length < 2 || Silent.Contains(plain));

    /// <summary>The stem of a word.</summary>
    public static string Of(string plain, StemLanguage language)
    {
        ArgumentNullException.ThrowIfNull(plain);
        return language == StemLanguage.English ? English(plain) : Spanish(plain);
    }

    /// <summary>The language that most of some texts' binding words are of; English where there are none.</summary>
    public static StemLanguage LanguageOf(IEnumerable<string> texts)
    {
        var (english, spanish) = (0, 0);
        foreach (var word in texts.SelectMany(In))
        {
            if (OnlyEnglish.Contains(word.Plain)) english++;
            if (OnlySpanish.Contains(word.Plain)) spanish++;
        }

        return spanish > english ? StemLanguage.Spanish : StemLanguage.English;
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> plain = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var letter in word)
        {
            if (IsAccent(letter)) continue;
            var small = char.ToLowerInvariant(letter);
            var place = small < 128 ? -1 : Accented.IndexOf(small, StringComparison.Ordinal);
            plain[length++] = place < 0 ? small : Bare[place];
        }

        return new string(plain[..length]);
    }

    // A letter and its accent may be two characters.
    private static bool IsAccent(char one) => one is >= '\u0300' and <= '\u036f';

    private static string English(string word)
    {
        if (Irregular.TryGetValue(word, out var known)) return known;
        var stem = WithoutPlural(word);
        if (Irregular.TryGetValue(stem, out known)) return known;
        if (Ends(stem, "ment", 4)) stem = stem[..^4];
        else if (Ends(stem, "ing", 3)) stem = Single(stem[..^3]);
        else if (Ends(stem, "ed", 3)) stem = Single(stem[..^2]);
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string WithoutPlural(string word) => word.Length < 4 || word[^1] != 's' ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
        : word[^2] is 's' or 'u' or 'i' ? word : word[..^1];

    private static string Spanish(string word)
    {
        var stem = word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word.Length > 3 && word[^1] == 's' ? word[..^1] : word;
        foreach (var ending in (string[])["iendo", "ando", "ar", "er", "ir"])
            if (Ends(stem, ending, 3)) return stem[..^ending.Length];
        return stem.Length > 3 && stem[^1] is 'a' or 'e' or 'o' && stem.Length > 3 ? stem[..^1] : stem;
    }

    private static bool Ends(string word, string ending, int least) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= least && word.AsSpan(0, word.Length - ending.Length).ContainsAny(Vowels);

    // planning, planned: plan.
    private static string Single(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e') ? stem[..^1] : stem;
}
