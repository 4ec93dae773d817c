using Cairn.Learning.Judgments;

namespace Cairn.Learning.Mastery;

/// <summary>An educator's determination in place of the rule's: a fact. Its reason stands beside it, in <see cref="OverrideText"/>.</summary>
/// <param name="Id">The override's id.</param>
/// <param name="Learner">Whose learning.</param>
/// <param name="Competency">Of what competency.</param>
/// <param name="Stage">At what stage; null where there is none.</param>
/// <param name="Level">The level's number.</param>
/// <param name="Author">Who decided.</param>
/// <param name="DecidedOn">When it was decided, UTC.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
/// <param name="ExpiresAt">The first moment it no longer holds, UTC; null where the policy lets it stand.</param>
public sealed record Override(
    OverrideId Id, LearnerId Learner, CompetencyId Competency, int? Stage, decimal Level, PersonId Author,
    DateTime DecidedOn, DateTime RecordedAt, DateTime? ExpiresAt)
{
    /// <summary>Has it expired at a moment? Only time changes this, so it is asked when read.</summary>
    public bool IsExpired(DateTime at) => ExpiresAt <= at;

    /// <summary>The override that stands for a competency and stage: the latest that was neither retracted nor followed by another.</summary>
    public static Override? Standing(LearnerRecord record, CompetencyId competency, int? stage, AsOf asOf) =>
        record.OverridesOf(competency, asOf).LastOrDefault(one => one.Stage == stage && !record.IsRetracted(RetractedKind.Override, one.Id.Value, asOf));
}

/// <summary>Why an educator decided otherwise than the rule, kept beside the fact so that it can be erased without it.</summary>
/// <param name="Override">The override.</param>
/// <param name="Reason">The educator's words.</param>
public sealed record OverrideText(OverrideId Override, string Reason);

/// <summary>Where an override is in its life.</summary>
public enum OverrideState
{
    /// <summary>It stands.</summary>
    InForce,

    /// <summary>It stands, and newer evidence has arrived since: somebody should look.</summary>
    Stale,

    /// <summary>Its time is over; the rule's conclusion holds again.</summary>
    Expired,
}
