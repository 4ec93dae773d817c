using Cairn.Learning.Plans;

namespace Cairn.Learning.Credits;

/// <summary>Somebody read an edition of an agreement and says yes to it: a fact.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Edition">What it said when they did.</param>
/// <param name="By">Who.</param>
/// <param name="Learner">Whose agreement.</param>
/// <param name="As">In what relation.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record CreditAgreementSignature(CreditAgreementId Agreement, int Edition, PersonId By, LearnerId Learner, SignerKind As, DateTime RecordedAt);

/// <summary>Who signed an edition of an agreement, and who is waited for: a conclusion.</summary>
public sealed record AgreementSigned
{
    private AgreementSigned(int edition, IReadOnlyList<CreditAgreementSignature> all, IReadOnlyList<SignerKind> missing) => (Edition, All, Missing) = (edition, all, missing);

    /// <summary>The edition.</summary>
    public int Edition { get; }

    /// <summary>Who signed it: the learner first, then family, then the educator; in each the earliest first.</summary>
    public IReadOnlyList<CreditAgreementSignature> All { get; }

    /// <summary>Relations in which nobody has signed it.</summary>
    public IReadOnlyList<SignerKind> Missing { get; }

    /// <summary>Have all signed it?</summary>
    public bool IsWhole => Missing.Count == 0;

    /// <summary>When the last of them signed, UTC; null where somebody is missing.</summary>
    public DateTime? SignedAt => IsWhole ? All.GroupBy(one => one.As).Max(some => some.Min(one => one.RecordedAt)) : null;

    /// <summary>Reads the signatures of an agreement.</summary>
    /// <param name="agreement">The agreement as it is now.</param>
    /// <param name="signatures">Its signatures, in any order and of any edition.</param>
    /// <param name="isOfAge">Is the learner of age? Then nobody signs for the family.</param>
    public static AgreementSigned From(CreditAgreement agreement, IEnumerable<CreditAgreementSignature> signatures, bool isOfAge)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(signatures);
        List<CreditAgreementSignature> all = [.. signatures.Where(one => one.Agreement == agreement.Id && one.Edition == agreement.Edition
            // Each signs as what they are: the learner for themself, and only the educator of record as the educator.
            && (one.As != SignerKind.Educator || one.By == agreement.Educator) && (one.As == SignerKind.Learner) == (one.By == agreement.Learner.Person))
            .OrderBy(one => one.As).ThenBy(one => one.RecordedAt)];
        SignerKind[] asked = isOfAge ? [SignerKind.Learner, SignerKind.Educator] : [SignerKind.Learner, SignerKind.Guardian, SignerKind.Educator];
        return new AgreementSigned(agreement.Edition, all, [.. asked.Where(kind => !all.Exists(one => one.As == kind))]);
    }
}

/// <summary>Why an agreement cannot be credited yet.</summary>
public enum AgreementFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>It was completed or ended before.</summary>
    Closed = 1,

    /// <summary>Not all have signed what it says now.</summary>
    NotSigned = 2,

    /// <summary>Its day is over: it has to be agreed anew.</summary>
    Overdue = 3,

    /// <summary>A competency of it is not Proficient yet.</summary>
    NotShown = 4,
}

/// <summary>Whether an agreement can be credited: a conclusion.</summary>
/// <param name="Fault">Why not; none where it can.</param>
/// <param name="Signed">Who signed it.</param>
/// <param name="NotShown">Its competencies that are not Proficient yet.</param>
/// <param name="Shown">How the learner stands in those that are.</param>
public sealed record AgreementReady(AgreementFault Fault, AgreementSigned Signed, IReadOnlyList<CreditAgreementPart> NotShown, IReadOnlyList<PartStanding> Shown)
{
    /// <summary>Can it be credited?</summary>
    public bool IsReady => Fault == AgreementFault.None;

    /// <summary>Is it graded, and nothing of it has a level of its own? Then whoever completes it says the level: a grade is read from one.</summary>
    public bool AsksLevel { get; private init; }

    /// <summary>Looks.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="parts">Its competencies; those of other editions are not read.</param>
    /// <param name="signed">Who signed it.</param>
    /// <param name="standings">How the learner stands.</param>
    /// <param name="today">The district's day.</param>
    public static AgreementReady From(CreditAgreement agreement, IReadOnlyList<CreditAgreementPart> parts, AgreementSigned signed, IReadOnlyList<PartStanding> standings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(standings);
        List<(CreditAgreementPart Part, PartStanding? Is)> now = [.. parts.Where(one => one.Agreement == agreement.Id && one.Edition == agreement.Edition).OrderBy(one => one.Position)
            .Select(part => (part, standings.FirstOrDefault(one => one.Competency == part.Competency && one.Stage == part.Stage)))];
        List<CreditAgreementPart> missing = [.. now.Where(one => one.Is is not { IsProficient: true }).Select(one => one.Part)];
        var fault = !agreement.IsOpen ? AgreementFault.Closed : !signed.IsWhole || signed.Edition != agreement.Edition || agreement.State != AgreementState.Signed ? AgreementFault.NotSigned
            : today > agreement.DueOn ? AgreementFault.Overdue : missing.Count > 0 ? AgreementFault.NotShown : AgreementFault.None;
        List<PartStanding> shown = [.. now.Where(one => one.Is is { IsProficient: true }).Select(one => one.Is!)];
        return new AgreementReady(fault, signed, missing, shown) { AsksLevel = agreement.Grading == GradingOption.Graded && shown.TrueForAll(one => one.Level is null) };
    }
}
