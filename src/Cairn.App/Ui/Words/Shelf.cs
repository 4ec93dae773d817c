using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Cairn.App.Ui.Words;

/// <summary>All languages, read from the embedded <c>Ui/Words/*.json</c> once. English is the mother: a language that lacks a message says it in English.</summary>
internal static class Shelf
{
    private const string Mother = "en";
    private const string Folder = "Cairn.App.Ui.Words.";

    // A school says a date as its country does: without a region, Spanish would be Spain's.
    private static readonly FrozenDictionary<string, string> Regions = new Dictionary<string, string> { ["en"] = "en-US", ["es"] = "es-US" }.ToFrozenDictionary();

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly Lazy<FrozenDictionary<string, Words>> All = new(Read);
    private static readonly Lazy<FrozenDictionary<string, string[]>> Lacking = new(ReadLacking);

    public static IReadOnlyList<string> Languages => All.Value.Keys;

    /// <summary>Keys that a language lacks; a test of the house asks that there are none.</summary>
    public static IReadOnlyList<string> Missing(string language) => Lacking.Value[language];

    public static Words Find(string language)
    {
        for (var tag = language; tag.Length > 0; tag = Shorter(tag))
            if (All.Value.TryGetValue(tag, out var words))
                return words;
        return All.Value[Mother];
    }

    private static string Shorter(string tag) => tag.LastIndexOf('-') is > 0 and var dash ? tag[..dash] : "";

    private static FrozenDictionary<string, Words> Read()
    {
        var english = Parse(Texts(Mother), Mother, voice: null);
        var all = new List<Words>();
        foreach (var language in Names())
        {
            var culture = CultureInfo.GetCultureInfo(Regions.GetValueOrDefault(language, language));
            var own = language == Mother ? english : Parse(Texts(language), language, voice: null);
            var whole = english.Concat(own).GroupBy(m => m.Key).ToFrozenDictionary(g => g.Key, g => g.Last().Value);
            all.Add(new Words(language, culture, culture.TextInfo.IsRightToLeft, whole));
        }
        var us = CultureInfo.GetCultureInfo(Regions[Mother]);
        all.Add(new Words(Pseudo.Long, us, rightToLeft: false, Parse(Texts(Mother), Mother, Pseudo.Stretch)));
        all.Add(new Words(Pseudo.Turned, us, rightToLeft: true, Parse(Texts(Mother), Mother, Pseudo.Turn)));
        return all.ToFrozenDictionary(w => w.Language, StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, string[]> ReadLacking() =>
        Names().ToFrozenDictionary(n => n, n => Texts(Mother).Keys.Except(Texts(n).Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^".json".Length]);

    private static Dictionary<string, string> Texts(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{language}.json")
            ?? throw new FileNotFoundException($"Words: Ui/Words/{language}.json is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file, Strict)!;
    }

    private static FrozenDictionary<string, Message> Parse(Dictionary<string, string> texts, string language, Func<string, string>? voice) =>
        texts.ToFrozenDictionary(t => t.Key, t => new MessageReader($"{language}.json {t.Key}", t.Value, voice).Read());
}
