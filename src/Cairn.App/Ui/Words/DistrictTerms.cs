using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Cairn.App.Ui.Words;

/// <summary>One word and several of it: learner, learners.</summary>
internal sealed record TermForms(string One, string Other);

/// <summary>
/// A district's own words for Cairn's terms, as one version of them. Messages write a term as <c>{term:learner}</c>,
/// <c>{term:learners}</c>, <c>{term:Learner}</c> or <c>{term:Learners}</c>; what a district does not rename keeps the words of the
/// language's file (<c>term.learner.one</c>, <c>term.learner.other</c>). Keep one of these for as long as its version stands: it
/// keeps the words that it made.
/// </summary>
/// <param name="Own">Words by language (two letters) and term.</param>
/// <param name="Version">Another number whenever <paramref name="Own"/> differs: kept pages are told apart by it.</param>
internal sealed record DistrictTerms(IReadOnlyDictionary<(string Language, string Term), TermForms> Own, long Version)
{
    /// <summary>The short word for a piece of evidence, which follows evidence where a district renames only that.</summary>
    private const string Short = "piece";

    // A term and how its plural is written in a message.
    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["advisor"] = "advisors", ["area"] = "areas", ["competency"] = "competencies", ["credit"] = "credits", ["determination"] = "determinations",
        ["diploma"] = "diplomas", ["educator"] = "educators", ["evidence"] = "evidences", ["framework"] = "frameworks", ["group"] = "groups",
        ["guardian"] = "guardians", ["habit"] = "habits", ["judgment"] = "judgments", ["learner"] = "learners", ["level"] = "levels",
        ["mentor"] = "mentors", [Short] = "pieces", ["portrait"] = "portraits", ["program"] = "programs", ["project"] = "projects",
        ["rule"] = "rules", ["scale"] = "scales", ["school"] = "schools", ["stage"] = "stages", ["target"] = "targets",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Words> made = new(StringComparer.OrdinalIgnoreCase);

    // A copy with other words must not keep the ones that were made.
    private DistrictTerms(DistrictTerms other) => (Own, Version, made) = (other.Own, other.Version, new ConcurrentDictionary<string, Words>(StringComparer.OrdinalIgnoreCase));

    /// <summary>A district that says everything as the language's file does.</summary>
    public static DistrictTerms None { get; } = new(FrozenDictionary<(string, string), TermForms>.Empty, 0);

    /// <summary>A district's words as they are stored.</summary>
    public static DistrictTerms Of(IEnumerable<Storage.Term> stored, long version) =>
        new(stored.ToFrozenDictionary(one => (one.Language, one.Key), one => new TermForms(one.One, one.Many)), version);

    /// <summary>What the district's own language is noted under, among its words.</summary>
    public const string LanguageKey = "language";

    /// <summary>The district's language: for whoever asks for none that Cairn speaks.</summary>
    public string Usual => Own.Keys.FirstOrDefault(one => one.Term == LanguageKey) is { Language: { } language } && ReaderLanguage.IsSpoken(language) ? language : "en";

    /// <summary>Every term that a district may rename, by the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Plurals.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Is this how a message may write a term?</summary>
    public static bool IsForm(string form) => Plurals.Any(term => form == term.Key || form == term.Value || form == Capital(term.Key) || form == Capital(term.Value));

    /// <summary>The words of a language with the district's terms in them; to families also with levels in words alone.</summary>
    public Words In(string language, bool toFamilies = false)
    {
        var plain = Words.For(language);
        return toFamilies ? made.GetOrAdd($"{plain.Language} families", _ => plain.With(this, toFamilies: true))
            : Own.Count == 0 && Version == 0 ? plain : made.GetOrAdd(plain.Language, _ => plain.With(this));
    }

    /// <summary>What the district says for a term in a language; null where it has no word of its own.</summary>
    public TermForms? Find(string language, string term) =>
        Own.GetValueOrDefault((language, term)) ?? (term == Short ? Own.GetValueOrDefault((language, "evidence")) : null);

    /// <summary>Every way to write every term, and what is said for it.</summary>
    /// <param name="usual">The words of the language's file.</param>
    /// <param name="culture">The language, for its capitals.</param>
    /// <param name="voice">What an invented language makes of a text.</param>
    internal FrozenDictionary<string, string> Said(IReadOnlyDictionary<string, TermForms> usual, CultureInfo culture, Func<string, string>? voice)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (term, plural) in Plurals)
        {
            var forms = Find(culture.TwoLetterISOLanguageName, term) ?? usual[term];
            foreach (var (form, text) in ((string, string)[])[(term, forms.One), (plural, forms.Other)])
            {
                said[form] = Voiced(text);
                said[Capital(form)] = Voiced(Capital(text, culture));
            }
        }

        return said.ToFrozenDictionary(StringComparer.Ordinal);

        string Voiced(string text) => voice is null ? text : voice(text);
    }

    private static string Capital(string text, CultureInfo? culture = null) =>
        text.Length == 0 ? text : char.ToUpper(text[0], culture ?? CultureInfo.InvariantCulture) + text[1..];
}
