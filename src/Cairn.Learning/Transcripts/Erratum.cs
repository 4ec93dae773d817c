namespace Cairn.Learning.Transcripts;

/// <summary>How far an erratum is.</summary>
public enum ErratumState
{
    /// <summary>Somebody asked for it, and a second person has to approve.</summary>
    Asked = 1,

    /// <summary>It was approved, and done.</summary>
    Approved = 2,

    /// <summary>It was refused.</summary>
    Refused = 3,
}

/// <summary>A mistake in an issued record: one person tells of it and another approves that it is put right by a new edition, or that the record is taken back.</summary>
public sealed class Erratum(ErratumId id, LearnerId learner, FrozenRecordId record, bool isWithdrawal, string text, PersonId askedBy, DateTime askedAt)
{
    /// <summary>Its id.</summary>
    public ErratumId Id { get; private set; } = id;

    /// <summary>Whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Which issued record.</summary>
    public FrozenRecordId Record { get; private set; } = record;

    /// <summary>Is the record taken back? Else a new edition takes its place.</summary>
    public bool IsWithdrawal { get; private set; } = isWithdrawal;

    /// <summary>What is wrong, in the words of who asks.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Who asks.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>How far it is.</summary>
    public ErratumState State { get; private set; } = ErratumState.Asked;

    /// <summary>Who decided; null while nobody has.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC; null while it is not.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was decided so; empty while it is not.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>The new edition; null where there is none.</summary>
    public FrozenRecordId? Instead { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Approves it. Throws <see cref="InvalidOperationException"/> where it was decided already, by who asked for it, or without the new edition that a correction makes.</summary>
    public void Approve(PersonId by, string words, FrozenRecordId? instead, DateTime at)
    {
        if (IsWithdrawal == (instead is not null)) throw new InvalidOperationException("A correction makes a new edition, and a withdrawal makes none.");
        Decide(ErratumState.Approved, by, words, at);
        Instead = instead;
    }

    /// <summary>Refuses it. Throws <see cref="InvalidOperationException"/> where it was decided already, or by who asked for it.</summary>
    public void Refuse(PersonId by, string words, DateTime at) => Decide(ErratumState.Refused, by, words, at);

    /// <summary>Takes its words out.</summary>
    public void Erase() => (Text, Decision, Version) = ("", "", Version + 1);

    private void Decide(ErratumState state, PersonId by, string words, DateTime at)
    {
        if (State != ErratumState.Asked) throw new InvalidOperationException("It was decided already.");
        if (by == AskedBy) throw new InvalidOperationException("A second person decides.");
        (State, DecidedBy, DecidedAt, Decision, Version) = (state, by, Instant.Utc(at), words, Version + 1);
    }
}
