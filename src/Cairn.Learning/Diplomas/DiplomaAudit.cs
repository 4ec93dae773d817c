using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>How a learner stands to a diploma, as a whole.</summary>
public enum DiplomaState
{
    /// <summary>Every requirement is met, or waived by a person who may.</summary>
    Met = 1,

    /// <summary>Nothing will be missing when what the learner is at is done.</summary>
    OnTrack = 2,

    /// <summary>All that is missing is that a person decides.</summary>
    NeedsPerson = 3,

    /// <summary>Something is missing.</summary>
    NotYet = 4,

    /// <summary>No way is open by these rules: a person has to look at it.</summary>
    Closed = 5,
}

/// <summary>How a learner stands to a version of a diploma's rules on a day, with its reasons: a conclusion. The same record and rules give the same audit.</summary>
public sealed record DiplomaAudit
{
    private readonly Dictionary<string, OwnAchievement> _achievements;

    private DiplomaAudit(DiplomaPlan plan, AuditAsk ask, IReadOnlyList<OwnAchievement> achievements, DateOnly asOf)
    {
        (Plan, Ask, Achievements, AsOf) = (plan, ask, achievements, asOf);
        Audit = PolicyAudit.From(ask);
        _achievements = achievements.DistinctBy(one => one.Id).ToDictionary(one => one.Id, StringComparer.Ordinal);
        Gaps = [.. Audit.Gaps.Select(one => DiplomaGap.From(one, _achievements)), .. Audit.IsBlocked ? ClosedEnds() : []];
        (CreditsHad, CreditsAsked) = Credits();
    }

    /// <summary>The version of the rules.</summary>
    public DiplomaPlan Plan { get; }

    /// <summary>What was asked: for whoever asks what would be if.</summary>
    public AuditAsk Ask { get; }

    /// <summary>What was looked at.</summary>
    public IReadOnlyList<OwnAchievement> Achievements { get; }

    /// <summary>The day, in the district.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The audit with all its reasons.</summary>
    public PolicyAudit Audit { get; }

    /// <summary>Every gap, in the order of the tree, with why it is there and who can close it.</summary>
    public IReadOnlyList<DiplomaGap> Gaps { get; }

    /// <summary>Credits that count so far, in credits; 0 where the rules ask for none.</summary>
    public decimal CreditsHad { get; }

    /// <summary>Credits that the rules ask for, in credits; 0 where they ask for none.</summary>
    public decimal CreditsAsked { get; }

    /// <summary>Is every requirement met or waived?</summary>
    public bool IsMet => Audit.IsMet;

    /// <summary>The ends of the tree that count for this learner: what is to be met one by one. Of a choice that is the branch that is nearest.</summary>
    public IEnumerable<Finding> Ends => Audit.Findings.Where(one => one.IsTaken && IsEnd(one.Node) && !IsUnderWaived(one));

    /// <summary>How many of them there are.</summary>
    public int EndCount => Ends.Count();

    /// <summary>How many of them are met or waived.</summary>
    public int MetCount => Ends.Count(one => one.Status is FindingStatus.Met or FindingStatus.Waived);

    /// <summary>How many places of the tree were waived.</summary>
    public int WaivedCount => Audit.Findings.Count(one => one.Status == FindingStatus.Waived && !IsUnderWaived(one));

    /// <summary>The whole.</summary>
    public DiplomaState State => Audit.IsMet ? DiplomaState.Met
        : Audit.IsBlocked ? DiplomaState.Closed
        : Audit.Findings.Count == 0 ? DiplomaState.NotYet
        : Audit.Findings[0].Status switch
        {
            FindingStatus.OnTrack => DiplomaState.OnTrack,
            FindingStatus.NeedsPerson => DiplomaState.NeedsPerson,
            _ => DiplomaState.NotYet,
        };

