using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>An achievement that leaves of one pool compete for, or a part of it that stays whole.</summary>
/// <param name="Achievement">Its number, in the order of age.</param>
/// <param name="Units">What it has.</param>
/// <param name="Kind">Pieces of one kind are alike to every leaf.</param>
/// <param name="Pinned">The leaf to which a person pinned it; -1 for none.</param>
internal readonly record struct Piece(int Achievement, long Units, int Kind, int Pinned);

/// <summary>The leaves of one pool, and what they compete for.</summary>
internal sealed class Pool
{
    private readonly Dictionary<(int Achievement, int Leaf), Accepted> _accepted = [];

    /// <param name="leaves">All leaves that name it.</param>
    /// <param name="isSplit">May an achievement be divided in quarters?</param>
    /// <param name="pins">Leaves, by achievements that a person pinned to them.</param>
    public Pool(IReadOnlyList<LeafBody> leaves, bool isSplit, IReadOnlyDictionary<int, int> pins)
    {
        Leaves = leaves;
        foreach (var leaf in leaves) foreach (var one in leaf.Accepts) _accepted[(one.Achievement, leaf.Index)] = one;
        Step = leaves.SelectMany(one => one.Least.Concat(one.Most).Append(one.Need)).Concat(_accepted.Values.Select(one => one.Units)).Append(Amount.One).Where(one => one > 0).Aggregate(Gcd);
        IsDivisible = isSplit && Step % Amount.Quantum == 0 && leaves.All(one => one.IsSimple);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var pieces = new List<Piece>();
        foreach (var group in _accepted.GroupBy(one => one.Key.Achievement).OrderBy(one => one.Key))
        {
            var pinned = pins.TryGetValue(group.Key, out var leaf) && _accepted.ContainsKey((group.Key, leaf)) ? leaf : -1;
            foreach (var units in Parts(group.First().Value.Units, isSplit && !IsDivisible))
                pieces.Add(new(group.Key, units, Kind(kinds, group, units, pinned), pinned));
        }

        Pieces = pieces;
    }

    public IReadOnlyList<LeafBody> Leaves { get; }

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>What every amount of it is a multiple of.</summary>
    public long Step { get; }

    /// <summary>Does a flow tell the truth about it, because a piece may go to several leaves?</summary>
    public bool IsDivisible { get; }

    /// <summary>How a leaf takes a piece; null where it does not.</summary>
    public Accepted? Taken(Piece piece, LeafBody leaf) => _accepted.TryGetValue((piece.Achievement, leaf.Index), out var found) ? found : null;

    private static IEnumerable<long> Parts(long units, bool inParts)
    {
        if (!inParts)
        {
            yield return units;
            yield break;
        }

        for (; units >= Amount.Quantum; units -= Amount.Quantum) yield return Amount.Quantum;
        if (units > 0) yield return units;
    }

    private static int Kind(Dictionary<string, int> kinds, IEnumerable<KeyValuePair<(int, int Leaf), Accepted>> taken, long units, int pinned)
    {
        var key = string.Join(';', taken.OrderBy(one => one.Key.Leaf).Select(one => $"{one.Key.Leaf},{one.Value.Parts},{one.Value.Limits},{one.Value.Value}").Prepend($"{units},{pinned}"));
        return kinds.TryGetValue(key, out var found) ? found : kinds[key] = kinds.Count;
    }

    private static long Gcd(long one, long other) => other == 0 ? one : Gcd(other, one % other);
}
