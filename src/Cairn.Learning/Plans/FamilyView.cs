namespace Cairn.Learning.Plans;

/// <summary>Is a learner on track in an area?</summary>
public enum Track
{
    /// <summary>Nobody has looked at it yet.</summary>
    NotSeen = 1,

    /// <summary>Something was looked at, too little to tell.</summary>
    TooEarly = 2,

    /// <summary>Most of what was looked at is shown, or moves on.</summary>
    OnTrack = 3,

    /// <summary>More than a third of what was looked at needs more time.</summary>
    NeedsTime = 4,
}

/// <summary>An area with its verdict and its reasons. A conclusion.</summary>
public sealed record AreaTrack
{
    private AreaTrack(AreaId area, Track verdict, IReadOnlyList<CompetencyTrack> lines) => (Area, Verdict, Lines) = (area, verdict, lines);

    /// <summary>The area.</summary>
    public AreaId Area { get; }

    /// <summary>The verdict.</summary>
    public Track Verdict { get; }

    /// <summary>Its competencies with their reasons, in framework order.</summary>
    public IReadOnlyList<CompetencyTrack> Lines { get; }

    /// <summary>Concludes an area.</summary>
    public static AreaTrack From(AreaId area, IReadOnlyList<CompetencyTrack> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (seen, slow) = (lines.Count(one => one.IsSeen), lines.Count(one => one.NeedsTime));
        // What a plan's day says, or a level that was reached, is enough by itself: the pieces behind it were counted already.
        var isEnough = lines.Any(one => one.Reason is TrackReason.Shown or TrackReason.PastDue) || lines.Sum(one => one.Line.Pieces) >= FamilyView.LeastPieces;
        return new AreaTrack(area, seen == 0 ? Track.NotSeen : !isEnough ? Track.TooEarly : slow * 3 <= seen ? Track.OnTrack : Track.NeedsTime, lines);
    }
}

/// <summary>
/// The answer a family gets first: is the learner on track, in how many areas, what is done well and what is next. A conclusion, made from where the
/// learner stands and the days of their plan. Never from other learners. docs/explanation/on-track.md says it in words.
/// </summary>
public sealed record FamilyView
{
    /// <summary>Days that a begun competency may rest while the learner shows other things: six weeks.</summary>
    public const int QuietDays = 42;

    /// <summary>Pieces in an area before there is a verdict.</summary>
    public const int LeastPieces = 3;

    private const int StrengthsShown = 3;

    private FamilyView(IReadOnlyList<AreaTrack> areas, DateOnly? newest) => (Areas, Newest) = (areas, newest);

    /// <summary>Areas with their verdicts, in framework order.</summary>
    public IReadOnlyList<AreaTrack> Areas { get; }

    /// <summary>The day of the newest piece in anything; null for none.</summary>
    public DateOnly? Newest { get; }

    /// <summary>In how many areas the learner is on track.</summary>
    public int OnTrack => Areas.Count(one => one.Verdict == Track.OnTrack);

    /// <summary>In how many areas there is a verdict.</summary>
    public int Judged => Areas.Count(one => one.Verdict is Track.OnTrack or Track.NeedsTime);

    /// <summary>What is done well: shown, the newest first, of different areas as long as there are any.</summary>
    public IReadOnlyList<CompetencyTrack> Strengths => [.. Areas
        .SelectMany(area => area.Lines.Where(one => one.Reason == TrackReason.Shown && one.Line.LastShown is not null).OrderByDescending(one => one.Line.LastShown).Select((one, place) => (one, place)))
        .OrderBy(one => one.place).ThenByDescending(one => one.one.Line.LastShown).Take(StrengthsShown).Select(one => one.one)];

    /// <summary>What is next: a check that has its day, else what an area needs that wants more time, else what is nearest to full, else something new. Null where all is shown.</summary>
    public CompetencyTrack? Next => Areas.SelectMany(area => area.Lines.Select(one => (Area: area, Line: one))).Where(one => one.Line.Reason != TrackReason.Shown)
        .OrderBy(one => one.Line.Line.CheckOn ?? DateOnly.MaxValue).ThenBy(one => one.Line.Reason == TrackReason.NotSeen)
        .ThenBy(one => one.Area.Verdict != Track.NeedsTime).ThenBy(one => one.Line.Line.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.Line.Line.Empty == 0 ? 1 : one.Line.Line.Empty)
        .Select(one => one.Line).FirstOrDefault();

    /// <summary>Has nothing at all been shown for longer than a competency may rest?</summary>
    public bool IsQuietOn(DateOnly today) => Newest?.AddDays(QuietDays) < today;

    /// <summary>Concludes from a learner's lines, in framework order.</summary>
    /// <param name="lines">Every competency of learning that counts, at the stage the learner works at now; no habits.</param>
    /// <param name="today">The district's day.</param>
    public static FamilyView From(IReadOnlyList<TrackLine> lines, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var newest = lines.Max(one => one.LastShown);
        return new FamilyView([.. lines.GroupBy(one => one.Area).Select(area => AreaTrack.From(area.Key, [.. area.Select(one => CompetencyTrack.From(one, today, newest))]))], newest);
    }
}
