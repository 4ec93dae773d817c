namespace Cairn.Learning.Credits;

public sealed partial record CreditDecision
{
    /// <summary>Decides.</summary>
    /// <param name="policy">The policy's version.</param>
    /// <param name="parts">Its parts; those of other policies are not read.</param>
    /// <param name="evidence">What is known of the learner.</param>
    /// <param name="isPartial">May shares be awarded although the whole is not earned, as to who leaves or is in a situation that law protects? A policy that posts parts always lets them be. Of an exam and an artifact there are none: without a panel nobody looked.</param>
    public static CreditDecision From(CreditPolicy policy, IReadOnlyList<CreditPart> parts, CreditEvidence evidence, bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(evidence);
        var standings = evidence.Parts.GroupBy(one => (one.Competency, one.Stage)).ToDictionary(some => some.Key, some => some.First());
        List<CreditLine> lines = [.. parts.Where(one => one.Policy == policy.Id).OrderBy(one => one.Position).Select(part => Line(policy, part, standings.GetValueOrDefault((part.Competency, part.Stage))))];
        var decision = new CreditDecision(policy, lines) { Points = lines.Where(one => one.Standing is { IsProficient: true }).Sum(one => one.Part.Points) };
        var missing = Gaps(policy, decision, evidence).ToList();
        if (!policy.IsActive) missing.Insert(0, new CreditGap(CreditGapKind.Ended));
        return (missing.Count == 0 ? decision.Whole(evidence) : policy.IsActive && (isPartial || policy.PostsParts) && policy.Method != CreditMethod.ExamAndArtifact ? decision.Partly() : decision) with { Missing = missing };
    }

