using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Mastery;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>Something that could happen, and what it would do by itself.</summary>
/// <param name="Key">Its value in the form.</param>
/// <param name="Name">What would happen.</param>
/// <param name="Would">What it would do, in words.</param>
/// <param name="IsOn">Is it supposed to?</param>
public sealed record WhatIfOption(string Key, string Name, string Would, bool IsOn);

/// <summary>What would be if: what is under way or planned were done, and competencies were shown that are not. Nothing of it changes the record.</summary>
/// <param name="Options">What could happen.</param>
/// <param name="More">Competencies that could be shown, for a select.</param>
/// <param name="Then">The audit as it would be; null while nothing is supposed.</param>
/// <param name="Closed">Gaps that would be closed.</param>
public sealed record WhatIfView(IReadOnlyList<WhatIfOption> Options, IReadOnlyList<FieldOption> More, DiplomaAudit? Then, IReadOnlyList<string> Closed)
{
    /// <summary>What is supposed, and gives nothing beside another way to the same credit that is supposed too.</summary>
    public IReadOnlyList<string> Twice { get; private init; } = [];

    private const int MostOptions = 12;
    private const int MostSupposed = 24;

    /// <summary>Supposes what an address asks for.</summary>
    internal static WhatIfView Of(DiplomaAudit audit, DiplomaFile file, IReadOnlyList<string> asked, Visit visit, Words words)
    {
        var say = new RequirementWords(words);
        var leaves = audit.Gaps.Select(one => one.Gap?.Node).OfType<Leaf>().ToList();
        bool Helps(OwnAchievement one) => leaves.Exists(leaf => leaf.Takes(one.Achievement, audit.Ask.Facts));
        var on = asked.Where(one => one.Length is > 0 and < 300).Distinct(StringComparer.Ordinal).Take(MostSupposed).ToHashSet(StringComparer.Ordinal);
        List<OwnAchievement> hoped = [.. audit.Achievements.Where(one => one.Achievement.Status != AchievementStatus.Earned && Helps(one)),
            .. file.OpenCredit.Select(Achievements.WouldBe).Where(one => audit.Find(one.Id) is null && Helps(one))];
        var shown = Competencies(audit, file, leaves, visit.Today).ToDictionary(one => one.Would.Id, StringComparer.Ordinal);
        List<(string Key, string Name, OwnAchievement Would)> options =
        [
            .. shown.Values.Where(one => on.Contains(one.Would.Id)).Select(one => (one.Would.Id, NameOf(one.Of, one.Level, file, visit, words), one.Would)),
            .. hoped.Where(one => one.Origin != AchievementOrigin.Competency).OrderByDescending(one => on.Contains(one.Id)).Take(MostOptions).Select(one => (one.Id, AuditTree.NameOf(one), one)),
        ];
        DiplomaAudit Suppose(IEnumerable<OwnAchievement> all) => audit.If([], [.. all.Select(Earned)]);
        IReadOnlyList<string> Closes(DiplomaAudit then) => [.. audit.Gaps.Where(one => then.Gaps.All(each => each.Path != one.Path)).Select(one => one.Gap is { } gap ? say.NameOf(gap.Node) : "").Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)];
        string Would(DiplomaAudit then) => Closes(then) is { Count: > 0 } names ? words["diploma.if.closes", ("names", string.Join(", ", names))]
            : (audit.Audit.Remaining ?? 0) - (then.Audit.Remaining ?? 0) is > 0 and var less ? words["diploma.if.less", ("count", less)] : words["diploma.if.nothing"];
        var supposed = options.Where(one => on.Contains(one.Key)).Select(one => one.Would).ToList();
        // Two ways to the same course give its credit once, as the awards themselves would.
        var ways = file.OpenCredit.Where(each => supposed.Exists(one => one.Origin == AchievementOrigin.CreditUnderWay && one.Code == each.Policy)).ToList();
        var once = CreditUnderWay.Once(ways).Select(one => one.Policy).ToHashSet(StringComparer.Ordinal);
        var twice = supposed.FindAll(one => one.Origin == AchievementOrigin.CreditUnderWay && ways.Exists(each => each.Policy == one.Code) && !once.Contains(one.Code));
        var then = supposed.Count > 0 ? Suppose(supposed.Except(twice)) : null;
        return new([.. options.Select(one => new WhatIfOption(one.Key, one.Name, Would(Suppose([one.Would])), on.Contains(one.Key)))],
            [.. shown.Values.Where(one => !on.Contains(one.Would.Id)).Select(one => new FieldOption(one.Would.Id, NameOf(one.Of, one.Level, file, visit, words)))], then, then is null ? [] : Closes(then)) { Twice = twice.ConvertAll(AuditTree.NameOf) };
    }

    private static OwnAchievement Earned(OwnAchievement one) => one.Achievement.Status == AchievementStatus.Earned ? one
        : one with { Achievement = new(one.Id, one.Achievement.Fields.Where(field => field.Key != "status").ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal)) };

    // A competency at the least level that closes anything: the line, or where rules ask for more, the level they ask for.
    private static IEnumerable<(ShownCompetency Of, decimal Level, OwnAchievement Would)> Competencies(DiplomaAudit audit, DiplomaFile file, List<Leaf> leaves, DateOnly today)
    {
        var asked = leaves.SelectMany(leaf => leaf.Of.Conditions).OfType<FieldIs>().Where(one => one is { Field: "level", How: Comparison.AtLeast, Value.Given: NumberValue }).Select(one => ((NumberValue)one.Value.Given!).Number).Distinct().Order().ToList();
        foreach (var one in file.Holdings.Competencies.GroupBy(each => (each.Framework, each.Code)).Select(each => each.MaxBy(stage => stage.Stage ?? 0)!))
        {
            List<decimal> levels = [one.Line, .. asked.Where(each => each > one.Line)];
            var would = levels.Select(level => (Level: level, Would: Achievements.Shown(one, level, today))).FirstOrDefault(each => leaves.Exists(leaf => leaf.Takes(each.Would.Achievement, audit.Ask.Facts)));
            // What is earned at that level already would change nothing.
            if (would.Would is not null && !(audit.Find(would.Would.Id) is { Achievement.Status: AchievementStatus.Earned } has && has.Achievement["level"] is NumberValue number && number.Number >= would.Level)) yield return (one, would.Level, would.Would);
        }
    }

    private static string NameOf(ShownCompetency one, decimal level, DiplomaFile file, Visit visit, Words words)
    {
        var framework = visit.Frameworks.FirstOrDefault(each => each.Content.Framework.Code == one.Framework);
        if (framework?.Content.Find(one.Competency) is not { } competency) return one.Title;
        var rules = framework.RulesFor(file.Learner.Place);
        var (_, text) = LevelLook.Of(level, level, true, 1, one.Stage, Standing.ScaleOf(competency, framework.Content, rules), rules.RuleOf(competency.Id).Rule, words, 1);
        return words["diploma.if.at", ("title", one.Title), ("level", text.Length > 0 ? text : level.ToString(CultureInfo.InvariantCulture))];
    }
}
