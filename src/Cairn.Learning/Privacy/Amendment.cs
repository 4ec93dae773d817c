namespace Cairn.Learning.Privacy;

/// <summary>How far a request for amendment is.</summary>
public enum AmendmentState
{
    /// <summary>It waits for a decision.</summary>
    Asked = 1,

    /// <summary>It was granted, and the record was amended.</summary>
    Granted = 2,

    /// <summary>It was refused; a hearing may be asked for, and a statement attached.</summary>
    Refused = 3,

    /// <summary>Whoever asked took it back.</summary>
    Withdrawn = 4,
}

/// <summary>A family's wish that something in a record be amended (34 CFR 99.20), with the day by which it is decided.</summary>
public sealed class Amendment(AmendmentId id, LearnerId learner, PersonId askedBy, string about, string wish, DateTime askedAt, DateOnly dueOn)
{
    /// <summary>Its id.</summary>
    public AmendmentId Id { get; private set; } = id;

    /// <summary>Whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Who asks: a guardian, or the learner of age.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>What it is about: the address of a part of the record, or words.</summary>
    public string About { get; private set; } = about;

    /// <summary>What is wished, in the words of whoever asks.</summary>
    public string Wish { get; private set; } = wish;

    /// <summary>When it was asked, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>By which day it is decided.</summary>
    public DateOnly DueOn { get; private set; } = dueOn;

    /// <summary>How far it is.</summary>
    public AmendmentState State { get; private set; } = AmendmentState.Asked;

    /// <summary>Who decided; empty before.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The decision's reasons, which the family reads; empty before.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>What the family says against a refusal: it stays with the record as long as the record does. Empty for none.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Decides it.</summary>
    public void Decide(bool isGranted, PersonId by, DateTime at, string reasons) => Change(AmendmentState.Asked, () =>
        (State, DecidedBy, DecidedAt, Decision) = (isGranted ? AmendmentState.Granted : AmendmentState.Refused, by, Instant.Utc(at), reasons));

    /// <summary>Takes it back.</summary>
    public void Withdraw() => Change(AmendmentState.Asked, () => State = AmendmentState.Withdrawn);

    /// <summary>Attaches the family's statement to a refusal.</summary>
    public void Attach(string statement) => Change(AmendmentState.Refused, () => Statement = statement);

    /// <summary>Takes the words out: the record that they speak of was erased. That it was asked and decided stays.</summary>
    public void Erase()
    {
        (Wish, Decision, Statement) = ("", "", "");
        Version++;
    }

    private void Change(AmendmentState from, Action change)
    {
        if (State != from) throw new InvalidOperationException($"A request that is {State} does not change so.");
        change();
        Version++;
    }
}
