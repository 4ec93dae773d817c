using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>Among the flows of a pool that miss least: one that fills the most leaves, then the specific before the elective, with the older achievements.</summary>
internal sealed class PoolMet(PoolFlow flow, Pool pool)
{
    private const int Most = 300;

    private int _tried;
    private int _most = -1;
    private ulong _best;

    /// <summary>Were all sets of leaves looked at that could have been more?</summary>
    public bool IsSure => _tried <= Most;

    /// <summary>Draws that flow, the older pieces aside.</summary>
    /// <param name="leaves">Bits of the leaves that count.</param>
    public void Draw(ulong leaves)
    {
        // Leaves that could not be full if nothing else wanted what they need are full in no flow.
        var alone = 0UL;
        for (var bits = leaves; bits != 0; bits &= bits - 1)
            if (pool.Leaves[BitOperations.TrailingZeroCount(bits)].Alone == 0) alone |= bits & ~(bits - 1);
        flow.Clear();
        flow.Fill(alone);
        if (flow.MissingIn(alone) > 0)
        {
            var flowing = flow.FlowingIn(alone);
            flow.Clear();
            flow.Save(0);
            Try(alone, 0, 0, flowing);
            if (!IsSure) Compare(alone);
            flow.Clear();
            flow.Fill(_best);
            alone = _best;
        }

        // The specific stand first.
        for (var bits = leaves & ~alone; bits != 0; bits &= bits - 1) flow.Fill(bits & ~(bits - 1));
    }

    // Sets of leaves in the order of how specific they are, so that the first of so many is the one with the specific in it. The flow of a set of so many is kept under that number.
    private void Try(ulong ahead, ulong full, int many, long left)
    {
        if (many > _most) (_best, _most) = (full, many);
        if (ahead == 0 || many + MostOf(ahead, left) <= _most || ++_tried > Most) return;
        var next = ahead & ~(ahead - 1);
        var asks = flow.AsksAt(BitOperations.TrailingZeroCount(next));
        if (asks <= left && Fills(next))
        {
            flow.Save(many + 1);
            Try(ahead & ~next, full | next, many + 1, left - asks);
        }

        flow.Restore(many);
        Try(ahead & ~next, full, many, left);
    }

    // Not all sets were tried: whoever asks little first fills many, perhaps more.
    private void Compare(ulong alone)
    {
        flow.Clear();
        var (set, many) = (0UL, 0);
        foreach (var at in flow.ByAsked)
        {
            if ((alone >> at & 1) == 0) continue;
            flow.Save(0);
            if (Fills(1UL << at)) (set, many) = (set | 1UL << at, many + 1);
            else flow.Restore(0);
        }

        if (many > _most) (_best, _most) = (set, many);
    }

    // So many of these are full at most: those that ask least, as far as what flows in all goes.
    private int MostOf(ulong leaves, long left)
    {
        var many = 0;
        foreach (var at in flow.ByAsked)
        {
            if ((leaves >> at & 1) == 0) continue;
            if ((left -= flow.AsksAt(at)) < 0) break;
            many++;
        }

        return many;
    }

    private bool Fills(ulong leaf)
    {
        flow.Fill(leaf);
        return flow.MissingIn(leaf) == 0;
    }
}
