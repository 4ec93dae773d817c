namespace Cairn.Learning.Credits;

/// <summary>Credit that somebody wants to award, as far as it may overlap with what was awarded before.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Hundredths">How much, in hundredths of a credit.</param>
/// <param name="Parts">What for, each with its share in hundredths; empty where it says none.</param>
public sealed record CreditCandidate(CreditSource Source, int Hundredths, IReadOnlyList<(CompetencyId Competency, int? Stage, int Hundredths)> Parts)
{
    /// <summary>By which policy; null for none.</summary>
    public CreditPolicy? Policy { get; init; }

    /// <summary>By which agreement; null for none.</summary>
    public CreditAgreementId? Agreement { get; init; }

    /// <summary>By which panel; null for none.</summary>
    public CreditPanelId? Panel { get; init; }

    /// <summary>For which line of another school's transcript; null for none.</summary>
    public PriorLineId? Prior { get; init; }

    /// <summary>Is it all that its policy gives? Then it takes the place of parts of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Is it taken for granted for a while? Then it takes the place of nothing that counts for good.</summary>
    public bool IsProvisional { get; init; }
}

/// <summary>Why credit cannot be awarded beside what was awarded before.</summary>
public enum OverlapFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>The same agreement, panel or line was credited already.</summary>
    SameOrigin = 1,

    /// <summary>All that the policy gives was awarded already, from a source that is proven as well or better.</summary>
    SamePolicy = 2,

    /// <summary>With what was awarded of the policy before it would be more than the policy gives.</summary>
    MoreThanPolicy = 3,

    /// <summary>A competency of it was credited already, from a source that is proven as well or better.</summary>
    SameCompetency = 4,

    /// <summary>What stands is worth more, or holds other competencies too: to take its place would take credit away, so a person has to look at it first.</summary>
    PartOfAnother = 5,

    /// <summary>Everything of it was credited already.</summary>
    NothingLeft = 6,
}

/// <summary>An award that has to be taken out of force for another.</summary>
/// <param name="Held">The award.</param>
/// <param name="Reason">Why: it overlaps, or it becomes a part of the whole.</param>
public sealed record OverlapReversal(CreditHeld Held, ReversalReason Reason);

/// <summary>
/// Whether credit can be awarded beside what was awarded before: nothing is credited twice. A better proven source takes the place of a worse one, and the whole of a course that of its parts;
/// else what stands is not touched. A conclusion.
/// </summary>
public sealed record CreditOverlap
{
    private CreditOverlap(OverlapFault fault, IReadOnlyList<CreditHeld> stands) => (Fault, Stands) = (fault, stands);

    /// <summary>Why not; none where it can be awarded.</summary>
    public OverlapFault Fault { get; }

    /// <summary>The awards that stand in the way.</summary>
    public IReadOnlyList<CreditHeld> Stands { get; }

    /// <summary>The awards whose place it takes.</summary>
    public IReadOnlyList<OverlapReversal> Reversals { get; private init; } = [];

    /// <summary>Can it be awarded?</summary>
    public bool IsFree => Fault == OverlapFault.None;

    /// <summary>Nothing stands in the way.</summary>
    public static CreditOverlap Free { get; } = new(OverlapFault.None, []);

    /// <summary>Everything that could be awarded was credited already.</summary>
    public static CreditOverlap NothingLeft(CreditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new CreditOverlap(OverlapFault.NothingLeft, [.. record.InForce]);
    }

