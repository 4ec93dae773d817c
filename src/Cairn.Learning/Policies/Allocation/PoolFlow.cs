namespace Cairn.Learning.Policies.Allocation;

/// <summary>The greatest flow from the pieces of a pool into some of its leaves, where every piece may be divided.</summary>
internal sealed class PoolFlow
{
    private readonly Pool _pool;
    private readonly IReadOnlyList<LeafBody> _leaves;
    private readonly FlowNetwork _network = new();
    private readonly LeafNetwork[] _inside;
    private readonly int[] _nodes;
    private readonly int[][] _ways;
    private readonly int _to;

    public PoolFlow(Pool pool, IReadOnlyList<LeafBody> leaves, ulong[] open)
    {
        (_pool, _leaves) = (pool, leaves);
        var from = _network.Node();
        _to = _network.Node();
        _inside = [.. leaves.Select(leaf => new LeafNetwork(_network, leaf, _to))];
        _ways = new int[open.Length][];
        _nodes = new int[open.Length];
        var begins = new int[open.Length];
        for (var i = 0; i < open.Length; i++)
        {
            _nodes[i] = _network.Node();
            begins[i] = _network.Way(from, _nodes[i], 0);
            _ways[i] = new int[leaves.Count];
            for (var at = 0; at < leaves.Count; at++)
                _ways[i][at] = (open[i] >> at & 1) == 0 ? -1 : _network.Way(_nodes[i], _inside[at].In(pool.Taken(pool.Pieces[i], leaves[at])!.Value), pool.Pieces[i].Units);
        }

        Empty = _network.Snapshot();
        for (var i = 0; i < open.Length; i++) _network.Open(begins[i], pool.Pieces[i].Units);
        _network.Push(from, _to);
    }

    /// <summary>The network with nothing in it.</summary>
    public long[] Empty { get; }

    /// <summary>What is missing at least.</summary>
    public long Missing => Enumerable.Range(0, _inside.Length).Sum(MissingAt);

    /// <summary>What a leaf is missing in this flow.</summary>
    public long MissingAt(int at) => _inside[at].Asks - _network.On(_inside[at].Out);

    /// <summary>What a leaf asks.</summary>
    public long AsksAt(int at) => _inside[at].Asks;

    /// <summary>The first piece that goes to several leaves; -1 where none does.</summary>
    public int Divided() => Enumerable.Range(0, _ways.Length).FirstOrDefault(i => _ways[i].Count(way => way >= 0 && _network.On(way) > 0) > 1, -1);

    /// <summary>The leaves that a piece may go to, the one that takes most of it first.</summary>
    public IEnumerable<int> Order(int piece, ulong open) =>
        Enumerable.Range(0, _leaves.Count).Where(at => (open >> at & 1) != 0).OrderByDescending(at => _network.On(_ways[piece][at])).ThenBy(at => at);

    /// <summary>Each piece whole at the leaf that takes most of it; -1 where none is open to it.</summary>
    public int[] Whole(ulong[] open) => [.. open.Select((bits, i) => Order(i, bits).Select(at => (int?)at).FirstOrDefault() ?? -1)];

    /// <summary>What each leaf takes of each achievement that it accepts.</summary>
    public long[][] Taken()
    {
        var taken = new long[_leaves.Count][];
        for (var at = 0; at < taken.Length; at++)
        {
            var numbers = _leaves[at].Accepts.Index().ToDictionary(one => one.Item.Achievement, one => one.Index);
            taken[at] = new long[numbers.Count];
            for (var i = 0; i < _ways.Length; i++) if (_ways[i][at] >= 0) taken[at][numbers[_pool.Pieces[i].Achievement]] += _network.On(_ways[i][at]);
        }

        return taken;
    }

    /// <summary>Closes every leaf, with nothing in any.</summary>
    public void Clear()
    {
        _network.Restore(Empty);
        foreach (var inside in _inside) _network.Open(inside.Out, 0);
    }

    /// <summary>Opens one more leaf and fills it, without taking from those that are open what they have.</summary>
    /// <param name="at">The leaf.</param>
    /// <param name="left">What is left of each piece; it is taken from this, the older first.</param>
    /// <returns>Is it full?</returns>
    public bool Fill(int at, long[] left)
    {
        _network.Open(_inside[at].Out, _inside[at].Asks);
        for (var i = 0; i < left.Length && MissingAt(at) > 0; i++)
            if (left[i] > 0) left[i] -= _network.Push(_nodes[i], _to, left[i]);
        return MissingAt(at) == 0;
    }

    /// <summary>Uses older pieces in the place of younger ones wherever every leaf keeps as much.</summary>
    public void PreferOlder(long[] left)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var younger = left.Length - 1; younger > i && left[i] > 0; younger--)
            {
                if (younger == left.Length - 1) _network.Reach(_nodes[i]);
                if (left[younger] == _pool.Pieces[younger].Units || !_network.IsReached(_nodes[younger])) continue;
                var moved = _network.Push(_nodes[i], _nodes[younger], Math.Min(left[i], _pool.Pieces[younger].Units - left[younger]));
                (left[i], left[younger]) = (left[i] - moved, left[younger] + moved);
                if (moved > 0) _network.Reach(_nodes[i]);
            }
        }
    }

    /// <summary>What is left of all ways.</summary>
    public long[] Snapshot() => _network.Snapshot();

    /// <summary>Comes back to it.</summary>
    public void Restore(long[] rooms) => _network.Restore(rooms);
}
