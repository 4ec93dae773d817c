namespace Cairn.Learning.Diplomas;

/// <summary>A learner of a cohort.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Audit">How they stand; null for who is under no rules.</param>
/// <param name="Fault">Why they are under none.</param>
public sealed record CohortLine(LearnerId Learner, DiplomaAudit? Audit, PlanFault Fault)
{
    /// <summary>Was a diploma awarded, which nobody withdrew?</summary>
    public bool IsAwarded { get; init; }
}

/// <summary>One cause of gaps, and how many learners of a cohort have it.</summary>
/// <param name="Plan">The code of the plan.</param>
/// <param name="Name">The requirement: its label, else its name, else its place.</param>
/// <param name="Cause">Why it is a gap.</param>
/// <param name="Owner">Who can close it.</param>
/// <param name="Learners">Who has it.</param>
public sealed record CohortCause(string Plan, string Name, GapCause Cause, GapOwner Owner, IReadOnlyList<LearnerId> Learners)
{
    /// <summary>A word for an address, the same as long as the requirement has its name.</summary>
    public string Key => $"{Plan}~{Name}~{(int)Cause}";
}

/// <summary>A cohort against its diplomas: how many stand how, and what is missing, the most frequent first. A conclusion.</summary>
public sealed record DiplomaCohort
{
    private DiplomaCohort(IReadOnlyList<CohortLine> lines)
    {
        Lines = lines;
        Causes = [.. lines.Where(one => !one.IsAwarded && one.Audit is not null).SelectMany(CausesOf).GroupBy(one => one.Cause)
            .Select(one => new CohortCause(one.Key.Plan, one.Key.Name, one.Key.Cause, one.Key.Owner, [.. one.Select(each => each.Learner).Distinct()]))
            .OrderByDescending(one => one.Learners.Count).ThenBy(one => one.Cause).ThenBy(one => one.Plan, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>Everybody, in the order in which they came.</summary>
    public IReadOnlyList<CohortLine> Lines { get; }

    /// <summary>What is missing.</summary>
    public IReadOnlyList<CohortCause> Causes { get; }

    /// <summary>How many have their diploma.</summary>
    public int Awarded => Lines.Count(one => one.IsAwarded);

    /// <summary>How many gaps there are, of all learners together.</summary>
    public int Gaps => Lines.Where(one => !one.IsAwarded).Sum(one => one.Audit?.Gaps.Count ?? 0);

    /// <summary>How many are under no rules.</summary>
    public int Without => Lines.Count(one => one.Audit is null);

    /// <summary>How many who have no diploma yet stand so.</summary>
    public int Of(DiplomaState state) => Lines.Count(one => !one.IsAwarded && one.Audit?.State == state);

    /// <summary>Concludes.</summary>
    public static DiplomaCohort From(IReadOnlyList<CohortLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new(lines);
    }

    /// <summary>What people call a requirement: its label, else its name, else its place.</summary>
    public static string NameOf(Policies.Requirement node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Label.Length > 0 ? node.Label : node.Id.Length > 0 ? node.Id : node.Path;
    }

    private static IEnumerable<((string Plan, string Name, GapCause Cause, GapOwner Owner) Cause, LearnerId Learner)> CausesOf(CohortLine line) =>
        line.Audit!.Gaps.Select(one => ((line.Audit.Plan.Code, Name(line.Audit, one), one.Cause, one.Owner), line.Learner));

    // A leaf without a name of its own is called after what it stands under.
    private static string Name(DiplomaAudit audit, DiplomaGap gap) =>
        audit.Audit.Findings.Where(one => (gap.Path == one.Node.Path || gap.Path.StartsWith(one.Node.Path + "/", StringComparison.Ordinal)) && (one.Node.Label.Length > 0 || one.Node.Id.Length > 0))
            .OrderByDescending(one => one.Node.Path.Length).Select(one => NameOf(one.Node)).FirstOrDefault() ?? gap.Path;
}
