using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class BodyOfEvidenceTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void Scores_stand_in_the_order_of_the_work_not_of_the_marking()
    {
        _record.Judge(1, day: 3, judged: 3);
        _record.Judge(2, day: 1, judged: 9, recorded: 9);
        _record.Judge(3, day: 2, judged: 5);
        Levels().ShouldBe([2, 3, 1]);
    }

    [Fact]
    public void Work_of_one_day_stands_in_the_order_of_its_marking_then_of_its_storing()
    {
        _record.Judge(1, day: 1, judged: 3);
        _record.Judge(2, day: 1, judged: 2, recorded: 7);
        _record.Judge(3, day: 1, judged: 2, recorded: 6);
        Levels().ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void Pieces_of_one_experience_give_one_score_the_latest_judged()
    {
        var first = _record.Judge(2, _record.Piece(1, experience: 7));
        var second = _record.Judge(4, _record.Piece(2, experience: 7));
        var body = _record.Body();
        body.Scores.Select(score => (score.Judgment, score.Level)).ShouldBe([(second, 4)]);
        body.Dropped.ShouldBe([new Dropped(first.Id, DropReason.JudgedAgain)]);
    }

    [Fact]
    public void One_experience_gives_one_score_a_target_and_a_stage()
    {
        var piece = _record.Piece();
        _record.Judge(1, piece);
        _record.Judge(2, piece, stage: 9);
        _record.Judge(3, piece, stage: 9, target: FrameworkBuilder.TargetId(0));
        Levels().ShouldBe([1]);
        _record.Body(stage: 9).Scores.Single().Level.ShouldBe(2);
        _record.Body(stage: 9, target: FrameworkBuilder.TargetId(0)).Scores.Single().Level.ShouldBe(3);
    }

    [Fact]
    public void The_learners_own_judgment_never_counts_whatever_the_policy()
    {
        var own = _record.Judge(4, judge: Some.Learner.Person, role: JudgeRole.Learner);
        var body = _record.Body(new JudgmentPolicy(Combine.Higher, CountsMentors: true));
        body.Scores.ShouldBeEmpty();
        body.Dropped.ShouldBe([new Dropped(own.Id, DropReason.LearnersOwn)]);
    }

    [Fact]
    public void Mentors_advise_unless_the_policy_counts_them()
    {
        var advice = _record.Judge(4, judge: Some.Mentor, role: JudgeRole.Mentor);
        _record.Body().Dropped.ShouldBe([new Dropped(advice.Id, DropReason.Advises)]);
        _record.Body(JudgmentPolicy.Default with { CountsMentors = true }).Scores.Single().Level.ShouldBe(4);
    }

    [Theory]
    [InlineData(NonScore.Missed)]
    [InlineData(NonScore.InsufficientEvidence)]
    [InlineData(NonScore.NotAssessed)]
    public void What_is_no_level_is_never_a_number(NonScore said)
    {
        _record.Judge(nonScore: said);
        var score = _record.Body().Scores.Single();
        (score.Level, score.NonScore, score.IsCompletion).ShouldBe((null, said, false));
    }

    [Fact]
    public void A_retracted_judgment_is_dropped_as_retracted_and_gives_way_to_the_one_before()
    {
        var piece = _record.Piece();
        _record.Judge(2, piece, judged: 1);
        var mistake = _record.Judge(4, piece, judged: 2);
        _record.Retract(RetractedKind.Judgment, mistake.Id.Value);
        Levels().ShouldBe([2]);
        _record.Body().Dropped.ShouldBe([new Dropped(mistake.Id, DropReason.Retracted)]);
    }

    [Fact]
    public void A_retracted_piece_takes_all_that_was_judged_on_it_along()
    {
        var piece = _record.Piece();
        _record.Judge(2, piece);
        _record.Judge(3, piece, stage: 9);
        _record.Retract(RetractedKind.Evidence, piece.Id.Value);
        Levels().ShouldBeEmpty();
        _record.Body(stage: 9).Scores.ShouldBeEmpty();
    }

    [Fact]
    public void A_judgment_of_the_whole_is_no_score()
    {
        var whole = _record.JudgeWhole(4);
        var body = _record.Body();
        body.Scores.ShouldBeEmpty();
        body.Whole.ShouldBe([whole]);
    }

    [Fact]
    public void A_judgment_whose_piece_is_not_in_the_record_is_an_experience_of_its_own()
    {
        var one = _record.Judge(2);
        var other = _record.Judge(3);
        _record.Evidence.Clear();
        var body = _record.Body();
        body.Scores.Select(score => score.Judgment).ShouldBe([one, other]);
        body.Scores[0].Kind.ShouldBe(Cairn.Learning.Evidence.EvidenceKind.Decision);
        _record.Build().Find(one.Evidence!.Value).ShouldBeNull();
    }

    [Fact]
    public void A_judgment_of_the_whole_stands_for_an_experience_of_its_own()
    {
        var whole = _record.JudgeWhole(4);
        var record = _record.Build();
        record.ExperienceOf(whole).ShouldBe(new ExperienceId(whole.Id.Value));
        record.KindOf(whole).ShouldBe(Cairn.Learning.Evidence.EvidenceKind.Decision);
    }

    [Fact]
    public void The_newest_fact_of_a_body_may_be_a_retraction()
    {
        _record.Body().NewestFact.ShouldBeNull();
        var one = _record.Judge(2, day: 1);
        var other = _record.Judge(2, day: 2);
        _record.Body().NewestFact.ShouldBe(other.RecordedAt);
        var judgment = _record.Retract(RetractedKind.Judgment, one.Id.Value, day: 5);
        _record.Body().NewestFact.ShouldBe(judgment.RecordedAt);
        var piece = _record.Retract(RetractedKind.Evidence, one.Evidence!.Value.Value, day: 6);
        _record.Body().NewestFact.ShouldBe(piece.RecordedAt);
        _record.Body(asOf: Some.AsOf(9, 5)).NewestFact.ShouldBe(judgment.RecordedAt);
    }

    private IEnumerable<decimal?> Levels() => _record.Body().Scores.Select(score => score.Level);
}
