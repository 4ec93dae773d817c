namespace Cairn.Learning.Policies;

/// <summary>What a policy is asked about one learner.</summary>
/// <param name="Policy">The policy, whatever cohorts it is for.</param>
/// <param name="Facts">What is known of the learner, by the names that the policy uses.</param>
/// <param name="Achievements">What the learner has, is at and plans.</param>
/// <param name="Pins">Achievements that a person put to a leaf. One that the leaf does not accept is as if it were not there.</param>
public sealed record AuditAsk(Policy Policy, IReadOnlyDictionary<string, FieldValue> Facts, IReadOnlyList<Achievement> Achievements, IReadOnlyList<Pin> Pins)
{
    /// <summary>Places of the tree that were waived by a person: attestations with the key "waive".</summary>
    public IReadOnlyList<string> Waived =>
        [.. Achievements.Where(one => one.Status == AchievementStatus.Earned && one.Text("type") == "attestation" && one.Text("key") == "waive" && one.Text("leaf").Length > 0).Select(one => one.Text("leaf"))];
}

/// <summary>A person put an achievement to a leaf.</summary>
/// <param name="Achievement">The achievement's id.</param>
/// <param name="Leaf">The leaf's path or name.</param>
public sealed record Pin(string Achievement, string Leaf);
