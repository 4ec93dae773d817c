using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>A leaf's part of a network: ways in for each achievement, and one way out that carries what it uses. For a leaf that is not simple it allows at least what is true.</summary>
internal sealed class LeafNetwork
{
    private readonly FlowNetwork _network;
    private readonly LeafBody _leaf;
    private readonly int _room;
    private readonly int[] _parts;
    private readonly ulong _apart;
    private readonly bool _withValues;
    private Dictionary<(int Value, int Limit, int Part), int>? _doors;

    /// <param name="network">Where it is drawn.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="end">Where what is used goes.</param>
    /// <param name="withValues">Is one unit of each value let in? Not where whoever draws it sees to that.</param>
    public LeafNetwork(FlowNetwork network, LeafBody leaf, int end, bool withValues = true)
    {
        (_network, _leaf, _withValues) = (network, leaf, withValues);
        _apart = Apart(leaf);
        var least = 0L;
        for (var part = 0; part < leaf.Least.Length; part++) if ((_apart >> part & 1) != 0) least += leaf.Least[part];
        Asks = Math.Max(leaf.Need, least);
        All = network.Node();
        Out = network.Way(All, end, Asks);
        _parts = new int[leaf.Least.Length];
        if (_apart == 0)
        {
            _room = All;
            return;
        }

        _room = network.Node();
        network.Way(_room, All, Asks - least);
        for (var part = 0; part < _parts.Length; part++)
        {
            if ((_apart >> part & 1) == 0) continue;
            _parts[part] = network.Node();
            network.Way(_parts[part], All, leaf.Least[part]);
            network.Way(_parts[part], _room, long.MaxValue / 4);
        }
    }

    /// <summary>The node through which goes all that it uses.</summary>
    public int All { get; }

    /// <summary>The way to the end.</summary>
    public int Out { get; }

    /// <summary>What the network asks of it: what is missing is this less what the way out carries.</summary>
    public long Asks { get; }

    /// <summary>The node through which an achievement comes in.</summary>
    public int In(Accepted one)
    {
        if (!_withValues) one = one with { Value = -1 };
        var part = (one.Parts & _apart) == 0 ? -1 : BitOperations.TrailingZeroCount(one.Parts & _apart);
        var limit = Tightest(one);
        if (one.Value < 0 && limit < 0) return part < 0 ? _room : _parts[part];
        _doors ??= [];
        if (_doors.TryGetValue((one.Value, limit, part), out var door)) return door;
        door = _network.Node();
        _network.Way(door, one.Value >= 0 && limit >= 0 ? In(one with { Value = -1 }) : part < 0 ? _room : _parts[part], one.Value >= 0 ? Amount.One : _leaf.Most[limit]);
        return _doors[(one.Value, limit, part)] = door;
    }

    private int Tightest(Accepted one)
    {
        var found = -1;
        for (var limit = 0; limit < _leaf.Most.Length; limit++)
            if (one.IsLimitedBy(limit) && (found < 0 || _leaf.Most[limit] < _leaf.Most[found])) found = limit;
        return found;
    }

    // Least parts that no achievement counts in together: of two that share one, the later is left out of the network.
    private static ulong Apart(LeafBody leaf)
    {
        var apart = 0UL;
        for (var part = 0; part < leaf.Least.Length; part++)
        {
            var bit = 1UL << part;
            var isApart = true;
            foreach (var one in leaf.Accepts) isApart &= (one.Parts & bit) == 0 || (one.Parts & apart) == 0;
            if (isApart) apart |= bit;
        }

        return apart;
    }
}
