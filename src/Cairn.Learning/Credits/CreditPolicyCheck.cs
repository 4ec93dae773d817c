namespace Cairn.Learning.Credits;

/// <summary>What is wrong with a version of a credit policy.</summary>
public enum PolicyFlaw
{
    /// <summary>The code is not 1 to 40 small letters, digits and hyphens.</summary>
    Code = 1,

    /// <summary>There is no title, or it is longer than 200 characters.</summary>
    Title = 2,

    /// <summary>The course title is missing or longer than 200 characters.</summary>
    CourseTitle = 3,

    /// <summary>The credit is not 0.01 to 100.</summary>
    Hundredths = 4,

    /// <summary>It would hold from a day that is over.</summary>
    InThePast = 5,

    /// <summary>It would hold from before the version that it follows.</summary>
    BeforeLast = 6,

    /// <summary>It was awarded already: its course title and code stay.</summary>
    Locked = 7,

    /// <summary>There are no parts, or more than 60.</summary>
    Parts = 8,

    /// <summary>A competency stands in it twice.</summary>
    Twice = 9,

    /// <summary>A competency is not of its framework.</summary>
    Unknown = 10,

    /// <summary>A competency of a continuum says no stage, or a stage is not 1 to 255.</summary>
    Stage = 11,

    /// <summary>The shares do not add up to the credit, or one is below 0.</summary>
    Shares = 12,

    /// <summary>Points are below 0, or what is needed is not above 0 or more than all parts have.</summary>
    Points = 13,

    /// <summary>The exam's least score is missing, below 0 or beyond what any exam gives.</summary>
    Exam = 14,

    /// <summary>The panel is not 1 to 9 people.</summary>
    Panel = 15,

    /// <summary>The version number does not follow the last.</summary>
    Number = 16,

    /// <summary>It follows a version of another framework, or of another place.</summary>
    Other = 17,
}

/// <summary>Looks at a version of a credit policy before it is adopted.</summary>
public static class CreditPolicyCheck
{
    /// <summary>Parts of a policy at the most.</summary>
    public const int MostParts = 60;

    /// <summary>What is wrong; nothing where it may be adopted.</summary>
    /// <param name="policy">The version.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="before">Versions of the same code; of others none is read.</param>
    /// <param name="isUsed">Was credit awarded by any of them?</param>
    /// <param name="known">The competencies of its framework that are in use, each with whether it is on a continuum.</param>
    /// <param name="today">The district's day.</param>
    public static IReadOnlyList<PolicyFlaw> Of(
        CreditPolicy policy, IReadOnlyList<CreditPart> parts, IReadOnlyList<CreditPolicy> before, bool isUsed, IReadOnlyDictionary<CompetencyId, bool> known, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(known);
        var last = before.Where(one => one.Code == policy.Code).MaxBy(one => one.Number);
        return [.. OfHead(policy, last, isUsed, today).Concat(policy.IsActive ? OfParts(policy, parts, known).Concat(OfMethod(policy, parts)) : []).Distinct()];
    }

    /// <summary>Is it a code: 1 to 40 small letters, digits and hyphens?</summary>
    public static bool IsCode(string code) => code is { Length: >= 1 and <= 40 } && code.All(one => one is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static IEnumerable<PolicyFlaw> OfHead(CreditPolicy policy, CreditPolicy? last, bool isUsed, DateOnly today)
    {
        if (!IsCode(policy.Code)) yield return PolicyFlaw.Code;
        if (!IsText(policy.Title)) yield return PolicyFlaw.Title;
        if (!IsText(policy.CourseTitle)) yield return PolicyFlaw.CourseTitle;
        if (policy.Hundredths is < 1 or > 10_000) yield return PolicyFlaw.Hundredths;
        if (policy.EffectiveFrom < today) yield return PolicyFlaw.InThePast;
        if (policy.Number != (last?.Number ?? 0) + 1) yield return PolicyFlaw.Number;
        if (last is null) yield break;
        if (policy.EffectiveFrom < last.EffectiveFrom) yield return PolicyFlaw.BeforeLast;
        if (policy.Framework != last.Framework || policy.Place != last.Place) yield return PolicyFlaw.Other;
        if (isUsed && (policy.CourseTitle != last.CourseTitle || policy.CourseCode != last.CourseCode)) yield return PolicyFlaw.Locked;
    }

    private static IEnumerable<PolicyFlaw> OfParts(CreditPolicy policy, IReadOnlyList<CreditPart> parts, IReadOnlyDictionary<CompetencyId, bool> known)
    {
        if (parts.Count > MostParts || (parts.Count == 0 && policy.Method is CreditMethod.CompleteEvidence or CreditMethod.Points)) yield return PolicyFlaw.Parts;
        if (parts.DistinctBy(one => (one.Competency, one.Stage)).Count() < parts.Count) yield return PolicyFlaw.Twice;
        if (parts.Any(one => !known.ContainsKey(one.Competency))) yield return PolicyFlaw.Unknown;
        if (parts.Any(one => one.Stage is < 1 or > 255 || (one.Stage is null && known.GetValueOrDefault(one.Competency)))) yield return PolicyFlaw.Stage;
        if (parts.Count > 0 && (parts.Any(one => one.Hundredths < 0) || parts.Sum(one => (long)one.Hundredths) != policy.Hundredths)) yield return PolicyFlaw.Shares;
    }

    private static IEnumerable<PolicyFlaw> OfMethod(CreditPolicy policy, IReadOnlyList<CreditPart> parts)
    {
        if (policy.Method == CreditMethod.Points && (parts.Any(one => one.Points < 0) || policy.NeededPoints is not > 0 || policy.NeededPoints > parts.Sum(one => one.Points))) yield return PolicyFlaw.Points;
        if (policy.Method != CreditMethod.ExamAndArtifact) yield break;
        if (policy.ExamLeast is not (>= 0 and <= CreditPanel.HighestScore)) yield return PolicyFlaw.Exam;
        if (policy.PanelSize is not (>= 1 and <= 9)) yield return PolicyFlaw.Panel;
    }

    private static bool IsText(string text) => text is { Length: >= 1 and <= 200 } && !string.IsNullOrWhiteSpace(text);
}
