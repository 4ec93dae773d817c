using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Stages;

public sealed class GrowthOfAStageTests
{
    private static readonly Continuum FirstToLast = new(12, Growth: GrowthRule.FirstToLast);

    private readonly ContinuumBuilder _learner = new();

    [Fact]
    public void A_stored_baseline_is_rounded_to_one_decimal_before_anything_is_taken_from_it()
    {
        var is_ = _learner.Asks(1).Enters(9, baseline: 8.25m).Levels(9).At();
        (is_.Baseline, is_.Growth).ShouldBe((8.3m, 0.7m));
    }

    [Fact]
    public void A_stored_baseline_of_zero_is_none()
    {
        var is_ = _learner.Asks(2).Enters(9, baseline: 0).Levels(8, 9).At();
        (is_.Baseline, is_.Growth).ShouldBe((null, 0.5m));
    }

    [Fact]
    public void Without_a_level_there_is_no_growth_whatever_the_baseline()
    {
        _learner.Asks(1).Enters(9, baseline: 8).Complete();
        foreach (var rule in new[] { new Continuum(12), FirstToLast }) _learner.At(rule: rule).Growth.ShouldBeNull();
    }

    [Fact]
    public void Without_a_baseline_growth_is_from_the_unrounded_mean_of_the_first_pieces_of_the_targets()
    {
        _learner.Enters(9).Asks(2, 2, 2, 2);
        for (var target = 0; target < 4; target++) _learner.Level(target == 3 ? 9 : 8, target);
        for (var target = 0; target < 4; target++) _learner.Level(target == 3 ? 8 : 9, target);
        // Level 8.5, begun at 33/4 = 8.25: growth 0.25 -> 0.3; a rounded beginning of 8.3 would say 0.2.
        _learner.At().Growth.ShouldBe(0.3m);
    }

    [Fact]
    public void Below_half_the_boxes_a_target_without_a_first_piece_hides_the_growth()
    {
        _learner.Enters(9).Asks(3, 3).Levels(8, 9);
        _learner.At().Growth.ShouldBeNull();
        _learner.Levels(9);
        _learner.At().Boxes.Progress.ShouldBe(0.5m);
        _learner.At().Growth.ShouldBe(0.7m);
    }

    [Fact]
    public void The_half_is_read_from_progress_as_it_is_rounded()
    {
        _learner.Enters(9).Asks(100, 1).Levels(Enumerable.Repeat(9, 50));
        _learner.At().Boxes.Progress.ShouldBe(0.50m);
        _learner.At().Growth.ShouldBe(0);
    }

    [Fact]
    public void A_target_that_began_with_a_completion_has_no_first_level_even_when_one_came_later()
    {
        _learner.Enters(9).Asks(4, 4).Level(8, target: 1);
        _learner.Complete();
        _learner.Levels(9);
        // Boxes 4 + 1 of 8: over the half, and the first target says nothing of where it began.
        _learner.At().Growth.ShouldBe(0.5m);
    }

    [Fact]
    public void A_target_that_began_with_a_miss_began_with_the_piece_after_it()
    {
        _learner.Enters(9).Asks(4).Missed();
        _learner.Levels(8, 9);
        _learner.At().Growth.ShouldBe(0.5m);
    }

    [Fact]
    public void The_first_piece_is_the_first_shown_kept_or_not()
    {
        _learner.Enters(9).Asks(1).Level(9, day: 5);
        _learner.Level(7, day: 2);
        _learner.At().Growth.ShouldBe(2);
    }

    [Fact]
    public void A_target_that_asks_for_nothing_says_nothing_of_the_beginning()
    {
        _learner.Enters(9).Asks(1, 0).Levels(9);
        _learner.Level(1, target: 1);
        _learner.At().Growth.ShouldBe(0);
        _learner.At(rule: FirstToLast).Growth.ShouldBeNull();
    }

    [Fact]
    public void From_first_to_last_a_target_needs_two_levels_and_grows_by_their_difference()
    {
        _learner.Enters(9).Asks(1, 1).Levels(8, 11, 10);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(2);
        _learner.Level(9, target: 1);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(2);
        _learner.Level(8, target: 1);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(0.5m);
    }

    [Fact]
    public void From_first_to_last_one_level_and_a_baseline_are_enough()
    {
        _learner.Enters(9, baseline: 8.5m).Asks(1).Levels(9);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(0.5m);
        _learner.Levels(11);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(2.5m);
    }

    [Fact]
    public void From_first_to_last_half_of_the_targets_must_have_a_value()
    {
        _learner.Enters(9).Asks(1, 1, 1).Levels(8, 10);
        _learner.At(rule: FirstToLast).Growth.ShouldBeNull();
        foreach (var level in new[] { 8, 9 }) _learner.Level(level, target: 2);
        _learner.At(rule: FirstToLast).Growth.ShouldBe(1.5m);
    }
}
