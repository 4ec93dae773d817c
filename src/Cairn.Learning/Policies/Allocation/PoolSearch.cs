using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>
/// The best shares of a pool among some of its leaves. A network in which pieces may be divided says what is missing at
/// least; where it divides what must stay whole, every leaf for that piece is tried in turn, and what cannot become
/// better than the best so far is left (branch and bound).
/// </summary>
internal sealed class PoolSearch
{
    private const int MostForMet = 400;

    private readonly Pool _pool;
    private readonly IReadOnlyList<LeafBody> _leaves;
    private readonly int[][] _of;
    private readonly bool[] _alone;
    private Shares? _best;
    private long _limit;
    private int _tried;

    /// <param name="pool">The pool.</param>
    /// <param name="leaves">The leaves that count: at most 64.</param>
    /// <param name="limit">Only what costs less than this is of interest.</param>
    public PoolSearch(Pool pool, IReadOnlyList<LeafBody> leaves, long limit)
    {
        (_pool, _leaves, _limit) = (pool, leaves, limit);
        _of = [.. leaves.Select(leaf => leaf.Accepts.Select(one => one.Achievement).ToArray())];
        _alone = [.. leaves.Select(leaf => Alone(leaf) == 0)];
    }

    /// <summary>The best shares; null where none costs less than the limit.</summary>
    public Shares? Best()
    {
        var open = new ulong[_pool.Pieces.Count];
        for (var i = 0; i < open.Length; i++)
            for (var at = 0; at < _leaves.Count; at++)
                if (_pool.Pieces[i].Pinned is -1 || _pool.Pieces[i].Pinned == _leaves[at].Index)
                    if (_pool.Taken(_pool.Pieces[i], _leaves[at]) is not null) open[i] |= 1UL << at;
        Try(open);
        return _best;
    }

    private static long Alone(LeafBody leaf)
    {
        Span<long> used = stackalloc long[leaf.Accepts.Count];
        return LeafFill.Of(leaf, leaf.Accepts.Select(one => one.Units).ToArray(), used);
    }

    private void Try(ulong[] open)
    {
        _tried++;
        var flow = new PoolFlow(_pool, _leaves, open);
        var least = Math.Max(0, (flow.Missing + _pool.Step - 1) / _pool.Step * _pool.Step);
        var bound = (least * Cost.OfMissing) - (least == 0 ? _alone.Count(one => one) : Math.Min(_alone.Count(one => one), _leaves.Count - 1));
        if (bound >= _limit || (_tried > MostForMet && _best is not null && least >= Cost.MissingIn(_limit))) return;
        if (_tried == 1) new PoolMet(_pool, flow, _leaves.Count).Draw(at => _alone[at]);
        if (_pool.IsDivisible)
        {
            Keep(new Shares(Enumerable.Range(0, _leaves.Count).Sum(at => Cost.Of(flow.MissingAt(at))), ByLeaf(flow.Taken())));
            return;
        }

        var given = flow.Whole(open);
        var (shares, missing) = Judge(given);
        Keep(shares);
        if (bound >= _limit) return;
        var piece = flow.Divided();
        if (piece < 0) piece = Wanted(open, flow, missing);
        if (piece < 0) return;
        foreach (var at in flow.Order(piece, open[piece]))
        {
            if (With(open, piece, at) is { } next) Try(next);
            if (bound >= _limit) return;
        }
    }

    // Of pieces that are alike, the earlier goes no further down the leaves than the later: each way is tried once.
    private ulong[]? With(ulong[] open, int piece, int at)
    {
        ulong[] next = [.. open];
        next[piece] = 1UL << at;
        for (var i = 0; i < open.Length; i++)
        {
            if (i == piece || _pool.Pieces[i].Kind != _pool.Pieces[piece].Kind) continue;
            next[i] &= i < piece ? ulong.MaxValue >> (63 - at) : ulong.MaxValue << at;
            if (next[i] == 0 && open[i] != 0) return null;
        }

        return next;
    }

    private (Shares Shares, long[] Missing) Judge(int[] whole)
    {
        var given = _leaves.Select(leaf => new long[leaf.Accepts.Count]).ToArray();
        for (var i = 0; i < whole.Length; i++)
            if (whole[i] >= 0) given[whole[i]][Array.IndexOf(_of[whole[i]], _pool.Pieces[i].Achievement)] += _pool.Pieces[i].Units;
        var missing = new long[_leaves.Count];
        for (var at = 0; at < missing.Length; at++)
        {
            Span<long> used = stackalloc long[given[at].Length];
            missing[at] = LeafFill.Of(_leaves[at], given[at], used);
        }

        return (new Shares(missing.Sum(Cost.Of), ByLeaf(given)), missing);
    }

    private Dictionary<int, long[]> ByLeaf(long[][] given) => _leaves.Index().ToDictionary(one => one.Item.Index, one => given[one.Index]);

    private void Keep(Shares shares)
    {
        if (shares.Cost >= _limit) return;
        (_best, _limit) = (shares, shares.Cost);
    }

    // Where nothing is divided and the network still promises more than there is: a piece that has a choice, at a leaf that has less than promised, or at any.
    private int Wanted(ulong[] open, PoolFlow flow, long[] missing)
    {
        var any = -1;
        for (var i = 0; i < open.Length; i++)
        {
            if (BitOperations.PopCount(open[i]) < 2) continue;
            if (any < 0) any = i;
            for (var at = 0; at < missing.Length; at++)
                if ((open[i] >> at & 1) != 0 && missing[at] > flow.MissingAt(at)) return i;
        }

        return any;
    }
}
