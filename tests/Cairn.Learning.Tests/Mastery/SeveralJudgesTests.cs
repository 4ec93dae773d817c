using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class SeveralJudgesTests
{
    private static readonly PersonId Third = new(Some.Id(5));
    private readonly RecordBuilder _record = new();
    private readonly PieceOfEvidence _piece;

    public SeveralJudgesTests() => _piece = _record.Piece(1);

    [Theory]
    [InlineData(Combine.Latest, "2")]
    [InlineData(Combine.Median, "2.5")]
    [InlineData(Combine.Higher, "4")]
    [InlineData(Combine.Lower, "1")]
    public void Each_judges_latest_is_combined_as_the_policy_says(Combine combine, string level)
    {
        Judge(Some.Teacher, 1, judged: 1);
        Judge(Some.OtherTeacher, 4, judged: 2);
        Judge(Third, 3, judged: 3);
        Judge(new PersonId(Some.Id(6)), 2, judged: 4);
        Score(combine).Level.ShouldBe(decimal.Parse(level, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(Combine.Latest, DropReason.OtherJudge)]
    [InlineData(Combine.Median, DropReason.InMedian)]
    [InlineData(Combine.Higher, DropReason.OtherJudge)]
    [InlineData(Combine.Lower, DropReason.OtherJudge)]
    public void What_another_judge_said_is_dropped_with_that_reason(Combine combine, DropReason reason)
    {
        var first = Judge(Some.Teacher, 3, judged: 1);
        var second = Judge(Some.OtherTeacher, 3.5m, judged: 2);
        var stands = Score(combine).Judgment;
        stands.ShouldBe(combine == Combine.Lower ? first : second);
        Body(combine).Dropped.ShouldBe([new Dropped(stands == first ? second.Id : first.Id, reason)]);
    }

    [Theory]
    [InlineData(Combine.Latest)]
    [InlineData(Combine.Median)]
    [InlineData(Combine.Higher)]
    [InlineData(Combine.Lower)]
    public void What_a_judge_said_before_is_dropped_as_judged_again(Combine combine)
    {
        var before = Judge(Some.Teacher, 4, judged: 1);
        var after = Judge(Some.Teacher, 2, judged: 2);
        var body = Body(combine);
        body.Scores.Single().Judgment.ShouldBe(after);
        body.Dropped.ShouldBe([new Dropped(before.Id, DropReason.JudgedAgain)]);
    }

    [Fact]
    public void The_median_of_two_judges_is_between_them_and_stands_where_the_later_judged()
    {
        Judge(Some.Teacher, 2, judged: 2);
        var later = Judge(Some.OtherTeacher, 3, judged: 3);
        var score = Score(Combine.Median);
        (score.Level, score.Judgment).ShouldBe((2.5m, later));
    }

    [Theory]
    [InlineData(Combine.Latest)]
    [InlineData(Combine.Median)]
    [InlineData(Combine.Higher)]
    [InlineData(Combine.Lower)]
    public void A_moderated_judgment_settles_the_experience_even_before_a_later_one(Combine combine)
    {
        var first = Judge(Some.Teacher, 4, judged: 1);
        var moderated = Judge(Third, 2, judged: 2, role: JudgeRole.Moderator);
        var later = Judge(Some.Teacher, 4, judged: 3);
        var body = Body(combine);
        body.Scores.Single().Judgment.ShouldBe(moderated);
        body.Dropped.ShouldBe([new Dropped(first.Id, DropReason.Moderated), new Dropped(later.Id, DropReason.Moderated)]);
    }

    [Fact]
    public void Of_two_moderated_judgments_the_later_settles_it()
    {
        Judge(Third, 2, judged: 3, role: JudgeRole.Moderator);
        var later = Judge(Some.OtherTeacher, 3, judged: 4, role: JudgeRole.Moderator);
        Score(Combine.Lower).Judgment.ShouldBe(later);
    }

    [Theory]
    [InlineData(Combine.Median)]
    [InlineData(Combine.Higher)]
    [InlineData(Combine.Lower)]
    public void A_judge_who_saw_too_little_is_no_number_beside_one_who_saw_a_level(Combine combine)
    {
        var seen = Judge(Some.Teacher, 3, judged: 1);
        var unseen = Judge(Some.OtherTeacher, null, judged: 2, nonScore: NonScore.InsufficientEvidence);
        var body = Body(combine);
        (body.Scores.Single().Judgment, body.Scores.Single().Level).ShouldBe((seen, 3));
        body.Dropped.ShouldBe([new Dropped(unseen.Id, DropReason.OtherJudge)]);
    }

    [Fact]
    public void A_judge_who_saw_too_little_does_not_enter_the_median_and_is_not_said_to()
    {
        Judge(Some.Teacher, 3, judged: 1);
        Judge(Some.OtherTeacher, 4, judged: 2);
        var unseen = Judge(Third, null, judged: 3, nonScore: NonScore.InsufficientEvidence);
        Score(Combine.Median).Level.ShouldBe(3.5m);
        Body(Combine.Median).Dropped.Reason(unseen.Id).ShouldBe(DropReason.OtherJudge);
    }

    [Theory]
    [InlineData(Combine.Latest)]
    [InlineData(Combine.Median)]
    [InlineData(Combine.Higher)]
    [InlineData(Combine.Lower)]
    public void Where_no_judge_saw_a_level_the_latest_word_stands(Combine combine)
    {
        Judge(Some.Teacher, null, judged: 1, nonScore: NonScore.Missed);
        Judge(Some.OtherTeacher, null, judged: 2, nonScore: NonScore.NotAssessed);
        Score(combine).NonScore.ShouldBe(NonScore.NotAssessed);
    }

    [Fact]
    public void A_completion_that_another_judge_answered_with_a_level_is_no_completion_under_the_higher()
    {
        Judge(Some.Teacher, 3, judged: 1);
        Judge(Some.OtherTeacher, null, judged: 2, completion: true);
        (Score(Combine.Higher).IsCompletion, Score(Combine.Latest).IsCompletion).ShouldBe((false, true));
    }

    private Judgment Judge(PersonId judge, decimal? level, double judged, JudgeRole role = JudgeRole.Educator, NonScore? nonScore = null, bool completion = false) =>
        _record.Judge(level, _piece, judged: judged, judge: judge, role: role, nonScore: nonScore, completion: completion);

    private BodyOfEvidence Body(Combine combine) => _record.Body(JudgmentPolicy.Default with { Combine = combine });

    private ExperienceScore Score(Combine combine) => Body(combine).Scores.Single();
}
