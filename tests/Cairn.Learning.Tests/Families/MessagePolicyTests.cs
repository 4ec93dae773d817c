using Cairn.Learning.Families;
using CsCheck;

namespace Cairn.Learning.Tests.Families;

public sealed class MessagePolicyTests
{
    private static MessagePolicy Policy(bool guardians = true, bool learners = true, int age = 10, int from = 1200, int until = 420) => new MessagePolicy(new OrganizationId(Guid.Empty)).Decide(guardians, learners, age, from, until);

    [Theory]
    [InlineData(MemberPart.Educator, false, null, true)]
    [InlineData(MemberPart.Guardian, false, null, false)]
    [InlineData(MemberPart.Guardian, true, null, true)]
    [InlineData(MemberPart.Learner, true, 9, false)]
    [InlineData(MemberPart.Learner, true, 10, true)]
    [InlineData(MemberPart.Learner, true, null, false)]
    public void A_school_says_who_writes(MemberPart part, bool isAnswer, int? age, bool may) => Policy(guardians: false).May(part, isAnswer, age).ShouldBe(may);

    [Fact]
    public void Where_no_age_is_asked_for_none_is_needed_and_where_learners_do_not_write_no_age_helps()
    {
        Policy(age: 0).May(MemberPart.Learner, true, null).ShouldBeTrue();
        Policy(learners: false).May(MemberPart.Learner, true, 17).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1200, 420, "19:59", false)]
    [InlineData(1200, 420, "20:00", true)]
    [InlineData(1200, 420, "03:00", true)]
    [InlineData(1200, 420, "07:00", false)]
    [InlineData(60, 120, "01:30", true)]
    [InlineData(60, 120, "02:00", false)]
    public void Quiet_hours_may_go_past_midnight(int from, int until, string at, bool isQuiet) =>
        Policy(from: from, until: until).IsQuietAt(TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isQuiet);

    [Fact]
    public void As_many_minutes_are_quiet_as_lie_between() => Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439]).Sample((from, until) =>
        Enumerable.Range(0, 1440).Count(minute => Policy(from: from, until: until).IsQuietAt(new TimeOnly(minute / 60, minute % 60))).ShouldBe((until - from + 1440) % 1440), iter: 40, threads: 1);

    [Theory]
    [InlineData(19, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(5, 1440, 0)]
    [InlineData(5, 0, -1)]
    public void What_is_no_age_and_no_minute_is_refused(int age, int from, int until) => Should.Throw<ArgumentException>(() => Policy(age: age, from: from, until: until));
}
