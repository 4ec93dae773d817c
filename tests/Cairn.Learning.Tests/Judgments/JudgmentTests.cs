using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Judgments;

public sealed class JudgmentTests
{
    private static Judgment Any => new RecordBuilder().Judge(3, day: 2);

    [Fact]
    public void A_judgment_says_exactly_one_thing()
    {
        Any.IsWellFormed.ShouldBeTrue();
        (Any with { Level = null, NonScore = NonScore.Missed }).IsWellFormed.ShouldBeTrue();
        (Any with { Level = null, IsCompletion = true }).IsWellFormed.ShouldBeTrue();
        (Any with { Level = null }).IsWellFormed.ShouldBeFalse();
        (Any with { NonScore = NonScore.Missed }).IsWellFormed.ShouldBeFalse();
        (Any with { IsCompletion = true }).IsWellFormed.ShouldBeFalse();
    }

    [Fact]
    public void A_judgment_of_a_piece_names_the_claim_and_one_of_the_whole_has_none()
    {
        Any.Claim.ShouldBe(new Claim(Any.Evidence!.Value, Some.Competency, null, null));
        new RecordBuilder().JudgeWhole(3).Claim.ShouldBeNull();
    }

    [Fact]
    public void The_day_of_the_work_decides_then_the_marking_then_the_storing_then_the_id()
    {
        var shown = Any with { DemonstratedOn = Some.Day(1), JudgedAt = Some.Day(9), RecordedAt = Some.Day(9) };
        var judged = Any with { DemonstratedOn = Some.Day(2), JudgedAt = Some.Day(3), RecordedAt = Some.Day(9) };
        var recorded = judged with { JudgedAt = Some.Day(4), RecordedAt = Some.Day(5) };
        var id = recorded with { RecordedAt = Some.Day(6), Id = new JudgmentId(Some.Id(1)) };
        var later = id with { Id = new JudgmentId(Some.Id(2)) };
        List<Judgment> all = [later, id, recorded, judged, shown];
        all.Sort(Judgment.InOrder);
        all.ShouldBe([shown, judged, recorded, id, later]);
        Judgment.InOrder(id, id).ShouldBe(0);
    }

    [Theory]
    [InlineData(JudgeRole.Educator, true, true)]
    [InlineData(JudgeRole.Moderator, true, true)]
    [InlineData(JudgeRole.Mentor, false, true)]
    [InlineData(JudgeRole.Learner, false, false)]
    public void Educators_count_mentors_advise_and_the_learners_own_never_counts(JudgeRole role, bool byDefault, bool whereMentorsCount)
    {
        JudgmentPolicy.Default.Counts(role).ShouldBe(byDefault);
        (JudgmentPolicy.Default with { CountsMentors = true }).Counts(role).ShouldBe(whereMentorsCount);
    }
}
