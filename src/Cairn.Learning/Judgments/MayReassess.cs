namespace Cairn.Learning.Judgments;

/// <summary>Why a learner cannot ask for a check now.</summary>
public enum ReassessFault
{
    /// <summary>They can.</summary>
    None = 0,

    /// <summary>They asked already, and it waits.</summary>
    Waits = 1,

    /// <summary>They asked as often as the policy lets them.</summary>
    UsedUp = 2,

    /// <summary>The days between two checks are not over.</summary>
    TooSoon = 3,

    /// <summary>They have not yet said what they did since.</summary>
    NeedsCorrectives = 4,
}

/// <summary>A check that was asked for earlier.</summary>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="AnsweredAt">When it was answered or taken back, UTC; null while it waits.</param>
/// <param name="IsHeld">Was it held?</param>
/// <param name="IsSentBack">Was something asked for first?</param>
public readonly record struct AskedCheck(DateTime AskedAt, DateTime? AnsweredAt, bool IsHeld, bool IsSentBack)
{
    /// <summary>Does it wait for somebody?</summary>
    public bool IsOpen => AnsweredAt is null;

    // Whoever takes a request back after somebody looked was checked all the same.
    // And a check of which every word was taken back, and none said anew before the next was asked for, was none.
    internal bool IsUsed(IReadOnlyCollection<DateTime> judged, IReadOnlyCollection<DateTime> takenBack, DateTime next)
    {
        var (from, until) = (AskedAt, AnsweredAt ?? DateTime.MaxValue);
        bool Within(DateTime at) => at >= from && at <= until;
        if (IsOpen || judged.Any(Within)) return true;
        return IsHeld && (!takenBack.Any(Within) || judged.Any(at => at >= from && at < next));
    }
}

/// <summary>Whether a learner may ask for a check of one competency at one stage, and else why not and what opens it. A conclusion from dated facts.</summary>
public sealed record MayReassess
{
    private MayReassess(ReassessmentPolicy policy) => Policy = policy;

    /// <summary>The policy it was concluded by.</summary>
    public ReassessmentPolicy Policy { get; }

    /// <summary>What stands in the way; none where nothing does.</summary>
    public ReassessFault Fault { get; private init; }

    /// <summary>Has no educator judged it yet? Then no policy of reassessment speaks.</summary>
    public bool IsFirst { get; private init; }

    /// <summary>Further checks that were asked for and had, or that wait.</summary>
    public int Used { get; private init; }

    /// <summary>The first day on which asking is open; null where no day opens it.</summary>
    public DateOnly? OpensOn { get; private init; }

    /// <summary>What was done after this moment counts as done since, UTC; null where nothing has to be.</summary>
    public DateTime? Since { get; private init; }

    /// <summary>May they ask?</summary>
    public bool IsOpen => Fault == ReassessFault.None;

    /// <summary>Is a word about what was done since a part of asking? Also where it is there already.</summary>
    public bool AsksCorrectives => Policy.CorrectivesFirst && Since is not null;

    /// <summary>Further checks that are left; null where there is no cap.</summary>
    public int? Left => Policy.Cap is { } cap ? Math.Max(0, cap - Used) : null;

    /// <summary>Concludes it.</summary>
    /// <param name="policy">The policy of the learner's place on the day.</param>
    /// <param name="judged">When educators judged it at this stage, UTC; only what is in force.</param>
    /// <param name="asked">Every check of it at this stage that was asked for, of whatever part.</param>
    /// <param name="isWaiting">Does the very same wait already?</param>
    /// <param name="correctives">When something was done about it, UTC.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="day">The district's day of a moment.</param>
    /// <param name="takenBack">When educators judged it in what was taken out of force since, UTC; null for nothing.</param>
    public static MayReassess From(
        ReassessmentPolicy policy, IReadOnlyCollection<DateTime> judged, IReadOnlyCollection<AskedCheck> asked, bool isWaiting, IEnumerable<DateTime> correctives, DateOnly today, Func<DateTime, DateOnly> day,
        IReadOnlyCollection<DateTime>? takenBack = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(day);
        if (judged.Count == 0 && !asked.Any(one => one.IsSentBack)) return new MayReassess(policy) { IsFirst = true, Fault = isWaiting ? ReassessFault.Waits : ReassessFault.None, OpensOn = isWaiting ? null : today };
        var used = judged.Count == 0 ? 0 : asked.Count(one => one.AskedAt >= judged.Min() && one.IsUsed(judged, takenBack ?? [], asked.Select(each => each.AskedAt).Where(at => at > one.AskedAt).DefaultIfEmpty(DateTime.MaxValue).Min()));
        DateOnly? opens = judged.Count == 0 ? today : Later(today, day(judged.Max()).AddDays(policy.DaysBetween));
        var since = judged.Concat(asked.Where(one => one.IsSentBack).Select(one => one.AnsweredAt!.Value)).Max();
        var fault = isWaiting ? ReassessFault.Waits
            : used >= policy.Cap ? ReassessFault.UsedUp
            : opens > today ? ReassessFault.TooSoon
            : policy.CorrectivesFirst && !correctives.Any(at => at > since) ? ReassessFault.NeedsCorrectives
            : ReassessFault.None;
        return new MayReassess(policy)
        {
            IsFirst = judged.Count == 0, Used = used, Since = since, Fault = fault,
            OpensOn = fault is ReassessFault.Waits or ReassessFault.UsedUp ? null : opens,
        };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
