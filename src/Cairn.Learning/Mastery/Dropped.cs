namespace Cairn.Learning.Mastery;

/// <summary>Why something in the record did not count.</summary>
public enum DropReason
{
    /// <summary>It carries no level.</summary>
    NoLevel,

    /// <summary>It was retracted.</summary>
    Retracted,

    /// <summary>The learner's own judgment, which never counts.</summary>
    LearnersOwn,

    /// <summary>A mentor's judgment, which advises here.</summary>
    Advises,

    /// <summary>The same judge judged the same experience again.</summary>
    JudgedAgain,

    /// <summary>A moderator settled the experience.</summary>
    Moderated,

    /// <summary>Another judge's level stands for the experience, by policy.</summary>
    OtherJudge,

    /// <summary>It enters only through the median of the judges.</summary>
    InMedian,

    /// <summary>Older than the latest pieces that the rule reads.</summary>
    Older,

    /// <summary>Not among the best that the rule reads.</summary>
    NotAmongBest,

    /// <summary>Below the threshold that the rule counts from.</summary>
    BelowThreshold,

    /// <summary>Its kind weighs nothing.</summary>
    NoWeight,

    /// <summary>A completion stands in its place.</summary>
    GivesWayToCompletion,

    /// <summary>The rule reads judgments of the whole body of evidence only.</summary>
    NotOfTheWhole,

    /// <summary>A judgment of the whole body, which this rule does not read.</summary>
    OfTheWhole,

    /// <summary>A later judgment of the whole body stands.</summary>
    JudgedAgainWhole,

    /// <summary>The child has no value yet.</summary>
    ChildWithoutValue,

    /// <summary>There is too little evidence yet for it to count.</summary>
    TooLittleYet,

    /// <summary>It speaks to a target that is no longer in use.</summary>
    NotInUse,

    /// <summary>A judgment of the whole that waits for a second judge.</summary>
    AwaitsModeration,
}

/// <summary>A judgment that did not count, and why.</summary>
/// <param name="Judgment">The judgment.</param>
/// <param name="Why">Why not.</param>
public readonly record struct Dropped(JudgmentId Judgment, DropReason Why);

/// <summary>A score that a rule did not count, by its place in the list, and why.</summary>
/// <param name="Index">Its place among the scores, from 0.</param>
/// <param name="Why">Why not.</param>
public readonly record struct DroppedScore(int Index, DropReason Why);
