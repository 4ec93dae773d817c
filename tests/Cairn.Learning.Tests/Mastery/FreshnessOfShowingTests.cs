using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

/// <summary>How many pieces there are, when the newest was shown, and whether that is too long ago.</summary>
public sealed class FreshnessOfShowingTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void Nothing_shown_is_no_piece_and_no_day()
    {
        var none = Concluded(new Mean());

        (none.Pieces, none.LastShown).ShouldBe((0, null));
        none.NeedsRefresh(Some.Day(9999), 1).ShouldBeFalse();
    }

    [Fact]
    public void Levels_and_completions_are_pieces_and_nothing_else_is()
    {
        _record.Judge(3, day: 1);
        _record.Judge(completion: true, day: 2);
        _record.Judge(nonScore: NonScore.Missed, day: 3);
        _record.Judge(4, day: 4, role: JudgeRole.Learner);
        var gone = _record.Judge(4, day: 5);
        _record.Retract(RetractedKind.Judgment, gone.Id.Value);

        var determination = Concluded(new Mean());

        (determination.Pieces, determination.LastShown).ShouldBe((2, Some.Day(2)));
    }

    [Fact]
    public void One_experience_that_several_judged_is_one_piece()
    {
        var piece = _record.Piece(day: 1, experience: 7);
        _record.Judge(2, on: piece);
        _record.Judge(3, on: piece, judge: Some.OtherTeacher);
        _record.Judge(3, on: _record.Piece(day: 6, experience: 7));

        Concluded(new Highest()).Pieces.ShouldBe(1);
    }

    [Fact]
    public void The_newest_piece_counts_by_when_it_was_shown_and_not_by_when_it_was_recorded()
    {
        _record.Judge(3, day: 9);
        _record.Judge(3, day: 2, recorded: 30);

        Concluded(new MostRecent()).LastShown.ShouldBe(Some.Day(9));
    }

    [Fact]
    public void A_piece_that_the_rule_leaves_out_is_a_piece_all_the_same()
    {
        _record.Judge(4, day: 1);
        _record.Judge(1, day: 2);

        var highest = Concluded(new Highest());

        (highest.Value, highest.Pieces, highest.LastShown).ShouldBe((4, 2, Some.Day(2)));
    }

    [Fact]
    public void A_refresh_is_asked_for_from_the_day_the_showing_runs_out()
    {
        _record.Judge(3, day: 10);
        var determination = Concluded(new Mean());

        determination.NeedsRefresh(Some.Day(39.999), 30).ShouldBeFalse();
        determination.NeedsRefresh(Some.Day(40), 30).ShouldBeTrue();
        determination.NeedsRefresh(Some.Day(4000), null).ShouldBeFalse();
    }

    [Fact]
    public void A_competency_of_targets_has_the_pieces_of_all_of_them_and_the_newest_day()
    {
        var content = new FrameworkBuilder().WithTarget().WithTarget().Build();
        _record.Judge(3, day: 1, target: FrameworkBuilder.TargetId(0));
        _record.Judge(3, day: 8, target: FrameworkBuilder.TargetId(1));
        _record.Judge(2, day: 4, target: FrameworkBuilder.TargetId(1));

        var parent = Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(new Mean(), new Highest()), AsOf.Everything).ShouldHaveSingleItem();

        (parent.Pieces, parent.LastShown).ShouldBe((3, Some.Day(8)));
    }

    [Fact]
    public void A_stage_of_a_continuum_has_its_own()
    {
        var content = new FrameworkBuilder().On(ScaleBuilder.OfStages).WithTarget(pieces: 2).Build();
        _record.Enter(1);
        _record.Enter(2);
        _record.Judge(1, day: 3, target: FrameworkBuilder.TargetId(0), stage: 1);
        _record.Judge(2, day: 7, target: FrameworkBuilder.TargetId(0), stage: 2);
        _record.Judge(completion: true, day: 9, target: FrameworkBuilder.TargetId(0), stage: 2);

        var stages = Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(new Continuum(12)), AsOf.Everything);

        stages.Select(one => (one.Stage, one.Pieces, one.LastShown)).ShouldBe([(1, 1, Some.Day(3)), (2, 2, Some.Day(9)), (3, 0, null)]);
    }

    private Determination Concluded(DeterminationRule rule)
    {
        var content = new FrameworkBuilder().Build();
        return Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(rule), AsOf.Everything).ShouldHaveSingleItem();
    }
}
