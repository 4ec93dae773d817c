using Cairn.App.Starter;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>The demonstration's framework: the starter framework, with several rules.</summary>
internal sealed class DemoFramework(DemoContent content)
{
    public const int LastStage = StarterFramework.LastStage;
    public const int Pieces = StarterFramework.Pieces;

    private static readonly FrameworkId Id = new(Named("framework"));
    private static readonly FrameworkVersionId Version = new(Named("version", "1"));

    /// <summary>Competencies that conclude from their targets: one an area, each by another rule.</summary>
    private static readonly Dictionary<string, DeterminationRule> Parents = new(StringComparer.Ordinal)
    {
        ["RD.6"] = new Mean(), ["MA.2"] = new AllShown(), ["SC.2"] = new Mean(), ["PP.4"] = new Points(2), ["AM.4"] = new Highest(2), ["HL.5"] = new AllShown(),
    };

    private static readonly Dictionary<string, DeterminationRule> Own = new(StringComparer.Ordinal)
    {
        ["RD.5"] = new WeightedRecent(), ["MA.1"] = new DecayingAverage(), ["SC.1"] = new TimesShown(3, 3), ["PP.7"] = new Highest(2), ["AM.2"] = new Mode(Tie.Higher),
    };

    public IEnumerable<StarterCompetency> Competencies => content.Framework.Areas.SelectMany(area => area.Competencies);

    public static CompetencyId CompetencyOf(string code) => new(Named("competency", code));

    public static TargetId TargetOf(string code) => new(Named("target", code));

    public static bool IsParent(string code) => Parents.ContainsKey(code);

    public static Guid Named(params ReadOnlySpan<string> parts) => NamedId.Of(["demo", .. parts]);

    /// <summary>Stores the framework and adopts it; what else belongs into the version is put in before.</summary>
    public void Store(WriteTurn turn, DateTime adopted, Action<WriteTurn>? also = null)
    {
        turn.Db.Add(new Framework(Id, "fern-hollow", "Fern Hollow competencies"));
        turn.Db.Add(new FrameworkVersion(Version, Id, 1, null, LastStage));
        turn.Db.SaveChanges();
        new StarterFramework(content.Framework, parts => Named(parts)).Store(turn, Version);
        turn.Insert(Rules(adopted));
        also?.Invoke(turn);
        turn.Adopt(Version, adopted, content.People.Educators.Where(one => one.Role == "leader").Select(one => $"{one.Title} {one.Family}").FirstOrDefault() ?? "");
    }

    private IEnumerable<RuleAssignment> Rules(DateTime adopted)
    {
        // The district began with the mean and moved on after a year: old determinations keep their version.
        yield return Rule(null, false, 1, DateTime.UnixEpoch, new Mean());
        yield return Rule(null, false, 2, adopted.AddYears(1), new MostRecent(3, Middle.Median));
        foreach (var (code, rule) in Own) yield return Rule(code, false, 1, DateTime.UnixEpoch, rule);
        foreach (var (code, rule) in Parents)
        {
            yield return Rule(code, false, 1, DateTime.UnixEpoch, rule);
            yield return Rule(code, true, 1, DateTime.UnixEpoch, new MostRecent(2));
        }

        foreach (var habit in content.Framework.Habits) yield return Rule(habit.Code, false, 1, DateTime.UnixEpoch, new MostRecent(3, Middle.Median));
    }

    private static RuleAssignment Rule(string? code, bool ofTargets, int number, DateTime from, DeterminationRule rule) =>
        new(new RuleId(Named("rule", code ?? "", ofTargets ? "targets" : "", $"{number}")), Id, code is null ? null : CompetencyOf(code), ofTargets, number, from, rule);
}
