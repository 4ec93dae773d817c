using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

public sealed partial record Determination
{
    /// <summary>Concludes a parent from its children, in framework order, by their rounded values.</summary>
    /// <param name="competency">The parent.</param>
    /// <param name="stage">The stage; null where there is no continuum.</param>
    /// <param name="children">The children that are in use, each with its target, in framework order.</param>
    /// <param name="scale">The parent's scale.</param>
    /// <param name="rule">The rule; one that <see cref="ParentRules.Fault"/> refuses throws <see cref="ArgumentException"/>.</param>
    /// <param name="record">Whose record.</param>
    /// <param name="asOf">As of when.</param>
    public static Determination FromChildren(
        CompetencyId competency, int? stage, IReadOnlyList<(LearningTarget Target, Determination Is)> children,
        ProficiencyScale scale, RuleVersion rule, LearnerRecord record, AsOf asOf)
    {
        var seen = children.Select(one => new Child(one.Target.Code, one.Is.Value, one.Is.IsProficient, one.Target.Points, one.Target.IsRequired)).ToList();
        if (ParentRules.Fault(rule.Rule, seen) is { } fault) throw new ArgumentException(fault, nameof(rule));
        if (children.FirstOrDefault(one => one.Target.Competency != competency).Target is { } stranger)
            throw new ArgumentException($"{stranger.Code} is a child of another competency.", nameof(children));
        var boxes = children.Aggregate(default(Boxes), (sum, one) => sum + one.Is.Boxes);
        var determination = new Determination(record.Learner, competency, null, stage, scale, rule, asOf)
        {
            NewestFact = children.Aggregate((DateTime?)null, (newest, one) => LearnerRecord.Later(newest, one.Is.NewestFact)),
            Boxes = boxes,
            Pieces = children.Sum(one => one.Is.Pieces),
            LastShown = children.Max(one => one.Is.LastShown),
            Counted = [.. children.SelectMany(one => one.Is.Counted).Order(Comparer<Judgment>.Create(Judgment.InOrder))],
            Dropped = [.. children.SelectMany(one => one.Is.Dropped)],
            Targets = [.. children.Select(one => new TargetStanding(
                one.Target.Id, one.Is.Value, one.Is.IsProficient, one.Is.Boxes, one.Is.Value is null ? DropReason.ChildWithoutValue : null))],
        };
        return rule.Rule is ConditionRule condition
            ? determination.OnCondition(condition, seen, children)
            : determination.OnValues((ScoreRule)rule.Rule, seen, children, record);
    }

    private Determination OnCondition(ConditionRule rule, List<Child> seen, IReadOnlyList<(LearningTarget Target, Determination Is)> children)
    {
        var lacking = seen.Count(child => child is { IsRequired: true, Value: null });
        var isEnough = rule.IsMet(seen);
        var isMet = isEnough && lacking == 0;
        var have = rule is Points ? seen.Where(child => child.IsProficient).Sum(child => child.Points) : seen.Count(child => child.IsProficient);
        var need = rule is Points points ? points.Needed : seen.Count;
        return this with
        {
            IsProficient = isMet,
            IsComplete = isMet && Boxes.Empty == 0,
            NotYet = isMet ? default : isEnough ? new NotYet(NotYetReason.RequiredChildWithoutValue, lacking) : new NotYet(NotYetReason.ConditionNotMet, have, need),
            _arithmetic = () => [new ArithmeticLine(ArithmeticKind.Points,
                ArithmeticLine.Sum(seen.Where(child => child.IsProficient).Select(child => rule is Points ? child.Points : 1).DefaultIfEmpty(0)), have)],
            _wouldChange = () => isMet ? [] : Missing(children),
        };
    }

    private Determination OnValues(
        ScoreRule rule, List<Child> seen, IReadOnlyList<(LearningTarget Target, Determination Is)> children, LearnerRecord record)
    {
        var values = seen.Select(child => child.Value).ToArray();
        var weights = rule is WeightedByEvidence weighed ? seen.Select(child => weighed.WeightOf(child.Id)).ToArray() : null;
        var answer = rule.Conclude(values, weights);
        var lacking = seen.Count(child => child is { IsRequired: true, Value: null });
        var notYet = lacking > 0 ? new NotYet(NotYetReason.RequiredChildWithoutValue, lacking)
            : answer.NotYet.Reason != NotYetReason.None ? answer.NotYet
            : TooFew(rule, Counted.Select(record.ExperienceOf).Distinct().Count(), Counted.Select(one => one.Judge).Distinct().Count());
        var value = notYet.Reason == NotYetReason.None ? answer.Value : null;
        var level = value is null ? null : Scale.LevelOf(value.Value);
        var isProficient = level is not null && Scale.IsProficient(level);
        return this with
        {
            Value = value,
            Level = level,
            IsProficient = isProficient,
            IsComplete = isProficient && Boxes.Empty == 0,
            NotYet = isProficient || level is null ? notYet : new NotYet(NotYetReason.BelowLine, level.Number, Scale.Line),
            Targets = [.. Targets.Select((one, i) => one with { Dropped = one.Dropped ?? answer.Dropped.Where(left => left.Index == i).Select(left => (DropReason?)left.Why).FirstOrDefault() })],
            _arithmetic = value is null ? null : () => rule.Explain(values, weights),
            _wouldChange = () => isProficient ? [] : Missing(children),
        };
    }

    private static IReadOnlyList<Change> Missing(IReadOnlyList<(LearningTarget Target, Determination Is)> children) =>
        [.. children.Where(one => !one.Is.IsProficient).Select(one => one.Is.Boxes.Empty > 0
            ? (Change)new FillBoxes(one.Target.Id, one.Is.Boxes.Empty) : new ShowTarget(one.Target.Id))];
}
