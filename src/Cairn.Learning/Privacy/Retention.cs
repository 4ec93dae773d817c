namespace Cairn.Learning.Privacy;

/// <summary>How long a part of the record is kept.</summary>
public enum RetainedPart
{
    /// <summary>Facts, levels and what was concluded from them: what a transcript is made of.</summary>
    Record = 1,

    /// <summary>Words and files of evidence.</summary>
    Work = 2,

    /// <summary>Names, addresses and relations of a learner who left.</summary>
    Person = 3,

    /// <summary>Accounts and sessions of people who left.</summary>
    Access = 4,
}

/// <summary>For how many years after a learner left a part is kept. None said: for ever.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Years">Whole years after the learner left.</param>
/// <param name="Basis">The law or policy that says so.</param>
public sealed record Retention(RetainedPart Part, int Years, string Basis)
{
    /// <summary>The first day on which a part may be erased of a learner who left on a day.</summary>
    public DateOnly EndsAfter(DateOnly left) => left.AddYears(Years).AddDays(1);
}

/// <summary>Nothing of a record may be erased while it holds: a lawsuit, an inquiry, an open request of the family.</summary>
public sealed class LegalHold(LegalHoldId id, LearnerId learner, string reason, PersonId by, DateTime from)
{
    /// <summary>Its id.</summary>
    public LegalHoldId Id { get; private set; } = id;

    /// <summary>On whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who set it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>Since when, UTC.</summary>
    public DateTime From { get; private set; } = from;

    /// <summary>When it was lifted, UTC; null while it holds.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Who lifted it; empty before.</summary>
    public PersonId LiftedBy { get; private set; }

    /// <summary>Lifts it.</summary>
    public void Lift(PersonId by, DateTime at) => (LiftedBy, LiftedAt) = (by, Instant.Utc(at));
}

/// <summary>How far an erasure is.</summary>
public enum ErasureState
{
    /// <summary>It waits for a decision.</summary>
    Asked = 1,

    /// <summary>A second person agreed; it is carried out.</summary>
    Agreed = 2,

    /// <summary>It is done.</summary>
    Done = 3,

    /// <summary>It was refused.</summary>
    Refused = 4,
}

/// <summary>A wish that parts of what is held about a learner be erased: asked by one person, agreed to by another.</summary>
public sealed class Erasure(ErasureId id, LearnerId learner, string parts, string reason, PersonId askedBy, DateTime askedAt)
{
    /// <summary>Its id.</summary>
    public ErasureId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Which parts, words of <see cref="RetainedPart"/> with spaces between.</summary>
    public string Parts { get; private set; } = parts;

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who asks.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>How far it is.</summary>
    public ErasureState State { get; private set; } = ErasureState.Asked;

    /// <summary>Who decided; empty before.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>When it was carried out, UTC; null before.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Another person agrees or refuses.</summary>
    public void Decide(bool isAgreed, PersonId by, DateTime at)
    {
        if (State != ErasureState.Asked) throw new InvalidOperationException($"An erasure that is {State} is not decided again.");
        if (by == AskedBy) throw new InvalidOperationException("Whoever asked does not agree for the second person.");
        (State, DecidedBy, DecidedAt) = (isAgreed ? ErasureState.Agreed : ErasureState.Refused, by, Instant.Utc(at));
        Version++;
    }

    /// <summary>It was carried out.</summary>
    public void Finish(DateTime at)
    {
        if (State != ErasureState.Agreed) throw new InvalidOperationException($"An erasure that is {State} is not carried out.");
        (State, DoneAt) = (ErasureState.Done, Instant.Utc(at));
        Version++;
    }
}
