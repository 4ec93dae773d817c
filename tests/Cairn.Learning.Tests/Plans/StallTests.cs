using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class StallTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly SchoolCalendar EveryWeek = new([]);

    private static Tries Tried(params decimal[] levels) => new(Some.Competency, null, null, 3, levels);

    private static Stall Of(DateOnly? shown, int day, params Tries[] tries) => Stall.From(shown, Monday, tries, Monday.AddDays(day), EveryWeek, PacePolicy.Default);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(11, 9, false)]
    [InlineData(14, 10, true)]
    [InlineData(16, 12, true)]
    public void Quiet_is_counted_in_open_school_days(int day, int days, bool isQuiet)
    {
        var stall = Of(Monday, day);

        (stall.Days, stall.IsQuiet, stall.IsAny).ShouldBe((days, isQuiet, isQuiet));
    }

    [Fact]
    public void A_holiday_makes_nobody_quiet()
    {
        var holiday = new SchoolCalendar(Enumerable.Range(1, 25).Select(day => Monday.AddDays(day)));

        Stall.From(Monday, Monday, [], Monday.AddDays(28), holiday, PacePolicy.Default).Days.ShouldBe(1);
    }

    [Fact]
    public void Without_any_evidence_it_is_counted_from_the_beginning() => (Of(null, 14).Days, Of(null, 14).LastShown).ShouldBe((10, null));

    [Fact]
    public void A_summer_and_a_time_before_one_came_make_nobody_quiet()
    {
        var (first, last) = (new DateOnly(2025, 8, 18), new DateOnly(2026, 6, 12));
        var calendar = new SchoolCalendar([], new SchoolYear(first, last));

        // Shown last on the last day of one year: on the third day of the next only three days have passed.
        Stall.From(last, first.AddYears(1), [], new DateOnly(2026, 8, 20), calendar, PacePolicy.Default).Days.ShouldBe(2);
        Stall.From(last.AddDays(-1), first, [], new DateOnly(2026, 8, 3), calendar, PacePolicy.Default).Days.ShouldBe(1);
        Stall.From(new DateOnly(2026, 2, 2), Monday, [], Monday.AddDays(4), calendar, PacePolicy.Default).Days.ShouldBe(4, "they were elsewhere before");
    }

    [Fact]
    public void The_last_open_days_are_counted_without_holidays_and_never_from_before_the_floor()
    {
        // Monday, the second of March, to the Friday after it is one week; a weekend counts for nothing.
        EveryWeek.FirstOfLast(Monday.AddDays(4), 5, DateOnly.MinValue).ShouldBe(Monday);
        EveryWeek.FirstOfLast(Monday.AddDays(6), 5, DateOnly.MinValue).ShouldBe(Monday);
        EveryWeek.FirstOfLast(Monday, 2, DateOnly.MinValue).ShouldBe(Monday.AddDays(-3));
        EveryWeek.FirstOfLast(Monday.AddDays(4), 40, Monday).ShouldBe(Monday);
        new SchoolCalendar([Monday.AddDays(1)]).FirstOfLast(Monday.AddDays(4), 5, DateOnly.MinValue).ShouldBe(Monday.AddDays(-3));
        Should.Throw<ArgumentException>(() => EveryWeek.FirstOfLast(Monday, 0, Monday));
    }

    [Theory]
    [InlineData("1 1 1", 3)]
    [InlineData("2 1 2", 3)]
    [InlineData("1 2 2 2", 3)]
    [InlineData("1 2 1", 2)]
    [InlineData("2 2 3", 0)]
    [InlineData("2 2 3 2", 1)]
    [InlineData("", 0)]
    public void A_rise_or_the_line_begins_the_count_anew(string levels, int count) =>
        Tried([.. levels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture))]).WithoutRise.ShouldBe(count);

    [Fact]
    public void What_is_tried_over_and_over_is_told_the_most_often_first()
    {
        var stall = Of(Monday, 1, Tried(1, 1, 1), Tried(2, 2), Tried(2, 1, 2, 1));

        stall.Loops.Select(one => one.Count).ShouldBe([4, 3]);
        (stall.IsQuiet, stall.IsAny).ShouldBe((false, true));
    }

    [Fact]
    public void One_more_try_below_counts_one_more_or_begins_anew() => Gen.Select(Gen.Int[1, 3].List[0, 12], Gen.Int[1, 3]).Sample((before, next) =>
    {
        var (was, now) = (Tried([.. before.Select(one => (decimal)one)]).WithoutRise, Tried([.. before.Append(next).Select(one => (decimal)one)]).WithoutRise);

        now.ShouldBeOneOf(next >= 3 ? [0] : [was + 1, 1]);
    }, iter: 500, threads: 1);
}
