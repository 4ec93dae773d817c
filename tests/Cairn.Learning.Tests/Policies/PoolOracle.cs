using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

/// <summary>Tries every use of achievements in a few leaves of one pool, in quarters of a unit.</summary>
internal sealed class PoolOracle
{
    private readonly List<Achievement> _all;
    private readonly Leaf[] _leaves;
    private readonly bool _isSplit;
    private readonly bool[,] _accepts;
    private readonly long[,] _used;
    private readonly long[] _need;
    private readonly (long Amount, bool[] Of)[][] _least;
    private readonly (long Amount, bool[] Of)[][] _most;
    private readonly FieldValue?[][] _values;
    private (long Missing, int Met) _best = (long.MaxValue, 0);

    /// <param name="ask">What is asked.</param>
    /// <param name="all">What is earned.</param>
    /// <param name="leaves">The leaves that count.</param>
    /// <param name="rivals">All leaves of the pool, those of other ways too: a person's pin to one of them holds.</param>
    public PoolOracle(AuditAsk ask, List<Achievement> all, Leaf[] leaves, IReadOnlyList<Leaf> rivals)
    {
        (_all, _leaves, _isSplit) = (all, leaves, ask.Policy.IsSplit);
        (_accepts, _used) = (new bool[leaves.Length, all.Count], new long[leaves.Length, all.Count]);
        _need = [.. leaves.Select(leaf => Amount.Of(((NumberValue)leaf.Need.For(ask.Facts)!).Number))];
        (long, bool[])[] Parts(Leaf leaf, bool isMost) => [.. leaf.Where.Where(one => one.IsMost == isMost)
            .Select(one => (Amount.Of(((NumberValue)one.Amount.For(ask.Facts)!).Number), all.Select(each => one.Of.Accepts(each, ask.Facts)).ToArray()))];
        _least = [.. leaves.Select(leaf => Parts(leaf, false))];
        _most = [.. leaves.Select(leaf => Parts(leaf, true))];
        _values = [.. leaves.Select(leaf => all.Select(one => leaf.Distinct.Length > 0 ? one[leaf.Distinct] : null).ToArray())];
        for (var at = 0; at < leaves.Length; at++)
            for (var i = 0; i < all.Count; i++)
            {
                bool Takes(Leaf leaf) => leaf.Of.Accepts(all[i], ask.Facts) && (leaf.Distinct.Length == 0 || all[i][leaf.Distinct] is not null);
                var pinned = ask.Pins.Where(pin => pin.Achievement == all[i].Id).Select(pin => rivals.FirstOrDefault(one => one.IsAt(pin.Leaf) && Takes(one))).OfType<Leaf>().LastOrDefault();
                _accepts[at, i] = Takes(leaves[at]) && (pinned is null || ReferenceEquals(pinned, leaves[at]));
            }
    }

    public (long Missing, int Met) Best()
    {
        Try(0);
        return _best;
    }

    private void Try(int achievement)
    {
        if (achievement == _all.Count) Judge();
        else if (_isSplit) Divide(achievement, 0, _all[achievement].Units);
        else Whole(achievement);
    }

    private void Whole(int achievement)
    {
        Try(achievement + 1);
        for (var at = 0; at < _leaves.Length; at++)
        {
            if (!_accepts[at, achievement]) continue;
            for (var used = Amount.Quantum; used <= _all[achievement].Units; used += Amount.Quantum)
            {
                _used[at, achievement] = used;
                if (IsLegal(at)) Try(achievement + 1);
            }

            _used[at, achievement] = 0;
        }
    }

    private void Divide(int achievement, int at, long left)
    {
        if (at == _leaves.Length)
        {
            Try(achievement + 1);
            return;
        }

        for (var used = 0L; used <= (_accepts[at, achievement] ? left : 0); used += Amount.Quantum)
        {
            _used[at, achievement] = used;
            if (IsLegal(at)) Divide(achievement, at + 1, left - used);
        }

        _used[at, achievement] = 0;
    }

    private bool IsLegal(int at)
    {
        foreach (var (most, of) in _most[at]) if (Sum(at, of) > most) return false;
        if (_leaves[at].Distinct.Length == 0) return true;
        return !Enumerable.Range(0, _all.Count).Where(i => _used[at, i] > 0).GroupBy(i => _values[at][i]).Any(same => same.Sum(i => _used[at, i]) > Amount.One);
    }

    private long Sum(int at, bool[]? of)
    {
        var sum = 0L;
        for (var i = 0; i < _all.Count; i++) if (of is null || of[i]) sum += _used[at, i];
        return sum;
    }

    private void Judge()
    {
        var (missing, met) = (0L, 0);
        for (var at = 0; at < _leaves.Length; at++)
        {
            var parts = 0L;
            foreach (var (least, of) in _least[at]) parts += Math.Max(0, least - Sum(at, of));
            var here = Math.Max(parts, Math.Max(0, _need[at] - Sum(at, null)));
            missing += here;
            if (here == 0) met++;
        }

        if (missing < _best.Missing || (missing == _best.Missing && met > _best.Met)) _best = (missing, met);
    }
}
