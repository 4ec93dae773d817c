using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>
/// The best shares of a pool among some of its leaves. A network in which pieces may be divided says what is missing at
/// least; where it divides what must stay whole, every leaf for that piece is tried in turn, and what cannot become
/// better than the best so far is left (branch and bound).
/// </summary>
internal sealed class PoolSearch(Pool pool, Steps steps)
{
    private readonly Dictionary<ulong, Shares> _known = [];
    private readonly Dictionary<ulong, long> _bounds = [];
    private readonly PoolFlow _flow = new(pool, steps);
    private readonly PoolWhole _whole = new(pool);
    private ulong _leaves;
    private long _limit;
    private int _tried;
    private bool _isForMet;

    /// <summary>What some leaves cost at least: exact where the pool is divisible.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    public long Bound(ulong leaves)
    {
        if (leaves == 0) return 0;
        if (_known.TryGetValue(leaves, out var known)) return known.Cost;
        if (_bounds.TryGetValue(leaves, out var bound)) return bound;
        _flow.Clear();
        _flow.Fill(leaves);
        return _bounds[leaves] = BoundOf(leaves);
    }

    /// <summary>What some leaves cost at least, with choices that are open beside them.</summary>
    /// <param name="leaves">Bits of the leaves that count whatever is chosen.</param>
    /// <param name="choices">The choices; each was drawn.</param>
    public long Bound(ulong leaves, IReadOnlyList<OpenChoice> choices)
    {
        var missing = _flow.FillWith(leaves, choices);
        var flowing = -missing;
        var met = 0;
        foreach (var one in choices) (flowing, met) = (flowing + one.Asks, met + one.MostMet);
        for (var bits = leaves; bits != 0; bits &= bits - 1) flowing += _flow.AsksAt(BitOperations.TrailingZeroCount(bits));
        return (missing * Cost.OfMissing) - met - MostMet(leaves, flowing, null);
    }

    /// <summary>The flow that was solved last.</summary>
    public PoolFlow Flow => _flow;

    /// <summary>The best shares.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="limit">Only what costs less is of interest.</param>
    /// <returns>Null where nothing costs less.</returns>
    public Shares? Of(ulong leaves, long limit = Cost.Impossible)
    {
        if (_known.TryGetValue(leaves, out var known)) return known.Cost < limit ? known : null;
        (_leaves, _limit) = (leaves, limit);
        var met = new PoolMet(_flow, pool);
        met.Draw(leaves, null);
        if (pool.IsDivisible)
        {
            if (!met.IsSure) steps.CutShortForMet();
            return _known[leaves] = Divided();
        }

        var open = new ulong[pool.Pieces.Length];
        for (var i = 0; i < open.Length; i++) open[i] = pool.Pieces[i].Open & leaves;
        // First that nothing less is missing; then, for a while, that as many leaves as can be are met.
        (_isForMet, _tried) = (false, 0);
        Try(open);
        new PoolMet(_flow, pool).Draw(leaves, null);
        (_isForMet, _tried) = (true, 0);
        Try(open);
        if (_limit >= limit) return null;
        steps.IsTelling = true;
        var given = _whole.Given(leaves);
        steps.IsTelling = false;
        return _known[leaves] = new(_limit, given);
    }

    private Shares Divided()
    {
        var given = new long[]?[pool.Leaves.Length];
        var cost = 0L;
        for (var at = 0; at < given.Length; at++)
        {
            if ((_leaves >> at & 1) == 0) continue;
            cost += Cost.Of(_flow.MissingAt(at));
            given[at] = new long[pool.Leaves[at].Accepts.Length];
        }

        for (var i = 0; i < pool.Pieces.Length; i++)
            for (var bits = pool.Pieces[i].Open & _leaves; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                given[at]![pool.Slot(pool.Pieces[i].Achievement, at)] += _flow.On(i, at);
            }

        return new(cost, given);
    }

    // Of a flow that has just been solved.
    private long BoundOf(ulong leaves, ulong[]? open = null)
    {
        var flowing = 0L;
        var missing = 0L;
        for (var bits = leaves; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            missing += _flow.MissingAt(at);
            flowing += _flow.AsksAt(at) - _flow.MissingAt(at);
        }

        var least = (missing + pool.Step - 1) / pool.Step * pool.Step;
        return (least * Cost.OfMissing) - MostMet(leaves, flowing, open);
    }

