namespace Cairn.Learning.Evidence;

/// <summary>In which language a piece of evidence is, where it is not that of the school: content may be shown in the language of home.</summary>
public sealed class EvidenceLanguage(EvidenceId evidence, LearnerId learner, string language, PersonId by, DateTime at)
{
    /// <summary>Which piece.</summary>
    public EvidenceId Evidence { get; private set; } = evidence;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The language, as a tag of BCP 47 such as "es" or "zh-Hant"; empty for the school's own.</summary>
    public string Language { get; private set; } = language;

    /// <summary>Who said so last.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Says it anew.</summary>
    public void Say(string language, PersonId by, DateTime at)
    {
        (Language, By, At) = (language, by, Instant.Utc(at));
        Version++;
    }
}

/// <summary>Reads tags of languages. Source: RFC 5646, section 2.1: a language of two or three letters, then parts of two to eight letters and digits.</summary>
public static class LanguageTag
{
    /// <summary>The longest tag that is taken.</summary>
    public const int Longest = 35;

    private const int LongestPart = 8;

    /// <summary>A tag in its usual writing ("ZH-hant-tw" gives "zh-Hant-TW"); null where it is none.</summary>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var parts = typed.Trim().Split('-');
        if (typed.Trim().Length > Longest || parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter)) return null;
        if (parts.Skip(1).Any(one => one.Length is < 2 or > LongestPart || !one.All(char.IsAsciiLetterOrDigit))) return null;
        return string.Join('-', parts.Select((one, place) => (place, one.Length) switch
        {
            (0, _) => one.ToLowerInvariant(),
            (_, 4) when one.All(char.IsAsciiLetter) => char.ToUpperInvariant(one[0]) + one[1..].ToLowerInvariant(),
            (_, 2) => one.ToUpperInvariant(),
            _ => one.ToLowerInvariant(),
        }));
    }
}
