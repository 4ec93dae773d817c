namespace Cairn.Learning.Policies.Allocation;

/// <summary>What no leaf uses, and why.</summary>
internal sealed class Leftovers(
    AuditAsk ask, IReadOnlyList<Achievement> all, IReadOnlyDictionary<Requirement, LeafBody> bodies, IReadOnlyDictionary<Requirement, long[]> used, IReadOnlySet<Requirement> taken)
{
    public IReadOnlyList<Unused> All()
    {
        var left = new List<Unused>();
        for (var i = 0; i < all.Count; i++) if (Of(i) is { } unused) left.Add(unused);
        left.AddRange(ask.Achievements.Where(one => one.Status != AchievementStatus.Earned).Order(Comparer<Achievement>.Create(Achievement.ByAge))
            .Select(one => new Unused(one.Id, Amount.Plain(one.Units), UnusedReason.NotEarned, "")));
        return left;
    }

    private Unused? Of(int achievement)
    {
        var accepting = bodies.Where(one => used.ContainsKey(one.Key)).Select(one => (Node: one.Key, Body: one.Value, At: At(one.Value, achievement))).Where(one => one.At >= 0).ToList();
        var counted = accepting.Where(one => taken.Contains(one.Node)).ToList();
        // Where it is shared freely it is used as far as the leaf that takes most of it; within a pool the parts add up.
        var spent = counted.Count == 0 ? 0 : counted.GroupBy(one => one.Body.Of.Pool, StringComparer.Ordinal)
            .Max(group => group.Key.Length == 0 ? group.Max(one => used[one.Node][one.At]) : group.Sum(one => used[one.Node][one.At]));
        if (spent >= all[achievement].Units || (accepting.Count == 0 && IsLookedAt(all[achievement]))) return null;
        var (reason, leaf) = accepting.Count == 0 ? (UnusedReason.NoLeafAccepts, "")
            : counted.Count == 0 ? (UnusedReason.OtherBranch, accepting[0].Node.Path)
            : counted.FirstOrDefault(one => one.Body.Missing(used[one.Node]) > 0) is { Node: not null } short_ ? (UnusedReason.Cap, short_.Node.Path)
            : (UnusedReason.LeafFull, counted[0].Node.Path);
        return new(all[achievement].Id, Amount.Plain(all[achievement].Units - spent), reason, leaf);
    }

    private static int At(LeafBody body, int achievement)
    {
        for (var i = 0; i < body.Accepts.Count; i++) if (body.Accepts[i].Achievement == achievement) return i;
        return -1;
    }

    // An attestation and a score are looked at and not used up.
    private bool IsLookedAt(Achievement one) => (one.Text("type") == "attestation" && one.Text("key") == "waive") || IsLookedAt(ask.Policy.Root, one);

    private bool IsLookedAt(Requirement node, Achievement one) => node switch
    {
        Attest attest => attest.IsBy(one),
        Score score => score.Of.Any(of => of.Accepts(one, ask.Facts)),
        BestIs best => best.Of.Accepts(one, ask.Facts),
        _ => node.Below.Any(below => IsLookedAt(below, one)),
    };
}
