using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

public sealed partial record Determination
{
    /// <summary>Concludes one stage of a continuum.</summary>
    internal static Determination FromStage(
        LearnerRecord record, CompetencyId competency, ContinuumStage stage, ProficiencyScale scale, RuleVersion version, AsOf asOf, DateTime? entered)
    {
        var rule = (Continuum)version.Rule;
        return new Determination(record.Learner, competency, null, stage.Stage, scale, version, asOf)
        {
            NewestFact = stage.Targets.Aggregate(entered, (newest, one) => LearnerRecord.Later(newest, one.Body.NewestFact)),
            Value = stage.Level,
            Level = stage.Level is { } value ? scale.LevelOf(value) : null,
            IsProficient = stage.IsComplete,
            IsComplete = stage.IsComplete,
            NotYet = WhyNotYet(stage, rule),
            Boxes = stage.Boxes,
            Pieces = stage.Targets.Sum(one => one.Body.Scores.Count(IsSeen)),
            LastShown = LastOf(stage.Targets.SelectMany(one => one.Body.Scores)),
            Baseline = stage.Baseline,
            Growth = stage.Growth,
            Counted = [.. stage.Targets.SelectMany(one => one.Kept).Select(one => one.Judgment).Order(Comparer<Judgment>.Create(Judgment.InOrder))],
            Dropped = [.. stage.Targets.SelectMany(one => one.Dropped)],
            Targets = [.. stage.Targets.Select(one => new TargetStanding(
                one.Target.Id, one.KeptLevels.Any() ? one.KeptLevels.Average() : null, one.Boxes.Empty == 0, one.Boxes))],
            _arithmetic = () => Lines(stage, rule),
            _wouldChange = () => stage.IsComplete ? [] : Needed(stage, rule),
        };
    }

    private static NotYet WhyNotYet(ContinuumStage stage, Continuum rule) =>
        stage.IsComplete ? default
        : stage.Boxes is { Completed: 0, Required: > 0 } ? new NotYet(NotYetReason.NoEvidence, 0, stage.Boxes.Required)
        : !stage.IsFull ? new NotYet(NotYetReason.BoxesEmpty, stage.Boxes.Completed, stage.Boxes.Required)
        : !stage.IsAtAverage ? new NotYet(NotYetReason.BelowMinimumAverage, stage.Level!.Value, stage.MinimumAverage)
        : new NotYet(NotYetReason.BelowMinimumRating, stage.Kept.Min(), rule.MinimumRating!.Value);

    private static List<ArithmeticLine> Lines(ContinuumStage stage, Continuum rule)
    {
        var lines = new List<ArithmeticLine>();
        var filled = stage.Boxes.Required == 0 ? 1 : (decimal)stage.Boxes.Completed / stage.Boxes.Required;
        Say(lines, ArithmeticKind.Boxes, $"{stage.Boxes.Completed} / {stage.Boxes.Required}", filled, stage.Boxes.Progress);
        if (stage.Level is not { } level) return lines;
        var mean = stage.Kept.Sum() / stage.Kept.Count;
        Say(lines, ArithmeticKind.Kept, Centre.Fraction(stage.Kept), mean, level);
        var asked = rule.MinimumAverage <= 0
            ? $"{stage.Stage} - {ArithmeticLine.Print(-rule.MinimumAverage)}" : ArithmeticLine.Print(rule.MinimumAverage);
        lines.Add(new ArithmeticLine(ArithmeticKind.MinimumAverage, asked, stage.MinimumAverage));
        if (stage.GrowthFromBeginning is not { } growth || stage.Beginning is not { } from) return lines;
        if (stage.Baseline is null) lines.Add(new ArithmeticLine(ArithmeticKind.Beginning, Centre.Fraction([.. stage.Began]), from));
        Say(lines, ArithmeticKind.Growth, $"{ArithmeticLine.Print(level)} - {ArithmeticLine.Print(from)}", level - from, growth);
        return lines;
    }

    /// <summary>A line, and behind it what it is rounded to where that differs.</summary>
    private static void Say(List<ArithmeticLine> lines, ArithmeticKind kind, string formula, decimal exact, decimal rounded)
    {
        lines.Add(new ArithmeticLine(kind, formula, exact));
        if (exact != rounded) lines.Add(new ArithmeticLine(ArithmeticKind.Rounded, ArithmeticLine.Print(exact), rounded));
    }

    private static List<Change> Needed(ContinuumStage stage, Continuum rule)
    {
        var changes = new List<Change>();
        foreach (var target in stage.Targets.Where(one => one.Boxes.Empty > 0))
            changes.Add(new FillBoxes(target.Target.Id, target.Boxes.Empty));
        if (!stage.IsAtAverage) changes.Add(new RaiseMean(stage.Level!.Value, stage.MinimumAverage));
        if (rule.MinimumRating is { } least)
            changes.AddRange(stage.Targets.Where(one => one.KeptLevels.Any(level => level < least)).Select(one => new ReplaceLow(one.Target.Id, least)));
        return changes;
    }
}
