using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Storage.Journal;

/// <summary>What names somebody who is erased, in every form that JSON writes it in and as whole words only: sought in what was kept for other ends.</summary>
internal sealed class Needles
{
    private readonly List<WholeWord> _forms = [];
    private readonly List<(WholeWord Given, WholeWord Family)> _pairs = [];
    private readonly List<string> _texts;

    /// <param name="texts">Whole names, usernames and addresses.</param>
    /// <param name="givenAndFamily">Given and family names, which stand in cells of their own in a roster.</param>
    public Needles(IEnumerable<string> texts, IEnumerable<(string Given, string Family)> givenAndFamily)
    {
        // A single letter is in everything.
        _texts = [.. texts.Where(one => one.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var text in _texts) _forms.AddRange(FormsOf(text));
        foreach (var (given, family) in givenAndFamily.Where(one => one.Given.Length > 0 && one.Family.Length > 0))
            _pairs.AddRange(FormsOf(given).Zip(FormsOf(family), (one, other) => (one, other)));
    }

    /// <summary>Do bytes hold one of them?</summary>
    public bool AreIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var form in _forms)
            if (form.IsIn(bytes)) return true;
        foreach (var (given, family) in _pairs)
            if (given.IsIn(bytes) && family.IsIn(bytes)) return true;
        return false;
    }

    /// <summary>Does what an import kept hold one of them? It is an archive, or JSON.</summary>
    public bool AreInContent(byte[]? content)
    {
        if (content is null) return false;
        if (content is not [(byte)'P', (byte)'K', ..]) return AreIn(content);
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            if (AreIn(to.GetBuffer().AsSpan(0, (int)to.Length))) return true;
        }

        return false;
    }

    /// <summary>A text as JSON without the strings that hold one of them; the same text where none does.</summary>
    public string Without(string json)
    {
        if (!AreIn(Encoding.UTF8.GetBytes(json)) || JsonNode.Parse(json) is not { } tree) return json;
        Blank(tree);
        return tree.ToJsonString();
    }

    /// <summary>Does a text hold one of them?</summary>
    public bool AreIn(string text) => AreIn(Encoding.UTF8.GetBytes(text)) || _texts.Exists(one => WholeWord.IsIn(text, one));

    private void Blank(JsonNode node)
    {
        if (node is JsonObject members)
            foreach (var (name, value) in members.ToList())
                if (value is JsonValue one && one.TryGetValue<string>(out var text)) members[name] = AreIn(text) ? "" : text;
                else if (value is not null) Blank(value);
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                if (items[i] is JsonValue one && one.TryGetValue<string>(out var text)) items[i] = AreIn(text) ? "" : text;
                else if (items[i] is { } value) Blank(value);
    }

    // As it is; escaped as the strict writer does; and both once more within a text that is JSON itself. Each as written, in small letters, in large ones, and with large ones in front.
    private static IEnumerable<WholeWord> FormsOf(string text)
    {
        foreach (var one in new[] { text, text.ToLowerInvariant(), text.ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()) }.Distinct(StringComparer.Ordinal))
        {
            var (strict, relaxed) = (JsonEncodedText.Encode(one).Value, JsonEncodedText.Encode(one, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
            foreach (var form in new[] { one, strict, relaxed, JsonEncodedText.Encode(strict, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value, JsonEncodedText.Encode(relaxed, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value }.Distinct(StringComparer.Ordinal))
                yield return new WholeWord(text, form);
        }
    }
}
