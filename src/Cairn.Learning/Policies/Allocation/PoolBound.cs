using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>What leaves of a pool cost at least, by a flow in which every piece may be divided.</summary>
internal sealed class PoolBound(Pool pool, PoolFlow flow)
{
    /// <summary>By the flow that has just been solved for these leaves.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    /// <param name="open">By piece, bits of the leaves that may have it; null where it does not matter.</param>
    public long Of(ulong leaves, ulong[]? open = null)
    {
        var flowing = 0L;
        var missing = 0L;
        for (var bits = leaves; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            missing += flow.MissingAt(at);
            flowing += flow.AsksAt(at) - flow.MissingAt(at);
        }

        var least = (missing + pool.Step - 1) / pool.Step * pool.Step;
        return (least * Cost.OfMissing) - MostMet(leaves, flowing, open);
    }

    /// <summary>With choices that are open beside them, by a flow that is solved for it.</summary>
    /// <param name="leaves">Bits of the leaves that count whatever is chosen.</param>
    /// <param name="choices">The choices; each was drawn.</param>
    public long With(ulong leaves, IReadOnlyList<OpenChoice> choices)
    {
        var missing = flow.FillWith(leaves, choices);
        var flowing = -missing;
        var met = 0;
        foreach (var one in choices) (flowing, met) = (flowing + one.Asks, met + one.MostMet);
        for (var bits = leaves; bits != 0; bits &= bits - 1) flowing += flow.AsksAt(BitOperations.TrailingZeroCount(bits));
        return (missing * Cost.OfMissing) - met - MostMet(leaves, flowing, null);
    }

    // So many leaves are met at most: those that ask least, as far as what flows goes.
    private int MostMet(ulong leaves, long flowing, ulong[]? open)
    {
        var met = 0;
        foreach (var at in flow.ByAsked)
        {
            if ((leaves >> at & 1) == 0 || pool.Leaves[at].Alone > 0 || (open is not null && Supply(at, open) < flow.AsksAt(at))) continue;
            if ((flowing -= flow.AsksAt(at)) < 0) break;
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
}
