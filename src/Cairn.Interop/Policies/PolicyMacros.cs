using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cairn.Interop.Policies;

/// <summary>Puts definitions in where they are used, and a node once for each of several values.</summary>
internal sealed partial class PolicyMacros(JsonObject? definitions, List<PolicyRemark> faults)
{
    private const int Most = 20_000;
    private readonly Stack<string> _within = new();
    private int _made;

    /// <summary>A tree without macros.</summary>
    public JsonNode? Expand(JsonNode? node, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (++_made > Most)
        {
            if (_made == Most + 1) faults.Add(new(path, $"the tree has more than {Most} parts"));
            return null;
        }

        return node switch
        {
            JsonObject here when here.ContainsKey("each") => new JsonObject { ["all"] = new JsonArray([.. Each(here, path, values)]) },
            JsonObject here when here["use"] is JsonValue name && here.Count <= 3 && here.All(one => one.Key is "use" or "id" or "label") => Use(here, name, path, values),
            JsonObject here => Object(here, path, values),
            JsonArray here => Array(here, path, values),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), values),
            _ => node?.DeepClone(),
        };
    }

    private JsonObject Object(JsonObject here, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var made = new JsonObject();
        foreach (var (name, value) in here) made[Name(name, values)] = Expand(value, $"{path}/{name}", values);
        return made;
    }

    private JsonArray Array(JsonArray here, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var made = new JsonArray();
        foreach (var one in here)
        {
            if (one is JsonObject each && each.ContainsKey("each")) foreach (var node in Each(each, $"{path}/{made.Count}", values)) made.Add(node);
            else made.Add(Expand(one, $"{path}/{made.Count}", values));
        }

        return made;
    }

    private List<JsonNode?> Each(JsonObject here, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (Expand(here["each"], path + "/each", values) is not JsonArray list || (here["as"] as JsonValue)?.GetValueKind() != JsonValueKind.String)
        {
            faults.Add(new(path, "each needs a list of values, and as the name that stands for them"));
            return [];
        }

        var name = here["as"]!.GetValue<string>();
        var node = new JsonObject(here.Where(one => one.Key is not ("each" or "as")).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        return [.. list.Select((value, i) => Expand(node, $"{path}[{i}]", new Dictionary<string, JsonNode?>(values, StringComparer.Ordinal) { [name] = value }))];
    }

    private JsonNode? Use(JsonObject here, JsonValue name, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var used = name.GetValueKind() == JsonValueKind.String ? Name(name.GetValue<string>(), values) : "";
        if (definitions?[used] is not { } found || _within.Contains(used))
        {
            faults.Add(new(path, _within.Contains(used) ? $"the definition {used} uses itself" : $"there is no definition {used}"));
            return null;
        }

        _within.Push(used);
        // A whole policy may be used: then its tree is meant.
        var made = Expand(found is JsonObject policy && policy.ContainsKey("root") ? policy["root"] : found, path, values);
        _within.Pop();
        if (made is JsonObject node) foreach (var own in here.Where(one => one.Key != "use")) node[own.Key] = own.Value?.DeepClone();
        return made;
    }

    private static JsonNode? Text(string text, IReadOnlyDictionary<string, JsonNode?> values) =>
        text.StartsWith('$') && values.TryGetValue(text[1..], out var whole) ? whole?.DeepClone() : JsonValue.Create(Name(text, values));

    private static string Name(string text, IReadOnlyDictionary<string, JsonNode?> values) => values.Count == 0 || !text.Contains('$', StringComparison.Ordinal) ? text
        : Placeholder().Replace(text, found => values.TryGetValue(found.Groups["name"].Value, out var value) ? value?.ToString() ?? "" : found.Value);

    [GeneratedRegex(@"\$(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
