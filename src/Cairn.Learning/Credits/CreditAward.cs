namespace Cairn.Learning.Credits;

/// <summary>Where credit came from, what is proven most first: where two overlap, the earlier in this list stands.</summary>
public enum CreditSource
{
    /// <summary>Evidence that was judged here, by the policy's own method.</summary>
    Mastery = 1,

    /// <summary>An exam, and an artifact that a panel looked at.</summary>
    ExamAndArtifact = 2,

    /// <summary>The educator of record judged the whole.</summary>
    JudgedWhole = 3,

    /// <summary>What was agreed before, inside or outside the school.</summary>
    Agreement = 4,

    /// <summary>Other learning that is accepted in its place, such as a provider's certificate.</summary>
    Equivalency = 5,

    /// <summary>Credit of another school.</summary>
    Transfer = 6,
}

/// <summary>Credit that was awarded to a learner: a fact. Its title and grade stand beside it in <see cref="CreditAwardText"/>, and what it was awarded for in
/// <see cref="CreditAwardPart"/>. Only a <see cref="CreditReversal"/> takes it out of force.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Hundredths">How much, in hundredths of a credit, 1 to 10,000.</param>
/// <param name="EarnedOn">The day the last of it was shown, in the district.</param>
/// <param name="By">The educator of record, or whoever decided.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record CreditAward(CreditAwardId Id, LearnerId Learner, CreditSource Source, int Hundredths, DateOnly EarnedOn, PersonId By, DateTime RecordedAt)
{
    /// <summary>By which policy; null for none, as for credit of another school that has no like here.</summary>
    public CreditPolicyId? Policy { get; init; }

    /// <summary>By which agreement; null for none.</summary>
    public CreditAgreementId? Agreement { get; init; }

    /// <summary>For which line of another school's transcript; null for none.</summary>
    public PriorLineId? Prior { get; init; }

    /// <summary>By which panel; null for none.</summary>
    public CreditPanelId? Panel { get; init; }

    /// <summary>In which area; null for none.</summary>
    public AreaId? Area { get; init; }

    /// <summary>The mean of the levels it was awarded for, two decimals; null where there is none.</summary>
    public decimal? Level { get; init; }

    /// <summary>Graded or not.</summary>
    public GradingOption Grading { get; init; } = GradingOption.Graded;

    /// <summary>Is it weighted in a weighted average?</summary>
    public bool IsWeighted { get; init; }

    /// <summary>The learner's school when it was awarded; null for none. The conversion of that place grades it, wherever the learner is later.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The learner's program when it was awarded; null for none.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>The last day it counts unless evidence confirms it; null where it is not provisional.</summary>
    public DateOnly? ProvisionalUntil { get; init; }
}

/// <summary>Title, code and grade of an award as they were locked in, kept beside the fact so that they can be erased without it.</summary>
/// <param name="Award">The award.</param>
/// <param name="Title">The course title, to the letter.</param>
/// <param name="Code">The course code; empty for none.</param>
/// <param name="Subject">The subject that diploma rules ask for; empty for none.</param>
/// <param name="Tags">Tags that diploma rules ask for, apart by commas.</param>
/// <param name="Grade">The grade of another school, as it stood there; empty for credit that was earned here.</param>
/// <param name="Origin">Where it was earned: another school, a provider; empty for here.</param>
/// <param name="Reason">Why it was awarded, in the words of who did; empty where the policy says it all.</param>
public sealed record CreditAwardText(CreditAwardId Award, string Title, string Code, string Subject, string Tags, string Grade, string Origin, string Reason);

/// <summary>What a part of an award was awarded for: a fact. No competency is credited twice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Award">The award.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Hundredths">How much of the award, in hundredths of a credit, 0 or more.</param>
/// <param name="Level">The level that was held when it was awarded; null where none was, as for what is provisional.</param>
/// <param name="NewestFact">When the newest fact was recorded that the level was concluded from, UTC; null where there was none.</param>
public sealed record CreditAwardPart(CreditAwardPartId Id, LearnerId Learner, CreditAwardId Award, CompetencyId Competency, int? Stage, int Hundredths, decimal? Level, DateTime? NewestFact);

/// <summary>Why an award is not in force any more.</summary>
public enum ReversalReason
{
    /// <summary>It was a mistake.</summary>
    Mistake = 1,

    /// <summary>Credit from a source that is proven better covers the same.</summary>
    Overlap = 2,

    /// <summary>Evidence did not confirm what was taken for granted.</summary>
    NotConfirmed = 3,

    /// <summary>An appeal was granted.</summary>
    Appeal = 4,

    /// <summary>Parts of it became one award.</summary>
    Joined = 5,
}

/// <summary>Takes an award of credit out of force, for good: a fact. Its reason in words is in the journal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Award">Which award.</param>
/// <param name="Reason">Why.</param>
/// <param name="Instead">The award that stands in its place; null for none.</param>
/// <param name="By">Who decided.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record CreditReversal(CreditReversalId Id, LearnerId Learner, CreditAwardId Award, ReversalReason Reason, CreditAwardId? Instead, PersonId By, DateTime RecordedAt);
