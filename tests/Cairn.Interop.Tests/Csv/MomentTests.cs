namespace Cairn.Interop.Tests.Csv;

[Trait("Drill", "clock")]
public sealed class MomentTests
{
    [Theory]
    [InlineData("2026-03-31 14:05:09", "2026-03-31T14:05:09")]
    [InlineData("2026-03-31 14:05", "2026-03-31T14:05:00")]
    [InlineData("2026-03-31T14:05:09", "2026-03-31T14:05:09")]
    [InlineData("2026-03-31T14:05", "2026-03-31T14:05:00")]
    [InlineData("2026-03-31 14:05:09.25", "2026-03-31T14:05:09.25")]
    [InlineData("2026-03-31T14:05:09.123456", "2026-03-31T14:05:09.123456")]
    [InlineData("2026-03-31T14:05:09Z", "2026-03-31T14:05:09")]
    [InlineData("2026-03-31T14:05:09.5Z", "2026-03-31T14:05:09.5")]
    [InlineData("2026-03-31T14:05:09+02:00", "2026-03-31T12:05:09")]
    [InlineData("2026-03-31 14:05:09-05:00", "2026-03-31T19:05:09")]
    [InlineData("2026-03-31T14:05+02:00", "2026-03-31T12:05:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00")]
    [InlineData("1900-01-01", "1900-01-01T00:00:00")]
    [InlineData("2199-12-31", "2199-12-31T00:00:00")]
    public void A_moment_is_UTC_whatever_zone_the_district_is_in_and_a_day_begins_in_its_zone(string text, string utc) =>
        Read(text, "UTC").ShouldBe(Utc(utc));

    [Theory]
    [InlineData("America/New_York", "2026-01-15", "2026-01-15T05:00:00")]
    [InlineData("America/New_York", "2026-07-15", "2026-07-15T04:00:00")]
    [InlineData("Asia/Kathmandu", "2026-01-15", "2026-01-14T18:15:00")]
    [InlineData("America/Santiago", "2024-09-08", "2024-09-08T04:00:00")]
    [InlineData("America/Santiago", "2024-09-09", "2024-09-09T03:00:00")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00")]
    [InlineData("Africa/Cairo", "2024-04-27", "2024-04-26T21:00:00")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00")]
    public void A_day_begins_at_its_first_moment_even_where_the_clock_skips_or_repeats_midnight(string zone, string day, string utc) =>
        Read(day, zone).ShouldBe(Utc(utc));

    [Fact]
    public void A_moment_with_a_time_is_not_moved_by_the_zone() => Read("2026-03-31 14:05", "America/New_York").ShouldBe(Utc("2026-03-31T14:05:00"));

    [Theory]
    [InlineData("2026-02-31")]
    [InlineData("2025-02-29")]
    [InlineData("02/03/2026")]
    [InlineData("2/3/2026 14:05")]
    [InlineData("31.03.2026")]
    [InlineData("March 31, 2026")]
    [InlineData("2026-3-1")]
    [InlineData("20260331")]
    [InlineData("2026-03-31 24:00")]
    [InlineData("2026-03-31 2:05 PM")]
    [InlineData("2026-03-31 14:05:61")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("46112")]
    [InlineData("today")]
    public void Any_other_date_is_refused_with_the_form_it_should_have(string text)
    {
        var error = new ProgramBuilder().Set("evidence.csv", 2, "demonstrated_at", text).ReadOneError();

        (error.File, error.Row, error.Column, error.Value).ShouldBe(("evidence.csv", 2, "demonstrated_at", text));
        error.Fix.ShouldBe("write it as 2026-03-31 14:05:00, or as 2026-03-31");
    }

    private static DateTime Read(string text, string zone) =>
        new ProgramBuilder().Set("evidence.csv", 2, "demonstrated_at", text).ReadGood(TimeZoneInfo.FindSystemTimeZoneById(zone)).Evidence[0].DemonstratedOn;

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
