using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cairn.Interop.Policies;

/// <summary>Puts definitions in where they are used, and a node once for each of several values.</summary>
internal sealed partial class PolicyMacros(JsonObject? definitions, PolicyLines lines, List<PolicyRemark> faults)
{
    private const int Most = 20_000;
    private const int CharactersToAPart = 1_000;
    private readonly Stack<JsonNode> _within = new();
    private readonly Stack<JsonObject> _definitions = new(definitions is null ? [] : [definitions]);
    private int _made;
    private int _depth;
    private bool _isTooMuch;

    /// <summary>Whole policies that were used, in the order in which they were first met.</summary>
    public List<JsonObject> Whole { get; } = [];

    /// <summary>A tree without macros.</summary>
    public JsonNode? Expand(JsonNode? node, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (!Counts(1, path)) return null;
        if (_depth > 3 * PolicyText.MostDepth)
        {
            faults.Add(new(path, "definitions that use definitions make the tree too deep"));
            _isTooMuch = true;
            return null;
        }

        lines.Remember(path, node);
        _depth++;
        var made = Make(node, path, values);
        _depth--;
        return made;
    }

    // So much more is made. False where it is too much.
    private bool Counts(int more, string path)
    {
        _made += more;
        if (_made <= Most || _isTooMuch) return !_isTooMuch;
        faults.Add(new(path, $"the tree has more than {Most} parts"));
        return !(_isTooMuch = true);
    }

    private JsonNode? Make(JsonNode? node, string path, IReadOnlyDictionary<string, JsonNode?> values) => node switch
    {
        JsonObject here when here.ContainsKey("each") => new JsonObject { ["all"] = new JsonArray([.. Each(here, path, values)]) },
        JsonObject here when here["use"] is JsonValue name && here.Count <= 3 && here.All(one => one.Key is "use" or "id" or "label") => Use(here, name, path, values),
        JsonObject here => Object(here, path, values),
        JsonArray here => Array(here, path, values),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), path, values),
        _ => node?.DeepClone(),
    };

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

        if (!Counts(list.Count, path)) return [];

        var name = here["as"]!.GetValue<string>();
        for (var i = 0; i < list.Count; i++) lines.Remember($"{path}[{i}]", here);
        var node = new JsonObject(here.Where(one => one.Key is not ("each" or "as")).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        return [.. list.Select((value, i) => Expand(node, $"{path}[{i}]", new Dictionary<string, JsonNode?>(values, StringComparer.Ordinal) { [name] = value }))];
    }

    private JsonNode? Use(JsonObject here, JsonValue name, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var used = name.GetValueKind() == JsonValueKind.String ? Name(name.GetValue<string>(), values) : "";
        if (Defined(used) is not { } found || _within.Contains(found))
        {
            faults.Add(new(path, Defined(used) is null ? $"there is no definition {used}" : $"the definition {used} uses itself"));
            return null;
        }

        _within.Push(found);
        // A whole policy may be used: then its tree is meant, and its own definitions come before those around it.
        var whole = found is JsonObject policy && policy.ContainsKey("root") ? policy : null;
        var own = whole?["defs"] as JsonObject;
        if (whole is not null && !Whole.Contains(whole)) Whole.Add(whole);
        if (own is not null) _definitions.Push(own);
        var made = Expand(whole is null ? found : whole["root"], path, values);
        if (own is not null) _definitions.Pop();
        _within.Pop();
        if (made is JsonObject node) foreach (var one in here.Where(one => one.Key != "use")) node[one.Key] = Expand(one.Value, $"{path}/{one.Key}", values);
        return made;
    }

    private JsonNode? Defined(string name) => _definitions.Select(one => one[name]).FirstOrDefault(one => one is not null);

    private JsonNode? Text(string text, string path, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (text.StartsWith('$') && values.TryGetValue(text[1..], out var whole)) return Counts(Size(whole), path) ? whole?.DeepClone() : null;
        var made = Name(text, values);
        return Counts(made.Length / CharactersToAPart, path) ? JsonValue.Create(made) : null;
    }

    private static int Size(JsonNode? node) => node switch
    {
        JsonObject here => 1 + here.Sum(one => Size(one.Value)),
        JsonArray list => 1 + list.Sum(Size),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().Length / CharactersToAPart,
        _ => 1,
    };

    private static string Name(string text, IReadOnlyDictionary<string, JsonNode?> values) => values.Count == 0 || !text.Contains('$', StringComparison.Ordinal) ? text
        : Placeholder().Replace(text, found => values.TryGetValue(found.Groups["name"].Value, out var value) ? value?.ToString() ?? "" : found.Value);

    [GeneratedRegex(@"\$(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
