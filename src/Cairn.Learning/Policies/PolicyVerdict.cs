using Cairn.Learning.Policies.Allocation;

namespace Cairn.Learning.Policies;

/// <summary>Whether a learner meets a policy and how much is missing, without the reasons: for a cohort, of which only a few are looked at more closely.</summary>
public sealed record PolicyVerdict
{
    private PolicyVerdict(AuditRun earned)
    {
        Remaining = earned.Missing is { } missing ? Amount.Plain(missing) : null;
        (IsExact, AtLeast) = (earned.IsExact, earned.Missing is null ? null : Amount.Plain(earned.Floor));
    }

    /// <summary>Is nothing missing?</summary>
    public bool IsMet => Remaining == 0;

    /// <summary>What is missing, in the policy's unit; null where no branch is open.</summary>
    public decimal? Remaining { get; }

    /// <summary>Is no branch open?</summary>
    public bool IsBlocked => Remaining is null;

    /// <summary>Was every use looked at that could have been better? Not for a policy that was made to be hard: then less may be missing than is said.</summary>
    public bool IsExact { get; }

    /// <summary>No use of what there is misses less than this, in the policy's unit, also where not every use was looked at; null where no branch is open.</summary>
    public decimal? AtLeast { get; }

    /// <summary>Is it sure whether the policy is met?</summary>
    public bool IsDecided => IsExact || IsMet || AtLeast > 0;

    /// <summary>Concludes by what is earned.</summary>
    public static PolicyVerdict From(AuditAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return Of(new AuditRun(ask, AchievementStatus.Earned));
    }

    /// <summary>What a run of the search says.</summary>
    internal static PolicyVerdict Of(AuditRun earned) => new(earned);
}
