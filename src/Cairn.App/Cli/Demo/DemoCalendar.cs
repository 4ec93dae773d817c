namespace Cairn.App.Cli.Demo;

/// <summary>Two years that end on the last Friday before today: Mondays to Fridays from September to mid June, without the holidays.</summary>
internal sealed class DemoCalendar
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public DemoCalendar(DateOnly today)
    {
        Last = today.AddDays(-1 - (((int)today.DayOfWeek + 1) % 7));
        First = Last.AddYears(-2);
        Days = [.. Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).Where(IsSchoolDay)];
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>A moment of a day in UTC, at an hour and minute of the school's clock.</summary>
    public static DateTime At(DateOnly day, int hour, int minute) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), Zone);

    /// <summary>The school's day of a moment in UTC.</summary>
    public static DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, Zone));

    private static bool IsSchoolDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((7, _) or (8, _) or (6, > 15) or (12, > 20) or (1, < 3) or (11, > 25 and < 30));
}
