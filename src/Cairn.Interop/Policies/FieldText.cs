using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Values of fields and facts as JSON.</summary>
internal static class FieldText
{
    /// <summary>Reads a value; null for null. What has a shape of its own is kept as its text.</summary>
    public static FieldValue? Of(JsonNode? given) => given?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => new TextValue(given.GetValue<string>()),
        JsonValueKind.True => new FlagValue(true),
        JsonValueKind.False => new FlagValue(false),
        JsonValueKind.Number => decimal.TryParse(given.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new NumberValue(number) : new TextValue(given.ToJsonString()),
        JsonValueKind.Array => new ListValue([.. ((JsonArray)given).Select(Of).OfType<FieldValue>()]),
        _ => new TextValue(given.ToJsonString()),
    };

    /// <summary>Reads all members of an object but those whose value is null.</summary>
    public static Dictionary<string, FieldValue> All(JsonObject given) =>
        given.Select(one => (one.Key, Value: Of(one.Value))).Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal);
}
