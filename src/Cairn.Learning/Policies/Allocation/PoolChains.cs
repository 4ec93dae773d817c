using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>
/// Betters a use of pieces that stay whole by chains: a piece goes to a leaf that lacks something, one of its size goes on from
/// that leaf to the next, and so on. All leaves between keep as much as they had. What it finds is a use; that there is no better one it never says.
/// </summary>
internal sealed class PoolChains
{
    private readonly Pool _pool;
    private readonly Steps _steps;
    private readonly long[] _sizes;
    private readonly long[] _lacks;
    private readonly ulong[] _goes;
    private readonly int[] _next;
    private int[] _whole = [];
    private ulong _leaves;

    public PoolChains(Pool pool, Steps steps)
    {
        (_pool, _steps) = (pool, steps);
        _sizes = [.. pool.Pieces.Select(one => one.Units).Distinct().Order()];
        var leaves = pool.Leaves.Length;
        (_lacks, _goes, _next) = (new long[leaves], new ulong[leaves], new int[leaves]);
    }

    /// <summary>May it be asked of a pool? Where leaves have parts or values a piece is not as good as another of its size.</summary>
    public static bool IsFor(Pool pool) => Array.TrueForAll(pool.Leaves, static one => one.IsPlain);

    /// <summary>Betters a use as far as chains do, and says whether it is better now.</summary>
    /// <param name="whole">By piece its leaf; -1 for none.</param>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="isFar">Are also chains gone that better nothing, if another does after them?</param>
    public bool Better(int[] whole, ulong leaves, bool isFar)
    {
        (_whole, _leaves) = (whole, leaves);
        for (var bits = leaves; bits != 0; bits &= bits - 1) _lacks[BitOperations.TrailingZeroCount(bits)] = _pool.Leaves[BitOperations.TrailingZeroCount(bits)].Need;
        for (var i = 0; i < whole.Length; i++) if (whole[i] >= 0) _lacks[whole[i]] -= _pool.Pieces[i].Units;
        var isBetter = false;
        while (IsLacking() && (GoesOne() || (isFar && GoesTwo()))) isBetter = true;
        return isBetter;
    }

    private bool IsLacking()
    {
        for (var bits = _leaves; bits != 0; bits &= bits - 1) if (_lacks[BitOperations.TrailingZeroCount(bits)] > 0) return true;
        return false;
    }

    // A chain that gains more than it loses.
    private bool GoesOne()
    {
        foreach (var size in _sizes)
        {
            var unused = Draw(size);
            for (var bits = _leaves; bits != 0; bits &= bits - 1)
            {
                var end = BitOperations.TrailingZeroCount(bits);
                if (_lacks[end] <= 0) continue;
                var reached = Reach(end);
                var gain = Math.Min(size, _lacks[end]);
                if ((unused & reached) != 0)
                {
                    Go(size, -1, BitOperations.TrailingZeroCount(unused & reached), end);
                    return true;
                }

                for (var begins = reached & ~(1UL << end); begins != 0; begins &= begins - 1)
                {
                    var begin = BitOperations.TrailingZeroCount(begins);
                    if (Loss(begin, size) >= gain) continue;
                    Go(size, begin, _next[begin], end);
                    return true;
                }
            }
        }

        return false;
    }

    // A chain that gains what it loses, and then one that gains more.
    private bool GoesTwo()
    {
        var (whole, lacks) = ((int[])_whole.Clone(), (long[])_lacks.Clone());
        foreach (var size in _sizes)
            for (var bits = _leaves; bits != 0; bits &= bits - 1)
            {
                var end = BitOperations.TrailingZeroCount(bits);
                if (_lacks[end] <= 0) continue;
                Draw(size);
                for (var begins = Reach(end) & ~(1UL << end); begins != 0; begins &= begins - 1)
                {
                    var begin = BitOperations.TrailingZeroCount(begins);
                    if (Loss(begin, size) != Math.Min(size, _lacks[end])) continue;
                    if (_steps.AreSpent) return false;
                    Go(size, begin, _next[begin], end);
                    if (GoesOne()) return true;
                    whole.CopyTo(_whole, 0);
                    lacks.CopyTo(_lacks, 0);
                    // What was reached was forgotten over it.
                    Draw(size);
                    Reach(end);
                }
            }

        return false;
    }

    private long Loss(int leaf, long size) => Math.Max(0, _lacks[leaf] + size) - Math.Max(0, _lacks[leaf]);

    // By leaf, where a piece of this size goes on to. Says where those go that no leaf has.
    private ulong Draw(long size)
    {
        _steps.Take(_whole.Length);
        Array.Clear(_goes);
        var unused = 0UL;
        for (var i = 0; i < _whole.Length; i++)
        {
            if (_pool.Pieces[i].Units != size) continue;
            if (_whole[i] < 0) unused |= _pool.Pieces[i].Open & _leaves;
            else _goes[_whole[i]] |= _pool.Pieces[i].Open & _leaves;
        }

        return unused;
    }

    // The leaves from which a chain goes to this one, and itself; of each the shortest way on is kept.
    private ulong Reach(int end)
    {
        _steps.Take(_lacks.Length);
        var (reached, last) = (1UL << end, 1UL << end);
        while (last != 0)
        {
            var now = 0UL;
            for (var bits = _leaves & ~reached; bits != 0; bits &= bits - 1)
            {
                var leaf = BitOperations.TrailingZeroCount(bits);
                if ((_goes[leaf] & last) == 0) continue;
                _next[leaf] = BitOperations.TrailingZeroCount(_goes[leaf] & last);
                now |= 1UL << leaf;
            }

            (reached, last) = (reached | now, now);
        }

        return reached;
    }

    private void Go(long size, int begin, int next, int end)
    {
        if (begin >= 0) _lacks[begin] += size;
        _lacks[end] -= size;
        for (var (from, to) = (begin, next); ; (from, to) = (to, _next[to]))
        {
            var piece = 0;
            while (_whole[piece] != from || _pool.Pieces[piece].Units != size || (_pool.Pieces[piece].Open >> to & 1) == 0) piece++;
            _whole[piece] = to;
            if (to == end) return;
        }
    }
}
