namespace Cairn.Learning.Plans;

/// <summary>Which days school is open: weekdays of a school year, but for those that are closed.</summary>
/// <param name="closed">The days that are closed.</param>
/// <param name="year">Some school year: its days come again every year, and nobody counts the weeks between two; null where school never ends.</param>
public sealed class SchoolCalendar(IEnumerable<DateOnly> closed, SchoolYear? year = null)
{
    /// <summary>Open days of a week.</summary>
    public const int DaysAWeek = 5;

    private readonly HashSet<DateOnly> _closed = [.. closed];

    /// <summary>Is school open on a day?</summary>
    public bool IsOpen(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_closed.Contains(day) && (year is not { } one || day <= SchoolYear.Around(day, one.First, one.Last).Last);

    /// <summary>Open days after one day until another, the last one counted; 0 where it is not later.</summary>
    public int OpenDays(DateOnly after, DateOnly until) => Days(after, until).Count();

    /// <summary>The open days after one day until another, in order.</summary>
    public IEnumerable<DateOnly> Days(DateOnly after, DateOnly until)
    {
        for (var number = after.DayNumber + 1; number <= until.DayNumber; number++)
            if (DateOnly.FromDayNumber(number) is var day && IsOpen(day)) yield return day;
    }

    /// <summary>The first of the last open days until a day, that day counted.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="days">How many open days, 1 or more.</param>
    /// <param name="floor">It is never before this one.</param>
    public DateOnly FirstOfLast(DateOnly until, int days, DateOnly floor)
    {
        if (days < 1) throw new ArgumentException("Open days are 1 or more.", nameof(days));
        var day = until;
        while (day > floor && (!IsOpen(day) || --days > 0)) day = day.AddDays(-1);
        return day < floor ? floor : day;
    }

    /// <summary>The day on which so many open days have passed.</summary>
    /// <param name="from">The day it is counted from, not counted itself.</param>
    /// <param name="days">How many, 0 to 5,000; 0 gives the same day.</param>
    public DateOnly After(DateOnly from, int days)
    {
        if (days is < 0 or > 5_000) throw new ArgumentException("Open days are 0 to 5,000.", nameof(days));
        for (var day = from; ; day = day.AddDays(1))
            if (days == 0 || (day > from && IsOpen(day) && --days == 0)) return day;
    }
}

/// <summary>The first and last day of a school year.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public readonly record struct SchoolYear(DateOnly First, DateOnly Last)
{
    /// <summary>The year that a day is in, or whose summer it is in: the days that were told come again every year.</summary>
    /// <param name="day">The day.</param>
    /// <param name="first">The first day of some year.</param>
    /// <param name="last">The last day of the same; within a year after it.</param>
    /// <exception cref="ArgumentException">The last day is not after the first, or more than a year after it.</exception>
    public static SchoolYear Around(DateOnly day, DateOnly first, DateOnly last)
    {
        if (last <= first || last >= first.AddYears(1)) throw new ArgumentException("A school year ends within a year after it begins.", nameof(last));
        var years = day.Year - first.Year;
        if (first.AddYears(years) > day) years--;
        return new SchoolYear(first.AddYears(years), last.AddYears(years));
    }
}
