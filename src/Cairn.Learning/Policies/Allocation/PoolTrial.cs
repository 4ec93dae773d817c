using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>
/// Pieces of a pool that must stay whole. A network in which they may be divided says what is missing at least; where it
/// divides one, every leaf for that piece is tried in turn, and what cannot become better than the best so far is left
/// (branch and bound).
/// </summary>
internal sealed class PoolTrial(Pool pool, PoolFlow flow, PoolBound bounds, Steps steps)
{
    private readonly PoolWhole _whole = new(pool);
    private readonly long[] _missing = new long[pool.Leaves.Length];
    private readonly int[] _now = new int[pool.Pieces.Length];
    private readonly ulong[] _open = new ulong[pool.Pieces.Length];
    private readonly PoolChains? _chains = PoolChains.IsFor(pool) ? new(pool, steps) : null;
    private readonly int[] _bettered = new int[pool.Pieces.Length];
    private readonly int[] _best = new int[pool.Pieces.Length];
    private ulong _leaves;
    private int _tried;
    private int _most;
    private long _bound;
    private bool _isForMet;
    private bool _byAsked;
    private bool _withChains;
    private bool _isSure;

    /// <summary>The least cost that was found, or the limit where nothing costs less.</summary>
    public long Least { get; private set; }

    /// <summary>By piece its leaf in the use that costs so much; -1 for none.</summary>
    public IReadOnlyList<int> Best => _best;

    /// <summary>Begins anew.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="limit">Only what costs less is of interest.</param>
    public void Begin(ulong leaves, long limit)
    {
        (_leaves, Least) = (leaves, limit);
        for (var i = 0; i < _open.Length; i++) _open[i] = pool.Pieces[i].Open & leaves;
    }

    /// <summary>Begins with a use that was found before, if it costs less than what is of interest.</summary>
    public void BeginWith(int[] whole)
    {
        if (_whole.Judge(whole, _leaves, _missing) is var cost && cost >= Least) return;
        Least = cost;
        whole.CopyTo(_best, 0);
    }

    /// <summary>Looks until it is sure that nothing less can be missing. The network is solved already.</summary>
    /// <param name="most">So many networks are solved at most.</param>
    /// <param name="byAsked">Are leaves filled one after the other, who asks least first?</param>
    /// <param name="withChains">Is every use that is found bettered by chains?</param>
    /// <returns>Was all tried that could miss less? If not, and there may be no more, that is said to whoever counts the steps.</returns>
    public bool TryToMissLess(int most = Steps.MostInPool, bool byAsked = false, bool withChains = false)
    {
        (_isForMet, _byAsked, _tried, _most, _isSure) = (false, byAsked, 0, most, true);
        _withChains = withChains && _chains is not null;
        Try(_open);
        _isSure |= IsNoBetter(_bound);
        if (!_isSure && (most == Steps.MostInPool || steps.AreSpent)) steps.CutShort();
        return _isSure || steps.AreSpent;
    }

    /// <summary>Looks for a while whether more leaves can be met. The network is solved already.</summary>
    public void TryToMeetMore()
    {
        (_isForMet, _byAsked, _withChains, _tried, _most, _isSure) = (true, true, false, 0, Steps.MostInPool, true);
        Try(_open);
        if (!_isSure) steps.CutShortForMet();
    }

    private void Try(ulong[] open, int depth = 0)
    {
        if (_tried++ > 0)
        {
            if (_isForMet && !steps.TakeForMet(pool.Leaves.Length * pool.Pieces.Length)) return;
            if (steps.AreSpent || _tried > _most || depth > Steps.Deepest)
            {
                _isSure = false;
                return;
            }

            flow.Clear(open);
            if (_byAsked) flow.FillByAsked(_leaves);
            else flow.Fill(_leaves);
        }

        var bound = bounds.Of(_leaves, _isForMet ? open : null);
        if (depth == 0) _bound = bound;
        if (IsNoBetter(bound)) return;
        PutWhole(open);
        if (_whole.Judge(_now, _leaves, _missing) is var cost && cost < Least)
        {
            Least = cost;
            _now.CopyTo(_best, 0);
        }

        if (_withChains && !IsNoBetter(bound)) Better(depth);
        if (IsNoBetter(bound)) return;
        var piece = Wanted(open);
        if (piece < 0) return;
        foreach (var at in Order(piece, open[piece]))
        {
            if (With(open, piece, at) is { } next) Try(next, depth + 1);
            if (IsNoBetter(bound)) return;
        }
    }

    private void Better(int depth)
    {
        _now.CopyTo(_bettered, 0);
        if (!_chains!.Better(_bettered, _leaves, isFar: depth == 0)) return;
        var missing = new long[_missing.Length];
        if (_whole.Judge(_bettered, _leaves, missing) is var cost && cost >= Least) return;
        Least = cost;
        _bettered.CopyTo(_best, 0);
    }

    private bool IsNoBetter(long bound) => _isForMet ? bound >= Least : Cost.MissingIn(bound) >= Cost.MissingIn(Least);

    // Each piece whole at the leaf that takes most of it; -1 where none is open to it.
    private void PutWhole(ulong[] open)
    {
        for (var i = 0; i < open.Length; i++)
        {
            _now[i] = -1;
            var most = -1L;
            for (var bits = open[i]; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                if (flow.On(i, at) > most) (_now[i], most) = (at, flow.On(i, at));
            }
        }
    }

    // The leaves that a piece may go to, the one that takes most of it first.
    private List<int> Order(int piece, ulong open)
    {
        var order = new List<(long Takes, int At)>();
        for (var bits = open; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            order.Add((-flow.On(piece, at), at));
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
    private int Wanted(ulong[] open)
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
                if (flow.On(i, at) > 0 && ++parts > 1) return i;
                if (short_ < 0 && _missing[at] > flow.MissingAt(at)) short_ = i;
            }
        }

        return short_ >= 0 ? short_ : any;
    }
}
