using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>What some leaves of a pool cost, and how it is shared out among them. What was asked once is known.</summary>
internal sealed class PoolSearch
{
    private readonly Dictionary<ulong, long> _bounds = [];
    private readonly Dictionary<ulong, long> _missing = [];
    private readonly Dictionary<ulong, long> _costs = [];
    private readonly Dictionary<ulong, int[]> _wholes = [];
    private readonly Pool _pool;
    private readonly Steps _steps;
    private readonly PoolBound _bound;
    private PoolTrial? _trial;

    public PoolSearch(Pool pool, Steps steps)
    {
        (_pool, _steps, Flow) = (pool, steps, new(pool, steps));
        _bound = new(pool, Flow);
    }

    /// <summary>The flow that was solved last.</summary>
    public PoolFlow Flow { get; }

    private PoolTrial Trial => _trial ??= new(_pool, Flow, _bound, _steps);

    /// <summary>What some leaves cost at least: what is missing is exact where the pool is divisible.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    public long Bound(ulong leaves)
    {
        if (leaves == 0) return 0;
        if (_costs.TryGetValue(leaves, out var known) || _bounds.TryGetValue(leaves, out known)) return known;
        Flow.Clear();
        Flow.Fill(leaves);
        return _bounds[leaves] = _bound.Of(leaves);
    }

    /// <summary>What some leaves cost at least, with choices that are open beside them.</summary>
    /// <param name="leaves">Bits of the leaves that count whatever is chosen.</param>
    /// <param name="choices">The choices; each was drawn.</param>
    public long Bound(ulong leaves, IReadOnlyList<OpenChoice> choices) => _bound.With(leaves, choices);

    /// <summary>The least that some leaves miss, however few of them are met: a cost.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="limit">Only what costs less is of interest.</param>
    /// <returns>Null where nothing costs less.</returns>
    public long? Missing(ulong leaves, long limit)
    {
        if (_pool.IsDivisible) return Below(Cost.OfMissingIn(Bound(leaves)), limit);
        if (_missing.TryGetValue(leaves, out var known)) return Below(known, limit);
        var bound = Bound(leaves);
        Flow.Clear();
        Flow.Fill(leaves);
        Trial.Begin(leaves, limit);
        if (!Trial.TryToMissLess(Steps.FewInPool, withChains: true))
        {
            // Perhaps it only began at the wrong end: flows of another kind are tried before all the others are.
            new PoolMet(Flow, _pool).Draw(leaves);
            if (!Trial.TryToMissLess(Steps.FewInPool, byAsked: true, withChains: true))
            {
                Flow.Clear();
                Flow.Fill(leaves);
                Trial.TryToMissLess(withChains: true);
            }
        }

        var missing = Cost.OfMissingIn(Trial.Least);
        // Nothing misses less: that is a bound too.
        if (_steps.IsSearched) _bounds[leaves] = Math.Max(bound, bound + missing - Cost.OfMissingIn(bound));
        if (missing >= limit) return null;
        _wholes[leaves] = [.. Trial.Best];
        return _missing[leaves] = missing;
    }

    /// <summary>The least cost of some leaves.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="limit">Only what costs less is of interest.</param>
    /// <returns>Null where nothing costs less.</returns>
    public long? Cheapest(ulong leaves, long limit)
    {
        if (_costs.TryGetValue(leaves, out var known)) return Below(known, limit);
        var met = new PoolMet(Flow, _pool);
        met.Draw(leaves);
        if (_pool.IsDivisible)
        {
            if (!met.IsSure) _steps.CutShortForMet();
            var cost = 0L;
            for (var bits = leaves; bits != 0; bits &= bits - 1) cost += Cost.Of(Flow.MissingAt(BitOperations.TrailingZeroCount(bits)));
            return Below(_costs[leaves] = cost, limit);
        }

        Flow.PreferOlder();
        Flow.Save(0);
        Trial.Begin(leaves, limit);
        // First that nothing less is missing; then, for a while, that as many leaves as can be are met.
        Trial.TryToMissLess();
        if (Trial.Least >= limit && _wholes.TryGetValue(leaves, out var found)) Trial.BeginWith(found);
        Flow.Restore(0);
        Trial.TryToMeetMore();
        if (Trial.Least >= limit) return null;
        _wholes[leaves] = [.. Trial.Best];
        return _costs[leaves] = Trial.Least;
    }

    /// <summary>By leaf, what it is given of each achievement that it accepts, in the best use that was found; null for one that does not count.</summary>
    /// <param name="leaves">Bits of the leaves that count, of which was asked before.</param>
    public long[]?[] Given(ulong leaves) => _pool.IsDivisible ? Divided(leaves) : new PoolWhole(_pool).Given(_wholes[leaves], leaves);

    private static long? Below(long cost, long limit) => cost < limit ? cost : null;

    private long[]?[] Divided(ulong leaves)
    {
        new PoolMet(Flow, _pool).Draw(leaves);
        Flow.PreferOlder();
        var given = new long[]?[_pool.Leaves.Length];
        for (var bits = leaves; bits != 0; bits &= bits - 1)
            given[BitOperations.TrailingZeroCount(bits)] = new long[_pool.Leaves[BitOperations.TrailingZeroCount(bits)].Accepts.Length];
        for (var i = 0; i < _pool.Pieces.Length; i++)
            for (var bits = _pool.Pieces[i].Open & leaves; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                given[at]![_pool.Slot(_pool.Pieces[i].Achievement, at)] += Flow.On(i, at);
            }

        return given;
    }
}
