namespace Cairn.Learning.Mastery;

/// <summary>Why a determination is not Proficient yet.</summary>
public enum NotYetReason
{
    /// <summary>It is Proficient.</summary>
    None = 0,

    /// <summary>Nothing has been judged.</summary>
    NoEvidence = 1,

    /// <summary>Fewer pieces than the rule asks for.</summary>
    TooFewPieces = 2,

    /// <summary>Fewer different experiences than the rule asks for.</summary>
    TooFewExperiences = 3,

    /// <summary>Fewer judges than the rule asks for.</summary>
    TooFewJudges = 4,

    /// <summary>Fewer scores at or above the threshold than the rule asks for.</summary>
    TooFewAtThreshold = 5,

    /// <summary>The rule has no answer where a score is zero.</summary>
    UndefinedForZero = 6,

    /// <summary>No piece is of a kind that weighs.</summary>
    NoWeight = 7,

    /// <summary>A required child has no value.</summary>
    RequiredChildWithoutValue = 8,

    /// <summary>The condition over the children is not met.</summary>
    ConditionNotMet = 9,

    /// <summary>Nobody has judged the body as a whole.</summary>
    NotJudgedWhole = 10,

    /// <summary>A second judge has not confirmed it.</summary>
    WaitsForModeration = 11,

    /// <summary>There is a level, below the Proficient line.</summary>
    BelowLine = 12,

    /// <summary>Continuum: evidence is still missing.</summary>
    BoxesEmpty = 13,

    /// <summary>Continuum: the mean of the kept levels is below the stage's minimum.</summary>
    BelowMinimumAverage = 14,

    /// <summary>Continuum: a kept level is below the minimum rating.</summary>
    BelowMinimumRating = 15,
}

/// <summary>Why not yet, with what there is and what is asked for where numbers say it.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Have">What there is; 0 where no number applies.</param>
/// <param name="Need">What is asked for; 0 where no number applies.</param>
public readonly record struct NotYet(NotYetReason Reason, decimal Have = 0, decimal Need = 0)
{
    /// <summary>Is there too little evidence for a level at all (drawn white), rather than a level below the line?</summary>
    public bool IsTooLittle => Reason is > NotYetReason.None and < NotYetReason.BelowLine;
}
