using Cairn.Learning.Policies.Allocation;

namespace Cairn.Learning.Policies;

/// <summary>How a learner stands to a policy, by the best use of what they have: least missing, then most leaves met, then the specific before the elective, then the older first.</summary>
public sealed record PolicyAudit
{
    private PolicyAudit(AuditAsk ask, AuditRun earned, AuditRun? hoped, AuditRun? planned)
    {
        Remaining = earned.Missing is { } missing ? Amount.Plain(missing) : null;
        (IsExact, IsBest, AtLeast) = (earned.IsExact, earned.IsBest, earned.Missing is null ? null : Amount.Plain(earned.Floor));
        Findings = new AuditTold(ask, earned, hoped).Findings();
        Unused = new Leftovers(ask, earned, Findings).All();
        if (IsMet) return;
        var gaps = new Gaps(ask, earned, hoped, planned);
        (Gaps, Alternatives) = (gaps.All(), gaps.Alternatives());
    }

    /// <summary>Is nothing missing?</summary>
    public bool IsMet => Remaining == 0;

    /// <summary>What is missing, in the policy's unit; null where no branch is open.</summary>
    public decimal? Remaining { get; }

    /// <summary>Is no branch open?</summary>
    public bool IsBlocked => Remaining is null;

    /// <summary>Was every use looked at that could have been better? Not for a policy that was made to be hard: then less may be missing than is said.</summary>
    public bool IsExact { get; }

    /// <summary>Was also every use looked at that could have met more leaves with as little missing? What is missing does not hang on it.</summary>
    public bool IsBest { get; }

    /// <summary>No use of what there is misses less than this, in the policy's unit, also where not every use was looked at; null where no branch is open.</summary>
    public decimal? AtLeast { get; }

    /// <summary>Is it sure whether the policy is met?</summary>
    public bool IsDecided => IsExact || IsMet || AtLeast > 0;

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
        var earned = new AuditRun(ask, AchievementStatus.Earned).Spread();
        if (earned.Missing == 0) return new(ask, earned, null, null);
        var hoped = Has(ask, AchievementStatus.InProgress) ? new AuditRun(ask, AchievementStatus.InProgress).Spread() : null;
        return new(ask, earned, hoped, Has(ask, AchievementStatus.Planned) ? new AuditRun(ask, AchievementStatus.Planned).Spread() : null);
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
