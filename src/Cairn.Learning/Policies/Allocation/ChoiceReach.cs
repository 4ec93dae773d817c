namespace Cairn.Learning.Policies.Allocation;

/// <summary>What an open choice reaches: which leaves, and what it asks of them at least.</summary>
/// <param name="pools">Pools in which leaves compete.</param>
/// <param name="places">By node, the pool of a leaf and the leaf's number in it.</param>
internal sealed class ChoiceReach(PoolSearch[] pools, (int Pool, int At)[] places)
{
    private readonly Dictionary<Pick, (int Pool, ulong Leaves)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The pool and the leaves below a choice, drawn in the pool's network; -1 where they stand in several pools.</summary>
    public (int Pool, ulong Leaves) Of(Pick choice)
    {
        if (_known.TryGetValue(choice, out var known)) return known;
        var (pool, leaves) = (-1, 0UL);
        var isOne = Collect(choice, ref pool, ref leaves);
        // What is left of a choice uses the network of the whole, which was asked before.
        if (isOne && pool >= 0) pools[pool].Flow.Draw(choice.Node, leaves);
        return _known[choice] = isOne ? (pool, leaves) : (-1, 0);
    }

    /// <summary>What is missing of a branch when its leaves use nothing.</summary>
    public long Asks(Branch branch)
    {
        if (branch is Settled settled) return Math.Max(0, Cost.MissingIn(settled.Least));
        if (branch is Contested contested) return pools[places[contested.Node].Pool].Flow.AsksAt(places[contested.Node].At);
        var pick = (Pick)branch;
        var asks = new long[pick.Of.Length];
        for (var i = 0; i < asks.Length; i++) asks[i] = Asks(pick.Of[i]);
        Array.Sort(asks);
        var sum = 0L;
        for (var i = 0; i < pick.Count; i++) sum += asks[i];
        return sum;
    }

    /// <summary>So many ends of a branch are met at most.</summary>
    public static int MostMet(Branch branch)
    {
        if (branch is Settled settled) return (int)((Cost.MissingIn(settled.Least) * Cost.OfMissing) - settled.Least);
        if (branch is Contested contested) return contested.Leaf.Alone == 0 ? 1 : 0;
        var pick = (Pick)branch;
        var met = new int[pick.Of.Length];
        for (var i = 0; i < met.Length; i++) met[i] = -MostMet(pick.Of[i]);
        Array.Sort(met);
        var sum = 0;
        for (var i = 0; i < pick.Count; i++) sum -= met[i];
        return sum;
    }

    /// <summary>The branch that looks best: settled with nothing missing, else the leaf that gets most of what it asks in the flow that was solved last, else the cheapest.</summary>
    public int Nearest(Pick choice)
    {
        if (choice.Of[0] is Settled || Of(choice) is not { Pool: >= 0 } reach) return 0;
        var (found, least) = (0, long.MaxValue);
        for (var i = 0; i < choice.Of.Length; i++)
        {
            var missing = choice.Of[i] is Contested leaf ? pools[reach.Pool].Flow.MissingBelow(choice.Node, places[leaf.Node].At) : Math.Max(0, Cost.MissingIn(choice.Of[i].Least));
            if (missing < least) (found, least) = (i, missing);
        }

        // Of what is settled the cheapest stands first, and goes before the others of its kind.
        return choice.Of[found] is Settled ? Array.FindIndex(choice.Of, static one => one is Settled) : found;
    }

    private bool Collect(Branch branch, ref int pool, ref ulong leaves)
    {
        if (branch is Contested contested)
        {
            var place = places[contested.Node];
            if (pool >= 0 && pool != place.Pool) return false;
            (pool, leaves) = (place.Pool, leaves | 1UL << place.At);
        }

        if (branch is Pick pick) foreach (var one in pick.Of) if (!Collect(one, ref pool, ref leaves)) return false;
        return true;
    }
}
