namespace Cairn.Learning.Policies.Allocation;

/// <summary>Tries what a leaf with parts that overlap may use of what it is given: every way that could be better, in the largest steps that lose nothing.</summary>
internal sealed class LeafTrial
{
    private readonly LeafBody _leaf;
    private readonly long[] _given;
    private readonly long[] _now;
    private readonly long[] _limits;
    private readonly long[] _values;
    private readonly long _step;
    private long[] _best;
    private int _tried;
    private long _missing = long.MaxValue;

    public LeafTrial(LeafBody leaf, ReadOnlySpan<long> given)
    {
        (_leaf, _given, _now, _limits) = (leaf, given.ToArray(), new long[given.Length], [.. leaf.Most]);
        _best = _now;
        _values = new long[leaf.Values];
        Array.Fill(_values, Amount.One);
        _step = leaf.Least.Concat(leaf.Most).Concat(_given).Append(leaf.Need).Where(one => one > 0).Append(Amount.Quantum).Aggregate(Gcd);
    }

    public void Best(Span<long> used)
    {
        Try(0);
        _best.CopyTo(used);
    }

    private void Try(int at)
    {
        if (_missing == 0) return;
        if (_missing < long.MaxValue)
        {
            _leaf.Steps.TakeInLeaf(_given.Length * (1 + _leaf.Least.Length));
            if (Hoped(at) >= _missing) return;
        }

        if (((++_tried > Steps.MostInLeaf || _leaf.Steps.AreSpentInLeaf) && _missing < long.MaxValue) || (at > Steps.Deepest && at < _given.Length))
        {
            _leaf.Steps.CutShortInLeaf();
            return;
        }

        if (at == _given.Length)
        {
            (_missing, _best) = (_leaf.Missing(_now), [.. _now]);
            return;
        }

        var one = _leaf.Accepts[at];
        var room = _given[at];
        if (one.Value >= 0) room = Math.Min(room, _values[one.Value]);
        for (var limit = 0; limit < _limits.Length; limit++) if (one.IsLimitedBy(limit)) room = Math.Min(room, _limits[limit]);
        // Using less of one makes room for another only where they share a limit or a value.
        var isFree = one.Limits == 0 && one.Value < 0;
        for (var use = room; use >= 0; use -= _step)
        {
            Use(one, at, use);
            Try(at + 1);
            Use(one, at, -use);
            if (isFree) break;
        }
    }

    private void Use(Accepted one, int at, long use)
    {
        _now[at] += use;
        if (one.Value >= 0) _values[one.Value] -= use;
        for (var limit = 0; limit < _limits.Length; limit++) if (one.IsLimitedBy(limit)) _limits[limit] -= use;
    }

    // What would be missing if all that comes after were used whole.
    private long Hoped(int at)
    {
        Span<long> most = stackalloc long[_given.Length];
        _now.CopyTo(most);
        for (var i = at; i < _given.Length; i++) most[i] = _given[i];
        return _leaf.Missing(most);
    }

    private static long Gcd(long one, long other) => other == 0 ? one : Gcd(other, one % other);
}
