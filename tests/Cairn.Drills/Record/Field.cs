using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.Drills.Record;

/// <summary>The district that drills write in: a small framework and some learners, the same ids in every process.</summary>
internal static class Field
{
    public const string District = "drill";
    public const int LastStage = 4;
    public const int Learners = 24;
    public const int Competencies = 4;
    private static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static PersonId Teacher { get; } = new(NamedId.Of("drill", "teacher"));

    public static LearnerId Learner(int number) => new(NamedId.Of("drill", "learner", $"{number}"));

    public static CompetencyId Competency(int number) => new(NamedId.Of("drill", "competency", $"{number}"));

    public static TargetId Target(int competency, int number) => new(NamedId.Of("drill", "target", $"{competency}", $"{number}"));

    /// <summary>Makes the district; whole, or not at all.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="connection">The database on a server; null for a file.</param>
    public static async Task Make(DataFolder folder, string? connection = null)
    {
        Storage.District.Create(folder, District, "Drill", "UTC", connection);
        await using var district = Storage.District.OpenExisting(folder, District, toWrite: true, TimeProvider.System);
        await district.Writer.Alone(Fill);
    }

    /// <summary>Makes what is written about, where it is not there yet.</summary>
    public static bool Fill(WriteTurn turn)
    {
        var (framework, version, scale, area) = (new FrameworkId(NamedId.Of("drill", "framework")), new FrameworkVersionId(NamedId.Of("drill", "version")),
            new ScaleId(NamedId.Of("drill", "scale")), new AreaId(NamedId.Of("drill", "area")));
        if (turn.Db.Frameworks.Any(one => one.Id == framework)) return false;
        turn.Db.AddRange(new Framework(framework, "drill", "Drill"), ProficiencyScale.OfStages(scale, "Stages", LastStage),
            new FrameworkVersion(version, framework, 1, null, LastStage), new Area(version, area, "D", "Drill", AreaKind.Learning, true, 1),
            new RuleAssignment(new RuleId(NamedId.Of("drill", "rule")), framework, null, false, 1, DateTime.UnixEpoch, new Continuum(LastStage)));
        for (var i = 1; i <= Competencies; i++)
        {
            turn.Db.Add(new Competency(version, Competency(i), area, $"D.{i}", $"Competency {i}", "", "", scale, 2, true, i, i));
            for (var j = 1; j <= 2; j++) turn.Db.Add(new LearningTarget(version, Target(i, j), Competency(i), $"D.{i}.{j}", $"Target {j}", "", 2, 1, true, true, j));
        }

        for (var i = 0; i < Learners; i++) turn.Db.Add(new Learner(Learner(i), $"learner{i}", $"Learner {i}", ""));
        turn.Adopt(version, Begin);
        return true;
    }
}
