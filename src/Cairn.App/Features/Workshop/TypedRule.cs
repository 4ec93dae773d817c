using System.Globalization;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.App.Features.Workshop;

/// <summary>A rule out of a form whose fields are the rule's parameters.</summary>
internal static class TypedRule
{
    /// <summary>Parameters that every rule of scores has: they stand apart, for few people change them.</summary>
    public static readonly IReadOnlyList<string> Common = ["decimals", "minimum", "minimum-experiences", "minimum-judges"];

    public static string Field(RuleParameter parameter) => $"p-{parameter.Name}";

    public static string Field(EvidenceKind kind) => $"weight-{kind}";

    /// <summary>The form of a rule as it is in force, or with its defaults.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(RuleDefinition definition, DeterminationRule? now)
    {
        // The line of a rule holds every parameter that is not at its default.
        var said = now is null || now.Name != definition.Name ? [] : RuleText.Of(now).Split(' ').Skip(1).Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);
        foreach (var one in definition.Parameters)
            yield return (Field(one), said.GetValueOrDefault(one.Name) ?? (one.Words is null ? one.Default?.ToString("0.##", CultureInfo.InvariantCulture) : one.Words[0]));
        if (definition.Name == "weighted-by-evidence")
            foreach (var kind in Enum.GetValues<EvidenceKind>()) yield return (Field(kind), (now as WeightedByEvidence)?.WeightOf(kind) ?? 1);
        if (definition.Name == "any-of") yield return ("groups", string.Join('\n', (now as AnyOf)?.Groups.Select(one => string.Join(", ", one)) ?? []));
    }

    /// <summary>Reads it; null where something is wrong, which the form then says.</summary>
    public static DeterminationRule? Read(Typed typed, RuleDefinition definition, Words words)
    {
        var given = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var one in definition.Parameters)
        {
            var name = Field(one);
            if (one.IsNeeded && typed[name].Length == 0) typed.Refuse(name, words["form.needed"]);
            if (one.Words is not null)
            {
                if (!one.Words.Contains(typed[name], StringComparer.Ordinal)) typed.Refuse(name, words["form.choose"]);
                else given[one.Name] = new ParameterValue(null, typed[name]);
            }
            else if ((one.IsWhole ? typed.WholeOrNone(name, (int)one.Least, (int)one.Most) : typed.NumberOrNone(name, one.Least, one.Most)) is { } number) given[one.Name] = new ParameterValue(number, null);
        }

        var weights = definition.Name == "weighted-by-evidence" ? Enum.GetValues<EvidenceKind>().Select(kind => (kind, typed.NumberOrNone(Field(kind), 0, 1000) ?? 1)).Where(one => one.Item2 != 1).ToList() : [];
        if (!typed.IsGood) return null;
        return RuleCatalog.Make(definition.Name, given, out _) switch
        {
            WeightedByEvidence rule => rule with { Kinds = weights.ToDictionary(one => one.kind.ToString().ToLowerInvariant(), one => one.Item2, StringComparer.Ordinal) },
            AnyOf rule => rule with { Groups = [.. typed["groups"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (IReadOnlyList<string>)[.. line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])] },
            var rule => rule,
        };
    }
}
