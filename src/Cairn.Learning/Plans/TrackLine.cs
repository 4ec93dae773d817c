namespace Cairn.Learning.Plans;

/// <summary>What is known of one competency of a learner, at the stage the learner works at now: what a family's answer is concluded from.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Area">Its area.</param>
/// <param name="IsShown">Is it at or above the line, or did an educator say so?</param>
/// <param name="Pieces">Pieces of work that were looked at, 0 or more.</param>
/// <param name="Empty">Boxes that are still to be filled, 0 or more.</param>
/// <param name="LastShown">The UTC day of the newest piece; null for none.</param>
/// <param name="DueOn">The day by which the learner's plan wants it shown; null where no plan says one.</param>
/// <param name="CheckOn">The day a check is planned for; null for none.</param>
public sealed record TrackLine(CompetencyId Competency, AreaId Area, bool IsShown, int Pieces, int Empty, DateOnly? LastShown, DateOnly? DueOn = null, DateOnly? CheckOn = null);

/// <summary>Why a competency moves on, or needs more time.</summary>
public enum TrackReason
{
    /// <summary>Nobody has looked at it yet: no verdict.</summary>
    NotSeen = 1,

    /// <summary>It is shown.</summary>
    Shown = 2,

    /// <summary>Its boxes are being filled.</summary>
    Growing = 3,

    /// <summary>Every box is filled, and it is not shown yet.</summary>
    Full = 4,

    /// <summary>It was begun, and then left while the learner showed other things.</summary>
    Quiet = 5,

    /// <summary>The plan wanted it shown by now.</summary>
    PastDue = 6,
}

/// <summary>One competency with its reason. A conclusion.</summary>
public sealed record CompetencyTrack
{
    private CompetencyTrack(TrackLine line, TrackReason reason) => (Line, Reason) = (line, reason);

    /// <summary>What it is concluded from.</summary>
    public TrackLine Line { get; }

    /// <summary>Why.</summary>
    public TrackReason Reason { get; }

    /// <summary>Is there a verdict?</summary>
    public bool IsSeen => Reason != TrackReason.NotSeen;

    /// <summary>Does it need more time?</summary>
    public bool NeedsTime => Reason is TrackReason.Full or TrackReason.Quiet or TrackReason.PastDue;

    /// <summary>Concludes one competency.</summary>
    /// <param name="line">What is known of it.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="newest">The day of the learner's newest piece in anything; null for none. Quiet is measured against it, so that a summer is nobody's fault.</param>
    public static CompetencyTrack From(TrackLine line, DateOnly today, DateOnly? newest)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.IsShown) return new(line, TrackReason.Shown);
        if (line.DueOn < today) return new(line, TrackReason.PastDue);
        if (line.Pieces == 0 || line.LastShown is not { } last) return new(line, TrackReason.NotSeen);
        if (line.Empty == 0) return new(line, TrackReason.Full);
        // A plan with a later day says that there is time.
        return new(line, line.DueOn is null && newest > last.AddDays(FamilyView.QuietDays) ? TrackReason.Quiet : TrackReason.Growing);
    }
}
