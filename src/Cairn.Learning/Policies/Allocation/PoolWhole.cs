namespace Cairn.Learning.Policies.Allocation;

/// <summary>Pieces of a pool that each went to one leaf whole: what that costs, and how it is told.</summary>
internal sealed class PoolWhole(Pool pool)
{
    private readonly long[][] _given = [.. pool.Leaves.Select(leaf => new long[leaf.Accepts.Length])];
    private readonly long[][] _used = [.. pool.Leaves.Select(leaf => new long[leaf.Accepts.Length])];
    private int[] _best = [];

    /// <summary>What it costs.</summary>
    /// <param name="whole">By piece its leaf; -1 for none.</param>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="missing">Then holds what each of them is missing.</param>
    public long Judge(int[] whole, ulong leaves, long[] missing)
    {
        Give(whole);
        var cost = 0L;
        for (var at = 0; at < missing.Length; at++)
        {
            if ((leaves >> at & 1) == 0) continue;
            missing[at] = LeafFill.Of(pool.Leaves[at], _given[at], _used[at]);
            cost += Cost.Of(missing[at]);
        }

        return cost;
    }

    /// <summary>What each leaf is given, the older in the place of the younger wherever it costs nothing.</summary>
    /// <param name="whole">By piece its leaf; -1 for none.</param>
    /// <param name="leaves">Bits of the leaves that count.</param>
    public long[]?[] Given(int[] whole, ulong leaves)
    {
        _best = [.. whole];
        OlderFirst();
        Judge(_best, leaves, new long[pool.Leaves.Length]);
        for (var i = 0; i < _best.Length; i++)
            if (_best[i] < 0 || Used(i) == 0) Replace(i);
        return [.. _given.Select((given, at) => (leaves >> at & 1) == 0 ? null : (long[]?)given.Clone())];
    }

    private long Used(int piece) => _used[_best[piece]][SlotOf(piece, _best[piece])];

    private int SlotOf(int piece, int at) => pool.Slot(pool.Pieces[piece].Achievement, at);

    private void Give(int[] whole)
    {
        foreach (var one in _given) Array.Clear(one);
        for (var i = 0; i < whole.Length; i++) if (whole[i] >= 0) _given[whole[i]][SlotOf(i, whole[i])] += pool.Pieces[i].Units;
    }

    // Of pieces that are alike the older stands at the more specific leaf.
    private void OlderFirst()
    {
        foreach (var alike in Enumerable.Range(0, _best.Length).GroupBy(i => pool.Pieces[i].Kind).Select(one => one.ToArray()).Where(one => one.Length > 1))
        {
            var leaves = alike.Select(i => _best[i]).Order(Comparer<int>.Create((one, other) => (one < 0 ? int.MaxValue : one).CompareTo(other < 0 ? int.MaxValue : other))).ToArray();
            for (var i = 0; i < alike.Length; i++) _best[alike[i]] = leaves[i];
        }
    }

    // Puts a piece that nobody uses in the place of the youngest that it can stand for.
    private void Replace(int piece)
    {
        for (var younger = _best.Length - 1; younger > piece; younger--)
        {
            var at = _best[younger];
            if (at < 0 || (pool.Pieces[piece].Open >> at & 1) == 0 || Used(younger) == 0) continue;
            var (leaf, given, used) = (pool.Leaves[at], (long[])_given[at].Clone(), new long[_given[at].Length]);
            if (_best[piece] == at) given[SlotOf(piece, at)] -= pool.Pieces[piece].Units;
            given[SlotOf(younger, at)] -= pool.Pieces[younger].Units;
            given[SlotOf(piece, at)] += pool.Pieces[piece].Units;
            if (LeafFill.Of(leaf, given, used) > leaf.Missing(_used[at])) continue;
            if (_best[piece] >= 0) _given[_best[piece]][SlotOf(piece, _best[piece])] = 0;
            (_given[at], _used[at]) = (given, used);
            (_best[piece], _best[younger]) = (at, -1);
            return;
        }
    }
}
