using Cairn.Learning.Policies.Allocation;

namespace Cairn.Learning.Policies;

/// <summary>How a learner stands to a policy, by the best use of what they have: least missing, then most leaves met, then the specific before the elective, then the older first.</summary>
public sealed record PolicyAudit
{
    private PolicyAudit(AuditAsk ask, PolicyVerdict verdict, AuditRun earned, AuditRun? hoped, AuditRun? planned)
    {
        (Verdict, IsBest) = (verdict, earned.IsBest);
        Findings = new AuditTold(ask, earned, hoped).Findings();
        Unused = new Leftovers(ask, earned, Findings).All();
        if (IsMet) return;
        var gaps = new Gaps(ask, earned, hoped, planned);
        (Gaps, Alternatives) = (gaps.All(), gaps.Alternatives());
    }

    /// <summary>Whether the policy is met, and how much is missing.</summary>
    public PolicyVerdict Verdict { get; }

    /// <inheritdoc cref="PolicyVerdict.IsMet"/>
    public bool IsMet => Verdict.IsMet;

    /// <inheritdoc cref="PolicyVerdict.Remaining"/>
    public decimal? Remaining => Verdict.Remaining;

    /// <inheritdoc cref="PolicyVerdict.IsBlocked"/>
    public bool IsBlocked => Verdict.IsBlocked;

    /// <inheritdoc cref="PolicyVerdict.IsExact"/>
    public bool IsExact => Verdict.IsExact;

    /// <inheritdoc cref="PolicyVerdict.AtLeast"/>
    public decimal? AtLeast => Verdict.AtLeast;

    /// <inheritdoc cref="PolicyVerdict.IsDecided"/>
    public bool IsDecided => Verdict.IsDecided;

    /// <summary>Was also every use looked at that could have met more leaves with as little missing? What is missing does not hang on it.</summary>
    public bool IsBest { get; }

    /// <summary>Every node that counts for this learner or could, above before below.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Achievements of which something is left, and why.</summary>
    public IReadOnlyList<Unused> Unused { get; }

    /// <summary>What is missing, the least that would do, and the shortest way there.</summary>
    public IReadOnlyList<Gap> Gaps { get; } = [];

    /// <summary>The gap of which least is missing; null where nothing is.</summary>
    public Gap? Nearest => Gaps.MinBy(one => one.Remaining);

    /// <summary>Branches that could be taken in the place of those that were, the nearest first; of choices that are met there are none.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; } = [];

    /// <summary>Audits a learner, by what is earned, and by what will be when all that they are at, and all that they plan, is.</summary>
    public static PolicyAudit From(AuditAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var earned = new AuditRun(ask, AchievementStatus.Earned);
        // What is told of the whole is what the search for it looked at; how it is shared out is looked for after it.
        var verdict = PolicyVerdict.Of(earned);
        earned.Spread();
        if (earned.Missing == 0) return new(ask, verdict, earned, null, null);
        var hoped = Has(ask, AchievementStatus.InProgress) ? new AuditRun(ask, AchievementStatus.InProgress).Spread() : null;
        return new(ask, verdict, earned, hoped, Has(ask, AchievementStatus.Planned) ? new AuditRun(ask, AchievementStatus.Planned).Spread() : null);
    }

    /// <summary>What would be missing if all that a learner is at, and all that they plan, were earned; null where no branch is open.</summary>
    public static decimal? Planned(AuditAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new AuditRun(ask, AchievementStatus.Planned).Missing is { } missing ? Amount.Plain(missing) : null;
    }

    private static bool Has(AuditAsk ask, AchievementStatus status)
    {
        foreach (var one in ask.Achievements) if (one.Status == status) return true;
        return false;
    }
}
