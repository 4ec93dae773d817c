using Cairn.Learning.Judgments;
using CsCheck;

namespace Cairn.Learning.Tests.Judgments;

public sealed class BackDatingTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly First = new(2020, 9, 1);

    private static BackDatingFault Of(DateTime shown, bool hasSecond = false, DateOnly? first = null) => BackDating.FaultOf(shown, DateOnly.FromDateTime(shown), Now, first ?? First, hasSecond);

    [Fact]
    [Trait("Abuse", "T10")]
    public void What_was_shown_today_or_lately_can_be_written_down()
    {
        Of(Now).ShouldBe(BackDatingFault.None);
        Of(Now.AddDays(-399)).ShouldBe(BackDatingFault.None);
        Of(Now.AddDays(-400)).ShouldBe(BackDatingFault.None);
    }

    [Fact]
    [Trait("Abuse", "T10")]
    public void A_clock_that_runs_ahead_is_borne_for_five_minutes_and_no_longer()
    {
        Of(Now + BackDating.ClockSkew).ShouldBe(BackDatingFault.None);
        Of((Now + BackDating.ClockSkew).AddMicroseconds(1)).ShouldBe(BackDatingFault.InFuture);
        Of(Now.AddYears(10), hasSecond: true).ShouldBe(BackDatingFault.InFuture);
    }

    [Fact]
    [Trait("Abuse", "T10")]
    public void Nothing_was_shown_before_the_first_day()
    {
        BackDating.FaultOf(Now.AddDays(-9), new DateOnly(2026, 3, 1), Now, new DateOnly(2026, 3, 1), false).ShouldBe(BackDatingFault.None);
        BackDating.FaultOf(Now.AddDays(-10), new DateOnly(2026, 2, 28), Now, new DateOnly(2026, 3, 1), true).ShouldBe(BackDatingFault.BeforeEnrollment);
        BackDating.FaultOf(Now, new DateOnly(2026, 3, 10), Now, null, true).ShouldBe(BackDatingFault.BeforeEnrollment);
    }

    [Fact]
    [Trait("Abuse", "T10")]
    public void What_is_long_ago_needs_a_second_educator()
    {
        Of(Now.AddDays(-400).AddMicroseconds(-1)).ShouldBe(BackDatingFault.NeedsSecondEducator);
        Of(Now.AddDays(-1000), hasSecond: true).ShouldBe(BackDatingFault.None);
    }

    [Fact]
    public void A_second_educator_never_forbids_what_one_alone_may() =>
        Gen.Int[-2_000_000, 2_000_000].Sample(minutes =>
        {
            var shown = Now.AddMinutes(minutes);
            if (Of(shown) == BackDatingFault.None) Of(shown, hasSecond: true).ShouldBe(BackDatingFault.None);
        });
}
