namespace Cairn.Learning.Policies.Allocation;

/// <summary>A leaf for one learner: what it asks, and which achievements it accepts.</summary>
/// <param name="Node">The leaf's number among the nodes.</param>
/// <param name="Specific">How many conditions it makes.</param>
/// <param name="Need">What it asks, 0 or more.</param>
/// <param name="Least">What its parts ask at least.</param>
/// <param name="Most">What its parts give at most.</param>
/// <param name="Accepts">What it accepts, the older first.</param>
/// <param name="Values">How many values its achievements have of which one unit counts; 0 where values do not matter.</param>
/// <param name="Steps">How far the search may go.</param>
internal sealed record LeafBody(int Node, int Specific, long Need, long[] Least, long[] Most, Accepted[] Accepts, int Values, Steps Steps)
{
    private long _alone = -1;
    private bool? _hasOwnParts;
    private bool? _isSimple;

    /// <summary>Does all that it accepts count alike, up to what it asks?</summary>
    public bool IsPlain => Least.Length + Most.Length + Values == 0;

    /// <summary>What is missing when nothing is used.</summary>
    public long Whole => Math.Max(Need, Least.Sum());

    /// <summary>What is missing when nothing else wants what it accepts.</summary>
    public long Alone
    {
        get
        {
            if (_alone >= 0) return _alone;
            var given = new long[Accepts.Length];
            for (var i = 0; i < given.Length; i++) given[i] = Accepts[i].Units;
            return _alone = LeafFill.Of(this, given, new long[given.Length]);
        }
    }

    /// <summary>Does each achievement count in one part and under one limit at most, and each limit within one part? Then a network tells the truth about it, values aside.</summary>
    public bool HasOwnParts => _hasOwnParts ??= Most.Length + Least.Length == 0 || AreParts();

    /// <summary>And does each value stand in one part, so that the network tells the truth about values too?</summary>
    public bool IsSimple => _isSimple ??= HasOwnParts && (Values == 0 || Most.Length + Least.Length == 0 || AreValues());

    /// <summary>What is missing when some of each is used.</summary>
    public long Missing(ReadOnlySpan<long> used)
    {
        var all = 0L;
        Span<long> parts = stackalloc long[Least.Length];
        for (var i = 0; i < used.Length; i++)
        {
            all += used[i];
            for (var part = 0; part < Least.Length; part++) if (Accepts[i].CountsIn(part)) parts[part] += used[i];
        }

        var missing = 0L;
        for (var part = 0; part < Least.Length; part++) missing += Math.Max(0, Least[part] - parts[part]);
        return Math.Max(missing, Math.Max(0, Need - all));
    }

    private bool AreParts()
    {
        Span<ulong> within = stackalloc ulong[Most.Length];
        var seen = 0UL;
        foreach (var one in Accepts)
        {
            if (!IsOne(one.Parts) || !IsOne(one.Limits)) return false;
            if (one.Limits == 0) continue;
            var limit = System.Numerics.BitOperations.TrailingZeroCount(one.Limits);
            if ((seen & one.Limits) != 0 && within[limit] != one.Parts) return false;
            (seen, within[limit]) = (seen | one.Limits, one.Parts);
        }

        return true;
    }

    private bool AreValues()
    {
        var first = new int[Values];
        for (var i = 0; i < Accepts.Length; i++)
        {
            ref var at = ref first[Accepts[i].Value];
            if (at == 0) at = i + 1;
            else if (Accepts[at - 1].Parts != Accepts[i].Parts || Accepts[at - 1].Limits != Accepts[i].Limits) return false;
        }

        return true;
    }

    private static bool IsOne(ulong bits) => System.Numerics.BitOperations.PopCount(bits) <= 1;
}

/// <summary>An achievement that a leaf accepts.</summary>
/// <param name="Achievement">Its number, in the order of age.</param>
/// <param name="Units">What it has.</param>
/// <param name="Parts">Bits of the least parts in which it counts.</param>
/// <param name="Limits">Bits of the greatest parts in which it counts.</param>
/// <param name="Value">The number of the value of which one unit counts; -1 where values do not matter.</param>
internal readonly record struct Accepted(int Achievement, long Units, ulong Parts, ulong Limits, int Value)
{
    /// <summary>Does it count in a least part?</summary>
    public bool CountsIn(int part) => (Parts >> part & 1) != 0;

    /// <summary>Does it count in a greatest part?</summary>
    public bool IsLimitedBy(int limit) => (Limits >> limit & 1) != 0;
}