    /// <summary>Did a panel say yes, by all that a policy asks of the exam and of the votes?</summary>
    public static bool HasPassed(CreditPolicy policy, PanelSeen seen)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(seen);
        return !OfPanel(policy, seen).Any();
    }

    private static CreditLine Line(CreditPolicy policy, CreditPart part, PartStanding? standing) => new(part, standing,
        standing is null || !standing.IsBegun ? PartFault.NotBegun
        // Points ask for Proficient; everything else for the whole body of evidence as well.
        : policy.Method != CreditMethod.Points && !standing.IsComplete && standing.Boxes.Empty > 0 ? PartFault.NotComplete
        : !standing.IsProficient ? PartFault.BelowLine
        : policy.Method != CreditMethod.Points && !standing.IsComplete ? PartFault.NotComplete
        : PartFault.None);

    private static IEnumerable<CreditGap> Gaps(CreditPolicy policy, CreditDecision decision, CreditEvidence evidence) => policy.Method switch
    {
        CreditMethod.CompleteEvidence => decision.Lines.Count == 0 ? [new CreditGap(CreditGapKind.Person)] : decision.Lines.Where(one => !one.IsShown).Select(one => new CreditGap(CreditGapKind.Part, one.Part)),
        CreditMethod.Points => OfPoints(policy, decision),
        CreditMethod.ExamAndArtifact => OfPanel(policy, evidence.Panel),
        _ => evidence.Whole is null ? [new CreditGap(CreditGapKind.Person)] : [],
    };

    private static IEnumerable<CreditGap> OfPoints(CreditPolicy policy, CreditDecision decision)
    {
        foreach (var line in decision.Lines.Where(one => one.Part.IsRequired && !one.IsShown)) yield return new CreditGap(CreditGapKind.Part, line.Part);
        // Without a number that is needed nobody is done.
        if (policy.NeededPoints is not { } needed) yield return new CreditGap(CreditGapKind.Person);
        else if (decision.Points < needed) yield return new CreditGap(CreditGapKind.Points, Has: decision.Points, Needs: needed);
    }

    private static IEnumerable<CreditGap> OfPanel(CreditPolicy policy, PanelSeen? seen)
    {
        var (votes, size) = (seen?.Counted ?? [], Math.Max(1, policy.PanelSize ?? 1));
        if (seen is null) yield return new CreditGap(CreditGapKind.Exam, Needs: policy.ExamLeast ?? 0);
        else if (seen.Score < (policy.ExamLeast ?? 0)) yield return new CreditGap(CreditGapKind.ExamBelow, Has: seen.Score, Needs: policy.ExamLeast ?? 0);
        if (votes.Count < size) yield return new CreditGap(CreditGapKind.Votes, Has: votes.Count, Needs: size);
        else if (votes.Count(one => one.IsProficient) * 2 <= votes.Count) yield return new CreditGap(CreditGapKind.Majority, Has: votes.Count(one => one.IsProficient), Needs: (votes.Count / 2) + 1);
    }

    private CreditDecision Whole(CreditEvidence evidence)
    {
        // A panel and a person look at the whole: what is not shown part by part is within it.
        var isOfWhole = Policy.Method is CreditMethod.ExamAndArtifact or CreditMethod.JudgedWhole;
        List<CreditLine> counted = [.. Lines.Where(one => one.IsShown || isOfWhole)];
        return this with
        {
            IsWhole = true,
            Hundredths = Policy.Hundredths,
            Shares = Scaled(counted, Policy.Hundredths),
            Level = Policy.Method switch
            {
                CreditMethod.ExamAndArtifact => Mean(evidence.Panel!.Counted.Select(one => (decimal?)one.Level)),
                CreditMethod.JudgedWhole => evidence.Whole!.Level is { } judged ? Rounded(judged) : null,
                _ => Mean(counted.Select(one => one.Standing?.Level)),
            },
            EarnedOn = Policy.Method switch
            {
                CreditMethod.ExamAndArtifact => evidence.Panel!.Counted.Select(one => one.On).Append(evidence.Panel.ExamOn).Max(),
                CreditMethod.JudgedWhole => evidence.Whole!.On,
                CreditMethod.Points => PointsReachedOn(),
                _ => counted.Max(one => one.Standing?.ShownOn),
            },
        };
    }

    private CreditDecision Partly()
    {
        List<CreditLine> shown = [.. Lines.Where(one => one.IsShown && one.Part.Hundredths > 0)];
        return shown.Count == 0 ? this : this with
        {
            Hundredths = shown.Sum(one => one.Part.Hundredths),
            Shares = [.. shown.Select(one => new AwardedShare(one, one.Part.Hundredths))],
            Level = Mean(shown.Select(one => one.Standing?.Level)),
            EarnedOn = shown.Max(one => one.Standing?.ShownOn),
        };
    }

    // The first day on which the points were there and everything required was Proficient: what came later was not needed.
    private DateOnly? PointsReachedOn()
    {
        List<CreditLine> shown = [.. Lines.Where(one => one is { IsShown: true, Standing.ShownOn: not null }).OrderBy(one => one.Standing!.ShownOn).ThenBy(one => one.Part.Position)];
        var required = shown.Where(one => one.Part.IsRequired).Max(one => one.Standing!.ShownOn);
        var points = 0m;
        foreach (var line in shown)
        {
            points += line.Part.Points;
            if (points >= Policy.NeededPoints) return required > line.Standing!.ShownOn ? required : line.Standing.ShownOn;
        }

        return shown.Max(one => one.Standing!.ShownOn);
    }

    /// <summary>Shares that add up to an amount, in the proportion of the parts' own; what is left over goes to the largest remainders, the earlier first.</summary>
    internal static IReadOnlyList<AwardedShare> Scaled(IReadOnlyList<CreditLine> lines, int hundredths)
    {
        long all = lines.Sum(one => one.Part.Hundredths);
        if (all == 0) return [.. lines.Select((one, i) => new AwardedShare(one, (hundredths / lines.Count) + (i < hundredths % lines.Count ? 1 : 0)))];
        var whole = lines.Select(one => (int)(one.Part.Hundredths * (long)hundredths / all)).ToArray();
        var left = hundredths - whole.Sum();
        foreach (var at in Enumerable.Range(0, lines.Count).OrderByDescending(at => lines[at].Part.Hundredths * (long)hundredths % all).ThenBy(at => at).Take(left)) whole[at]++;
        return [.. lines.Select((one, at) => new AwardedShare(one, whole[at]))];
    }

    private static decimal? Mean(IEnumerable<decimal?> levels)
    {
        List<decimal> there = [.. levels.OfType<decimal>()];
        return there.Count == 0 ? null : Rounded(there.Sum() / there.Count);
    }

    private static decimal Rounded(decimal level) => Math.Round(level, 2, MidpointRounding.AwayFromZero);
}
