using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Starter;

/// <summary>Puts the starter framework into a draft. Whoever asks says how ids are made: the same name is asked for once or more.</summary>
/// <param name="content">What it says.</param>
/// <param name="named">The id of a name made of parts.</param>
/// <param name="own">A scale of the district's that is stored already; null for the usual one.</param>
internal sealed class StarterFramework(StarterContent content, Func<string[], Guid> named, ProficiencyScale? own = null)
{
    public const int LastStage = 13;
    public const int Pieces = 3;
    private const string HabitsCode = "HB";

    private readonly ScaleId _levels = own?.Id ?? new ScaleId(named(["scale", "levels"]));
    private readonly ScaleId _habitLevels = new(named(["scale", "habits"]));

    /// <summary>Stores the scales, and all rows of a draft that is there and empty.</summary>
    public void Store(WriteTurn turn, FrameworkVersionId version)
    {
        if (own is null) turn.Db.Add(LevelScale(_levels));
        turn.Db.Add(new ProficiencyScale(_habitLevels, "Habits", 3, [new(1, 1, "With reminders"), new(2, 1.5m, "With help"), new(3, 2.5m, "On my own"), new(4, 3.5m, "Helping others")]));
        turn.Db.SaveChanges();

        var areas = content.Areas.Select((area, i) => new Area(version, AreaOf(area.Code), area.Code, area.Title, AreaKind.Learning, true, i + 1) { PriorityCap = area.PriorityCap }).ToList();
        areas.Add(new Area(version, AreaOf(HabitsCode), HabitsCode, "Habits of work", AreaKind.Habits, true, areas.Count + 1));
        turn.Insert<Area>(areas);
        var number = 0;
        turn.Insert(content.Areas.SelectMany(area => area.Competencies.Select((one, i) => new Competency(
            version, CompetencyOf(one.Code), AreaOf(area.Code), one.Code, one.Title, one.Statement, one.Family, _levels, Pieces, true, ++number, i + 1)
        { IsPriority = area.Priorities.Contains(one.Code, StringComparer.Ordinal) })).ToList());
        turn.Insert(content.Habits.Select((one, i) => new Competency(
            version, CompetencyOf(one.Code), AreaOf(HabitsCode), one.Code, one.Title, one.Statement, one.Family, _habitLevels, 2, true, ++number, i + 1)).ToList());
        var competencies = content.Areas.SelectMany(area => area.Competencies).ToList();
        turn.Insert(competencies.SelectMany(one => one.Targets.Select((target, i) => new LearningTarget(
            version, new TargetId(named(["target", target.Code])), CompetencyOf(one.Code), target.Code, target.Title, target.Statement, 2, 1, i == 0, true, i + 1)
        { FamilyStatement = target.Family })));
        // The words are written for four levels, the third of them enough.
        if (own is null or { Levels.Count: 4, Line: 3 }) turn.Insert(competencies.SelectMany(one => one.Levels.Select((words, i) => new Descriptor(version, CompetencyOf(one.Code), i + 1, words))));
        turn.Insert(content.Portrait.Select((one, i) => new PortraitQuality(version, QualityOf(one.Code), one.Code, one.Title, one.Statement, i + 1)));
        turn.Insert(content.Portrait.SelectMany(one => one.Competencies.Select(code => new PortraitLink(version, QualityOf(one.Code), CompetencyOf(code)))));
        turn.Insert(content.Before.Select((pair, i) => new Association(
            version, new AssociationId(named(["before", pair[0], pair[1]])), AssociationKind.Precedes, CompetencyOf(pair[0]).Value, CompetencyOf(pair[1]).Value, i + 1)));
    }

    /// <summary>Four levels with the line at the third: the usual scale.</summary>
    public static ProficiencyScale LevelScale(ScaleId id) => new(id, "Levels", 3, [new(1, 1, "Starting"), new(2, 1.5m, "Building"), new(3, 2.5m, "Solid"), new(4, 3.5m, "Extending")]);

    private AreaId AreaOf(string code) => new(named(["area", code]));

    private CompetencyId CompetencyOf(string code) => new(named(["competency", code]));

    private QualityId QualityOf(string code) => new(named(["quality", code]));
}
