using System.Text.Json;

namespace Cairn.Interop.Rules;

/// <summary>A line of JSON, read strictly: what is wrong is said with its place, as a <see cref="FormatException"/>.</summary>
internal static class JsonLine
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a line that must be an object with the name of a rule.</summary>
    public static JsonDocument Parse(string line, out string rule)
    {
        var document = Parse(line);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("a line is a JSON object");
        if (!root.TryGetProperty("rule", out var named) || named.ValueKind != JsonValueKind.String)
            throw new FormatException("rule: the name of a rule is missing");
        rule = named.GetString()!;
        return document;
    }

    /// <summary>The members of an array that must be there.</summary>
    public static JsonElement.ArrayEnumerator Array(JsonElement root, string name, string? place = null) =>
        !root.TryGetProperty(name, out var array) ? throw new FormatException($"{place ?? name}: is missing")
        : array.ValueKind != JsonValueKind.Array ? throw new FormatException($"{place ?? name}: must be an array") : array.EnumerateArray();

    private static JsonDocument Parse(string line)
    {
        try
        {
            var document = JsonDocument.Parse(line, Strict);
            ReadTexts(document.RootElement);
            return document;
        }
        catch (JsonException wrong)
        {
            // A name that stands twice is the one fault without a place.
            throw new FormatException(wrong.BytePositionInLine is { } at ? $"malformed JSON at character {at + 1}" : "a name stands twice in one object", wrong);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new FormatException("a text holds half a character (a surrogate without its pair)", wrong);
        }
    }

    // An escape may be half a character; that is found only when the text is read.
    private static void ReadTexts(JsonElement at)
    {
        if (at.ValueKind == JsonValueKind.String) at.GetString();
        if (at.ValueKind == JsonValueKind.Array) foreach (var one in at.EnumerateArray()) ReadTexts(one);
        if (at.ValueKind == JsonValueKind.Object) foreach (var one in at.EnumerateObject()) ReadTexts(one.Value);
    }
}
