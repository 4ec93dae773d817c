using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Privacy;
using Cairn.App.Ui.Kit;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>A conclusion of an archive: concluded anew from the facts that stand beside it.</summary>
/// <param name="Framework">In which framework.</param>
/// <param name="Area">In which area.</param>
/// <param name="Competency">In which competency.</param>
/// <param name="Is">The conclusion.</param>
/// <param name="Level">The level in words; of what has none, its state.</param>
/// <param name="Reasons">Why, each a kind and a sentence.</param>
/// <param name="Statements">What the family says against it.</param>
internal sealed record ArchiveConclusion(
    FrameworkInForce Framework, Area Area, Competency Competency, Determination Is, string Level, IReadOnlyList<(string Kind, string Words)> Reasons, IReadOnlyList<string> Statements);

/// <summary>Where a learner stands in everything they have facts about, with the reasons.</summary>
internal static class ArchiveConclusions
{
    public static IReadOnlyList<ArchiveConclusion> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks, DateTime now, Words words)
    {
        var (say, statements) = (new ReasonWords(words), ArchiveFacts.StatementsOf(held));
        return [.. from framework in frameworks
                   let rules = framework.RulesFor(held.Learner.Place)
                   from competency in framework.Content.Competencies
                   where held.Record.NewestOf(competency.Id, AsOf.Everything) is not null
                   from one in Standing.Of(competency, held.Record, framework.Content, rules, AsOf.Everything)
                   select new ArchiveConclusion(framework, framework.Content.AreaOf(competency), competency, one, LevelOf(one, now, words), [.. Reasons(one, say, words)],
                       [.. statements[new DisputedPart(DisputedKind.Competency, competency.Id.Value)]])];
    }

    public static IEnumerable<ArchiveTable> Tables(IReadOnlyList<ArchiveConclusion> all, DateTime now, ReasonWords say)
    {
        yield return ArchiveTable.Of("conclusions", "framework area competency competencyTitle stage value level levelWords proficient setByPerson rule ruleVersion completed missed required growth asOf statement", all, one =>
            [one.Framework.Content.Framework.Title, one.Area.Title, one.Competency.Code, one.Competency.Title, one.Is.Stage, one.Is.Value, one.Is.At(now).Level?.Number, one.Level, one.Is.At(now).IsProficient,
                one.Is.At(now).IsSetByPerson, RuleText.Of(one.Is.Rule.Rule), one.Is.Rule.Number, one.Is.Boxes.Completed, one.Is.Boxes.Missed, one.Is.Boxes.Required, one.Is.Growth, one.Is.NewestFact,
                one.Statements.Count == 0 ? null : string.Join("\n\n", one.Statements)]);
        yield return ArchiveTable.Of("reasons", "competency stage position kind words", all.SelectMany(one => one.Reasons.Select((reason, i) => (one, reason, i))),
            one => [one.one.Competency.Code, one.one.Is.Stage, one.i + 1, one.reason.Kind, one.reason.Words]);
        yield return ArchiveTable.Of("counted", "competency stage judgment counted why",
            all.SelectMany(one => one.Is.Counted.Select(judgment => (one, judgment.Id, Why: (string?)null)).Concat(one.Is.Dropped.Select(dropped => (one, Id: dropped.Judgment, Why: (string?)say.Of(dropped.Why))))),
            one => [one.one.Competency.Code, one.one.Is.Stage, one.Id.Value, one.Why is null, one.Why]);
    }

    private static string LevelOf(Determination one, DateTime now, Words words)
    {
        var held = one.At(now);
        return held.Level is { } level ? one.Rule.Rule is Continuum && !held.IsSetByPerson ? words.Number(one.Value ?? level.Number) : LevelLook.Text(level, words)
            : words[held.IsProficient ? "level.shown" : one.Boxes.Completed == 0 ? "level.notYetSeen" : one.Rule.Rule is ConditionRule ? "level.partly" : "level.tooLittle"];
    }

    private static IEnumerable<(string Kind, string Words)> Reasons(Determination one, ReasonWords say, Words words)
    {
        yield return ("rule", say.Of(one.Rule.Rule));
        if (one.NotYet.Reason != NotYetReason.None) yield return ("notYet", say.Of(one.NotYet));
        if (one.Override is not null) yield return ("decision", words["archive.decided"]);
        foreach (var line in one.Arithmetic) yield return ("arithmetic", $"{say.Of(line)}: {ReasonWords.Formula(line)}");
    }
}
