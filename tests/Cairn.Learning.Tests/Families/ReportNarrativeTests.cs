using Cairn.Learning.Families;

namespace Cairn.Learning.Tests.Families;

public sealed class ReportNarrativeTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    [Fact]
    public void What_was_released_is_taken_back_before_it_changes()
    {
        var told = new ReportNarrative(new ReportNarrativeId(Guid.NewGuid()), new LearnerId(Guid.NewGuid()), null, new EducatorId(Guid.NewGuid()), Today.AddDays(-90), Today, Now);
        Should.Throw<InvalidOperationException>(() => told.Release(Now));
        told.Write("Reads with joy.").Release(Now);
        told.Release(Now.AddDays(1));

        told.ReleasedAt.ShouldBe(Now);
        Should.Throw<InvalidOperationException>(() => told.Write("Other"));
        told.TakeBack();
        told.Write("Reads aloud.").Text.ShouldBe("Reads aloud.");
        told.ReleasedAt.ShouldBeNull();
        told.Erase();
        told.Text.ShouldBe("");
    }

    [Theory]
    [InlineData(-20, -10, false)]
    [InlineData(-20, 0, true)]
    [InlineData(5, 9, true)]
    [InlineData(10, 40, true)]
    [InlineData(11, 40, false)]
    public void An_expectation_holds_from_its_first_day_until_its_last(int from, int until, bool holds)
    {
        var one = Expected();
        one.End(Today.AddDays(10));

        one.HeldIn(Today.AddDays(from), Today.AddDays(until)).ShouldBe(holds);
    }

    [Fact]
    public void One_that_lasts_holds_for_good_and_one_that_ended_stays_ended()
    {
        var one = Expected();
        one.HeldIn(Today.AddDays(4000), Today.AddDays(4001)).ShouldBeTrue();
        one.End(Today.AddDays(-1));
        one.Until.ShouldBe(Today, "never before its first day");
        one.End(Today.AddDays(99));
        one.Until.ShouldBe(Today);
    }

    private static ModifiedExpectation Expected() => new(new ModifiedExpectationId(Guid.NewGuid()), new LearnerId(Guid.NewGuid()), new CompetencyId(Guid.NewGuid()), "With a reader", new EducatorId(Guid.NewGuid()), Today);
}
