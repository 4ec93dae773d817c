using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class JudgedTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void Pieces_inform_and_conclude_nothing_until_somebody_judges_the_whole()
    {
        var piece = _record.Judge(4);
        var is_ = From(new Judged());
        (is_.Value, is_.Level, is_.NotYet.Reason).ShouldBe((null, null, NotYetReason.NotJudgedWhole));
        is_.Dropped.ShouldBe([new Dropped(piece.Id, DropReason.NotOfTheWhole)]);
        is_.WouldChange.ShouldBe([new JudgeWhole(ByModerator: false)]);
    }

    [Fact]
    public void The_latest_judgment_of_the_whole_stands()
    {
        var before = _record.JudgeWhole(4);
        var after = _record.JudgeWhole(3);
        var is_ = From(new Judged());
        (is_.Value, is_.Level!.Number, is_.IsProficient).ShouldBe((3m, 3m, true));
        is_.Counted.ShouldBe([after]);
        is_.Dropped.ShouldBe([new Dropped(before.Id, DropReason.JudgedAgainWhole)]);
        is_.WouldChange.ShouldBeEmpty();
    }

    [Fact]
    public void A_whole_below_the_line_is_NotYet_with_its_level()
    {
        _record.JudgeWhole(2);
        var is_ = From(new Judged());
        is_.NotYet.ShouldBe(new NotYet(NotYetReason.BelowLine, 2, 3));
        is_.WouldChange.ShouldBe([new JudgeWhole(ByModerator: false)]);
    }

    [Fact]
    public void Where_the_policy_asks_for_moderation_a_first_judge_waits()
    {
        var first = _record.JudgeWhole(4);
        var is_ = From(new Judged(NeedsModeration: true));
        (is_.Value, is_.IsProficient, is_.NotYet.Reason).ShouldBe((null, false, NotYetReason.WaitsForModeration));
        is_.NotYet.IsTooLittle.ShouldBeTrue();
        is_.Counted.ShouldBeEmpty();
        is_.Dropped.Select(one => one.Judgment).ShouldBe([first.Id]);
        is_.WouldChange.ShouldBe([new JudgeWhole(ByModerator: true)]);
    }

    [Fact]
    public void A_moderators_judgment_of_the_whole_settles_it_even_before_a_later_one()
    {
        _record.JudgeWhole(4);
        var moderated = _record.JudgeWhole(3, JudgeRole.Moderator);
        _record.JudgeWhole(1);
        foreach (var rule in new[] { new Judged(), new Judged(NeedsModeration: true) })
            From(rule).Counted.ShouldBe([moderated]);
    }

    [Fact]
    public void What_is_said_of_the_whole_without_a_level_is_dropped_for_that()
    {
        var unseen = _record.JudgeWhole(null, nonScore: NonScore.InsufficientEvidence);
        var is_ = From(new Judged());
        is_.NotYet.Reason.ShouldBe(NotYetReason.NotJudgedWhole);
        is_.Dropped.ShouldBe([new Dropped(unseen.Id, DropReason.NoLevel)]);
    }

    [Fact]
    public void The_learners_own_judgment_of_the_whole_never_counts()
    {
        _record.JudgeWhole(4, JudgeRole.Learner);
        From(new Judged()).NotYet.Reason.ShouldBe(NotYetReason.NotJudgedWhole);
    }

    [Fact]
    public void It_is_complete_once_it_is_Proficient_and_its_boxes_are_full()
    {
        _record.JudgeWhole(3);
        From(new Judged(), pieces: 1).IsComplete.ShouldBeFalse();
        _record.Judge(1);
        From(new Judged(), pieces: 1).IsComplete.ShouldBeTrue();
    }

    private Determination From(Judged rule, int pieces = 0) => Determination.From(_record.Body(), ScaleBuilder.OneToFour, Some.Version(rule), pieces);
}
