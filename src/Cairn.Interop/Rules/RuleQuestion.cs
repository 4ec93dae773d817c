using System.Text.Json;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Interop.Rules;

/// <summary>One line of JSON that asks what a rule makes of some scores, read and checked.</summary>
/// <param name="Rule">The rule, with its parameters.</param>
/// <param name="Scores">Scores in order, 0 to 1,000,000; null for no level.</param>
/// <param name="Weights">One weight a score, for weighted-by-evidence.</param>
/// <param name="Children">Children, for points and all-shown.</param>
/// <param name="Groups">Groups of conditions, for any-of.</param>
public sealed record RuleQuestion(
    DeterminationRule Rule, IReadOnlyList<decimal?> Scores, IReadOnlyList<decimal>? Weights,
    IReadOnlyList<Child> Children, IReadOnlyList<IReadOnlyList<bool>> Groups)
{
    private const decimal Greatest = 1_000_000;

    /// <summary>Reads a line. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
    public static RuleQuestion Read(string line)
    {
        using var document = JsonLine.Parse(line, out var name);
        return Read(document.RootElement, name);
    }

    internal static RuleQuestion Read(JsonElement root, string name)
    {
        if (name is "continuum" or "judged")
            throw new FormatException($"{name} concludes from a whole record: import one and use cairn explain");
        var rule = RuleCatalog.Make(name, ReadParameters(root, name), out var fault) ?? throw new FormatException(RuleCatalog.Find(name) is null ? $"{fault}, {EstimateQuestion.Rule}" : fault);
        if (rule.MinimumJudges > 1) throw new FormatException("parameters.minimum-judges: a list of scores says nothing of judges; import a record and use cairn explain");
        // Each score is an experience of its own here.
        rule = rule with { Minimum = Math.Max(rule.Minimum, rule.MinimumExperiences) };
        var question = new RuleQuestion(rule, [], null, [], []);
        return rule switch
        {
            AnyOf => question with { Groups = ReadGroups(root) },
            ConditionRule condition => question.WithChildren(condition, root),
            _ => question.WithScores(root),
        };
    }

    private RuleQuestion WithScores(JsonElement root)
    {
        var scores = JsonLine.Array(root, "scores").Select((one, i) => Number(one, $"scores[{i}]", isNullable: true)).ToList();
        if (Rule is not WeightedByEvidence) return this with { Scores = scores };
        var weights = JsonLine.Array(root, "weights").Select((one, i) => Number(one, $"weights[{i}]", isNullable: false)!.Value).ToList();
        if (weights.Count != scores.Count)
            throw new FormatException($"weights: there are {weights.Count} for {scores.Count} scores; give one a score, nulls included");
        return this with { Scores = scores, Weights = weights };
    }

    private RuleQuestion WithChildren(ConditionRule condition, JsonElement root)
    {
        var children = JsonLine.Array(root, "children").Select((one, i) => ReadChild(one, $"children[{i}]", condition is Points)).ToList();
        if (children.GroupBy(child => child.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FormatException($"children: {twice.Key} is named twice");
        return condition.Fault(children) is { } fault ? throw new FormatException(fault) : this with { Children = children };
    }

    private static Child ReadChild(JsonElement one, string place, bool hasPoints)
    {
        if (one.ValueKind != JsonValueKind.Object) throw new FormatException($"{place}: must be an object");
        var id = !one.TryGetProperty("id", out var given) ? throw new FormatException($"{place}.id: is missing")
            : given.ValueKind == JsonValueKind.String ? given.GetString()!
            : given.ValueKind == JsonValueKind.Number ? given.GetRawText() : throw new FormatException($"{place}.id: must be a text");
        var points = one.TryGetProperty("points", out var worth) ? Number(worth, $"{place}.points", isNullable: false)!.Value
            : hasPoints ? throw new FormatException($"{place}.points: is missing") : 1;
        return new Child(id, null, Flag(one, "proficient", place), points, Flag(one, "required", place));
    }

    private static bool Flag(JsonElement one, string name, string place) => one.TryGetProperty(name, out var flag) && flag.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"{place}.{name}: must be true or false"),
    };

    private static IReadOnlyList<IReadOnlyList<bool>> ReadGroups(JsonElement root) =>
        [.. JsonLine.Array(root, "groups").Select((group, i) => group.ValueKind != JsonValueKind.Array
            ? throw new FormatException($"groups[{i}]: must be an array of true and false")
            : (IReadOnlyList<bool>)[.. group.EnumerateArray().Select((one, j) => one.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? one.GetBoolean() : throw new FormatException($"groups[{i}][{j}]: must be true or false"))])];

    private static Dictionary<string, ParameterValue> ReadParameters(JsonElement root, string name)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        if (root.TryGetProperty("parameters", out var given) && given.ValueKind != JsonValueKind.Null)
        {
            if (given.ValueKind != JsonValueKind.Object) throw new FormatException("parameters: must be an object");
            foreach (var one in given.EnumerateObject()) values.Add(one.Name, Value(one));
        }

        // A parameter beside "parameters" would be lost in silence; only points' own word is taken there.
        foreach (var one in root.EnumerateObject())
            if (RuleCatalog.Find(name)?.Parameters.Any(parameter => parameter.Name == one.Name) == true)
                if (one.Name != "needed" || !values.TryAdd("needed", Value(one))) throw new FormatException($"{one.Name}: belongs under parameters");
        return values;
    }

    private static ParameterValue Value(JsonProperty one) => one.Value.ValueKind switch
    {
        JsonValueKind.Number when one.Value.TryGetDecimal(out var number) => new ParameterValue(number, null),
        JsonValueKind.String => new ParameterValue(null, one.Value.GetString()),
        _ => throw new FormatException($"parameters.{one.Name}: must be a number or a word"),
    };

    private static decimal? Number(JsonElement one, string place, bool isNullable) =>
        one.ValueKind == JsonValueKind.Null && isNullable ? null
        : one.ValueKind == JsonValueKind.Number && one.TryGetDecimal(out var number) && number is >= 0 and <= Greatest ? number
        : throw new FormatException($"{place}: must be a number from 0 to 1000000{(isNullable ? ", or null for no level" : "")}");
}
