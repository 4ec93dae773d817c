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
        var lines = new List<ArithmeticLine>
        {
            new(ArithmeticKind.Boxes, $"{stage.Boxes.Completed} / {stage.Boxes.Required}", stage.Boxes.Progress),
        };
        if (stage.Level is not { } level) return lines;
        var mean = stage.Kept.Sum() / stage.Kept.Count;
        lines.Add(new ArithmeticLine(ArithmeticKind.Kept, Centre.Fraction(stage.Kept), mean));
        if (mean != level) lines.Add(new ArithmeticLine(ArithmeticKind.Rounded, ArithmeticLine.Print(mean), level));
        var asked = rule.MinimumAverage <= 0
            ? $"{stage.Stage} - {ArithmeticLine.Print(-rule.MinimumAverage)}" : ArithmeticLine.Print(rule.MinimumAverage);
        lines.Add(new ArithmeticLine(ArithmeticKind.MinimumAverage, asked, stage.MinimumAverage));
        if (stage.GrowthFromBeginning is { } growth && stage.Beginning is { } from)
            lines.Add(new ArithmeticLine(ArithmeticKind.Growth, $"{ArithmeticLine.Print(level)} - {ArithmeticLine.Print(Math.Round(from, 4, MidpointRounding.AwayFromZero))}", growth));
        return lines;
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
