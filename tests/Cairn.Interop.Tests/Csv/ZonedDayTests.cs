using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

public sealed class ZonedDayTests
{
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