    /// <summary>Looks at what somebody wants to award.</summary>
    /// <param name="candidate">What.</param>
    /// <param name="record">What was awarded before.</param>
    /// <param name="day">The day, in the district: what ran out by then stands in nobody's way.</param>
    public static CreditOverlap Of(CreditCandidate candidate, CreditRecord record, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(record);
        List<CreditHeld> held = [.. record.InForce];
        if (held.FindAll(one => IsOfSameOrigin(candidate, one.Award)) is { Count: > 0 } same) return new CreditOverlap(OverlapFault.SameOrigin, same);
        var keys = candidate.Parts.Select(one => (one.Competency, one.Stage)).ToHashSet();
        List<CreditHeld> ofPolicy = [.. held.Where(one => candidate.Policy is { } policy && one.Policy?.Code == policy.Code)];
        List<CreditHeld> sharing = [.. held.Where(one => one.Parts.Any(part => keys.Contains((part.Competency, part.Stage))))];
        List<OverlapReversal> reversals = [];

        foreach (var one in ofPolicy.Union(sharing))
        {
            var (isOfPolicy, isSharing) = (ofPolicy.Contains(one), sharing.Contains(one));
            // Parts of one policy stand side by side; only a whole takes them in.
            if (isOfPolicy && !isSharing && !candidate.IsWhole && !IsAll(one)) continue;
            if (!MayReplace(candidate, one, isOfPolicy, day)) return new CreditOverlap(isOfPolicy && (IsAll(one) || !isSharing) ? OverlapFault.SamePolicy : OverlapFault.SameCompetency, [one]);
            if (!(isOfPolicy && candidate.IsWhole) && one.Parts.Any(part => !keys.Contains((part.Competency, part.Stage))) && !one.IsExpired(day)) return new CreditOverlap(OverlapFault.PartOfAnother, [one]);
            reversals.Add(new OverlapReversal(one, (isOfPolicy || IsOfSameCourse(candidate, one)) && candidate.IsWhole && !IsAll(one) && one.Award.Source <= candidate.Source ? ReversalReason.Joined : ReversalReason.Overlap));
        }

        // Whatever takes the place of others is never less than they were: nobody loses credit by what they earn.
        List<CreditHeld> lost = [.. reversals.Where(one => !one.Held.IsExpired(day)).Select(one => one.Held)];
        if (lost.Sum(one => one.Award.Hundredths) > candidate.Hundredths) return new CreditOverlap(OverlapFault.PartOfAnother, lost);
        var left = ofPolicy.Where(one => !reversals.Exists(gone => gone.Held == one)).Sum(one => one.Award.Hundredths);
        if (candidate.Policy is { } by && left + candidate.Hundredths > by.Hundredths) return new CreditOverlap(OverlapFault.MoreThanPolicy, [.. ofPolicy]);
        return new CreditOverlap(OverlapFault.None, []) { Reversals = reversals };
    }

    /// <summary>The shares of a decision that no award in force holds yet: what is left to be awarded part by part.</summary>
    public static IReadOnlyList<AwardedShare> Left(IReadOnlyList<AwardedShare> shares, CreditRecord record, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(record);
        var credited = record.On(day).Where(one => !one.IsProvisional).SelectMany(one => one.Parts).Select(one => (one.Competency, one.Stage)).ToHashSet();
        return [.. shares.Where(one => !credited.Contains((one.Line.Part.Competency, one.Line.Part.Stage)))];
    }

    private static bool IsOfSameOrigin(CreditCandidate candidate, CreditAward award) =>
        (candidate.Agreement is { } agreement && award.Agreement == agreement) || (candidate.Panel is { } panel && award.Panel == panel) || (candidate.Prior is { } prior && award.Prior == prior);

    private static bool IsAll(CreditHeld held) => held.Policy is { } policy && held.Award.Hundredths >= policy.Hundredths;

    private static bool MayReplace(CreditCandidate candidate, CreditHeld one, bool isOfPolicy, DateOnly day)
    {
        if (one.IsExpired(day)) return true;
        if (one.IsProvisional != candidate.IsProvisional) return one.IsProvisional;
        if (candidate.Source < one.Award.Source) return true;
        // The whole of a course takes in its parts: those of its policy that are proven the same way, and where the whole was shown here, such as by an exam and a panel, whatever was posted of the course before.
        return candidate.IsWhole && !IsAll(one) && (isOfPolicy || IsOfSameCourse(candidate, one)) && (candidate.Source == one.Award.Source || candidate.Source <= CreditSource.JudgedWhole);
    }

    private static bool IsOfSameCourse(CreditCandidate candidate, CreditHeld held) => candidate.Policy is { } policy && held.Policy is { } other
        && string.Equals(policy.CourseTitle, other.CourseTitle, StringComparison.Ordinal) && string.Equals(policy.CourseCode, other.CourseCode, StringComparison.Ordinal);
}
