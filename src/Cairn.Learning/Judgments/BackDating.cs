namespace Cairn.Learning.Judgments;

/// <summary>Why a day of showing cannot be written down.</summary>
public enum BackDatingFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>It is in the future, by more than clocks differ.</summary>
    InFuture = 1,

    /// <summary>It is before the learner's first day here, or nobody knows of one.</summary>
    BeforeEnrollment = 2,

    /// <summary>It is so long ago that a second educator has to know of it too.</summary>
    NeedsSecondEducator = 3,
}

/// <summary>How far back somebody may date what a learner showed. Pure: the clock and the days are handed in.</summary>
public static class BackDating
{
    /// <summary>As far as a clock elsewhere may run ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>After so many days one educator's word is not enough.</summary>
    public const int LongestAlone = 400;

    /// <summary>What is wrong with a day of showing; the first that applies.</summary>
    /// <param name="demonstratedOn">When the learner showed it, as somebody says, UTC.</param>
    /// <param name="day">The same on the district's calendar.</param>
    /// <param name="now">The moment of recording, UTC.</param>
    /// <param name="enrolledOn">The learner's first day in any group of the district; null where none is known.</param>
    /// <param name="hasSecondEducator">Has another educator said so already?</param>
    public static BackDatingFault FaultOf(DateTime demonstratedOn, DateOnly day, DateTime now, DateOnly? enrolledOn, bool hasSecondEducator)
    {
        if (demonstratedOn > now + ClockSkew) return BackDatingFault.InFuture;
        if (enrolledOn is not { } first || day < first) return BackDatingFault.BeforeEnrollment;
        return demonstratedOn < now.AddDays(-LongestAlone) && !hasSecondEducator ? BackDatingFault.NeedsSecondEducator : BackDatingFault.None;
    }
}
