using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Words;

/// <summary>
/// Everything Cairn says, in one reader's language. Components take it by injection (<c>@inject Words Words</c>), never by
/// cascade, because a chip must stay cheap; <see cref="UiSetup"/> chooses the language once a request.
/// </summary>
#pragma warning disable MA0049 // The folder holds the words and what reads them; no other name is as plain on a page.
internal sealed partial class Words
#pragma warning restore MA0049
{
    private readonly IReadOnlyDictionary<string, Message> messages;
    private readonly string dayAndMonth;
    private readonly string wholeDate;
    private readonly IReadOnlyDictionary<string, TermForms> usual;
    private readonly Func<string, string>? voice;
    private readonly IReadOnlyDictionary<string, string> terms;

    internal Words(
        string language, CultureInfo culture, bool rightToLeft, IReadOnlyDictionary<string, Message> messages,
        IReadOnlyDictionary<string, TermForms> usual, Func<string, string>? voice = null, DistrictTerms? own = null)
    {
        own ??= DistrictTerms.None;
        (this.usual, this.voice, terms) = (usual, voice, own.Said(usual, culture, voice));
        Edition = $"{language}.{own.Version}";
        Language = language;
        OfSchool = own.Usual == language ? null : own.Usual;
        Culture = culture;
        IsRightToLeft = rightToLeft;
        this.messages = messages;
        wholeDate = Weekday().Replace(culture.DateTimeFormat.LongDatePattern, "");
        // Spanish and Portuguese say "20 de noviembre" in full, but write "20 nov" when it is short.
        dayAndMonth = culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal).Replace("'de' ", "", StringComparison.Ordinal);
    }

    /// <summary>The reader's language as a BCP 47 tag, for the <c>lang</c> attribute.</summary>
    public string Language { get; }

    /// <summary>The language and the version of the district's terms: pages with the same say the same words.</summary>
    public string Edition { get; }

    /// <summary>The language that the school writes in, where the reader's is another: for the <c>lang</c> of its frameworks' words (WCAG 3.1.2).
    /// Null where they are the same, and then no attribute is written.</summary>
    public string? OfSchool { get; }

    public CultureInfo Culture { get; }

    /// <summary>The order in which its readers look for names, whatever their case.</summary>
    public StringComparer Order => StringComparer.Create(Culture, ignoreCase: true);

    public bool IsRightToLeft { get; }

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The words for the reader; the nearest language there is, or English. Every message of every language is read on first use.</summary>
    /// <exception cref="FormatException">A message is malformed.</exception>
    public static Words For(string language) => Shelf.Find(language);

    /// <summary>Are levels said in words alone? Families never see their numbers, which read as so many of so many.</summary>
    public bool SaysLevelsInWords { get; private init; }

    /// <summary>The same words with a district's terms in them; <see cref="DistrictTerms.In"/> keeps them.</summary>
    public Words With(DistrictTerms own, bool toFamilies = false) => new(Language, Culture, IsRightToLeft, messages, usual, voice, own) { SaysLevelsInWords = toFamilies };

    /// <summary>The message for <paramref name="key"/>, which needs no values.</summary>
    /// <exception cref="KeyNotFoundException">No message has this key, not even in English.</exception>
    public string this[string key] => Of(key).Say(new Given(this, []));

    /// <summary>The message for <paramref name="key"/> with its values: <c>words["learner.lead", ("count", 3), ("name", "Nadia")]</c>.</summary>
    /// <exception cref="KeyNotFoundException">No message has this key, or the message asks for a value that is not given.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, object Value)> values] => Of(key).Say(new Given(this, values));

    /// <summary>As the indexer, for messages with <c>&lt;strong&gt;</c> inside: the message is ours and trusted, the values are encoded.</summary>
    public MarkupString Markup(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(Of(key).Say(new Given(this, values, Encoded: true)));

    /// <summary>November 24, 2026</summary>
    public string Date(DateOnly date) => date.ToString(wholeDate, Culture);

    /// <summary>Nov 24: for charts and lists whose year is plain.</summary>
    public string Day(DateOnly date) => date.ToString(dayAndMonth, Culture);

    /// <summary>Nov 2026</summary>
    public string Month(DateOnly date) => date.ToString("MMM yyyy", Culture);

    /// <summary>November 24, 2026, 4:30 PM. The moment is already in the reader's time zone.</summary>
    public string DateTime(DateTime moment) => this["kit.moment", ("date", Date(DateOnly.FromDateTime(moment))), ("time", moment.ToString("t", Culture))];

    /// <summary>At most two digits after the decimal sign, and none that says nothing: 18.75, 22.</summary>
    public string Number(decimal number) => number.ToString("#,##0.##", Culture);

    /// <summary>A term as a message writes it, in the word that the reader knows.</summary>
    internal string Term(string form) => terms[form];

    private Message Of(string key) =>
        messages.TryGetValue(key, out var message) ? message : throw new KeyNotFoundException($"Words: no message \"{key}\" in {Language}.json or en.json.");

    [GeneratedRegex(@"[,،]?\s*dddd[,،]?\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Weekday();
}
