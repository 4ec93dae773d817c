using Cairn.Learning;
using Cairn.Learning.Credits;

namespace Cairn.Storage.Credits;

/// <summary>What one part of posted credit is for.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Hundredths">Its share, in hundredths of a credit, 0 or more.</param>
/// <param name="Level">The level it is taken for; null for none.</param>
public sealed record PostedPart(CompetencyId Competency, int? Stage, int Hundredths, decimal? Level = null);

/// <summary>Credit that a person posts without a decision from evidence here: of another school, of a provider, as it was agreed.</summary>
/// <param name="Id">The award's id, made with the form: what comes twice is awarded once.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Source">Where it comes from: <see cref="CreditSource.Agreement"/>, <see cref="CreditSource.Equivalency"/> or <see cref="CreditSource.Transfer"/>.</param>
/// <param name="Hundredths">How much, in hundredths of a credit, 1 to 10,000.</param>
/// <param name="EarnedOn">The day, in the district; not after today.</param>
/// <param name="Title">The course title, 1 to 200 characters; the policy's where one is given.</param>
public sealed record CreditPosting(CreditAwardId Id, LearnerId Learner, CreditSource Source, int Hundredths, DateOnly EarnedOn, string Title)
{
    /// <summary>The policy whose credit it is taken for; null for none.</summary>
    public CreditPolicyId? Policy { get; init; }

    /// <summary>What it is for; empty where it says none. The shares may not be more than the credit.</summary>
    public IReadOnlyList<PostedPart> Parts { get; init; } = [];

    /// <summary>For which line of another school's transcript; null for none.</summary>
    public PriorLineId? Prior { get; init; }

    /// <summary>By which agreement; null for none.</summary>
    public CreditAgreementId? Agreement { get; init; }

    /// <summary>In which area; that of the policy where one is given.</summary>
    public AreaId? Area { get; init; }

    /// <summary>The mean of levels; null for none.</summary>
    public decimal? Level { get; init; }

    /// <summary>Graded or not.</summary>
    public GradingOption Grading { get; init; } = GradingOption.Graded;

    /// <summary>Is it weighted?</summary>
    public bool IsWeighted { get; init; }

    /// <summary>The last day it counts unless evidence confirms it; null where it is not provisional.</summary>
    public DateOnly? ProvisionalUntil { get; init; }

    /// <summary>The course code; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The subject that diploma rules ask for; empty for none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Tags that diploma rules ask for, apart by commas.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The grade of another school, as it stood there.</summary>
    public string Grade { get; init; } = "";

    /// <summary>Where it was earned.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Why, in the words of who posts it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Awards in force that it stands in place of, each with why: a provisional one that was confirmed or corrected. They are reversed in the same turn, before anything is compared.</summary>
    public IReadOnlyList<(CreditAwardId Award, ReversalReason Reason)> Replaces { get; init; } = [];
}

/// <summary>What became of an award.</summary>
public enum CreditOutcome
{
    /// <summary>It is awarded.</summary>
    Done = 0,

    /// <summary>It is not there for whoever wants it.</summary>
    NotFound = 1,

    /// <summary>What is shown has changed since the form was drawn.</summary>
    MovedOn = 2,

    /// <summary>What the policy asks for is not there; <see cref="CreditAnswer.Decision"/> says what is missing.</summary>
    NotEarned = 3,

    /// <summary>It was credited already; <see cref="CreditAnswer.Overlap"/> says where.</summary>
    Overlaps = 4,

    /// <summary>Only who keeps the official record may do that: shares before the whole, or credit without a grade where the policy grades it.</summary>
    NeedsCertify = 5,

    /// <summary>A reason has to be given.</summary>
    NeedsReason = 6,

    /// <summary>It is no credit: too much or none, a day to come, shares that are more than the whole, an unknown policy.</summary>
    Invalid = 7,

    /// <summary>What was agreed is not signed by all, or is not complete.</summary>
    NotAgreed = 8,

    /// <summary>It is graded, and nobody said a level that it can be graded by.</summary>
    NeedsLevel = 9,
}

/// <summary>What became of an award, and why.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Award">The award; null where there is none.</param>
/// <param name="Decision">What was decided; null where nothing was.</param>
/// <param name="Overlap">What stands in the way, or made place; null where nothing was compared.</param>
public sealed record CreditAnswer(CreditOutcome Outcome, CreditAward? Award = null, CreditDecision? Decision = null, CreditOverlap? Overlap = null);
