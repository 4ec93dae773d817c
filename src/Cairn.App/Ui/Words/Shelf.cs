using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Cairn.App.Ui.Words;

/// <summary>All languages, read from the embedded <c>Ui/Words/*.json</c> once. English is the mother: what the command line says stands in English alone, and the build asks that no other message is lacking.</summary>
internal static class Shelf
{
    private const string Mother = "en";
    private const string Folder = "Cairn.App.Ui.Words.";

    // A school says a date as its country does: without a region, Spanish would be Spain's.
    private static readonly FrozenDictionary<string, string> Regions = new Dictionary<string, string> { ["en"] = "en-US", ["es"] = "es-US", ["vi"] = "vi-VN" }.ToFrozenDictionary();

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly Lazy<FrozenDictionary<string, Words>> All = new(Read);

    /// <summary>The languages that have a file, the mother first.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Names().OrderBy(name => name != Mother).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Their words, for the switch.</summary>
    public static IEnumerable<Words> Spoken => Languages.Select(Find);

    /// <summary>Does a language say the pages of families only? Of the others the build asks that no message is lacking; what such a one lacks is English. CheckWords.targets names it, and what it must have.</summary>
    public static bool IsForFamiliesOnly(string language) => language == "vi";

    /// <summary>Have Cairn's own faces all letters of a language? Else the machine's are used, and none is fetched.</summary>
    public static bool HasFaces(string language) => language != "vi";

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
        var mother = Texts(Mother);
        var english = Parse(mother, Mother, voice: null);
        var all = new List<Words>();
        foreach (var language in Names())
        {
            var culture = CultureInfo.GetCultureInfo(Regions.GetValueOrDefault(language, language));
            var texts = Texts(language);
            var own = language == Mother ? english : Parse(texts, language, voice: null);
            var whole = english.Concat(own).GroupBy(m => m.Key).ToFrozenDictionary(g => g.Key, g => g.Last().Value);
            all.Add(new Words(language, culture, culture.TextInfo.IsRightToLeft, whole, Terms(texts, mother)));
        }
        var us = CultureInfo.GetCultureInfo(Regions[Mother]);
        all.Add(new Words(Pseudo.Long, us, rightToLeft: false, Parse(mother, Mother, Pseudo.Stretch), Terms(mother, mother), Pseudo.Stretch));
        all.Add(new Words(Pseudo.Turned, us, rightToLeft: true, Parse(mother, Mother, Pseudo.Turn), Terms(mother, mother), Pseudo.Turn));
        return all.ToFrozenDictionary(w => w.Language, StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, TermForms> Terms(Dictionary<string, string> texts, Dictionary<string, string> mother)
    {
        return DistrictTerms.Names.ToFrozenDictionary(name => name, name => new TermForms(Text($"term.{name}.one"), Text($"term.{name}.other")), StringComparer.Ordinal);

        string Text(string key) => texts.TryGetValue(key, out var text) ? text : mother[key];
    }

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
