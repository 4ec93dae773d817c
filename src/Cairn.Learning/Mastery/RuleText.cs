using System.Globalization;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>
/// A rule as one line of text and back, such as "weighted-recent weight=65 decimals=2": how a rule is kept and compared.
/// Parameters at their default are left out, so that equal rules have equal texts.
/// </summary>
public static class RuleText
{
    private const string KindPrefix = "kind:";

    /// <summary>The line of a rule.</summary>
    public static string Of(DeterminationRule rule) => string.Join(' ', [rule.Name, .. Own(rule), .. Common(rule)]);

    /// <summary>The rule of a line. Throws <see cref="FormatException"/> when there is none.</summary>
    public static DeterminationRule Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new FormatException("An empty line is no rule.");
        var pairs = words.Skip(1).Select(word => word.Split('=', 2)).ToList();
        if (pairs.Find(pair => pair.Length != 2) is { } odd) throw new FormatException($"'{odd[0]}' is not name=value.");
        if (pairs.CountBy(pair => pair[0], StringComparer.Ordinal).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new FormatException($"{twice} is said twice.");
        var isWeighing = words[0] == "weighted-by-evidence";
        var kinds = pairs.Where(pair => isWeighing && pair[0].StartsWith(KindPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => Uri.UnescapeDataString(pair[0][KindPrefix.Length..]), pair => Weight(pair[0], pair[1]), StringComparer.Ordinal);
        var groups = words[0] == "any-of" ? pairs.Find(pair => pair[0] == "groups")?[1] : null;
        var given = pairs
            .Where(pair => !(isWeighing && pair[0].StartsWith(KindPrefix, StringComparison.Ordinal)) && !(words[0] == "any-of" && pair[0] == "groups")).ToDictionary(
            pair => pair[0], pair => Number(pair[1]) is { } number ? new ParameterValue(number, null) : new ParameterValue(null, pair[1]), StringComparer.Ordinal);
        var rule = RuleCatalog.Make(words[0], given, out var fault) ?? throw new FormatException(fault);
        return rule switch
        {
            WeightedByEvidence weighed => weighed with { Kinds = kinds },
            AnyOf any when groups is not null => any with { Groups = [.. groups.Split('|').Select(group =>
                (IReadOnlyList<string>)[.. group.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)])] },
            _ => rule,
        };
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Weight(string name, string text) =>
        Number(text) is { } weight && weight >= 0 ? weight : throw new FormatException($"{name} must be a number of 0 or more.");

    private static IEnumerable<string> Own(DeterminationRule rule) => rule switch
    {
        MostRecent one => [.. Say("last", one.Last, 1), .. Say("combine", one.Combine == Middle.Median ? "median" : null)],
        Highest one => Say("best", one.Best, 1),
        Median one => Say("last", one.Last, null),
        Mode one => Say("tie", one.Tie switch { Tie.Higher => "higher", Tie.Lower => "lower", _ => null }),
        TimesShown one => [.. Say("times", one.Times, null), .. Say("threshold", one.Threshold, null)],
        WeightedRecent one => Say("weight", one.Weight, 65),
        DecayingAverage one => Say("weight", one.Weight, 65),
        WeightedByEvidence one => one.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind => Say(KindPrefix + Uri.EscapeDataString(kind.Key), kind.Value, null)),
        Points one => Say("needed", one.Needed, null),
        AnyOf one => Say("groups", one.Groups.Count == 0 ? null : string.Join('|', one.Groups.Select(group => string.Join('+', group.Select(Uri.EscapeDataString))))),
        Continuum one => [
            .. Say("last-stage", one.LastStage, null), .. Say("minimum-average", one.MinimumAverage, -0.5m),
            .. Say("minimum-rating", one.MinimumRating, null), .. Say("growth", one.Growth == GrowthRule.FirstToLast ? "first-to-last" : null)],
        Judged one => Say("moderation", one.NeedsModeration ? "yes" : null),
        _ => [],
    };

    private static IEnumerable<string> Common(DeterminationRule rule) => rule is not ScoreRule ? [] :
    [
        .. Say("decimals", rule.Decimals, 2), .. Say("minimum", rule.Minimum, rule is PowerLaw ? 3 : 1),
        .. Say("minimum-experiences", rule.MinimumExperiences, 1), .. Say("minimum-judges", rule.MinimumJudges, 1),
    ];

    private static IEnumerable<string> Say(string name, decimal? number, decimal? unless) =>
        number is null || number == unless ? [] : [$"{name}={number.Value.ToString("0.############", CultureInfo.InvariantCulture)}"];

    private static IEnumerable<string> Say(string name, string? word) => word is null ? [] : [$"{name}={word}"];
}