    /// <summary>Audits a learner.</summary>
    /// <param name="plan">The version of the rules.</param>
    /// <param name="policy">Its policy, as it was read.</param>
    /// <param name="achievements">The learner's record as achievements.</param>
    /// <param name="facts">What rules ask of the learner beside them.</param>
    /// <param name="pins">Where people want achievements to count, ended or not, of whatever plan.</param>
    /// <param name="asOf">The day, in the district.</param>
    public static DiplomaAudit From(
        DiplomaPlan plan, Policy policy, IReadOnlyList<OwnAchievement> achievements, IReadOnlyDictionary<string, FieldValue> facts, IEnumerable<DiplomaPin> pins, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(achievements);
        ArgumentNullException.ThrowIfNull(pins);
        var held = pins.Where(one => one.EndedAt is null && string.Equals(one.Plan, plan.Code, StringComparison.Ordinal)).OrderBy(one => one.PinnedAt).ThenBy(one => one.Id.Value).Select(one => one.Pin);
        return new(plan, new AuditAsk(policy, facts, [.. achievements.Select(one => one.Achievement)], [.. held]), achievements, asOf);
    }

    /// <summary>The same learner with more, or with something done: what would be. Nothing of the record changes.</summary>
    /// <param name="done">Ids of what is under way or planned and would be earned.</param>
    /// <param name="shown">What would be shown too.</param>
    public DiplomaAudit If(IReadOnlyCollection<string> done, IReadOnlyList<OwnAchievement> shown)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(shown);
        var later = shown.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        List<OwnAchievement> then = [.. Achievements.Where(one => !later.Contains(one.Id)).Select(one => done.Contains(one.Id) ? Earned(one) : one), .. shown];
        return new(Plan, Ask with { Achievements = [.. then.Select(one => one.Achievement)] }, then, AsOf);
    }

    /// <summary>The same learner under other rules.</summary>
    public DiplomaAudit Under(DiplomaPlan plan, Policy policy) => new(plan, Ask with { Policy = policy }, Achievements, AsOf);

    /// <summary>What an id of the audit means; null for what is not in the record.</summary>
    public OwnAchievement? Find(string id) => _achievements.GetValueOrDefault(id);

    /// <summary>Is a node an end of the tree: something that is met by itself?</summary>
    public static bool IsEnd(Requirement node) => node is Leaf or Score or BestIs or Attest or MustNot;

    private static OwnAchievement Earned(OwnAchievement one) => one.Achievement.Status == AchievementStatus.Earned ? one
        : one with { Achievement = new(one.Id, one.Achievement.Fields.Where(field => field.Key != "status").ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal)) };

    private IEnumerable<DiplomaGap> ClosedEnds() =>
        Audit.Findings.Where(one => one.Status == FindingStatus.Closed && IsEnd(one.Node)).Select(one => new DiplomaGap(one.Node.Path, null, GapCause.Closed, GapOwner.Registrar, []));

    // What stands below a place that was waived is not asked for any more. Nor is what must not be so an end of its own, below the node that forbids it.
    private bool IsUnderWaived(Finding found) => Audit.Findings.Any(one => one.Node.Path.Length < found.Node.Path.Length
        && found.Node.Path.StartsWith(one.Node.Path + "/", StringComparison.Ordinal) && (one.Status == FindingStatus.Waived || one.Node is MustNot));

    // Leaves of one pool never count a credit twice: the largest pool says how many credits the diploma asks for.
    private (decimal Had, decimal Asked) Credits() => Audit.Findings.Where(one => one is { IsTaken: true, Node: Leaf } && IsCredit((Leaf)one.Node))
        .GroupBy(one => ((Leaf)one.Node).Pool is { Length: > 0 } pool ? pool : one.Node.Path, StringComparer.Ordinal)
        .Select(pool => (Had: pool.Sum(one => one.Used.Sum(used => used.Units)), Asked: pool.Sum(one => Need((Leaf)one.Node))))
        .OrderByDescending(one => one.Asked).FirstOrDefault();

    private decimal Need(Leaf leaf) => leaf.Need.For(Ask.Facts) is NumberValue { Number: > 0 } number ? number.Number : 0;

    private static bool IsCredit(Leaf leaf) => leaf.Of.Conditions.Any(one => one is FieldIs { Field: "type", How: Comparison.Equal, Value.Given: TextValue { Text: "credit" } });
}
