namespace Cairn.Learning.Credits;

/// <summary>What an appeal is about.</summary>
public enum AppealAbout
{
    /// <summary>Credit that was awarded, or taken out of force.</summary>
    Award = 1,

    /// <summary>Credit that was not awarded: the code of its policy says which.</summary>
    Refusal = 2,

    /// <summary>A requirement of a diploma: its path says which.</summary>
    Diploma = 3,
}

/// <summary>How far an appeal is.</summary>
public enum AppealState
{
    /// <summary>It waits for a decision.</summary>
    Asked = 1,

    /// <summary>It was granted.</summary>
    Granted = 2,

    /// <summary>It was denied, with a reason.</summary>
    Denied = 3,

    /// <summary>Whoever asked took it back.</summary>
    TakenBack = 4,
}

/// <summary>A wish that a decision about credit or a diploma be looked at again, by somebody who did not make it.</summary>
public sealed class CreditAppeal(CreditAppealId id, LearnerId learner, AppealAbout about, string what, string words, PersonId askedBy, DateTime askedAt, DateOnly dueOn, PersonId? firstDecidedBy)
{
    /// <summary>Its id.</summary>
    public CreditAppealId Id { get; private set; } = id;

    /// <summary>Whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>What it is about.</summary>
    public AppealAbout About { get; private set; } = about;

    /// <summary>Which: an award's id, a policy's code, or a requirement's path behind the code of its plan.</summary>
    public string What { get; private set; } = what;

    /// <summary>Why, in the words of who asks.</summary>
    public string Words { get; private set; } = words;

    /// <summary>Who asks: the learner, their family, or an educator for them.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>The day by which it is decided, in the district.</summary>
    public DateOnly DueOn { get; private set; } = dueOn;

    /// <summary>Who made the decision that it is about; null where no person did.</summary>
    public PersonId? FirstDecidedBy { get; private set; } = firstDecidedBy;

    /// <summary>How far it is.</summary>
    public AppealState State { get; private set; } = AppealState.Asked;

    /// <summary>Who decided; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The reason, which the family reads; empty before.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>May somebody decide it? Not who asked, and not who made the decision that it is about.</summary>
    public bool MayDecide(PersonId by) => by != AskedBy && by != FirstDecidedBy && by != Learner.Person;

    /// <summary>Decides it. Throws <see cref="InvalidOperationException"/> where it was decided or taken back, or by who may not; <see cref="ArgumentException"/> without a reason.</summary>
    public void Decide(bool isGranted, PersonId by, string reason, DateTime at)
    {
        if (State != AppealState.Asked) throw new InvalidOperationException("It was decided already.");
        if (!MayDecide(by)) throw new InvalidOperationException("Somebody else decides: not who asked, and not who made the decision.");
        if (string.IsNullOrWhiteSpace(reason)) throw new ArgumentException("A decision has a reason.", nameof(reason));
        (State, DecidedBy, Reason, DecidedAt, Version) = (isGranted ? AppealState.Granted : AppealState.Denied, by, reason, Instant.Utc(at), Version + 1);
    }

    /// <summary>Takes it back. Throws <see cref="InvalidOperationException"/> where it was decided, or by another than who asked.</summary>
    public void TakeBack(PersonId by, DateTime at)
    {
        if (State != AppealState.Asked || by != AskedBy) throw new InvalidOperationException("Only who asked takes back what nobody has decided.");
        (State, DecidedAt, Version) = (AppealState.TakenBack, Instant.Utc(at), Version + 1);
    }

    /// <summary>Takes its words out.</summary>
    public void Erase() => (Words, Reason, Version) = ("", "", Version + 1);
}
