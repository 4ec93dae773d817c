namespace Cairn.Learning.Plans;

/// <summary>Where somebody is against their plan.</summary>
public enum PaceState
{
    /// <summary>Nothing is planned.</summary>
    NoPlan = 0,

    /// <summary>Within the band.</summary>
    On = 1,

    /// <summary>As many weeks ahead as the band is wide, or more.</summary>
    Ahead = 2,

    /// <summary>As many weeks behind as the band is wide, or more.</summary>
    Behind = 3,
}

/// <summary>Pace against plan, with a band both ways: how many whole school weeks lie between where somebody is and where the plan has them. A conclusion.</summary>
public sealed record PaceBand
{
    private PaceBand(int needed, int done, int expected, int weeks, int band) => (Needed, Done, Expected, Weeks, Band) = (needed, done, expected, weeks, band);

    /// <summary>How much is planned.</summary>
    public int Needed { get; }

    /// <summary>How much of it is done, 0 to <see cref="Needed"/>.</summary>
    public int Done { get; }

    /// <summary>How much is done beyond what is planned, such as pieces of a later stage: told beside it, and no part of the pace.</summary>
    public int Further { get; internal init; }

    /// <summary>How much the plan has done by today.</summary>
    public int Expected { get; }

    /// <summary>How much the plan had done as many weeks ago as the band is wide.</summary>
    public int Least { get; private init; }

    /// <summary>How much the plan has done when as many weeks have passed.</summary>
    public int Most { get; private init; }

    /// <summary>Whole school weeks ahead of the plan; below 0 behind it.</summary>
    public int Weeks { get; }

    /// <summary>Weeks ahead or behind that are told.</summary>
    public int Band { get; }

    /// <summary>Where that is.</summary>
    public PaceState State => Needed == 0 ? PaceState.NoPlan : Weeks >= Band ? PaceState.Ahead : Weeks <= -Band ? PaceState.Behind : PaceState.On;

    /// <summary>Concludes it. Who did k things is on pace while the plan has the k-th or the next in work; ahead before its days begin, behind once the next one is due.</summary>
    /// <param name="due">The days by which one thing each is due, in any order: a plan's steps, or evidence spread over a year.</param>
    /// <param name="done">How many of them are done, 0 to all.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="calendar">When school is open.</param>
    /// <param name="band">Whole weeks, 1 or more.</param>
    /// <exception cref="ArgumentException">Fewer than none are done or more than all, or the band is not wide.</exception>
    public static PaceBand From(IReadOnlyCollection<DateOnly> due, int done, DateOnly today, SchoolCalendar calendar, int band)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(calendar);
        if (done < 0 || done > due.Count) throw new ArgumentException("What is done is some of what is planned.", nameof(done));
        if (band < 1) throw new ArgumentException("A band is a week or more.", nameof(band));
        List<DateOnly> days = [.. due.Order()];
        var reached = done;
        // A thing has the days since the one before it was due: done within them, it is on time. Once all are done, nothing comes before the last day.
        var ahead = reached == days.Count ? reached - 1 : reached - 2;
        var open = ahead >= 0 && today < days[ahead] ? calendar.OpenDays(today, days[ahead])
            : reached < days.Count && today > days[reached] ? -calendar.OpenDays(days[reached], today) : 0;
        return new PaceBand(days.Count, done, days.Count(day => day <= today), open / SchoolCalendar.DaysAWeek, band)
        {
            Least = days.Count(day => day <= today.AddDays(-7 * band)), Most = days.Count(day => day <= today.AddDays(7 * band)),
        };
    }

    /// <summary>Spreads things evenly over the open days of a year: the last is due on its last open day.</summary>
    /// <param name="needed">How many, 0 to 10,000.</param>
    /// <param name="year">The year.</param>
    /// <param name="calendar">When school is open.</param>
    public static IReadOnlyList<DateOnly> Spread(int needed, SchoolYear year, SchoolCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (needed is < 0 or > 10_000) throw new ArgumentException("How many is 0 to 10,000.", nameof(needed));
        List<DateOnly> open = [.. calendar.Days(year.First.AddDays(-1), year.Last)];
        return [.. Enumerable.Range(1, needed).Select(i => open.Count == 0 ? year.Last : open[((i * open.Count) + needed - 1) / needed - 1])];
    }
}
