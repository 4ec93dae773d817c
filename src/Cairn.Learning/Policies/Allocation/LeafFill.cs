using System.Numerics;

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
        if (leaf.IsPlain) return Plainly(leaf, given, used);
        if (leaf.IsSimple) InTurn(leaf, given, used);
        else if (leaf.HasOwnParts) ByNetwork(leaf, given, used);
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

    // Where values stand within limits, limits within parts, and parts within the leaf, whoever comes first may take what there is room for: it never costs another more than it gains.
    private static void InTurn(LeafBody leaf, ReadOnlySpan<long> given, Span<long> used)
    {
        Span<long> parts = stackalloc long[leaf.Least.Length];
        Span<long> limits = stackalloc long[leaf.Most.Length];
        Span<long> values = stackalloc long[leaf.Values];
        leaf.Least.CopyTo(parts);
        leaf.Most.CopyTo(limits);
        values.Fill(Amount.One);
        var room = leaf.Whole - leaf.Least.Sum();
        for (var i = 0; i < given.Length; i++)
        {
            var one = leaf.Accepts[i];
            var (part, limit) = (one.Parts == 0 ? -1 : BitOperations.TrailingZeroCount(one.Parts), one.Limits == 0 ? -1 : BitOperations.TrailingZeroCount(one.Limits));
            var use = Math.Min(given[i], room + (part < 0 ? 0 : parts[part]));
            if (limit >= 0) use = Math.Min(use, limits[limit]);
            if (one.Value >= 0) use = Math.Min(use, values[one.Value]);
            used[i] = use;
            if (limit >= 0) limits[limit] -= use;
            if (one.Value >= 0) values[one.Value] -= use;
            if (part >= 0)
            {
                var inPart = Math.Min(use, parts[part]);
                parts[part] -= inPart;
                use -= inPart;
            }

            room -= use;
        }
    }

    private static void ByNetwork(LeafBody leaf, ReadOnlySpan<long> given, Span<long> used)
    {
        leaf.Steps.TakeInLeaf(given.Length * given.Length);
        var network = new FlowNetwork();
        var (from, to) = (network.Node(), network.Node());
        var inside = new LeafNetwork(network, leaf, to, withValues: false);
        var values = new int[leaf.Values];
        var ways = new int[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var one = leaf.Accepts[i];
            var begin = from;
            if (one.Value >= 0)
            {
                if (values[one.Value] == 0) network.Way(from, values[one.Value] = network.Node(), Amount.One);
                begin = values[one.Value];
            }

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