    // So many leaves are met at most: those that ask least, as far as what flows goes.
    private int MostMet(ulong leaves, long flowing, ulong[]? open)
    {
        var met = 0;
        foreach (var at in _flow.ByAsked)
        {
            if ((leaves >> at & 1) == 0 || pool.Leaves[at].Alone > 0 || (open is not null && Supply(at, open) < _flow.AsksAt(at))) continue;
            if ((flowing -= _flow.AsksAt(at)) < 0) break;
            met++;
        }

        return met;
    }

    private long Supply(int at, ulong[] open)
    {
        var supply = 0L;
        for (var i = 0; i < open.Length; i++) if ((open[i] >> at & 1) != 0) supply += pool.Pieces[i].Units;
        return supply;
    }

    private void Try(ulong[] open, int depth = 0)
    {
        if (_tried++ > 0)
        {
            if (_isForMet && !steps.TakeForMet(pool.Leaves.Length * pool.Pieces.Length)) return;
            if (steps.AreSpent || _tried > Steps.MostInPool || depth > Steps.Deepest)
            {
                steps.CutShort();
                return;
            }

            _flow.Clear(open);
            if (_isForMet) _flow.FillByAsked(_leaves);
            else _flow.Fill(_leaves);
        }

        var bound = BoundOf(_leaves, _isForMet ? open : null);
        if (IsNoBetter(bound)) return;
        var whole = Whole(open);
        var missing = new long[pool.Leaves.Length];
        if (_whole.Judge(whole, _leaves, missing) is var cost && cost < _limit)
        {
            _limit = cost;
            _whole.Keep(whole);
        }

        if (IsNoBetter(bound)) return;
        var piece = Wanted(open, missing);
        if (piece < 0) return;
        foreach (var at in Order(piece, open[piece]))
        {
            if (With(open, piece, at) is { } next) Try(next, depth + 1);
            if (IsNoBetter(bound)) return;
        }
    }

    private bool IsNoBetter(long bound) => _isForMet ? bound >= _limit : Cost.MissingIn(bound) >= Cost.MissingIn(_limit);

    // Each piece whole at the leaf that takes most of it; -1 where none is open to it.
    private int[] Whole(ulong[] open)
    {
        var whole = new int[open.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = -1;
            var most = -1L;
            for (var bits = open[i]; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                if (_flow.On(i, at) > most) (whole[i], most) = (at, _flow.On(i, at));
            }
        }

        return whole;
    }

    // The leaves that a piece may go to, the one that takes most of it first.
    private List<int> Order(int piece, ulong open)
    {
        var order = new List<(long Takes, int At)>();
        for (var bits = open; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            order.Add((-_flow.On(piece, at), at));
        }

        order.Sort();
        return order.ConvertAll(one => one.At);
    }

    // Of pieces that are alike, the earlier goes no further down the leaves than the later: each way is tried once.
    private ulong[]? With(ulong[] open, int piece, int at)
    {
        ulong[] next = [.. open];
        next[piece] = 1UL << at;
        for (var i = 0; i < open.Length; i++)
        {
            if (i == piece || pool.Pieces[i].Kind != pool.Pieces[piece].Kind) continue;
            next[i] &= i < piece ? ulong.MaxValue >> (63 - at) : ulong.MaxValue << at;
            if (next[i] == 0 && open[i] != 0) return null;
        }

        return next;
    }

    // A piece that the network divides; else one that has a choice, at a leaf that has less than the network promised, or at any.
    private int Wanted(ulong[] open, long[] missing)
    {
        var (short_, any) = (-1, -1);
        for (var i = 0; i < open.Length; i++)
        {
            if (BitOperations.PopCount(open[i]) < 2) continue;
            if (any < 0) any = i;
            var parts = 0;
            for (var bits = open[i]; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                if (_flow.On(i, at) > 0 && ++parts > 1) return i;
                if (short_ < 0 && missing[at] > _flow.MissingAt(at)) short_ = i;
            }
        }

        return short_ >= 0 ? short_ : any;
    }
}
