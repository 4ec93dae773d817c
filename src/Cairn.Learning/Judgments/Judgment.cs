using Cairn.Learning.Evidence;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Judgments;

/// <summary>In what relation to the learner somebody judged.</summary>
public enum JudgeRole
{
    /// <summary>An educator.</summary>
    Educator = 0,

    /// <summary>A second judge who settles the first ones.</summary>
    Moderator = 1,

    /// <summary>A mentor outside the school; advises.</summary>
    Mentor = 2,

    /// <summary>The learner; reflects, never counts.</summary>
    Learner = 3,
}

/// <summary>
/// One person's level for one claim: a fact. It says exactly one of a level, a non-score or a completion.
/// The reason stands beside it, in <see cref="JudgmentText"/>.
/// </summary>
/// <param name="Id">The judgment's id, a time-ordered UUID, or a name-based one for an imported row.</param>
/// <param name="Learner">Whose learning.</param>
/// <param name="Competency">What was judged.</param>
/// <param name="Target">The learning target under the competency, or null for the competency itself.</param>
/// <param name="Stage">The stage of the claim, 1 to 255, or null where the competency has no continuum.</param>
/// <param name="Evidence">The piece that was judged; null when the body of evidence was judged as a whole.</param>
/// <param name="Level">The level's number, two decimals at most; null with a non-score or a completion.</param>
/// <param name="NonScore">What was said that is no level; null otherwise.</param>
/// <param name="IsCompletion">Continuum only: the target is complete at this stage, without a level.</param>
/// <param name="Judge">Who judged.</param>
/// <param name="Role">In what relation to the learner.</param>
/// <param name="DemonstratedOn">When the learner showed it, UTC.</param>
/// <param name="JudgedAt">When it was judged, UTC.</param>
/// <param name="RecordedAt">When it was stored, UTC; no two facts of a district share it.</param>
public sealed record Judgment(
    JudgmentId Id, LearnerId Learner, CompetencyId Competency, TargetId? Target, int? Stage, EvidenceId? Evidence,
    decimal? Level, NonScore? NonScore, bool IsCompletion, PersonId Judge, JudgeRole Role,
    DateTime DemonstratedOn, DateTime JudgedAt, DateTime RecordedAt)
{
    /// <summary>The row's place at the source it was imported from, so that ties keep the source's order however often a row is
    /// corrected; 0 for what was judged here.</summary>
    public long Place { get; init; }

    /// <summary>The claim that was judged; null when the body was judged as a whole.</summary>
    public Claim? Claim => Evidence is { } piece ? new Claim(piece, Competency, Target, Stage) : null;

    /// <summary>Does it say exactly one thing?</summary>
    public bool IsWellFormed => (Level is null ? 0 : 1) + (NonScore is null ? 0 : 1) + (IsCompletion ? 1 : 0) == 1;

    /// <summary>The order of a body of evidence: the day of the work decides, not the day of the marking.</summary>
    public static int InOrder(Judgment left, Judgment right)
    {
        var order = left.DemonstratedOn.CompareTo(right.DemonstratedOn);
        if (order == 0) order = left.JudgedAt.CompareTo(right.JudgedAt);
        if (order == 0) order = left.Place.CompareTo(right.Place);
        if (order == 0) order = left.RecordedAt.CompareTo(right.RecordedAt);
        return order != 0 ? order : left.Id.Value.CompareTo(right.Id.Value);
    }
}

/// <summary>Why somebody judged as they did, kept beside the fact so that it can be erased without it.</summary>
/// <param name="Judgment">The judgment.</param>
/// <param name="Reason">The judge's words.</param>
public sealed record JudgmentText(JudgmentId Judgment, string Reason);
