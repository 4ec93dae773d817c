using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Nodes of a policy's tree as JSON.</summary>
internal sealed class NodeText(List<PolicyRemark> faults, List<PolicyRemark> warnings, string unit)
{
    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["all"] = [], ["any"] = [], ["atLeast"] = ["of"], ["score"] = ["of", "need", "requireAll"], ["bestIs"] = ["field", "equals"], ["if"] = ["then", "else"], ["not"] = [], ["attest"] = ["by"],
        ["need"] = ["of", "pool", "where", "distinct", "unit"],
    };

    private readonly SelectorText _selectors = new(faults);

    /// <summary>Reads a node; null where something is wrong with it.</summary>
    public Requirement? Read(JsonNode? given, string path)
    {
        if (path.Count(one => one == '/') > 4 * PolicyText.MostDepth) return Wrong<Requirement>(path, "stands too deep");
        if (given is not JsonObject node) return Wrong<Requirement>(path, "a node is an object");
        var kinds = Kinds.Keys.Where(node.ContainsKey).ToList();
        if (kinds.Contains("score")) kinds.Remove("need");
        if (kinds.Count != 1) return Wrong<Requirement>(path, kinds.Count == 0 ? "a node has one of: " + string.Join(", ", Kinds.Keys) : "a node is one thing, not " + string.Join(" and ", kinds));
        foreach (var (name, _) in node.Where(one => one.Key is not ("id" or "label") && one.Key != kinds[0] && !Kinds[kinds[0]].Contains(one.Key))) warnings.Add(new($"{path}/{name}", "has no meaning here and is kept"));
        return Read(node, kinds[0], path, Word(node, "id"), Word(node, "label"));
    }

    private Requirement? Read(JsonObject node, string kind, string path, string id, string label) => kind switch
    {
        "all" => All(node["all"], $"{path}/all") is { } of ? new Several(path, id, label, of.Count, of, true) : null,
        "any" => All(node["any"], $"{path}/any") is { } of ? new Several(path, id, label, 1, of, false) : null,
        "atLeast" => AtLeast(node, path, id, label),
        "need" => ReadLeaf(node, path, id, label),
        "score" => ReadScore(node, path, id, label),
        "bestIs" => _selectors.Read(node["bestIs"], $"{path}/bestIs") is { } of && Needed(node, "field", path) is { } field && _selectors.Value(node["equals"], $"{path}/equals") is { } equal
            ? new BestIs(path, id, label, of, field, equal) : null,
        "if" => ReadIf(node, path, id, label),
        "not" => ReadNot(node, path, id, label),
        _ => Needed(node, "attest", path) is { } key ? new Attest(path, id, label, key, Roles(node, path)) : null,
    };

    private Several? AtLeast(JsonObject node, string path, string id, string label)
    {
        if (node["atLeast"] is not JsonValue value || !value.TryGetValue<int>(out var count) || count < 0) return Wrong<Several>(path + "/atLeast", "must be a whole number, 0 or more");
        if (All(node["of"], $"{path}/of") is not { } of) return null;
        if (count > of.Count) warnings.Add(new(path, $"asks {count} of {of.Count}: it can never be met"));
        return new(path, id, label, count, of, false);
    }

    private Leaf? ReadLeaf(JsonObject node, string path, string id, string label)
    {
        var need = _selectors.Number(node["need"], $"{path}/need");
        var of = _selectors.Read(node["of"], $"{path}/of");
        var where = new List<Limit>();
        foreach (var (i, one) in List(node["where"], $"{path}/where", isOptional: true).Index())
        {
            var at = $"{path}/where/{i}";
            var isMost = one is JsonObject has && has.ContainsKey("max");
            if (one is not JsonObject limit || limit.ContainsKey("need") == isMost) Wrong(at, "has either need or max");
            else if (_selectors.Number(limit[isMost ? "max" : "need"], $"{at}/{(isMost ? "max" : "need")}") is { } amount && _selectors.Read(limit["of"], $"{at}/of") is { } part) where.Add(new(isMost, amount, part));
        }

        if (where.Count > 60) Wrong($"{path}/where", "has more than 60 parts");
        return need is null || of is null ? null : new(path, id, label, need, of, Optional(node, "pool", path), where, Optional(node, "distinct", path), Word(node, "unit") is { Length: > 0 } own ? own : unit);
    }

    private Score? ReadScore(JsonObject node, string path, string id, string label)
    {
        ScoreOf? how = Word(node, "score") switch { "sum" => ScoreOf.Sum, "max" => ScoreOf.Max, "min" => ScoreOf.Min, _ => null };
        if (how is null) Wrong($"{path}/score", "is sum, max or min");
        var of = List(node["of"], $"{path}/of").Select((one, i) => _selectors.Read(one, $"{path}/of/{i}")).ToList();
        var need = _selectors.Number(node["need"], $"{path}/need");
        var all = node["requireAll"];
        if (all is not null && all.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) Wrong($"{path}/requireAll", "must be true or false");
        return how is null || need is null || of.Contains(null) ? null : new(path, id, label, how.Value, [.. of.OfType<Selector>()], need, all?.GetValueKind() == JsonValueKind.True);
    }

    private ByFact? ReadIf(JsonObject node, string path, string id, string label)
    {
        var then = Read(node["then"], $"{path}/then");
        var otherwise = node.ContainsKey("else") ? Read(node["else"], $"{path}/else") : new Several($"{path}/else", "", "", 0, [], true);
        if (node["if"] is not JsonObject asked || Word(asked, "fact").Length == 0) return Wrong<ByFact>($"{path}/if", "names a fact");
        var all = new List<(Comparison, IReadOnlyList<Named>)>();
        foreach (var (name, value) in asked.Where(one => one.Key != "fact"))
        {
            Comparison? how = name switch { ">=" => Comparison.AtLeast, "<=" => Comparison.AtMost, "=" or "is" or "equals" or "in" => Comparison.Equal, _ => null };
            if (how is null) Wrong($"{path}/if/{name}", "is no comparison: >=, <=, equals or in");
            else if (value is JsonArray list) all.Add((how.Value, [.. list.Select((one, i) => _selectors.Value(one, $"{path}/if/{name}/{i}")).OfType<Named>()]));
            else if (_selectors.Value(value, $"{path}/if/{name}") is { } one) all.Add((how.Value, [one]));
        }

        if (all.Count == 0) all.Add((Comparison.Equal, [new(new FlagValue(true))]));
        return then is null || otherwise is null ? null : new(path, id, label, Word(asked, "fact"), all, then, otherwise);
    }

    private MustNot? ReadNot(JsonObject node, string path, string id, string label)
    {
        if (Read(node["not"], $"{path}/not") is not { } of) return null;
        return IsLooked(of) ? new(path, id, label, of) : Wrong<MustNot>($"{path}/not", "may stand over attest, score, bestIs, leaves without a pool, and any, all or atLeast of them");
    }

    private static bool IsLooked(Requirement node) => node is Attest or Score or BestIs or Leaf { Pool.Length: 0 } || (node is Several && node.Below.All(IsLooked));

    private List<Requirement>? All(JsonNode? given, string path)
    {
        if (given is not JsonArray list) return Wrong<List<Requirement>>(path, "must be a list of nodes");
        var nodes = list.Select((one, i) => Read(one, $"{path}/{i}")).ToList();
        return nodes.Contains(null) ? null : [.. nodes.OfType<Requirement>()];
    }

    private JsonArray List(JsonNode? given, string path, bool isOptional = false)
    {
        if (given is JsonArray list) return list;
        if (given is not null || !isOptional) Wrong(path, "must be a list");
        return [];
    }

    private List<string> Roles(JsonObject node, string path) => node["by"] is JsonValue one ? [one.ToString()] : [.. List(node["by"], $"{path}/by", isOptional: true).Select(each => each?.ToString() ?? "")];

    private string? Needed(JsonObject node, string name, string path)
    {
        if (Word(node, name) is { Length: > 0 } word) return word;
        Wrong($"{path}/{name}", "must be a word");
        return null;
    }

    private string Optional(JsonObject node, string name, string path) => node.ContainsKey(name) ? Needed(node, name, path) ?? "" : "";

    private static string Word(JsonObject node, string name) => node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    private void Wrong(string path, string words) => faults.Add(new(path, words));

    private T? Wrong<T>(string path, string words)
        where T : class
    {
        Wrong(path, words);
        return null;
    }
}
