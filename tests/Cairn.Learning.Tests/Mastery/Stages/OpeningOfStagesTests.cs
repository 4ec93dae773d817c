using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Stages;

public sealed class OpeningOfStagesTests
{
    private readonly ContinuumBuilder _learner = new();

    [Fact]
    public void A_complete_stage_opens_the_next_with_its_level_as_the_baseline()
    {
        _learner.Asks(2).Enters(9, baseline: 8).Levels(9, 10);
        _learner.Conclude().Select(one => (one.Stage, one.IsComplete, one.Baseline)).ShouldBe([(9, true, 8m), (10, false, 9.5m)]);
    }

    [Fact]
    public void A_higher_baseline_is_carried_on()
    {
        _learner.Asks(1).Enters(9, baseline: 11.25m).Levels(9);
        _learner.At(10).Baseline.ShouldBe(11.3m);
    }

    [Fact]
    public void A_stage_finished_by_completions_passes_without_a_level_and_carries_its_baseline_on()
    {
        _learner.Asks(1, 1).Enters(9, baseline: 8).Complete();
        _learner.Complete(target: 1);
        var (done, next) = (_learner.At(9), _learner.At(10));
        (done.Value, done.IsProficient, next.Baseline).ShouldBe((null, true, 8m));
    }

    [Fact]
    public void Without_baseline_and_level_the_next_stage_has_no_baseline()
    {
        _learner.Asks(1).Enters(9).Complete();
        _learner.At(10).Baseline.ShouldBeNull();
    }

    [Fact]
    public void Opened_stages_open_further_ones()
    {
        _learner.Asks(1).Enters(9).Level(9);
        _learner.Level(10, stage: 10);
        _learner.Stages().ShouldBe([9, 10, 11]);
        _learner.At(11).Baseline.ShouldBe(10);
    }

    [Fact]
    public void The_last_stage_opens_none()
    {
        _learner.Asks(1).Enters(9).Level(9);
        _learner.Stages(new Continuum(9)).ShouldBe([9]);
    }

    [Fact]
    public void A_row_that_stands_is_never_derived_again()
    {
        _learner.Asks(1).Enters(9).Enters(10).Level(9);
        _learner.Conclude().Select(one => (one.Stage, one.Baseline)).ShouldBe([(9, null), (10, null)]);
    }

    [Fact]
    public void A_stage_that_asks_for_nothing_is_complete_and_opens_nothing_by_itself()
    {
        _learner.Asks(0).Enters(9);
        var is_ = _learner.Conclude().Single();
        (is_.IsComplete, is_.Boxes.Progress, is_.Value).ShouldBe((true, 1m, null));
        new ContinuumBuilder().Enters(9).Stages().ShouldBe([9]);
    }

    [Fact]
    public void A_stage_below_its_minimum_average_opens_nothing_and_says_why()
    {
        _learner.Asks(2).Enters(9).Levels(8, 8);
        var is_ = _learner.Conclude().Single();
        is_.NotYet.ShouldBe(new NotYet(NotYetReason.BelowMinimumAverage, 8, 8.5m));
        is_.NotYet.IsTooLittle.ShouldBeFalse();
        is_.WouldChange.ShouldBe([new RaiseMean(8, 8.5m)]);
    }

    [Fact]
    public void The_minimum_average_is_compared_with_the_level_as_it_is_rounded()
    {
        _learner.Asks(20).Enters(9).Levels([.. Enumerable.Repeat(8, 11), .. Enumerable.Repeat(9, 9)]);
        _learner.At(rule: new Continuum(12)).Value.ShouldBe(8.5m);
        _learner.Stages().ShouldBe([9, 10]);
        _learner.Stages(new Continuum(12, 8.6m)).ShouldBe([9]);
    }

    [Fact]
    public void Every_kept_piece_reaches_the_minimum_rating()
    {
        var rule = new Continuum(12, MinimumRating: 9);
        _learner.Asks(2).Enters(9).Levels(8, 11);
        var is_ = _learner.Conclude(rule).Single();
        is_.NotYet.ShouldBe(new NotYet(NotYetReason.BelowMinimumRating, 8, 9));
        is_.WouldChange.ShouldBe([new ReplaceLow(FrameworkBuilder.TargetId(0), 9)]);
        _learner.Levels(9);
        _learner.Stages(rule).ShouldBe([9, 10]);
    }

