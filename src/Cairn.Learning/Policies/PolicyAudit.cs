using Cairn.Learning.Policies.Allocation;

namespace Cairn.Learning.Policies;

/// <summary>How a learner stands to a policy, by the best use of what they have: least missing, then most leaves met, then the specific before the elective, then the older first.</summary>
/// <param name="IsMet">Is nothing missing?</param>
/// <param name="Remaining">What is missing, in the policy's unit; null where no branch is open.</param>
/// <param name="Findings">Every node, above before below.</param>
/// <param name="Unused">Achievements of which something is left, and why.</param>
public sealed record PolicyAudit(bool IsMet, decimal? Remaining, IReadOnlyList<Finding> Findings, IReadOnlyList<Unused> Unused)
{
    /// <summary>Is no branch open?</summary>
    public bool IsBlocked => Remaining is null;

    /// <summary>Audits a learner, by what is earned, and by what will be when all that they are at is.</summary>
    public static PolicyAudit From(AuditAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var earned = new AuditRun(ask, AchievementStatus.Earned);
        var hoped = earned.IsMet || ask.Achievements.All(one => one.Status != AchievementStatus.InProgress) ? null : new AuditRun(ask, AchievementStatus.InProgress);
        return new(earned.IsMet, earned.Missing is { } missing ? Amount.Plain(missing) : null, earned.Findings(hoped), earned.Unused());
    }

    /// <summary>What would be missing if all that a learner is at, and all that they plan, were earned; null where no branch is open.</summary>
    public static decimal? Planned(AuditAsk ask) => new AuditRun(ask, AchievementStatus.Planned).Missing is { } missing ? Amount.Plain(missing) : null;
}
