using Cairn.Learning.People;

namespace Cairn.Learning.Credits;

/// <summary>What has to be there before credit is earned.</summary>
public enum CreditMethod
{
    /// <summary>Every part is complete and Proficient.</summary>
    CompleteEvidence = 1,

    /// <summary>The points of Proficient parts reach what is needed, and every required part is Proficient.</summary>
    Points = 2,

    /// <summary>An exam, and an artifact that a panel looks at.</summary>
    ExamAndArtifact = 3,

    /// <summary>The educator of record judges the whole body of evidence.</summary>
    JudgedWhole = 4,
}

/// <summary>How credit is graded.</summary>
public enum GradingOption
{
    /// <summary>By the conversion that holds for the learner.</summary>
    Graded = 1,

    /// <summary>Credit without a grade: it counts for credit, and enters no average.</summary>
    NoGrade = 2,
}

/// <summary>One version of what earns credit: from which parts of a framework, by which method, how much, and under which course title and code
/// other systems know it. A fact: a change is a new version, and the title of what was awarded stays.</summary>
/// <param name="Id">This version's id.</param>
/// <param name="Code">A short name that its versions share, such as "math-1"; unique in a district, compared letter by letter.</param>
/// <param name="Number">The version: 1, 2, 3 and so on.</param>
/// <param name="Title">What people call the portfolio.</param>
/// <param name="Framework">The framework its parts are of.</param>
/// <param name="Method">What has to be there.</param>
/// <param name="Hundredths">How much credit, in hundredths of a credit, 1 to 10,000.</param>
/// <param name="EffectiveFrom">First day it holds, in the district.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record CreditPolicy(
    CreditPolicyId Id, string Code, int Number, string Title, FrameworkId Framework, CreditMethod Method, int Hundredths, DateOnly EffectiveFrom, PersonId By, DateTime RecordedAt)
{
    /// <summary>The area it belongs to; null for none.</summary>
    public AreaId? Area { get; init; }

    /// <summary>The subject that diploma rules ask for, such as "math"; empty for none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Tags that diploma rules ask for, apart by commas, such as "lab,foundation"; empty for none.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The course title as a student information system and the NCAA list it, to the letter.</summary>
    public string CourseTitle { get; init; } = "";

    /// <summary>The course code, such as a SCED code; empty for none.</summary>
    public string CourseCode { get; init; } = "";

    /// <summary>Is it approved by the NCAA Eligibility Center under that title?</summary>
    public bool IsNcaaApproved { get; init; }

    /// <summary>Hours of a course of this size where law asks for seat time, 0 or more; null for none. It is printed as an equivalent, and decides nothing.</summary>
    public int? SeatHours { get; init; }

    /// <summary>Points that are needed, above 0; of points only.</summary>
    public decimal? NeededPoints { get; init; }

    /// <summary>The least score of the exam, 0 or more; of exam and artifact only.</summary>
    public decimal? ExamLeast { get; init; }

    /// <summary>How many of a panel have to look, 1 to 9; of exam and artifact only.</summary>
    public int? PanelSize { get; init; }

    /// <summary>Is credit posted part by part, as each is shown? Else whole, and in parts only to who leaves or is in a situation that law protects.</summary>
    public bool PostsParts { get; init; }

    /// <summary>Graded or not, where nothing else was agreed.</summary>
    public GradingOption Grading { get; init; } = GradingOption.Graded;

    /// <summary>Is it weighted in a weighted average, such as advanced placement?</summary>
    public bool IsWeighted { get; init; }

    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>Is it in use? The last version of a policy that ended says no.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);

    /// <summary>The tags, each by itself.</summary>
    public IReadOnlyList<string> TagList => Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A part of a credit policy: a competency that has to be shown, and how much of the credit it is.</summary>
/// <param name="Policy">The policy's version.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage that has to be complete, 1 to 255; null where there is no continuum.</param>
/// <param name="Hundredths">Its share of the credit, in hundredths; the shares of a policy add up to its credit.</param>
/// <param name="Points">Its points, 0 or more; of points only.</param>
/// <param name="IsRequired">Has it to be Proficient whatever the points are?</param>
public sealed record CreditPart(CreditPolicyId Policy, int Position, CompetencyId Competency, int? Stage, int Hundredths, decimal Points, bool IsRequired);
