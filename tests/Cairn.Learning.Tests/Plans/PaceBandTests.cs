using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class PaceBandTests
{
    private static readonly SchoolCalendar EveryWeek = new([]);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    // One thing every Monday, ten of them.
    private static readonly List<DateOnly> Mondays = [.. Enumerable.Range(0, 10).Select(week => Monday.AddDays(7 * week))];

    private static PaceBand At(int done, int week, int band = 3) => PaceBand.From(Mondays, done, Monday.AddDays(7 * week), EveryWeek, band);

    [Theory]
    [InlineData(4, 3, 0, PaceState.On)]
    [InlineData(1, 0, 0, PaceState.On)]
    [InlineData(8, 3, 3, PaceState.Ahead)]
    [InlineData(7, 3, 2, PaceState.On)]
    [InlineData(1, 4, -3, PaceState.Behind)]
    [InlineData(2, 4, -2, PaceState.On)]
    [InlineData(0, 9, -9, PaceState.Behind)]
    [InlineData(10, 0, 9, PaceState.Ahead)]
    [InlineData(10, 12, 0, PaceState.On)]
    public void Where_the_plan_has_what_is_done_says_how_many_weeks(int done, int week, int weeks, PaceState state)
    {
        var band = At(done, week);

        (band.Weeks, band.State).ShouldBe((weeks, state));
    }

    [Fact]
    public void Without_a_plan_nobody_is_ahead_or_behind() => PaceBand.From([], 0, Monday, EveryWeek, 3).State.ShouldBe(PaceState.NoPlan);

    [Fact]
    public void Days_when_school_is_closed_put_nobody_behind()
    {
        var closed = new SchoolCalendar(Enumerable.Range(1, 21).Select(day => Monday.AddDays(7 + day)));

        PaceBand.From(Mondays, 1, Monday.AddDays(28), EveryWeek, 3).State.ShouldBe(PaceState.Behind);
        PaceBand.From(Mondays, 1, Monday.AddDays(28), closed, 3).Weeks.ShouldBe(0);
    }

    [Fact]
    public void More_done_is_never_worse_and_a_later_day_never_better() => Gen.Select(Gen.Int[0, 400].List[1, 30], Gen.Int[0, 30], Gen.Int[0, 400], Gen.Int[1, 6]).Sample((days, done, today, band) =>
    {
        List<DateOnly> due = [.. days.Select(day => Monday.AddDays(day))];
        done = Math.Min(done, due.Count);
        PaceBand Of(int k, int on) => PaceBand.From(due, k, Monday.AddDays(on), EveryWeek, band);
        var now = Of(done, today);

        now.Done.ShouldBeInRange(0, now.Needed);
        Should.Throw<ArgumentException>(() => Of(due.Count + 1, today), "more than is planned is not done of it");
        Of(Math.Min(done + 1, due.Count), today).Weeks.ShouldBeGreaterThanOrEqualTo(now.Weeks);
        Of(done, today + 5).Weeks.ShouldBeLessThanOrEqualTo(now.Weeks);
        (now.Weeks > 0 && now.Done < now.Expected).ShouldBeFalse("ahead of the plan with less than it has");
        (now.Weeks < 0 && now.Done > now.Expected).ShouldBeFalse("behind the plan with more than it has");
        if (now.State == PaceState.On) PaceBand.From(due, done, Monday.AddDays(today), EveryWeek, band + 1).State.ShouldBe(PaceState.On);
    }, iter: 1_000, threads: 1);

    [Fact]
    public void Evidence_is_spread_evenly_and_all_of_it_is_due_by_the_last_day() => Gen.Select(Gen.Int[1, 300], Gen.Int[5, 300]).Sample((needed, length) =>
    {
        var year = new SchoolYear(Monday, Monday.AddDays(length));
        var due = PaceBand.Spread(needed, year, EveryWeek);
        var open = EveryWeek.OpenDays(Monday.AddDays(-1), year.Last);

        due.Count.ShouldBe(needed);
        due.ShouldBe(due.Order());
        due.ShouldAllBe(day => EveryWeek.IsOpen(day) && day >= year.First && day <= year.Last);
        EveryWeek.OpenDays(due[^1], year.Last).ShouldBe(0);
        // Of any day not more, nor fewer, is due than its share of the year, but for one.
        foreach (var day in EveryWeek.Days(Monday, year.Last)) Math.Abs(due.Count(one => one <= day) - ((double)needed * EveryWeek.OpenDays(Monday.AddDays(-1), day) / open)).ShouldBeLessThan(1);
    }, iter: 60, threads: 1);

    [Fact]
    public void Who_does_what_the_year_asks_for_is_on_pace_all_year()
    {
        var year = new SchoolYear(Monday, Monday.AddDays(200));
        var due = PaceBand.Spread(23, year, EveryWeek);

        foreach (var day in EveryWeek.Days(Monday.AddDays(-1), year.Last))
            PaceBand.From(due, due.Count(one => one <= day), day, EveryWeek, 1).State.ShouldBe(PaceState.On, $"{day}");
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Should.Throw<ArgumentException>(() => At(-1, 2));
        Should.Throw<ArgumentException>(() => At(1, 2, band: 0));
        Should.Throw<ArgumentException>(() => PaceBand.Spread(-1, default, EveryWeek));
    }
}
