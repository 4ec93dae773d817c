using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>A rule by its name, with the parameters it takes.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Make">Makes the rule from values that have been checked.</param>
public sealed record RuleDefinition(string Name, IReadOnlyList<RuleParameter> Parameters, Func<RuleArguments, DeterminationRule> Make);

/// <summary>Checked values of a rule's parameters, by name.</summary>
public sealed class RuleArguments(RuleDefinition definition, IReadOnlyDictionary<string, ParameterValue> given)
{
    /// <summary>The number said, or the default; null where there is neither.</summary>
    public decimal? Number(string name) => given.TryGetValue(name, out var value)
        ? value.Number : definition.Parameters.First(one => one.Name == name).Default;

    /// <summary>The whole number said, or the default.</summary>
    public int Whole(string name) => (int)Number(name)!.Value;

    /// <summary>The place of the word said among the words it may be; 0 where nothing is said.</summary>
    public int Word(string name) => given.TryGetValue(name, out var value)
        ? definition.Parameters.First(one => one.Name == name).Words!.ToList().IndexOf(value.Word!) : 0;
}

/// <summary>All rules by name. Names, parameters and defaults are those of the determination rules' table.</summary>
public static class RuleCatalog
{
    private const int Many = 1000;

    private static readonly RuleParameter Decimals = new("decimals", 0, 10, 2);
    private static readonly RuleParameter Minimum = new("minimum", 1, Many, 1);
    private static readonly RuleParameter MinimumExperiences = new("minimum-experiences", 1, Many, 1);
    private static readonly RuleParameter MinimumJudges = new("minimum-judges", 1, Many, 1);

    /// <summary>The rules, in the order of the table.</summary>
    public static IReadOnlyList<RuleDefinition> All { get; } =
    [
        Scores("most-recent", with => new MostRecent(with.Whole("last"), (Middle)with.Word("combine")),
            new RuleParameter("last", 1, Many, 1), Word("combine", "mean", "median")),
        Scores("highest", with => new Highest(with.Whole("best")), new RuleParameter("best", 1, Many, 1)),
        Scores("mean", _ => new Mean()),
        Scores("median", with => new Median((int?)with.Number("last")), new RuleParameter("last", 1, Many)),
        Scores("mode", with => new Mode((Tie)with.Word("tie")), Word("tie", "later", "higher", "lower")),
        Scores("times-shown", with => new TimesShown(with.Whole("times"), with.Number("threshold")!.Value),
            new RuleParameter("times", 1, Many, IsNeeded: true), new RuleParameter("threshold", 0, 1_000_000, IsWhole: false, IsNeeded: true)),
        Scores("weighted-recent", with => new WeightedRecent(with.Whole("weight")), new RuleParameter("weight", 1, 99, 65)),
        Scores("decaying-average", with => new DecayingAverage(with.Whole("weight")), new RuleParameter("weight", 50, 99, 65)),
        Scores("power-law", _ => new PowerLaw(), new RuleParameter("minimum", 1, Many, 3)),
        Scores("best-fit", _ => new BestFit()),
        Scores("weighted-by-evidence", _ => new WeightedByEvidence()),
        new RuleDefinition("all-shown", [], _ => new AllShown()),
        new RuleDefinition("points", [new RuleParameter("needed", 1, 1_000_000, IsWhole: false, IsNeeded: true)], with => new Points(with.Number("needed")!.Value)),
        new RuleDefinition("any-of", [], _ => new AnyOf()),
        new RuleDefinition("continuum",
            [
                new RuleParameter("last-stage", 1, 255, IsNeeded: true), new RuleParameter("minimum-average", -255, 255, -0.5m, IsWhole: false),
                new RuleParameter("minimum-rating", 0, 255, IsWhole: false), Word("growth", "from-baseline", "first-to-last"),
            ],
            with => new Continuum(with.Whole("last-stage"), with.Number("minimum-average")!.Value, with.Number("minimum-rating"), (GrowthRule)with.Word("growth"))),
        new RuleDefinition("judged", [Word("moderation", "no", "yes")], with => new Judged(with.Word("moderation") == 1)),
    ];

    /// <summary>The definition of a rule, or null where no rule has the name.</summary>
    public static RuleDefinition? Find(string name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>Makes a rule, or says what is wrong.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="given">Values by parameter name.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    public static DeterminationRule? Make(string name, IReadOnlyDictionary<string, ParameterValue> given, out string? fault)
    {
        if (Find(name) is not { } definition)
        {
            fault = $"unknown rule {name}; the rules are {string.Join(", ", All.Select(one => one.Name))}";
            return null;
        }

        fault = given.Keys.FirstOrDefault(key => definition.Parameters.All(one => one.Name != key)) is { } stranger
            ? $"{name} has no parameter {stranger}"
            : definition.Parameters.Where(one => given.ContainsKey(one.Name)).Select(one => one.Fault(given[one.Name])).FirstOrDefault(one => one is not null)
              ?? definition.Parameters.Where(one => one.IsNeeded && !given.ContainsKey(one.Name)).Select(one => $"{name} needs the parameter {one.Name}").FirstOrDefault();
        return fault is null ? definition.Make(new RuleArguments(definition, given)) : null;
    }

    private static RuleDefinition Scores(string name, Func<RuleArguments, ScoreRule> make, params RuleParameter[] own)
    {
        RuleParameter[] common = [Decimals, Minimum, MinimumExperiences, MinimumJudges];
        return new RuleDefinition(name, [.. own, .. common.Where(one => own.All(mine => mine.Name != one.Name))], with => make(with) with
        {
            Decimals = with.Whole("decimals"),
            Minimum = with.Whole("minimum"),
            MinimumExperiences = with.Whole("minimum-experiences"),
            MinimumJudges = with.Whole("minimum-judges"),
        });
    }

    private static RuleParameter Word(string name, params string[] words) => new(name, 0, 0, Words: words);
}
