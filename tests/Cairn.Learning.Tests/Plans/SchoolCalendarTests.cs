using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class SchoolCalendarTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 400].Select(days => Monday.AddDays(days));
    private static readonly Gen<SchoolCalendar> AnyCalendar = AnyDay.List[0, 40].Select(closed => new SchoolCalendar(closed));

    [Fact]
    public void Weekends_and_closed_days_are_not_open()
    {
        var calendar = new SchoolCalendar([Monday.AddDays(2)]);

        calendar.Days(Monday.AddDays(-1), Monday.AddDays(8)).ShouldBe([Monday, Monday.AddDays(1), Monday.AddDays(3), Monday.AddDays(4), Monday.AddDays(7), Monday.AddDays(8)]);
        (calendar.OpenDays(Monday, Monday.AddDays(8)), calendar.OpenDays(Monday, Monday), calendar.OpenDays(Monday, Monday.AddDays(-3))).ShouldBe((5, 0, 0));
    }

    [Fact]
    public void Days_add_up() => Gen.Select(AnyCalendar, AnyDay, AnyDay, AnyDay).Sample((calendar, a, b, c) =>
    {
        var days = new[] { a, b, c }.Order().ToList();

        (calendar.OpenDays(days[0], days[1]) + calendar.OpenDays(days[1], days[2])).ShouldBe(calendar.OpenDays(days[0], days[2]));
    }, iter: 300, threads: 1);

    [Fact]
    public void So_many_open_days_later_is_an_open_day_with_so_many_between() => Gen.Select(AnyCalendar, AnyDay, Gen.Int[1, 200]).Sample((calendar, from, days) =>
    {
        var at = calendar.After(from, days);

        (calendar.IsOpen(at), calendar.OpenDays(from, at)).ShouldBe((true, days));
        calendar.After(from, 0).ShouldBe(from);
    }, iter: 300, threads: 1);

    [Theory]
    [InlineData("2026-03-10", "2025-08-18", "2026-06-12")]
    [InlineData("2026-08-17", "2025-08-18", "2026-06-12")]
    [InlineData("2026-08-18", "2026-08-18", "2027-06-12")]
    [InlineData("2025-08-18", "2025-08-18", "2026-06-12")]
    [InlineData("2031-01-01", "2030-08-18", "2031-06-12")]
    public void A_school_year_comes_again_every_year(string day, string first, string last) =>
        SchoolYear.Around(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2025, 8, 18), new DateOnly(2026, 6, 12))
            .ShouldBe(new SchoolYear(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_year_that_ends_before_it_begins_is_refused()
    {
        Should.Throw<ArgumentException>(() => SchoolYear.Around(Monday, Monday, Monday));
        Should.Throw<ArgumentException>(() => SchoolYear.Around(Monday, Monday, Monday.AddYears(1)));
        Should.Throw<ArgumentException>(() => new SchoolCalendar([]).After(Monday, -1));
        // Nothing is planned into a summer: three open days after the last Thursday lie in the next year.
        new SchoolCalendar([], new SchoolYear(new DateOnly(2025, 8, 18), new DateOnly(2026, 6, 12))).After(new DateOnly(2026, 6, 11), 3).ShouldBe(new DateOnly(2026, 8, 19));
    }
}
