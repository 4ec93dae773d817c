namespace Cairn.Learning.Policies.Allocation;

/// <summary>An achievement that leaves of one pool compete for, or a part of it that stays whole.</summary>
/// <param name="Achievement">Its number, in the order of age.</param>
/// <param name="Units">What it has.</param>
/// <param name="Open">Bits of the leaves that may have it.</param>
/// <param name="Kind">Pieces of one kind are alike to every leaf.</param>
internal readonly record struct Piece(int Achievement, long Units, ulong Open, int Kind);

/// <summary>The leaves of one pool, and what they compete for.</summary>
internal sealed class Pool
{
    private readonly int[] _slots;
    private readonly int _achievements;

    /// <param name="leaves">All leaves that name it, the specific before the elective.</param>
    /// <param name="achievements">How many achievements there are.</param>
    /// <param name="isSplit">May an achievement be divided in quarters?</param>
    /// <param name="pins">Nodes, by achievements that a person pinned to them.</param>
    public Pool(LeafBody[] leaves, int achievements, bool isSplit, IReadOnlyDictionary<int, List<int>> pins)
    {
        (Leaves, _achievements, _slots) = (leaves, achievements, new int[leaves.Length * achievements]);
        Array.Fill(_slots, -1);
        Step = Amount.One;
        var open = new ulong[achievements];
        var units = new long[achievements];
        for (var at = 0; at < leaves.Length; at++)
        {
            Step = Gcd(Gcd(Step, leaves[at].Need), Gcd(GcdOf(leaves[at].Least), GcdOf(leaves[at].Most)));
            for (var slot = 0; slot < leaves[at].Accepts.Length; slot++)
            {
                var one = leaves[at].Accepts[slot];
                (_slots[at * achievements + one.Achievement], units[one.Achievement]) = (slot, one.Units);
                open[one.Achievement] |= 1UL << at;
            }
        }

        var isSimple = true;
        foreach (var one in units) Step = Gcd(Step, one);
        foreach (var one in leaves) isSimple &= one.IsSimple;
        IsDivisible = isSplit && isSimple && Step % Amount.Quantum == 0;
        foreach (var (achievement, nodes) in pins)
        {
            var pinned = 0UL;
            for (var at = 0; at < leaves.Length; at++) if (nodes.Contains(leaves[at].Node)) pinned |= 1UL << at;
            if (pinned != 0) open[achievement] &= pinned;
        }

        Pieces = Cut(open, units, isSplit && !IsDivisible);
    }

    /// <summary>The leaves, the specific before the elective.</summary>
    public LeafBody[] Leaves { get; }

    /// <summary>What they compete for, the older first.</summary>
    public Piece[] Pieces { get; }

    /// <summary>What every amount of it is a multiple of.</summary>
    public long Step { get; }

    /// <summary>Does a flow tell the truth about it, because a piece may go to several leaves?</summary>
    public bool IsDivisible { get; }

    /// <summary>Where a piece stands among those that a leaf accepts; -1 where it does not.</summary>
    public int Slot(int achievement, int at) => _slots[at * _achievements + achievement];

    private Piece[] Cut(ulong[] open, long[] units, bool inParts)
    {
        var pieces = new List<Piece>(open.Length);
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] == 0) continue;
            var left = units[i];
            for (var cut = 0; inParts && left > Amount.Quantum && cut < Steps.MostQuarters && pieces.Count < Steps.MostPieces; cut++, left -= Amount.Quantum) pieces.Add(Kinded(new(i, Amount.Quantum, open[i], 0), pieces));
            // What is beyond so many quarters stays whole: rarely does anything ask so much, and then it is not sure.
            if (inParts && left > Amount.Quantum) Leaves[0].Steps.CutCoarsely();
            pieces.Add(Kinded(new(i, left, open[i], 0), pieces));
        }

        return [.. pieces];
    }

    private Piece Kinded(Piece piece, List<Piece> before)
    {
        if (IsDivisible) return piece;
        foreach (var one in before) if (one.Units == piece.Units && one.Open == piece.Open && AreAlike(one, piece)) return piece with { Kind = one.Kind };
        return piece with { Kind = before.Count };
    }

    private bool AreAlike(Piece one, Piece other)
    {
        for (var at = 0; at < Leaves.Length; at++)
        {
            if ((one.Open >> at & 1) == 0) continue;
            var (taken, taking) = (Leaves[at].Accepts[Slot(one.Achievement, at)], Leaves[at].Accepts[Slot(other.Achievement, at)]);
            if ((taken.Parts, taken.Limits, taken.Value) != (taking.Parts, taking.Limits, taking.Value)) return false;
        }

        return true;
    }

    private static long GcdOf(long[] amounts)
    {
        var found = 0L;
        foreach (var one in amounts) found = Gcd(found, one);
        return found;
    }

    private static long Gcd(long one, long other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }
}