    [Fact]
    public void A_stage_with_empty_boxes_says_how_many_are_left_and_where()
    {
        _learner.Asks(3, 1).Enters(9);
        _learner.At().NotYet.ShouldBe(new NotYet(NotYetReason.NoEvidence, 0, 4));
        _learner.Levels(9);
        var is_ = _learner.At();
        is_.NotYet.ShouldBe(new NotYet(NotYetReason.BoxesEmpty, 1, 4));
        is_.WouldChange.ShouldBe([new FillBoxes(FrameworkBuilder.TargetId(0), 2), new FillBoxes(FrameworkBuilder.TargetId(1), 1)]);
    }

    [Fact]
    public void Demotion_closes_what_Cairn_opened_and_leaves_what_was_stored()
    {
        _learner.Asks(1).Enters(9).Enters(12);
        var nine = _learner.Level(9);
        _learner.Level(10, stage: 10);
        _learner.Stages().ShouldBe([9, 10, 11, 12]);
        _learner.Record.Retract(RetractedKind.Judgment, nine.Id.Value);
        _learner.Stages().ShouldBe([9, 12]);
    }

    [Fact]
    public void Where_no_stage_was_entered_the_lowest_that_was_judged_is_open()
    {
        _learner.Asks(1).Level(11, stage: 11);
        var ten = _learner.Level(10, stage: 10);
        _learner.Stages().ShouldBe([10, 11, 12]);
        _learner.Record.Retract(RetractedKind.Judgment, ten.Id.Value);
        _learner.Stages().ShouldBe([11, 12]);
    }

    [Fact]
    public void Where_nothing_was_entered_or_judged_no_stage_is_open() => _learner.Asks(1).Stages().ShouldBeEmpty();

    [Fact]
    public void The_learners_own_judgment_opens_no_stage()
    {
        _learner.Asks(1).Record.Judge(9, role: JudgeRole.Learner, target: FrameworkBuilder.TargetId(0), stage: 9);
        _learner.Stages().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_said_of_a_target_no_longer_active_opens_no_stage()
    {
        _learner.Framework.WithTarget(1, isActive: false);
        _learner.Level(9);
        _learner.Stages().ShouldBeEmpty();
    }

    [Fact]
    public void The_arithmetic_of_a_stage_shows_boxes_level_minimum_and_growth()
    {
        _learner.Asks(4).Enters(9, baseline: 8).Levels(8, 9, 9);
        _learner.At().Arithmetic.Select(line => (line.Kind, line.Result)).ShouldBe(
        [
            (ArithmeticKind.Boxes, 0.75m), (ArithmeticKind.Kept, 26 / 3m), (ArithmeticKind.Rounded, 8.7m),
            (ArithmeticKind.MinimumAverage, 8.5m), (ArithmeticKind.Growth, 0.7m),
        ]);
        _learner.At().Arithmetic.Select(line => line.Formula).ShouldBe(["3 / 4", "(9 + 9 + 8) / 3", "8.666667", "9 - 0.5", "8.7 - 8"]);
    }

    [Fact]
    public void The_arithmetic_leaves_out_what_is_not_there()
    {
        _learner.Asks(4).Enters(9, baseline: 8);
        _learner.At().Arithmetic.Count.ShouldBe(1);
        _learner.Levels(9);
        var lines = _learner.At(rule: new Continuum(12, 8.25m, Growth: GrowthRule.FirstToLast)).Arithmetic;
        lines.Select(line => line.Kind).ShouldBe([ArithmeticKind.Boxes, ArithmeticKind.Kept, ArithmeticKind.MinimumAverage]);
        lines[^1].ShouldBe(new ArithmeticLine(ArithmeticKind.MinimumAverage, "8.25", 8.25m));
    }

    [Fact]
    public void A_complete_stage_would_change_by_nothing() => _learner.Asks(1).Enters(9).Levels(9).At().WouldChange.ShouldBeEmpty();
}
