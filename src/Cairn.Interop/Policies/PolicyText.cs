using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Policies as JSON: types and fields are open, the shape of the tree is not. What is wrong is said with its place.</summary>
public static class PolicyText
{
    private static readonly string[] Known = ["id", "title", "source", "appliesTo", "version", "effective", "split", "root", "defs", "kind", "label", "unit", "description"];

    /// <summary>Reads a policy.</summary>
    /// <param name="text">JSON: an object with a root.</param>
    public static PolicyRead Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (faults, warnings) = (new List<PolicyRemark>(), new List<PolicyRemark>());
        PolicyRead Refused() => new(null, faults, warnings);
        if (Parse(text, faults) is not { } policy) return Refused();
        foreach (var (name, _) in policy.Where(one => !Known.Contains(one.Key))) warnings.Add(new(name, "has no meaning here and is kept"));
        if (policy["defs"] is not (null or JsonObject)) faults.Add(new("defs", "must be an object"));
        if (policy["split"] is { } split && split.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) faults.Add(new("split", "must be true or false"));
        if (policy["root"] is null) faults.Add(new("root", "is missing"));
        if (faults.Count > 0) return Refused();
        var tree = new PolicyMacros(policy["defs"] as JsonObject, faults).Expand(policy["root"], "root", new Dictionary<string, JsonNode?>());
        var root = new NodeText(faults, warnings, Word(policy, "unit")).Read(tree, "root");
        if (root is not null && faults.Count == 0) Pools(root, faults);
        return faults.Count > 0 || root is null ? Refused()
            : new(new Policy(Word(policy, "id"), Word(policy, "title"), Word(policy, "source"), Word(policy, "version"), policy["split"]?.GetValue<bool>() ?? false, root), faults, warnings);
    }

    private static JsonObject? Parse(string text, List<PolicyRemark> faults)
    {
        try
        {
            if (JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false }) is JsonObject policy) return policy;
            faults.Add(new("", "a policy is a JSON object"));
        }
        catch (JsonException wrong)
        {
            faults.Add(new("", wrong.LineNumber is { } line ? $"malformed JSON in line {line + 1}" : "a name stands twice in one object"));
        }

        return null;
    }

    private static void Pools(Requirement root, List<PolicyRemark> faults)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        void Count(Requirement node)
        {
            if (node is Leaf { Pool.Length: > 0 } leaf) counts[leaf.Pool] = counts.GetValueOrDefault(leaf.Pool) + 1;
            foreach (var one in node.Below) Count(one);
        }

        Count(root);
        faults.AddRange(counts.Where(one => one.Value > Leaf.MostInPool).Select(one => new PolicyRemark("", $"{one.Value} leaves compete in the pool {one.Key}: {Leaf.MostInPool} at most")));
    }

    private static string Word(JsonObject policy, string name) => policy[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? policy[name]!.ToString() : "";
}
