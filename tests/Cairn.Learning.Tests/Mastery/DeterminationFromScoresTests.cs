using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class DeterminationFromScoresTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void It_says_who_of_what_by_which_rule_and_as_of_when()
    {
        var one = _record.Judge(3, day: 2, stage: 9, target: FrameworkBuilder.TargetId(1));
        var body = _record.Body(asOf: Some.AsOf(5, 6), stage: 9, target: FrameworkBuilder.TargetId(1));
        var version = new RuleVersion(new Mean(), 7, Some.Day(-3));
        var is_ = Determination.From(body, ScaleBuilder.OneToFour, version);
        (is_.Learner, is_.Competency, is_.Target, is_.Stage).ShouldBe((Some.Learner, Some.Competency, FrameworkBuilder.TargetId(1), 9));
        (is_.Rule, is_.AsOf, is_.Scale, is_.NewestFact).ShouldBe((version, Some.AsOf(5, 6), ScaleBuilder.OneToFour, one.RecordedAt));
        is_.Counted.ShouldBe([one]);
    }

    [Fact]
    public void At_the_line_it_is_Proficient_and_asks_for_no_reason()
    {
        _record.Judge(3);
        var is_ = From(new Mean());
        (is_.Value, is_.Level!.Number, is_.IsProficient, is_.NotYet, is_.IsComplete).ShouldBe((3m, 3m, true, default, true));
    }

    [Fact]
    public void Below_the_line_it_is_NotYet_with_its_level()
    {
        _record.Judge(2);
        var is_ = From(new Mean());
        (is_.Level!.Number, is_.IsProficient, is_.NotYet).ShouldBe((2m, false, new NotYet(NotYetReason.BelowLine, 2, 3)));
        is_.NotYet.IsTooLittle.ShouldBeFalse();
    }

    [Fact]
    public void Without_evidence_it_is_NotYet_without_a_level()
    {
        var is_ = From(new Mean());
        (is_.Value, is_.Level, is_.IsProficient, is_.NotYet.Reason).ShouldBe((null, null, false, NotYetReason.NoEvidence));
        is_.NotYet.IsTooLittle.ShouldBeTrue();
        is_.Arithmetic.ShouldBeEmpty();
    }

    [Fact]
    public void Too_few_pieces_are_NotYet_with_how_many_there_are() => NotYetOf(new Mean { Minimum = 3 }, 4, 4)
        .ShouldBe(new NotYet(NotYetReason.TooFewPieces, 2, 3));

    [Fact]
    public void Too_few_experiences_are_NotYet_with_how_many_there_are() => NotYetOf(new Mean { MinimumExperiences = 3 }, 4, 4)
        .ShouldBe(new NotYet(NotYetReason.TooFewExperiences, 2, 3));

    [Fact]
    public void Too_few_judges_are_NotYet_with_how_many_there_are() => NotYetOf(new Mean { MinimumJudges = 2 }, 4, 4)
        .ShouldBe(new NotYet(NotYetReason.TooFewJudges, 1, 2));

    [Fact]
    public void A_second_judge_of_another_piece_is_enough_whichever_piece_the_rule_reads()
    {
        _record.Judge(3);
        _record.Judge(4, judge: Some.OtherTeacher);
        From(new Mean { MinimumJudges = 2 }).IsProficient.ShouldBeTrue();
        From(new MostRecent { MinimumJudges = 2 }).Value.ShouldBe(4);
        From(new Highest { MinimumJudges = 2 }).Value.ShouldBe(4);
    }

    [Fact]
    public void A_judge_who_saw_no_level_is_no_second_judge_and_a_miss_no_second_experience()
    {
        _record.Judge(3);
        _record.Judge(nonScore: NonScore.Missed, judge: Some.OtherTeacher);
        From(new Mean { MinimumJudges = 2 }).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewJudges, 1, 2));
        From(new Mean { MinimumExperiences = 2 }).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewExperiences, 1, 2));
    }

    [Fact]
    public void Too_little_evidence_counts_nothing_and_prints_nothing()
    {
        _record.Judge(4);
        var is_ = From(new BestFit { MinimumJudges = 2 });
        (is_.Value, is_.Level, is_.Chosen).ShouldBe((null, null, null));
        is_.Counted.ShouldBeEmpty();
        is_.Arithmetic.ShouldBeEmpty();
    }

    [Fact]
    public void What_counted_and_what_was_dropped_are_the_judgments_themselves()
    {
        var old = _record.Judge(1);
        var missed = _record.Judge(nonScore: NonScore.Missed);
        var own = _record.Judge(4, role: JudgeRole.Learner);
        var last = _record.Judge(3);
        var whole = _record.JudgeWhole(4);
        var is_ = From(new MostRecent());
        is_.Counted.ShouldBe([last]);
        is_.Dropped.ShouldBe(
        [
            new Dropped(own.Id, DropReason.LearnersOwn), new Dropped(old.Id, DropReason.Older),
            new Dropped(missed.Id, DropReason.NoLevel), new Dropped(whole.Id, DropReason.OfTheWhole),
        ]);
    }

    [Fact]
    public void Boxes_are_filled_by_levels_and_missed_by_misses()
    {
        _record.Judge(3);
        _record.Judge(nonScore: NonScore.Missed);
        _record.Judge(nonScore: NonScore.NotAssessed);
        var is_ = From(new Mean(), pieces: 2);
        is_.Boxes.ShouldBe(new Boxes(1, 1, 2));
        (is_.IsProficient, is_.IsComplete).ShouldBe((true, false));
        _record.Judge(3);
        _record.Judge(3);
        From(new Mean(), pieces: 2).Boxes.ShouldBe(new Boxes(2, 1, 2));
        From(new Mean(), pieces: 2).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Growth_is_the_last_level_less_the_first_to_one_decimal()
    {
        _record.Judge(2.25m);
        From(new Mean()).Growth.ShouldBeNull();
        _record.Judge(4);
        _record.Judge(2);
        From(new Mean()).Growth.ShouldBe(-0.3m);
    }

    [Fact]
    public void BestFit_says_what_it_chose_and_others_choose_nothing()
    {
        foreach (var level in new[] { 1, 2, 3 }) _record.Judge(level);
        From(new BestFit()).Chosen.ShouldBe("linear");
        From(new Mean()).Chosen.ShouldBeNull();
    }

    [Fact]
    public void The_arithmetic_is_that_of_the_rule()
    {
        foreach (var level in new[] { 1, 2 }) _record.Judge(level);
        From(new Mean()).Arithmetic.ShouldBe([new ArithmeticLine(ArithmeticKind.Mean, "(1 + 2) / 2", 1.5m)]);
    }

    [Fact]
    public void A_rule_over_children_does_not_conclude_from_scores() => Should.Throw<ArgumentException>(() => From(new AllShown()));

    [Fact]
    public void A_continuum_does_not_conclude_from_one_body() => Should.Throw<ArgumentException>(() => From(new Continuum(12)));

    private NotYet NotYetOf(DeterminationRule rule, params int[] levels)
    {
        foreach (var level in levels) _record.Judge(level);
        return From(rule).NotYet;
    }

    private Determination From(DeterminationRule rule, int pieces = 0) =>
        Determination.From(_record.Body(), ScaleBuilder.OneToFour, Some.Version(rule), pieces);
}
