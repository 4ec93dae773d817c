namespace Cairn.Learning.Policies.Allocation;

/// <summary>The best use of what one leaf is given, when nothing else wants it: exact.</summary>
internal static class LeafFill
{
    /// <summary>What is missing at least.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="given">What it is given of each that it accepts.</param>
    /// <param name="used">What it then uses of each: no more than given, the older first.</param>
    public static long Of(LeafBody leaf, ReadOnlySpan<long> given, Span<long> used)
    {
        if (leaf.Least.Length + leaf.Most.Length == 0 && leaf.Accepts.All(one => one.Value is null)) return Plainly(leaf, given, used);
        if (leaf.HasOwnParts) ByNetwork(leaf, given, used);
        else new LeafTrial(leaf, given).Best(used);
        return leaf.Missing(used);
    }

    private static long Plainly(LeafBody leaf, ReadOnlySpan<long> given, Span<long> used)
    {
        var missing = leaf.Need;
        for (var i = 0; i < given.Length; i++)
        {
            used[i] = Math.Min(given[i], missing);
            missing -= used[i];
        }

        return missing;
    }

    private static void ByNetwork(LeafBody leaf, ReadOnlySpan<long> given, Span<long> used)
    {
        var network = new FlowNetwork();
        var (from, to) = (network.Node(), network.Node());
        var inside = new LeafNetwork(network, leaf, to, withValues: false);
        var values = new Dictionary<FieldValue, int>();
        var ways = new int[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var one = leaf.Accepts[i];
            var begin = from;
            if (one.Value is { } value && !values.TryGetValue(value, out begin)) network.Way(from, values[value] = begin = network.Node(), Amount.One);
            ways[i] = network.Way(begin, inside.In(one), 0);
        }

        // One after the other, so that a younger one never takes the place of an older.
        for (var i = 0; i < given.Length; i++)
        {
            network.Open(ways[i], given[i]);
            network.Push(from, to);
        }

        for (var i = 0; i < given.Length; i++) used[i] = network.On(ways[i]);
    }
}
