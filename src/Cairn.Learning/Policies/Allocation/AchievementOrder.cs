namespace Cairn.Learning.Policies.Allocation;

/// <summary>The achievements that count, in the order in which they are used: what a person pinned, then the older, then by id.</summary>
internal sealed class AchievementOrder
{
    /// <param name="ask">What is asked.</param>
    /// <param name="shape">The tree.</param>
    /// <param name="upTo">How far an achievement may be.</param>
    public AchievementOrder(AuditAsk ask, PolicyShape shape, AchievementStatus upTo)
    {
        All = new(ask.Achievements.Count);
        foreach (var one in ask.Achievements) if (one.Status <= upTo) All.Add(one);
        All.Sort(Achievement.ByAge);
        if (ask.Pins.Count == 0) return;
        // One achievement may count in several pools, and so may be put to a leaf of each; within a pool whose achievements stay whole what a person said last stands.
        var nodes = new Dictionary<Achievement, List<int>>(ReferenceEqualityComparer.Instance);
        foreach (var pin in ask.Pins)
            if (All.Find(one => string.Equals(one.Id, pin.Achievement, StringComparison.Ordinal)) is { } found
                && Array.FindIndex(shape.Nodes, node => node is Leaf leaf && leaf.IsAt(pin.Leaf) && leaf.Takes(found, ask.Facts)) is >= 0 and var at)
            {
                if (!nodes.TryGetValue(found, out var known)) nodes[found] = known = [];
                if (!ask.Policy.IsSplit) known.RemoveAll(one => shape.Pools[one] == shape.Pools[at]);
                known.Add(at);
            }

        All = [.. All.Where(nodes.ContainsKey), .. All.Where(one => !nodes.ContainsKey(one))];
        for (var i = 0; i < nodes.Count; i++) Pinned[i] = nodes[All[i]];
    }

    /// <summary>The achievements.</summary>
    public List<Achievement> All { get; }

    /// <summary>Nodes, by the numbers of achievements that a person pinned to them.</summary>
    public Dictionary<int, List<int>> Pinned { get; } = [];
}
