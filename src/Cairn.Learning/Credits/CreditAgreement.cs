namespace Cairn.Learning.Credits;

/// <summary>How far an agreement is.</summary>
public enum AgreementState
{
    /// <summary>It is written, and not everybody has signed what it says now.</summary>
    Draft = 1,

    /// <summary>All have signed what it says now.</summary>
    Signed = 2,

    /// <summary>What was agreed was done, and credited.</summary>
    Complete = 3,

    /// <summary>It ended without credit.</summary>
    Ended = 4,
}

/// <summary>What an agreement says.</summary>
/// <param name="Title">What it is about; the course title of the credit.</param>
/// <param name="Content">What is learned, and where.</param>
/// <param name="Evidence">What will show it.</param>
/// <param name="Threshold">What is good enough.</param>
/// <param name="Subject">The subject that diploma rules ask for; empty for none.</param>
/// <param name="Hundredths">How much credit, in hundredths of a credit, 1 to <see cref="CreditAgreement.MostHundredths"/>.</param>
/// <param name="Grading">Graded or not.</param>
/// <param name="DueOn">The last day on which it can be completed, in the district.</param>
public sealed record AgreementTerms(string Title, string Content, string Evidence, string Threshold, string Subject, int Hundredths, GradingOption Grading, DateOnly DueOn);

/// <summary>What learner, family and the educator of record agreed before credit was worked for. Whatever changes in it is another edition, which all sign anew.</summary>
public sealed class CreditAgreement(CreditAgreementId id, LearnerId learner, CreditPolicyId? policy, PersonId educator, PersonId writtenBy, DateTime writtenAt)
{
    /// <summary>The most credit of one agreement, in hundredths of a credit: a teacher and a learner of age sign it alone.</summary>
    public const int MostHundredths = 1_000;

    /// <summary>Its id.</summary>
    public CreditAgreementId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The policy whose credit it is; null for credit of its own.</summary>
    public CreditPolicyId? Policy { get; private set; } = policy;

    /// <summary>The educator of record, who signs it and says when it is done.</summary>
    public PersonId Educator { get; private set; } = educator;

    /// <summary>Who wrote it.</summary>
    public PersonId WrittenBy { get; private set; } = writtenBy;

    /// <summary>When, UTC.</summary>
    public DateTime WrittenAt { get; private set; } = writtenAt;

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is learned, and where.</summary>
    public string Content { get; private set; } = "";

    /// <summary>What will show it.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>What is good enough.</summary>
    public string Threshold { get; private set; } = "";

    /// <summary>The subject that diploma rules ask for; empty for none.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How much credit, in hundredths of a credit.</summary>
    public int Hundredths { get; private set; }

    /// <summary>Graded or not.</summary>
    public GradingOption Grading { get; private set; } = GradingOption.Graded;

    /// <summary>The last day on which it can be completed, in the district.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>How far it is.</summary>
    public AgreementState State { get; private set; } = AgreementState.Draft;

    /// <summary>Grows with every change of what it says: a signature is under one edition.</summary>
    public int Edition { get; private set; }

    /// <summary>When it was completed or ended, UTC; null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it was completed or ended, in the words of who did; empty before.</summary>
    public string Closing { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>May what it says change, and may it be signed?</summary>
    public bool IsOpen => State is AgreementState.Draft or AgreementState.Signed;

    /// <summary>What it says now.</summary>
    public AgreementTerms Terms => new(Title, Content, Evidence, Threshold, Subject, Hundredths, Grading, DueOn);

    /// <summary>Says something else: another edition, which nobody has signed. Throws <see cref="InvalidOperationException"/> where it is closed.</summary>
    public void Say(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!IsOpen) throw new InvalidOperationException("An agreement that is closed does not change.");
        if (terms.Hundredths is < 1 or > MostHundredths) throw new ArgumentOutOfRangeException(nameof(terms), terms.Hundredths, "Credit of an agreement is 1 to 1,000 hundredths.");
        (Title, Content, Evidence, Threshold, Subject, Hundredths, Grading, DueOn) = terms;
        (State, Edition, Version) = (AgreementState.Draft, Edition + 1, Version + 1);
    }

    /// <summary>All have signed what it says now, or one of them no more: read from the signatures.</summary>
    public void Sign(AgreementSigned signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        if (!IsOpen || signed.Edition != Edition) throw new InvalidOperationException("These are not the signatures of what it says now.");
        (State, Version) = (signed.IsWhole ? AgreementState.Signed : AgreementState.Draft, Version + 1);
    }

    /// <summary>What was agreed was done. Throws <see cref="InvalidOperationException"/> where not all have signed, or by another than the educator of record.</summary>
    public void Complete(PersonId by, string words, DateTime at)
    {
        if (State != AgreementState.Signed) throw new InvalidOperationException("Only what all have signed can be completed.");
        if (by != Educator) throw new InvalidOperationException("The educator of record says when it is done.");
        (State, Closing, ClosedAt, Version) = (AgreementState.Complete, words, Instant.Utc(at), Version + 1);
    }

    /// <summary>Ends it without credit. Throws <see cref="InvalidOperationException"/> where it is closed.</summary>
    public void End(string words, DateTime at)
    {
        if (!IsOpen) throw new InvalidOperationException("It is closed already.");
        (State, Closing, ClosedAt, Version) = (AgreementState.Ended, words, Instant.Utc(at), Version + 1);
    }

    /// <summary>Takes its words out.</summary>
    public void Erase() => (Title, Content, Evidence, Threshold, Closing, Version) = ("", "", "", "", "", Version + 1);
}

/// <summary>A competency that an agreement is about: it has to be Proficient when the agreement is completed.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Edition">The edition that says so.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Learner">Whose agreement.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Hundredths">Its share of the credit, in hundredths.</param>
public sealed record CreditAgreementPart(CreditAgreementId Agreement, int Edition, int Position, LearnerId Learner, CompetencyId Competency, int? Stage, int Hundredths);
