namespace Cairn.Learning.Privacy;

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

    /// <summary>The parts.</summary>
    public IReadOnlyList<RetainedPart> ErasedParts() => [.. Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RetainedPart>).Distinct().Order()];

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
