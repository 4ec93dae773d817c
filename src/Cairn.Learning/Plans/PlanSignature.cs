namespace Cairn.Learning.Plans;

/// <summary>In what relation somebody signs a plan.</summary>
public enum SignerKind
{
    /// <summary>It is their own.</summary>
    Learner = 1,

    /// <summary>They care for the learner.</summary>
    Guardian = 2,

    /// <summary>They teach or advise the learner.</summary>
    Educator = 3,
}

/// <summary>Somebody read a plan and says so: a fact.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose plan.</param>
/// <param name="Plan">The plan.</param>
/// <param name="By">Who.</param>
/// <param name="As">In what relation.</param>
/// <param name="Revision">What the plan said when they did (<see cref="LearningPlan.Revision"/>).</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record PlanSignature(PlanSignatureId Id, LearnerId Learner, LearningPlanId Plan, PersonId By, SignerKind As, int Revision, DateTime RecordedAt);

/// <summary>How one who signed stands to what the plan says now.</summary>
/// <param name="By">Who.</param>
/// <param name="As">In what relation.</param>
/// <param name="At">When they signed last, UTC.</param>
/// <param name="Behind">By how many changes the plan has moved on since; 0 where it says what they signed.</param>
public sealed record SignedBy(PersonId By, SignerKind As, DateTime At, int Behind);

/// <summary>Who signed a plan, who did so before it changed, and who is waited for. A conclusion.</summary>
/// <param name="All">The newest signature of each, the learner first, then family, then educators; in each the earliest first.</param>
/// <param name="Missing">Relations in which nobody has signed what it says now.</param>
public sealed record PlanSigned(IReadOnlyList<SignedBy> All, IReadOnlyList<SignerKind> Missing)
{
    private static readonly SignerKind[] Kinds = Enum.GetValues<SignerKind>();

    /// <summary>Have all three signed what it says now?</summary>
    public bool IsWhole => Missing.Count == 0;

    /// <summary>Has it changed since somebody signed?</summary>
    public bool ChangedSince => All.Any(one => one.Behind > 0);

    /// <summary>Reads the signatures of one plan.</summary>
    /// <param name="revision">What the plan says now.</param>
    /// <param name="signatures">Its signatures, in any order.</param>
    public static PlanSigned From(int revision, IEnumerable<PlanSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        List<SignedBy> all = [.. signatures.GroupBy(one => (one.By, one.As)).Select(some => some.MaxBy(one => (one.Revision, one.RecordedAt))!)
            .OrderBy(one => one.As).ThenBy(one => one.RecordedAt).Select(one => new SignedBy(one.By, one.As, one.RecordedAt, Math.Max(0, revision - one.Revision)))];
        return new PlanSigned(all, [.. Kinds.Where(kind => !all.Exists(one => one.As == kind && one.Behind == 0))]);
    }

    /// <summary>Did somebody sign what it says now?</summary>
    public bool HasSigned(PersonId by) => All.Any(one => one.By == by && one.Behind == 0);
}
