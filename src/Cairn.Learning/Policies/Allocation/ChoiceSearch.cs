namespace Cairn.Learning.Policies.Allocation;

/// <summary>The cheapest way through a tree: which branches are taken where there is a choice, and what each leaf of a pool is given (branch and bound, exact).</summary>
/// <param name="pools">Pools in which leaves compete.</param>
/// <param name="places">By node, the pool of a leaf and the leaf's number in it.</param>
/// <param name="steps">How far the search may go.</param>
internal sealed class ChoiceSearch(PoolSearch[] pools, (int Pool, int At)[] places, Steps steps)
{
    private readonly ChoiceReach _reach = new(pools, places);
    private long _cost = Cost.Impossible;
    private bool _isForMet;

    /// <summary>By pool, bits of the leaves that are in the branches that were taken.</summary>
    public ulong[] Leaves { get; private set; } = [];

    /// <summary>Nodes that were taken where there was a choice.</summary>
    public IReadOnlyList<int> Taken { get; private set; } = [];

    /// <summary>No way costs less than this, also where the search was cut short.</summary>
    public long Floor { get; private set; } = Cost.Impossible;

    /// <summary>Finds a way that misses least, however few ends of the tree it meets.</summary>
    /// <returns>What it misses; null where no way is open.</returns>
    public long? MissLeast(Branch root)
    {
        if (root is Settled { IsClosed: true }) return null;
        var start = Start(root);
        Floor = Bound(start);
        Try(start);
        return Cost.MissingIn(_cost);
    }

    /// <summary>Finds, of the ways that miss as little as was found, the first that meets most.</summary>
    public void MeetMost(Branch root)
    {
        (_isForMet, _cost) = (true, Cost.OfMissingIn(_cost) + 1);
        Try(Start(root));
    }

    private Way Start(Branch root)
    {
        var start = new Way(new ulong[pools.Length]);
        Add(start, root);
        return start;
    }

    private void Add(Way way, Branch one)
    {
        if (one is Settled settled) way.Cost += settled.Least;
        else if (one is Contested contested) way.Leaves[places[contested.Node].Pool] |= 1UL << places[contested.Node].At;
        else if (one is Pick { IsForced: false } choice) way.Ahead.Add(choice);
        else if (one is Pick { Count: > 0 } all) foreach (var each in all.Of) Take(way, each);
    }

    private void Take(Way way, Branch one)
    {
        way.Taken.Add(one.Node);
        Add(way, one);
    }

    private long Bound(Way way)
    {
        var least = way.Cost;
        foreach (var one in way.Ahead) least += one.Least;
        for (var i = 0; i < pools.Length; i++) least += pools[i].Bound(way.Leaves[i]);
        return IsNoBetter(least) || way.Ahead.Count == 0 ? least : Math.Max(least, BoundWithChoices(way));
    }

    // With what the choices ahead will take from each other and from the rest, whichever way they go.
    private long BoundWithChoices(Way way)
    {
        var least = way.Cost;
        var open = new List<OpenChoice>[pools.Length];
        for (var i = 0; i < pools.Length; i++) open[i] = [];
        foreach (var one in way.Ahead)
        {
            var (pool, leaves) = _reach.Of(one);
            if (pool < 0) least += one.Least;
            else open[pool].Add(new(one.Node, leaves, _reach.Asks(one), ChoiceReach.MostMet(one)));
        }

        for (var i = 0; i < pools.Length; i++) least += open[i].Count == 0 ? pools[i].Bound(way.Leaves[i]) : pools[i].Bound(way.Leaves[i], open[i]);
        return least;
    }

    private void Try(Way way)
    {
        if (IsNoBetter(Floor) || IsNoBetter(Bound(way))) return;
        if (way.Ahead.Count == 0)
        {
            Judge(way);
            return;
        }

        if (steps.AreSpent && _cost != Cost.Impossible)
        {
            steps.CutShort();
            return;
        }

        var choice = Next(way);
        var first = _reach.Nearest(choice);
        var others = new List<Branch>(choice.Of.Length);
        foreach (var one in choice.Of) if (!ReferenceEquals(one, choice.Of[first])) others.Add(one);
        var with = way.Copy();
        Take(with, choice.Of[first]);
        if (choice.Count > 1) Add(with, choice.Rest(choice.Count - 1, others));
        Try(with);
        // What is settled and left aside is the cheapest of its kind: none that costs more takes its place.
        if (choice.Of[first] is Settled) others.RemoveAll(static one => one is Settled);
        if (others.Count < choice.Count) return;
        Add(way, choice.Rest(choice.Count, others));
        Try(way);
    }

    private void Judge(Way way)
    {
        var cost = Measure(Bound(way));
        for (var i = 0; i < pools.Length; i++)
        {
            if (way.Leaves[i] == 0) continue;
            // What the others cost at least leaves so much for this one.
            cost -= Measure(pools[i].Bound(way.Leaves[i]));
            if ((_isForMet ? pools[i].Cheapest(way.Leaves[i], _cost - cost) : pools[i].Missing(way.Leaves[i], _cost - cost)) is not { } found) return;
            cost += found;
        }

        if (cost < _cost) (_cost, Leaves, Taken) = (cost, way.Leaves, way.Taken);
    }

    private long Measure(long cost) => _isForMet ? cost : Cost.OfMissingIn(cost);

    private bool IsNoBetter(long bound) => Measure(bound) >= _cost;

    // The choice with the fewest branches; it is taken out.
    private static Pick Next(Way way)
    {
        var at = 0;
        for (var i = 1; i < way.Ahead.Count; i++) if (way.Ahead[i].Of.Length < way.Ahead[at].Of.Length) at = i;
        var found = way.Ahead[at];
        way.Ahead.RemoveAt(at);
        return found;
    }

    /// <summary>A way so far: what it costs, which leaves are in it, and which choices are still ahead.</summary>
    private sealed class Way(ulong[] leaves)
    {
        public long Cost { get; set; }

        public ulong[] Leaves { get; } = leaves;

        public List<Pick> Ahead { get; } = [];

        public List<int> Taken { get; } = [];

        public Way Copy()
        {
            var copy = new Way([.. Leaves]) { Cost = Cost };
            copy.Ahead.AddRange(Ahead);
            copy.Taken.AddRange(Taken);
            return copy;
        }
    }
}
