namespace Cairn.Learning.Privacy;

/// <summary>How long a request for amendment may wait.</summary>
/// <remarks>Source: 34 CFR 99.20(b), "within a reasonable time"; 34 CFR 99.10(b) sets 45 days for inspection, which Cairn takes for both.</remarks>
public static class AmendmentDays
{
    /// <summary>Days at the most.</summary>
    public const int Most = 45;

    /// <summary>By which day a request is decided.</summary>
    /// <param name="asked">The day it was asked on.</param>
    /// <param name="days">The district's own time, 1 to 45 days; a longer one is 45.</param>
    public static DateOnly DueOn(DateOnly asked, int days = Most) => asked.AddDays(Math.Clamp(days, 1, Most));

    /// <summary>Days that are left; below 0 where it is late.</summary>
    public static int Left(DateOnly dueOn, DateOnly today) => dueOn.DayNumber - today.DayNumber;
}
