using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>The flow from the pieces of a pool into some of its leaves, where every piece may be divided. Drawn once for a pool, and solved as often as is asked.</summary>
internal sealed partial class PoolFlow
{
    private const int From = 0;
    private const int To = 1;

    private readonly Pool _pool;
    private readonly Steps _steps;
    private readonly FlowNetwork _network = new();
    private readonly LeafNetwork[] _inside;
    private readonly int[] _nodes;
    private readonly int[] _begins;
    private readonly int[] _ways;
    private readonly List<long[]> _saved = [];
    private long[] _empty = [];
    private readonly int[] _byAsked;

    public PoolFlow(Pool pool, Steps steps)
    {
        (_pool, _steps) = (pool, steps);
        var (from, to) = (_network.Node(), _network.Node());
        var (pieces, leaves) = (pool.Pieces.Length, pool.Leaves.Length);
        (_inside, _nodes, _begins, _ways) = (new LeafNetwork[leaves], new int[pieces], new int[pieces], new int[pieces * leaves]);
        for (var at = 0; at < leaves; at++)
        {
            _inside[at] = new LeafNetwork(_network, pool.Leaves[at], to);
            _network.Open(_inside[at].Out, 0);
        }

        // The way that was made last is gone first: the older piece, and the more specific leaf.
        for (var i = pieces - 1; i >= 0; i--)
        {
            _nodes[i] = _network.Node();
            _begins[i] = _network.Way(from, _nodes[i], pool.Pieces[i].Units);
            for (var at = leaves - 1; at >= 0; at--)
                _ways[i * leaves + at] = (pool.Pieces[i].Open >> at & 1) == 0 ? -1 : _network.Way(_nodes[i], _inside[at].In(pool.Leaves[at].Accepts[pool.Slot(pool.Pieces[i].Achievement, at)]), pool.Pieces[i].Units);
        }

        _network.Save(ref _empty);
        _byAsked = [.. Enumerable.Range(0, leaves).OrderBy(AsksAt)];
    }

    /// <summary>Closes every leaf, with nothing in any, and opens pieces to these leaves alone.</summary>
    /// <param name="open">By piece, bits of leaves; null for all that accept it.</param>
    public void Clear(ulong[]? open = null)
    {
        _network.Restore(_empty);
        if (open is null) return;
        for (var i = 0; i < open.Length; i++)
            for (var bits = _pool.Pieces[i].Open & ~open[i]; bits != 0; bits &= bits - 1) _network.Open(WayOf(i, BitOperations.TrailingZeroCount(bits)), 0);
    }

    /// <summary>Opens more leaves, and fills them all as far as can be; those that were open keep as much as they have.</summary>
    public void Fill(ulong leaves)
    {
        Push(Open(leaves));
    }

    // Says how much they ask.
    private long Open(ulong leaves)
    {
        var asks = 0L;
        for (var bits = leaves; bits != 0; bits &= bits - 1)
        {
            var inside = _inside[BitOperations.TrailingZeroCount(bits)];
            _network.Open(inside.Out, inside.Asks);
            asks += inside.Asks;
        }

        return asks;
    }

    private void Push(long most)
    {
        _steps.Take(_ways.Length);
        _network.Push(From, To, most);
    }

    /// <summary>Opens and fills leaves one after the other, who asks least first: so more of them are full.</summary>
    public void FillByAsked(ulong leaves)
    {
        foreach (var at in _byAsked) if ((leaves >> at & 1) != 0) Fill(1UL << at);
    }

    /// <summary>What these leaves are missing in this flow.</summary>
    public long MissingIn(ulong leaves)
    {
        var missing = 0L;
        for (var bits = leaves; bits != 0; bits &= bits - 1) missing += MissingAt(BitOperations.TrailingZeroCount(bits));
        return missing;
    }

    /// <summary>What goes to these leaves in this flow.</summary>
    public long FlowingIn(ulong leaves)
    {
        var flowing = 0L;
        for (var bits = leaves; bits != 0; bits &= bits - 1) flowing += _network.On(_inside[BitOperations.TrailingZeroCount(bits)].Out);
        return flowing;
    }

    /// <summary>What a leaf is missing in this flow.</summary>
    public long MissingAt(int at) => _inside[at].Asks - _network.On(_inside[at].Out);

    /// <summary>The leaves, who asks least first.</summary>
    public IReadOnlyList<int> ByAsked => _byAsked;

    /// <summary>What a leaf asks.</summary>
    public long AsksAt(int at) => _inside[at].Asks;

    /// <summary>How much of a piece goes to a leaf.</summary>
    public long On(int piece, int at) => WayOf(piece, at) is >= 0 and var way ? _network.On(way) : 0;

    /// <summary>Uses older pieces in the place of younger ones wherever every leaf keeps as much.</summary>
    public void PreferOlder()
    {
        // What begins a piece is closed meanwhile, so that nothing is exchanged but these two.
        var used = new long[_nodes.Length];
        for (var i = 0; i < used.Length; i++) used[i] = Begin(i, 0, 0);
        var (walked, goesOn) = (0L, true);
        for (var i = 0; i < used.Length && goesOn; i++)
        {
            var isReached = false;
            for (var younger = used.Length - 1; younger > i && used[i] < _pool.Pieces[i].Units && goesOn; younger--)
            {
                if (used[younger] == 0) continue;
                if (!isReached)
                {
                    goesOn = _steps.TakeForOlder(ref walked, _ways.Length);
                    _network.Reach(_nodes[i]);
                }

                isReached = true;
                if (!_network.IsReached(_nodes[younger])) continue;
                var moved = _network.Push(_nodes[i], _nodes[younger], Math.Min(_pool.Pieces[i].Units - used[i], used[younger]));
                (used[i], used[younger], isReached) = (used[i] + moved, used[younger] - moved, false);
            }
        }

        for (var i = 0; i < used.Length; i++) Begin(i, _pool.Pieces[i].Units - used[i], used[i]);
    }

    /// <summary>Keeps this flow under a number from 0, to come back to until another is kept under it.</summary>
    public void Save(int number)
    {
        while (_saved.Count <= number) _saved.Add([]);
        var rooms = _saved[number];
        _network.Save(ref rooms);
        _saved[number] = rooms;
    }

    /// <summary>Comes back to it.</summary>
    public void Restore(int number) => _network.Restore(_saved[number]);

    private int WayOf(int piece, int at) => _ways[piece * _pool.Leaves.Length + at];

    // Says what a piece gives, and opens what begins it so far.
    private long Begin(int piece, long room, long on)
    {
        var gives = _network.On(_begins[piece]);
        _network.Open(_begins[piece], room);
        _network.Open(_begins[piece] + 1, on);
        return gives;
    }
}
