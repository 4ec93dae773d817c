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

    /// <summary>Takes the words out: the learner was erased. That there was one stays.</summary>
    public void Erase() => Reason = "";
}
