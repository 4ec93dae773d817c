using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

[Trait("Drill", "clock")]
public sealed class ZonedDayTests
{
    private static readonly string[] Zones = ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "Europe/Berlin", "Pacific/Pago_Pago", "Australia/Lord_Howe"];

    [Theory]
    [InlineData("Pacific/Kiritimati", "2028-02-29", "2028-02-28T10:00:00")]
    [InlineData("Pacific/Pago_Pago", "2028-02-29", "2028-02-29T11:00:00")]
    [InlineData("Asia/Kolkata", "2028-02-29", "2028-02-28T18:30:00")]
    [InlineData("America/Los_Angeles", "2028-03-01", "2028-03-01T08:00:00")]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-08T08:00:00")]
    [InlineData("America/Los_Angeles", "2026-03-09", "2026-03-09T07:00:00")]
    [InlineData("America/Los_Angeles", "2026-11-01", "2026-11-01T07:00:00")]
    [InlineData("America/Los_Angeles", "2026-11-02", "2026-11-02T08:00:00")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00")]
    [InlineData("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-06", "2026-04-05T13:30:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-05", "2026-10-04T13:00:00")]
    public void On_a_leap_day_and_where_clocks_go_forward_or_back_a_day_begins_at_midnight_there(string zone, string day, string begins) =>
        A_day_begins_at_its_first_moment_wherever_the_clock_is_changed(zone, day, begins);

    [Fact]
    public void Every_moment_of_ten_years_belongs_to_exactly_one_day_of_each_of_six_zones()
    {
        foreach (var zone in Zones.Select(TimeZoneInfo.FindSystemTimeZoneById))
            for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
            {
                var (begins, next) = (ZonedDay.StartOf(day, zone), ZonedDay.StartOf(day.AddDays(1), zone));
                DayOf(begins).ShouldBe(day, zone.Id);
                DayOf(begins.AddMicroseconds(-1)).ShouldBe(day.AddDays(-1), zone.Id);
                (next - begins).TotalHours.ShouldBeInRange(23, 25, zone.Id);

                DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));
            }
    }

    [Theory]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T05:00:00")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00")]
    [InlineData("America/New_York", "2026-07-01", "2026-07-01T04:00:00")]
    [InlineData("UTC", "2028-02-29", "2028-02-29T00:00:00")]
    public void A_day_begins_at_its_first_moment_wherever_the_clock_is_changed(string zone, string day, string begins) =>
        ZonedDay.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))
            .ShouldBe(DateTime.SpecifyKind(DateTime.Parse(begins, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));
}
