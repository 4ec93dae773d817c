using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>The demonstration's framework: six areas, habits beside them, a portrait of a graduate, four levels, and several rules.</summary>
internal sealed class DemoFramework(DemoContent content)
{
    public const int LastStage = 13;
    public const int Pieces = 3;
    private const string HabitsCode = "HB";

    private static readonly FrameworkId Id = new(Named("framework"));
    private static readonly FrameworkVersionId Version = new(Named("version", "1"));
    private static readonly ScaleId Levels = new(Named("scale", "levels"));
    private static readonly ScaleId HabitLevels = new(Named("scale", "habits"));

    /// <summary>Competencies that conclude from their targets: one an area, each by another rule.</summary>
    private static readonly Dictionary<string, DeterminationRule> Parents = new(StringComparer.Ordinal)
    {
        ["RD.6"] = new Mean(), ["MA.2"] = new AllShown(), ["SC.2"] = new Mean(), ["PP.4"] = new Points(2), ["AM.4"] = new Highest(2), ["HL.5"] = new AllShown(),
    };

    private static readonly Dictionary<string, DeterminationRule> Own = new(StringComparer.Ordinal)
    {
        ["RD.5"] = new WeightedRecent(), ["MA.1"] = new DecayingAverage(), ["SC.1"] = new TimesShown(3, 3), ["PP.7"] = new Highest(2), ["AM.2"] = new Mode(Tie.Higher),
    };

    public IEnumerable<DemoCompetency> Competencies => content.Framework.Areas.SelectMany(area => area.Competencies);

    public static CompetencyId CompetencyOf(string code) => new(Named("competency", code));

    public static TargetId TargetOf(string code) => new(Named("target", code));

    public static bool IsParent(string code) => Parents.ContainsKey(code);

    public static Guid Named(params ReadOnlySpan<string> parts) => NamedId.Of(["demo", .. parts]);

    /// <summary>Stores the framework and adopts it; what else belongs into the version is put in before.</summary>
    public void Store(WriteTurn turn, DateTime adopted, Action<WriteTurn>? also = null)
    {
        turn.Db.Add(new ProficiencyScale(Levels, "Levels", 3, [new(1, 1, "Starting"), new(2, 1.5m, "Building"), new(3, 2.5m, "Solid"), new(4, 3.5m, "Extending")]));
        turn.Db.Add(new ProficiencyScale(HabitLevels, "Habits", 3, [new(1, 1, "With reminders"), new(2, 1.5m, "With help"), new(3, 2.5m, "On my own"), new(4, 3.5m, "Helping others")]));
        turn.Db.Add(new Framework(Id, "fern-hollow", content.Framework.Title));
        turn.Db.Add(new FrameworkVersion(Version, Id, 1, null, LastStage));
        turn.Db.SaveChanges();

        var areas = content.Framework.Areas.Select((area, i) => new Area(Version, AreaOf(area.Code), area.Code, area.Title, AreaKind.Learning, true, i + 1)).ToList();
        areas.Add(new Area(Version, AreaOf(HabitsCode), HabitsCode, "Habits of work", AreaKind.Habits, true, areas.Count + 1));
        turn.Insert<Area>(areas);
        var number = 0;
        turn.Insert(content.Framework.Areas.SelectMany(area => area.Competencies.Select((one, i) => new Competency(
            Version, CompetencyOf(one.Code), AreaOf(area.Code), one.Code, one.Title, one.Statement, one.Family, Levels, Pieces, true, ++number, i + 1))).ToList());
        turn.Insert(content.Framework.Habits.Select((one, i) => new Competency(
            Version, CompetencyOf(one.Code), AreaOf(HabitsCode), one.Code, one.Title, one.Statement, "", HabitLevels, 2, true, ++number, i + 1)).ToList());
        turn.Insert(Competencies.SelectMany(one => one.Targets.Select((target, i) => new LearningTarget(
            Version, TargetOf(target.Code), CompetencyOf(one.Code), target.Code, target.Title, target.Statement, 2, 1, i == 0, true, i + 1))));
        turn.Insert(Competencies.SelectMany(one => one.Levels.Select((words, i) => new Descriptor(Version, CompetencyOf(one.Code), i + 1, words))));
        turn.Insert(content.Framework.Portrait.Select((one, i) => new PortraitQuality(Version, QualityOf(one.Code), one.Code, one.Title, one.Statement, i + 1)));
        turn.Insert(content.Framework.Portrait.SelectMany(one => one.Competencies.Select(code => new PortraitLink(Version, QualityOf(one.Code), CompetencyOf(code)))));
        turn.Insert(Rules(adopted));
        also?.Invoke(turn);
        turn.Adopt(Version, adopted);
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

    private static AreaId AreaOf(string code) => new(Named("area", code));

    private static QualityId QualityOf(string code) => new(Named("quality", code));
}
