namespace Cairn.Learning.Policies;

/// <summary>How a node stands before and after something is otherwise.</summary>
/// <param name="Path">Where the node stands.</param>
/// <param name="Before">How it stood; null where it was not there.</param>
/// <param name="After">How it stands then; null where it is not there any more.</param>
public sealed record Difference(string Path, Finding? Before, Finding? After);

/// <summary>An audit as things are, and as they would be: with more shown, or under another version of the policy.</summary>
/// <param name="Before">As things are.</param>
/// <param name="After">As they would be.</param>
/// <param name="Changed">Nodes that stand otherwise then, above before below.</param>
public sealed record WhatIf(PolicyAudit Before, PolicyAudit After, IReadOnlyList<Difference> Changed)
{
    /// <summary>How much less is missing then, in the policy's unit: below 0 where it is more; null where no branch is open before or after.</summary>
    public decimal? Gained => Before.Remaining - After.Remaining;

    /// <summary>If a learner showed this too.</summary>
    /// <param name="ask">As things are.</param>
    /// <param name="shown">What they would show; it counts as earned.</param>
    public static WhatIf Shown(AuditAsk ask, params IReadOnlyList<Achievement> shown)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return From(ask, ask with { Achievements = [.. ask.Achievements, .. shown.Select(Earned)] });
    }

    /// <summary>If these of the achievements that a learner is at or plans were earned.</summary>
    /// <param name="ask">As things are.</param>
    /// <param name="done">Their ids; none for all of them.</param>
    public static WhatIf Done(AuditAsk ask, params IReadOnlyList<string> done)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return From(ask, ask with { Achievements = [.. ask.Achievements.Select(one => done.Count == 0 || done.Contains(one.Id) ? Earned(one) : one)] });
    }

    /// <summary>If another policy, or another version of it, held.</summary>
    /// <param name="ask">As things are.</param>
    /// <param name="policy">The other one.</param>
    public static WhatIf Under(AuditAsk ask, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return From(ask, ask with { Policy = policy });
    }

    private static WhatIf From(AuditAsk now, AuditAsk then)
    {
        var (before, after) = (PolicyAudit.From(now), PolicyAudit.From(then));
        var changed = new List<Difference>();
        var stood = before.Findings.ToDictionary(one => one.Node.Path, StringComparer.Ordinal);
        foreach (var one in after.Findings)
        {
            stood.Remove(one.Node.Path, out var was);
            if (was is null || !IsSame(was, one)) changed.Add(new(one.Node.Path, was, one));
        }

        changed.AddRange(stood.Values.Select(one => new Difference(one.Node.Path, one, null)));
        return new(before, after, changed);
    }

    private static bool IsSame(Finding one, Finding other) =>
        (one.Status, one.Remaining, one.IsTaken) == (other.Status, other.Remaining, other.IsTaken) && one.Used.SequenceEqual(other.Used);

    private static Achievement Earned(Achievement one) =>
        one.Status == AchievementStatus.Earned ? one : new(one.Id, one.Fields.Where(field => field.Key != "status").ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal));
}
