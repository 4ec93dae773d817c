using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class ParentTests
{
    private readonly RecordBuilder _record = new();
    private readonly FrameworkBuilder _framework = new();

    [Fact]
    public void A_parent_concludes_from_the_rounded_values_of_its_children()
    {
        Targets(2);
        Levels(0, 2, 3, 3);
        Levels(1, 3, 3, 2, 3, 3, 3);
        var is_ = Conclude(new Mean { Decimals = 3 }, new Mean { Decimals = 1 });
        // 2.666... and 2.833... are read as 2.7 and 2.8.
        (is_.Value, is_.Level!.Number, is_.NotYet).ShouldBe((2.75m, 2m, new NotYet(NotYetReason.BelowLine, 2, 3)));
        is_.Targets.Select(one => one.Value).ShouldBe([2.7m, 2.8m]);
        is_.Arithmetic[^1].Result.ShouldBe(2.75m);
    }

    [Fact]
    public void What_counted_for_the_children_counted_for_the_parent_oldest_first()
    {
        Targets(2);
        var second = Level(1, 3, day: 2);
        var first = Level(0, 3, day: 1);
        var third = Level(0, 4, day: 3);
        var is_ = Conclude(new Mean(), new Mean());
        is_.Counted.ShouldBe([first, second, third]);
        is_.NewestFact.ShouldBe(third.RecordedAt);
    }

    [Fact]
    public void A_child_without_a_value_is_left_out()
    {
        Targets(2);
        Levels(0, 4);
        Conclude(new Mean()).Value.ShouldBe(4);
    }

    [Fact]
    public void While_a_required_child_has_no_value_the_parent_is_NotYet()
    {
        _framework.WithTarget().WithTarget(isRequired: true);
        Levels(0, 4);
        var is_ = Conclude(new Mean());
        (is_.Value, is_.NotYet).ShouldBe((null, new NotYet(NotYetReason.RequiredChildWithoutValue, 1)));
        is_.WouldChange.ShouldBe([new FillBoxes(FrameworkBuilder.TargetId(1), 1)]);
    }

    [Fact]
    public void While_a_required_child_has_no_value_no_group_of_conditions_is_enough()
    {
        _framework.WithTarget(code: "A").WithTarget(isRequired: true, code: "B");
        Levels(0, 4);
        var is_ = Conclude(new AnyOf { Groups = [["A"]] });
        (is_.IsProficient, is_.NotYet).ShouldBe((false, new NotYet(NotYetReason.RequiredChildWithoutValue, 1)));
        Levels(1, 1);
        Conclude(new AnyOf { Groups = [["A"]] }).IsProficient.ShouldBeTrue();
    }

    [Fact]
    public void Without_any_value_the_parent_has_no_evidence()
    {
        Targets(2);
        Conclude(new Mean()).NotYet.Reason.ShouldBe(NotYetReason.NoEvidence);
    }

    [Fact]
    public void A_parent_asks_for_its_least_number_of_children_experiences_and_judges()
    {
        Targets(2);
        var piece = _record.Piece();
        foreach (var target in new[] { 0, 1 }) _record.Judge(4, piece, target: FrameworkBuilder.TargetId(target));
        Conclude(new Mean { Minimum = 3 }).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewPieces, 2, 3));
        Conclude(new Mean { MinimumExperiences = 2 }).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewExperiences, 1, 2));
        Conclude(new Mean { MinimumJudges = 2 }).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewJudges, 1, 2));
        _record.Judge(4, judge: Some.OtherTeacher, target: FrameworkBuilder.TargetId(0));
        Conclude(new Mean { MinimumExperiences = 2, MinimumJudges = 2 }, new Mean()).IsProficient.ShouldBeTrue();
    }

    [Fact]
    public void AllShown_says_how_many_children_are_shown_and_which_are_not()
    {
        Targets(3);
        Levels(0, 3);
        Levels(1, 2);
        var is_ = Conclude(new AllShown());
        (is_.IsProficient, is_.Value, is_.NotYet).ShouldBe((false, null, new NotYet(NotYetReason.ConditionNotMet, 1, 3)));
        is_.WouldChange.ShouldBe(
        [
            new ShowTarget(FrameworkBuilder.TargetId(1)), new FillBoxes(FrameworkBuilder.TargetId(2), 1),
        ]);
        is_.Arithmetic.ShouldBe([new ArithmeticLine(ArithmeticKind.Points, "1", 1)]);
        Levels(1, 3);
        Levels(2, 3);
        var all = Conclude(new AllShown());
        (all.IsProficient, all.IsComplete, all.NotYet.Reason).ShouldBe((true, true, NotYetReason.None));
        all.WouldChange.ShouldBeEmpty();
    }

    [Fact]
    public void Points_say_how_many_there_are_and_how_many_are_needed()
    {
        _framework.WithTarget(points: 2).WithTarget(points: 3).WithTarget(points: 4);
        var none = Conclude(new Points(5));
        none.NotYet.ShouldBe(new NotYet(NotYetReason.ConditionNotMet, 0, 5));
        none.Arithmetic.ShouldBe([new ArithmeticLine(ArithmeticKind.Points, "0", 0)]);
        Levels(0, 3);
        Levels(1, 3);
        var met = Conclude(new Points(5));
        (met.IsProficient, met.IsComplete).ShouldBe((true, false));
        met.Arithmetic.ShouldBe([new ArithmeticLine(ArithmeticKind.Points, "2 + 3", 5)]);
    }

    [Fact]
    public void Children_are_weighed_by_their_codes()
    {
        _framework.WithTarget(code: "A").WithTarget(code: "B");
        Levels(0, 4);
        Levels(1, 1);
        Conclude(new WeightedByEvidence { Kinds = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["A"] = 3 } }).Value.ShouldBe(3.25m);
    }

    [Fact]
    public void A_proficient_parent_is_complete_once_every_box_is_full()
    {
        _framework.WithTarget(2).WithTarget(1);
        Levels(0, 4);
        Levels(1, 4);
        var is_ = Conclude(new Mean());
        (is_.IsProficient, is_.IsComplete, is_.Boxes).ShouldBe((true, false, new Boxes(2, 0, 3)));
        is_.WouldChange.ShouldBeEmpty();
        Levels(0, 4);
        Conclude(new Mean()).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_child_that_is_no_longer_active_does_not_count()
    {
        _framework.WithTarget().WithTarget(isActive: false);
        Levels(0, 4);
        Levels(1, 1);
        Conclude(new Mean()).Value.ShouldBe(4);
    }

    [Fact]
    public void A_parent_refuses_a_rule_that_reads_order()
    {
        Targets(1);
        Should.Throw<ArgumentException>(() => Conclude(new MostRecent())).Message.ShouldContain("order");
    }

    [Fact]
    public void A_parent_refuses_itself_and_a_child_of_another_competency()
    {
        _framework.WithTarget(of: Some.OtherCompetency);
        var stranger = _framework.Build().Targets[0];
        var child = Determination.From(_record.Body(target: stranger.Id), ScaleBuilder.OneToFour, Some.Version(new Mean()));
        Should.Throw<ArgumentException>(() => Determination.FromChildren(
            Some.Competency, null, [(stranger, child)], ScaleBuilder.OneToFour, Some.Version(new Mean()), _record.Build(), AsOf.Everything));
    }

    private void Targets(int count)
    {
        for (var i = 0; i < count; i++) _framework.WithTarget();
    }

    private Cairn.Learning.Judgments.Judgment Level(int target, int level, int? day = null) =>
        _record.Judge(level, day: day, target: FrameworkBuilder.TargetId(target));

    private void Levels(int target, params int[] levels)
    {
        foreach (var level in levels) Level(target, level);
    }

    private Determination Conclude(DeterminationRule rule, DeterminationRule? ofTargets = null)
    {
        var content = _framework.Build();
        return Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(rule, ofTargets ?? new MostRecent()), AsOf.Everything).Single();
    }
}
