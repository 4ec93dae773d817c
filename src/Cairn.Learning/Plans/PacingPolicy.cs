using Cairn.Learning.Judgments;
using Cairn.Learning.People;

namespace Cairn.Learning.Plans;

/// <summary>What counts as off pace.</summary>
/// <param name="BandWeeks">So many whole school weeks ahead or behind are told, 1 to 20.</param>
/// <param name="QuietDays">After so many open school days without evidence somebody looks, 1 to 100.</param>
/// <param name="LoopTries">So many judgments below the line without a rise are a loop, 2 to 10.</param>
public sealed record PacePolicy(int BandWeeks, int QuietDays, int LoopTries)
{
    /// <summary>Open school days that a loop is looked for in, eight school weeks: what was tried before them is another time.</summary>
    public const int LoopDays = 8 * SchoolCalendar.DaysAWeek;

    /// <summary>Three weeks both ways, ten days, three tries.</summary>
    public static PacePolicy Default { get; } = new(3, 10, 3);
}

/// <summary>How checks and pace are held at a place from a day on: the policy of a district, a school or a program. Never changed: a later one follows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="By">Who set it; empty for nobody.</param>
/// <param name="SetAt">When, UTC.</param>
public sealed record PacingPolicy(PacingPolicyId Id, DateOnly From, PersonId By, DateTime SetAt)
{
    /// <summary>What holds where nobody set anything.</summary>
    public static PacingPolicy Default { get; } = new(default, DateOnly.MinValue, default, DateTime.UnixEpoch);

    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>Does a learner say first what they did since?</summary>
    public bool CorrectivesFirst { get; init; } = ReassessmentPolicy.Default.CorrectivesFirst;

    /// <summary>Days between a judgment and the next wish for a check, 0 to 365.</summary>
    public int DaysBetween { get; init; } = ReassessmentPolicy.Default.DaysBetween;

    /// <summary>Further checks of one competency at one stage, 0 to 50; null for no cap.</summary>
    public int? Cap { get; init; }

    /// <summary>Whole weeks ahead or behind that are told, 1 to 20.</summary>
    public int BandWeeks { get; init; } = PacePolicy.Default.BandWeeks;

    /// <summary>Open school days without evidence after which somebody looks, 1 to 100.</summary>
    public int QuietDays { get; init; } = PacePolicy.Default.QuietDays;

    /// <summary>Judgments below the line without a rise that are a loop, 2 to 10.</summary>
    public int LoopTries { get; init; } = PacePolicy.Default.LoopTries;

    /// <summary>The first day of a school year; it comes again every year.</summary>
    public DateOnly YearFirst { get; init; } = new(2025, 8, 18);

    /// <summary>The last day of the same.</summary>
    public DateOnly YearLast { get; init; } = new(2026, 6, 12);

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);

    /// <summary>What comes before a further check.</summary>
    public ReassessmentPolicy Reassessment => new(CorrectivesFirst, DaysBetween, Cap);

    /// <summary>What counts as off pace.</summary>
    public PacePolicy Pace => new(BandWeeks, QuietDays, LoopTries);

    /// <summary>The policy of somebody at a place on a day: the narrowest that reaches them, of these the one that came last; the default where there is none.</summary>
    public static PacingPolicy InForce(IEnumerable<PacingPolicy> all, PolicyPlace place, DateOnly day) =>
        all.Where(one => one.From <= day && one.Place.Reaches(place))
            .OrderBy(one => one.Place.Narrowness).ThenBy(one => one.From).ThenBy(one => one.SetAt).ThenBy(one => one.Id.Value).LastOrDefault() ?? Default;
}

/// <summary>A day on which school is closed: a holiday, a day of snow.</summary>
/// <param name="Day">Which.</param>
/// <param name="Words">Why.</param>
public sealed record ClosedDay(DateOnly Day, string Words);
