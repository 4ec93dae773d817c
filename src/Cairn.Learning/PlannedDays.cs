namespace Cairn.Learning;

/// <summary>Days on which something of a classroom is planned, due or begun: a project, a goal, a task, a conference. Two years to either side of the
/// day are meant by somebody; 1990 and 2190 are slips of a finger. What was shown in earlier years has a rule of its own (BackDating).</summary>
public static class PlannedDays
{
    /// <summary>Years to either side of today.</summary>
    public const int Years = 2;

    /// <summary>The first day that can be meant.</summary>
    /// <param name="today">The district's day.</param>
    public static DateOnly First(DateOnly today) => today.Year > Years ? today.AddYears(-Years) : DateOnly.MinValue;

    /// <summary>The last day that can be meant.</summary>
    /// <param name="today">The district's day.</param>
    public static DateOnly Last(DateOnly today) => today.Year + Years <= DateOnly.MaxValue.Year ? today.AddYears(Years) : DateOnly.MaxValue;

    /// <summary>Can a day be meant? The first and the last one can.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">The district's day.</param>
    public static bool IsNear(DateOnly day, DateOnly today) => day >= First(today) && day <= Last(today);
}
