using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Selectors and values of a policy as JSON.</summary>
internal sealed class SelectorText(List<PolicyRemark> faults)
{
    /// <summary>Reads a selector; null where something is wrong with it.</summary>
    public Selector? Read(JsonNode? given, string path)
    {
        if (given is not JsonObject fields)
        {
            faults.Add(new(path, given is null ? "is missing" : "a selector is an object"));
            return null;
        }

        var conditions = fields.Select(one => Read(one.Key, one.Value, $"{path}/{one.Key}")).ToList();
        return conditions.Contains(null) ? null : new(conditions.SelectMany(one => one!).ToList());
    }

    /// <summary>Reads a value, or the name of a fact.</summary>
    public Named? Value(JsonNode? given, string path)
    {
        if (given is JsonObject fact && fact.Count == 1 && fact["fact"] is JsonValue name && name.GetValueKind() == JsonValueKind.String) return new(null, name.GetValue<string>());
        if (FieldText.Of(given) is { } value && given is not JsonObject) return new(value);
        faults.Add(new(path, "must be a value or a fact"));
        return null;
    }

    /// <summary>Reads an amount: a number, 0 or more, or the name of a fact.</summary>
    public Named? Number(JsonNode? given, string path)
    {
        if (given is JsonObject) return Value(given, path);
        if (FieldText.Of(given) is NumberValue { Number: >= 0 and <= Amount.Most } number) return new(number);
        faults.Add(new(path, given is null ? "is missing" : $"must be a number from 0 to {Amount.Most:0}, or a fact"));
        return null;
    }

    private List<Condition>? Read(string field, JsonNode? given, string path) => (field, given) switch
    {
        ("any", JsonArray list) => Selectors(list, path) is { } of ? [new AcceptedByAny(of)] : null,
        ("not", JsonObject) => Read(given, path) is { } of ? [new NotAccepted(of)] : null,
        ("any" or "not", _) => Wrong(path, field == "any" ? "must be a list of selectors" : "must be a selector"),
        ("tags", JsonArray list) => Values(list, path) is { } tags ? [new HasTags(tags)] : null,
        ("tags", JsonValue) => Value(given, path) is { } tag ? [new HasTags([tag])] : null,
        (_, JsonArray list) => Values(list, path) is { } values ? [new FieldIsOneOf(field, values)] : null,
        (_, JsonObject how) when !how.ContainsKey("fact") => Compared(field, how, path),
        _ => Value(given, path) is { } value ? [new FieldIs(field, Comparison.Equal, value)] : null,
    };

    private List<Condition>? Compared(string field, JsonObject how, string path)
    {
        if (how.Count == 0 || how.Any(one => one.Key is not (">=" or "<="))) return Wrong(path, "compares by >= or <=");
        var values = how.Select(one => (How: one.Key == ">=" ? Comparison.AtLeast : Comparison.AtMost, Value: Value(one.Value, $"{path}/{one.Key}"))).ToList();
        return values.Any(one => one.Value is null) ? null : [.. values.Select(one => new FieldIs(field, one.How, one.Value!))];
    }

    private List<Selector>? Selectors(JsonArray list, string path)
    {
        var of = list.Select((one, i) => Read(one, $"{path}/{i}")).ToList();
        return of.Contains(null) ? null : [.. of.OfType<Selector>()];
    }

    private List<Named>? Values(JsonArray list, string path)
    {
        var of = list.Select((one, i) => Value(one, $"{path}/{i}")).ToList();
        return of.Contains(null) ? null : [.. of.OfType<Named>()];
    }

    private List<Condition>? Wrong(string path, string words)
    {
        faults.Add(new(path, words));
        return null;
    }
}
