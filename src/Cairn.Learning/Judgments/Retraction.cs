namespace Cairn.Learning.Judgments;

/// <summary>What kind of fact a retraction takes out of force.</summary>
public enum RetractedKind
{
    /// <summary>A judgment.</summary>
    Judgment = 1,

    /// <summary>An entry into a stage.</summary>
    StageEntry = 2,

    /// <summary>An override.</summary>
    Override = 3,

    /// <summary>A piece of evidence, with whatever was judged on it.</summary>
    Evidence = 4,
}

/// <summary>Takes one fact out of force, for good: a fact. A correction is a retraction and a new fact.</summary>
/// <param name="Id">The retraction's id.</param>
/// <param name="Learner">Whose record.</param>
/// <param name="Kind">What kind of fact.</param>
/// <param name="Fact">The fact's id.</param>
/// <param name="By">Who retracted it.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record Retraction(RetractionId Id, LearnerId Learner, RetractedKind Kind, Guid Fact, PersonId By, DateTime RecordedAt);
