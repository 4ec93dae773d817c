namespace Cairn.Learning.Plans;

/// <summary>What educators said of one part of one competency, at one stage.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Target">The target under it; null for the competency.</param>
/// <param name="Stage">The stage; null where there is none.</param>
/// <param name="Line">The lowest level that is at the line.</param>
/// <param name="Levels">Levels, one an experience, oldest first.</param>
public sealed record Tries(CompetencyId Competency, TargetId? Target, int? Stage, decimal Line, IReadOnlyList<decimal> Levels)
{
    /// <summary>How many of the last tries are below the line and no higher than the first of them; a rise, or the line, begins anew.</summary>
    public int WithoutRise
    {
        get
        {
            var count = 0;
            for (var i = 0; i < Levels.Count; i++)
                count = Levels[i] >= Line ? 0 : count > 0 && Levels[i] <= Levels[i - count] ? count + 1 : 1;
            return count;
        }
    }
}

/// <summary>Somebody tries the same again and again within the last <see cref="PacePolicy.LoopDays"/> open school days, and does not rise.</summary>
/// <param name="Of">What was tried.</param>
/// <param name="Count">How often, without a rise.</param>
public sealed record RetakeLoop(Tries Of, int Count);

/// <summary>Whether a learner's record stands still, and why that is said: quiet for many open school days, or the same tried over and over. A conclusion, for adults.</summary>
public sealed record Stall
{
    private Stall(DateOnly? lastShown, int days, bool isQuiet, IReadOnlyList<RetakeLoop> loops) => (LastShown, Days, IsQuiet, Loops) = (lastShown, days, isQuiet, loops);

    /// <summary>The day of the newest evidence; null where there is none.</summary>
    public DateOnly? LastShown { get; }

    /// <summary>Open school days since then; at most since the year began, or since the learner came.</summary>
    public int Days { get; }

    /// <summary>Are these as many as the policy says, or more?</summary>
    public bool IsQuiet { get; }

    /// <summary>What was tried over and over, the most often first.</summary>
    public IReadOnlyList<RetakeLoop> Loops { get; }

    /// <summary>Does anything stand still?</summary>
    public bool IsAny => IsQuiet || Loops.Count > 0;

    /// <summary>Concludes it. Days when school is closed are nobody's fault, and are not counted.</summary>
    /// <param name="lastShown">The day of the newest evidence; null where there is none.</param>
    /// <param name="begins">The day from which it is counted at the earliest: the year's first, or the learner's first with us.</param>
    /// <param name="tries">What educators said of late, in what does not hold the line.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="calendar">When school is open.</param>
    /// <param name="policy">What counts as quiet, and as a loop.</param>
    public static Stall From(DateOnly? lastShown, DateOnly begins, IEnumerable<Tries> tries, DateOnly today, SchoolCalendar calendar, PacePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(policy);
        var days = calendar.OpenDays(lastShown is { } last && last > begins ? last : begins, today);
        return new Stall(lastShown, days, days >= policy.QuietDays,
            [.. tries.Select(one => new RetakeLoop(one, one.WithoutRise)).Where(one => one.Count >= policy.LoopTries).OrderByDescending(one => one.Count)]);
    }
}
