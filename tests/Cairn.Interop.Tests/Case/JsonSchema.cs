using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cairn.Interop.Tests.Case;

/// <summary>
/// Holds JSON against a schema of draft 2019-09, in the part of it that 1EdTech's schemas use. A keyword it does not know is
/// an exception: nothing passes because nobody looked.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    private readonly List<string> _faults = [];

    /// <summary>The official schema of a CASE 1.1 package.</summary>
    public static JsonSchema OfCase() => new(JsonElement.Parse(File.ReadAllBytes(TestData.Path("case", "case-v1p1-cfpackage.json"))));

    public JsonElement Root => root;

    /// <summary>What is wrong, each as "path: what"; empty for a valid value.</summary>
    public static IReadOnlyList<string> Faults(string schema, string value) => new JsonSchema(JsonElement.Parse(schema)).Faults(JsonElement.Parse(value));

    public IReadOnlyList<string> Faults(JsonElement value)
    {
        _faults.Clear();
        Check(root, value, "");
        return [.. _faults];
    }

    /// <summary>The same for one class of the schema.</summary>
    public IReadOnlyList<string> FaultsIn(string definition, JsonElement value)
    {
        _faults.Clear();
        Check(root.GetProperty("$defs").GetProperty(definition), value, "");
        return [.. _faults];
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind is JsonValueKind.True) return;
        if (schema.ValueKind is JsonValueKind.False)
        {
            _faults.Add($"{at}: nothing may stand here");
            return;
        }

        foreach (var keyword in schema.EnumerateObject()) Keyword(schema, keyword.Name, keyword.Value, value, at);
    }

    private void Keyword(JsonElement schema, string name, JsonElement rule, JsonElement value, string at)
    {
        switch (name)
        {
            case "$schema" or "$id" or "$comment" or "$defs" or "title" or "description":
                break;
            case "$ref":
                Check(Find(rule.GetString()!), value, at);
                break;
            case "type":
                Expect(IsOf(rule.GetString()!, value), at, $"is no {rule.GetString()}");
                break;
            case "enum":
                Expect(rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), at, "is none of the values");
                break;
            case "const":
                Expect(JsonElement.DeepEquals(rule, value), at, "is another value");
                break;
            case "oneOf":
                Expect(rule.EnumerateArray().Count(one => IsValid(one, value, at)) == 1, at, "is not exactly one of the forms");
                break;
            case "anyOf":
                Expect(rule.EnumerateArray().Any(one => IsValid(one, value, at)), at, "is none of the forms");
                break;
            case "allOf":
                foreach (var one in rule.EnumerateArray()) Check(one, value, at);
                break;
            case "properties" or "required" or "additionalProperties":
                if (value.ValueKind == JsonValueKind.Object) OfObject(schema, name, rule, value, at);
                break;
            case "items" or "minItems" or "maxItems":
                if (value.ValueKind == JsonValueKind.Array) OfArray(name, rule, value, at);
                break;
            case "pattern" or "format" or "minLength" or "maxLength":
                if (value.ValueKind == JsonValueKind.String) OfText(name, rule, value, at);
                break;
            case "minimum":
                if (value.ValueKind == JsonValueKind.Number) Expect(value.GetDouble() >= rule.GetDouble(), at, "is too small");
                break;
            case "maximum":
                if (value.ValueKind == JsonValueKind.Number) Expect(value.GetDouble() <= rule.GetDouble(), at, "is too large");
                break;
            default:
                throw new NotSupportedException($"The schema has a keyword {name}, which this validator does not know.");
        }
    }

    private void OfObject(JsonElement schema, string name, JsonElement rule, JsonElement value, string at)
    {
        if (name == "required")
            foreach (var one in rule.EnumerateArray()) Expect(value.TryGetProperty(one.GetString()!, out _), $"{at}.{one.GetString()}", "is missing");
        if (name == "properties")
            foreach (var one in rule.EnumerateObject())
                if (value.TryGetProperty(one.Name, out var inner)) Check(one.Value, inner, $"{at}.{one.Name}");
        if (name == "additionalProperties")
            foreach (var one in value.EnumerateObject())
                if (!(schema.TryGetProperty("properties", out var named) && named.TryGetProperty(one.Name, out _))) Check(rule, one.Value, $"{at}.{one.Name}");
    }

    private void OfArray(string name, JsonElement rule, JsonElement value, string at)
    {
        if (name == "minItems") Expect(value.GetArrayLength() >= rule.GetInt32(), at, "has too few");
        if (name == "maxItems") Expect(value.GetArrayLength() <= rule.GetInt32(), at, "has too many");
        if (name != "items") return;
        var index = 0;
        foreach (var one in value.EnumerateArray()) Check(rule, one, $"{at}[{index++}]");
    }

    private void OfText(string name, JsonElement rule, JsonElement value, string at)
    {
        var text = value.GetString()!;
        var length = new StringInfo(text).LengthInTextElements;
        if (name == "minLength") Expect(length >= rule.GetInt32(), at, "is too short");
        if (name == "maxLength") Expect(length <= rule.GetInt32(), at, "is too long");
        if (name == "pattern") Expect(Regex.IsMatch(text, rule.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), at, "is not of the pattern");
        if (name == "format") Expect(HasFormat(rule.GetString()!, text), at, $"is no {rule.GetString()}");
    }

    private static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Regex.IsMatch(text, @"^[A-Za-z][A-Za-z0-9+.-]*:\S+$", RegexOptions.None, TimeSpan.FromSeconds(1)),
        _ => throw new NotSupportedException($"The schema has a format {format}, which this validator does not know."),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new NotSupportedException($"The schema has a type {type}, which this validator does not know."),
    };

    private bool IsValid(JsonElement schema, JsonElement value, string at)
    {
        var before = _faults.Count;
        Check(schema, value, at);
        var isValid = _faults.Count == before;
        _faults.RemoveRange(before, _faults.Count - before);
        return isValid;
    }

    private JsonElement Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal)) throw new NotSupportedException($"The schema refers to {reference}, which is another file.");
        return reference[2..].Split('/').Aggregate(root, (at, name) => at.GetProperty(name));
    }

    private void Expect(bool isTrue, string at, string fault)
    {
        if (!isTrue) _faults.Add($"{at}: {fault}");
    }
}
