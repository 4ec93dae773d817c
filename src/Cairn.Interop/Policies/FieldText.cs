using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Values of fields and facts as JSON.</summary>
internal static class FieldText
{
    private const int LongestName = 200;

    // Beyond it sums of scores could leave the range of numbers.
    private const decimal Greatest = 1_000_000_000_000_000;

    private static readonly FlagValue Yes = new(true);
    private static readonly FlagValue No = new(false);

    /// <summary>Reads a value; null for null. What has a shape of its own, and a number beyond a thousand million million, is kept as its text.</summary>
    public static FieldValue? Of(JsonNode? given) => given?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => new TextValue(given.GetValue<string>()),
        JsonValueKind.True => Yes,
        JsonValueKind.False => No,
        JsonValueKind.Number => decimal.TryParse(given.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Greatest ? new NumberValue(number) : new TextValue(given.ToJsonString()),
        JsonValueKind.Array => new ListValue([.. ((JsonArray)given).Select(Of).OfType<FieldValue>()]),
        _ => new TextValue(given.ToJsonString()),
    };

    /// <summary>The same of what was read without making nodes of it: there are many cases, and one policy.</summary>
    public static FieldValue? Of(JsonElement given)
    {
        switch (given.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined: return null;
            case JsonValueKind.String: return new TextValue(given.GetString()!);
            case JsonValueKind.Number when given.TryGetDecimal(out var number) && Math.Abs(number) <= Greatest: return new NumberValue(number);
            case JsonValueKind.True: return Yes;
            case JsonValueKind.False: return No;
            case JsonValueKind.Array:
                var values = new List<FieldValue>(given.GetArrayLength());
                foreach (var one in given.EnumerateArray()) if (Of(one) is { } value) values.Add(value);
                return new ListValue(values);
            default: return new TextValue(given.GetRawText());
        }
    }

    /// <summary>Reads all members of an object but those whose value is null. Throws a <see cref="FormatException"/> where a name is long.</summary>
    /// <param name="given">The object.</param>
    /// <param name="place">Where it stands.</param>
    public static Dictionary<string, FieldValue> All(JsonElement given, string place)
    {
        var all = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var one in given.EnumerateObject())
        {
            if (one.Name.Length > LongestName) throw new FormatException($"{place}: a name has {one.Name.Length} characters, at most {LongestName}");
            if (Of(one.Value) is { } value) all[one.Name] = value;
        }

        return all;
    }

    /// <summary>Throws a <see cref="FormatException"/> where a name is long, or a text holds half a character: an escape may, and that is found only when it is read.</summary>
    public static void CheckTexts(JsonNode? given)
    {
        if (given is JsonValue text && text.GetValueKind() == JsonValueKind.String) text.GetValue<string>();
        if (given is JsonArray list) foreach (var one in list) CheckTexts(one);
        if (given is not JsonObject here) return;
        foreach (var (name, value) in here)
        {
            if (name.Length > LongestName) throw new FormatException($"a name has {name.Length} characters, at most {LongestName}");
            CheckTexts(value);
        }
    }

    /// <summary>Is it what reading throws for a text that holds half a character?</summary>
    public static bool IsHalf(Exception wrong) => wrong is InvalidOperationException or ArgumentException;
}
