namespace Cairn.Learning.Judgments;

/// <summary>Taking back with one key what one has just said: one's own newest judgment, while the day is fresh. What is older is taken back on its own page, with a reason.</summary>
public static class TakingBack
{
    /// <summary>For so long one key is enough.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(12);

    /// <summary>The judgment that is taken back; null where there is none.</summary>
    /// <param name="judgments">Judgments in force of one claim, in any order.</param>
    /// <param name="by">Who takes back.</param>
    /// <param name="now">Now, UTC.</param>
    public static Judgment? Newest(IEnumerable<Judgment> judgments, PersonId by, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(judgments);
        return judgments.Where(one => one.Judge == by && (one.Role is JudgeRole.Educator or JudgeRole.Moderator) && IsFresh(one, now)).MaxBy(one => (one.RecordedAt, one.Id.Value));
    }

    /// <summary>Is a judgment so new that one key takes it back?</summary>
    /// <param name="judgment">The judgment.</param>
    /// <param name="now">Now, UTC.</param>
    public static bool IsFresh(Judgment judgment, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(judgment);
        return judgment.JudgedAt > now - Window;
    }
}
