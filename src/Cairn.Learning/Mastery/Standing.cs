using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>Where one learner stands in a framework: the determinations of every competency that counts, in framework order,
/// and within a competency by stage. A conclusion: the same facts give the same standing, whenever and however often.</summary>
public static class Standing
{
    /// <summary>Concludes every competency of a framework.</summary>
    public static IEnumerable<Determination> From(LearnerRecord record, FrameworkContent content, Rulebook rules, AsOf asOf) =>
        content.Competencies.Where(one => content.Counts(one.Id)).SelectMany(one => Of(one, record, content, rules, asOf));

    /// <summary>Concludes one competency: a determination a stage, or one where there is no continuum.</summary>
    public static IReadOnlyList<Determination> Of(Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules, AsOf asOf)
    {
        var version = rules.RuleOf(competency.Id);
        if (version.Rule is Continuum continuum) return OfContinuum(competency, record, content, rules, version, continuum, asOf);
        return [.. StagesOf(competency, record, asOf).Select(stage => OfStage(competency, stage, record, content, rules, rules.RuleOf(competency.Id, stage), asOf))];
    }

    /// <summary>The scale that a competency is concluded on: that of the place where the rules hold, else the framework's.</summary>
    public static ProficiencyScale ScaleOf(Competency competency, FrameworkContent content, Rulebook rules) =>
        rules.ScaleOf(competency.Id) ?? content.ScaleOf(competency);

    /// <summary>When the newest fact that a standing reads was recorded, UTC; null when it reads none.</summary>
    public static DateTime? NewestFact(LearnerRecord record, FrameworkContent content, AsOf asOf) =>
        content.Competencies.Where(one => content.Counts(one.Id)).Max(one => record.NewestOf(one.Id, asOf));

    private static Determination OfStage(
        Competency competency, int? stage, LearnerRecord record, FrameworkContent content, Rulebook rules, RuleVersion version, AsOf asOf)
    {
        var scale = ScaleOf(competency, content, rules);
        // A condition over children has nothing else to read, whether or not its targets were given a rule.
        if (version.Rule is not ConditionRule && !(rules.IsParent(competency.Id) && version.Rule is ScoreRule))
        {
            var body = BodyOfEvidence.From(record, competency.Id, null, stage, rules.Policy, asOf);
            return Determination.From(body, scale, version, competency.Pieces).WithOverride(record, record.JudgmentsOf(competency.Id, null).Where(one => one.Stage == stage));
        }

        var children = content.TargetsOf(competency.Id).Where(target => target.IsActive).Select(target => (target, Determination.From(
            BodyOfEvidence.From(record, competency.Id, target.Id, stage, rules.Policy, asOf),
            scale, rules.RuleOfTargets(competency.Id, target.Id, stage), content.PiecesFor(target, stage)))).ToList();
        return Determination.FromChildren(competency.Id, stage, children, scale, version, record, asOf)
            .WithOverride(record, record.JudgmentsUnder(competency.Id).Where(one => one.Stage == stage));
    }

    private static List<Determination> OfContinuum(
        Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules, RuleVersion version, Continuum rule, AsOf asOf)
    {
        var targets = content.TargetsOf(competency.Id).Where(target => target.IsActive).ToList();
        var open = new SortedDictionary<int, (decimal? Baseline, DateTime? Entered)>();
        foreach (var entry in record.EntriesOf(competency.Id, asOf)) open[entry.Stage] = (entry.Baseline, entry.RecordedAt);
        if (open.Count == 0 && FirstJudged(targets, record, rules, asOf) is { } first) open[first] = (null, null);

        // A stage that is complete opens the next, unless a row of its own stands there already.
        var concluded = new List<Determination>();
        for (var stage = 1; stage <= 255; stage++)
        {
            if (!open.TryGetValue(stage, out var entry)) continue;
            var at = stage;
            var bodies = targets.Select(target => ContinuumTarget.From(target, content.PiecesFor(target, at),
                BodyOfEvidence.From(record, competency.Id, target.Id, at, rules.Policy, asOf))).ToList();
            var result = new ContinuumStage(stage, entry.Baseline, bodies, rule);
            concluded.Add(Determination.FromStage(record, competency.Id, result, ScaleOf(competency, content, rules), version, asOf, entry.Entered)
                .WithOverride(record, record.JudgmentsUnder(competency.Id).Where(one => one.Stage == at)));
            if (result.OpensNext) open.TryAdd(stage + 1, (result.NextBaseline, concluded[^1].NewestFact));
        }

        return concluded;
    }

    /// <summary>The stages that a learner has entered, or has evidence at; none where there is no continuum.</summary>
    private static List<int?> StagesOf(Competency competency, LearnerRecord record, AsOf asOf)
    {
        var stages = record.EntriesOf(competency.Id, asOf).Select(entry => (int?)entry.Stage)
            .Concat(Judged(competency, record, asOf).Where(one => !record.IsRetracted(one, asOf)).Select(one => one.Stage))
            .Distinct().Order().ToList();
        return stages.Count == 0 ? [null] : stages;
    }

    /// <summary>The lowest stage that somebody whose judgment counts has judged an active target at.</summary>
    private static int? FirstJudged(List<LearningTarget> targets, LearnerRecord record, Rulebook rules, AsOf asOf) =>
        targets.SelectMany(target => record.JudgmentsOf(target.Competency, target.Id))
            .Where(one => IsKnown(one, asOf) && rules.Policy.Counts(one.Role) && !record.IsRetracted(one, asOf)).Min(one => one.Stage);

    private static IEnumerable<Judgments.Judgment> Judged(Competency competency, LearnerRecord record, AsOf asOf) =>
        record.JudgmentsUnder(competency.Id).Where(one => IsKnown(one, asOf));

    private static bool IsKnown(Judgments.Judgment one, AsOf asOf) => one.DemonstratedOn <= asOf.ShownBy && one.RecordedAt <= asOf.KnownBy;
}
