using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Stages;

public sealed class BoxesOfAStageTests
{
    private readonly ContinuumBuilder _learner = new ContinuumBuilder().Enters(9);

    [Fact]
    public void The_checked_example_holds()
    {
        var is_ = new ContinuumBuilder().Asks(12).Enters(9, baseline: 10).Levels(8, 9, 10, 10).At();
        (is_.Value, is_.Growth, is_.Boxes.Percent, is_.Baseline).ShouldBe((9.3m, -0.7m, 33, 10m));
    }

    [Fact]
    public void The_best_pieces_are_kept_and_of_equals_the_older()
    {
        _learner.Asks(2);
        var low = _learner.Level(8, day: 1);
        var late = _learner.Level(9, day: 5);
        var early = _learner.Level(9, day: 3);
        var high = _learner.Level(10, day: 4);
        var is_ = _learner.At();
        is_.Counted.ShouldBe([high, early], ignoreOrder: true);
        is_.Dropped.ShouldBe([new Dropped(late.Id, DropReason.NotAmongBest), new Dropped(low.Id, DropReason.NotAmongBest)], ignoreOrder: true);
        is_.Value.ShouldBe(9.5m);
    }

    [Fact]
    public void What_counted_stands_oldest_first()
    {
        _learner.Asks(2, 1);
        var third = _learner.Level(8, day: 3);
        var first = _learner.Level(9, day: 1, target: 1);
        var second = _learner.Level(9, day: 2);
        _learner.At().Counted.ShouldBe([first, second, third]);
    }

    [Fact]
    public void A_missed_piece_takes_a_box_that_no_level_wants_and_does_not_fill_it()
    {
        _learner.Asks(3).Levels(9);
        _learner.Missed();
        _learner.At().Boxes.ShouldBe(new Boxes(1, 1, 3));
        _learner.Levels(8, 9);
        _learner.At().Boxes.ShouldBe(new Boxes(3, 0, 3));
    }

    [Fact]
    public void No_more_misses_are_told_than_boxes_are_left()
    {
        _learner.Asks(2).Levels(9);
        _learner.Missed();
        var newer = _learner.Missed();
        _learner.At().Boxes.ShouldBe(new Boxes(1, 1, 2));
        _learner.At().Dropped.ShouldBe([new Dropped(newer.Id, DropReason.NotAmongBest)]);
    }

    [Fact]
    public void A_completion_fills_every_box_and_takes_the_misses_away()
    {
        _learner.Asks(3).Levels(9);
        var missed = _learner.Missed();
        _learner.Complete();
        var is_ = _learner.At();
        is_.Boxes.ShouldBe(new Boxes(3, 0, 3));
        is_.Dropped.ShouldBe([new Dropped(missed.Id, DropReason.GivesWayToCompletion)]);
        is_.Value.ShouldBe(9);
    }

    [Fact]
    public void A_completion_is_kept_last_and_never_in_place_of_a_level()
    {
        _learner.Asks(1);
        var completion = _learner.Complete();
        _learner.Levels(8);
        _learner.At().Dropped.ShouldBe([new Dropped(completion.Id, DropReason.NotAmongBest)]);
        _learner.At().Boxes.ShouldBe(new Boxes(1, 0, 1));
    }

    [Fact]
    public void A_completion_of_one_target_fills_no_box_of_another()
    {
        _learner.Asks(2, 2);
        _learner.Complete(target: 1);
        _learner.At().Boxes.ShouldBe(new Boxes(2, 0, 4));
        _learner.At().Targets.Select(one => (one.IsProficient, one.Boxes)).ShouldBe([(false, new Boxes(0, 0, 2)), (true, new Boxes(2, 0, 2))]);
    }

    [Fact]
    public void A_surplus_of_one_target_fills_no_box_of_another()
    {
        _learner.Asks(1, 1).Levels(9, 9, 9);
        _learner.At().Boxes.ShouldBe(new Boxes(1, 0, 2));
    }

    [Fact]
    public void What_says_neither_level_nor_missed_nor_complete_is_nothing()
    {
        _learner.Asks(1);
        var nothing = _learner.Record.Judge(nonScore: NonScore.NotAssessed, target: FrameworkBuilder.TargetId(0), stage: 9);
        var is_ = _learner.At();
        (is_.Value, is_.Boxes).ShouldBe((null, new Boxes(0, 0, 1)));
        is_.Dropped.ShouldBe([new Dropped(nothing.Id, DropReason.NoLevel)]);
    }

    [Fact]
    public void Only_what_claims_this_stage_counts_at_it()
    {
        _learner.Asks(2).Enters(10);
        _learner.Level(10, stage: 10);
        (_learner.At(9).Value, _learner.At(10).Value).ShouldBe((null, 10m));
    }

    [Fact]
    public void A_stage_asks_for_its_own_number_of_pieces_and_else_for_the_default()
    {
        _learner.Asks(3).Enters(10);
        _learner.Framework.Asking(0, stage: 9, pieces: 5);
        (_learner.At(9).Boxes.Required, _learner.At(10).Boxes.Required).ShouldBe((5, 3));
    }

    [Fact]
    public void A_target_that_is_no_longer_active_does_not_count()
    {
        _learner.Asks(1).Levels(9);
        _learner.Framework.WithTarget(5, isActive: false);
        _learner.Level(1, target: 1);
        (_learner.At().Value, _learner.At().Boxes).ShouldBe((9m, new Boxes(1, 0, 1)));
    }

    [Fact]
    public void One_experience_gives_one_piece_to_a_target()
    {
        _learner.Asks(2);
        var piece = _learner.Record.Piece();
        foreach (var level in new[] { 10, 8 }) _learner.Record.Judge(level, piece, judged: 20 - level, target: FrameworkBuilder.TargetId(0), stage: 9);
        (_learner.At().Value, _learner.At().Boxes.Completed).ShouldBe((8m, 1));
    }

    [Fact]
    public void The_learners_own_judgment_fills_no_box()
    {
        _learner.Asks(1);
        _learner.Record.Judge(12, role: JudgeRole.Learner, target: FrameworkBuilder.TargetId(0), stage: 9);
        _learner.At().Boxes.Completed.ShouldBe(0);
    }

    [Fact]
    public void The_level_is_the_mean_of_all_kept_pieces_not_of_the_means_of_targets()
    {
        _learner.Asks(3, 1).Levels(8, 8, 8);
        _learner.Level(10, target: 1);
        _learner.At().Value.ShouldBe(8.5m);
        _learner.At().Level!.Number.ShouldBe(8);
    }

    [Fact]
    public void The_level_is_rounded_half_away_from_zero_to_one_decimal()
    {
        _learner.Asks(4).Levels(8, 8, 8, 9);
        _learner.At().Value.ShouldBe(8.3m);
    }
}
