using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;

namespace Cairn.Learning.Tests.Builders;

/// <summary>People, ids and days that no test cares about.</summary>
internal static class Some
{
    public static readonly LearnerId Learner = new(Id(1));
    public static readonly PersonId Teacher = new(Id(2));
    public static readonly PersonId OtherTeacher = new(Id(3));
    public static readonly PersonId Mentor = new(Id(4));
    public static readonly CompetencyId Competency = new(Id(100));
    public static readonly CompetencyId OtherCompetency = new(Id(101));

    /// <summary>The n-th id: ids rise with their numbers.</summary>
    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Midnight of a day of the school year, the first of September being day 0.</summary>
    public static DateTime Day(double day) => new DateTime(2025, 9, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day);

    /// <summary>What had been shown by the end of one day and was known by the end of another.</summary>
    public static AsOf AsOf(int shownBy, int knownBy) => new(Day(shownBy + 0.999), Day(knownBy + 0.999));

    public static RuleVersion Version(DeterminationRule rule) => new(rule, 1, Day(0));

    /// <summary>A rulebook of one competency; with a rule of its targets it concludes from them.</summary>
    public static Rulebook Rules(DeterminationRule rule, DeterminationRule? ofTargets = null, JudgmentPolicy? policy = null)
    {
        var framework = new FrameworkId(Id(50));
        List<RuleAssignment> assigned = [new(new RuleId(Id(60)), framework, ofTargets is null ? null : Competency, false, 1, Day(-9), rule)];
        if (ofTargets is not null)
            assigned.Add(new(new RuleId(Id(61)), framework, Competency, true, 1, Day(-9), ofTargets));
        return new Rulebook(assigned, Day(0), policy);
    }

    /// <summary>Nullable scores out of plain ones.</summary>
    public static decimal?[] Scores(params IEnumerable<decimal> levels) => [.. levels.Select(level => (decimal?)level)];
}
