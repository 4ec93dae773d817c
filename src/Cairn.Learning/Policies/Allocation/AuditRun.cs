namespace Cairn.Learning.Policies.Allocation;

/// <summary>A policy read once for one learner, with all achievements that are so far: what each node misses and uses.</summary>
internal sealed class AuditRun
{
    private readonly PolicyShape _shape;
    private readonly TreeReading _tree;
    private readonly ChoiceSearch _search;
    private readonly PoolSearch[] _pools;
    private readonly (int Pool, int At)[] _places;
    private readonly bool[] _chosen;
    private readonly long[]?[]?[] _given;
    private readonly Steps _steps = new();

    /// <param name="ask">What is asked.</param>
    /// <param name="upTo">What counts: earned alone, or what the learner is at too, or what they plan too.</param>
    public AuditRun(AuditAsk ask, AchievementStatus upTo)
    {
        _shape = PolicyShape.Of(ask.Policy.Root);
        var pins = new AchievementOrder(ask, _shape, upTo);
        All = pins.All;
        _tree = new TreeReading(ask, All, _shape, _steps);
        _places = new (int, int)[_shape.Nodes.Length];
        _pools = Pools(ask.Policy.IsSplit, pins.Pinned);
        _given = new long[]?[]?[_pools.Length];
        _search = new ChoiceSearch(_pools, _places, _steps);
        Missing = _search.MissLeast(_tree.Root);
        _chosen = new bool[_shape.Nodes.Length];
        (Used, MissingAt, IsTaken) = (new long[]?[_chosen.Length], new long[_chosen.Length], new bool[_chosen.Length]);
    }

    /// <summary>What counts, the older first.</summary>
    public List<Achievement> All { get; }

    /// <summary>What is missing; null where no way is open.</summary>
    public long? Missing { get; }

    /// <summary>Was every way looked at that could have been better?</summary>
    public bool IsExact => _steps.IsExact || (Missing is { } missing && missing == Floor);

    /// <summary>And every way that could have met more leaves with as little missing?</summary>
    public bool IsBest => _steps.IsExact && _steps.IsBest;

    /// <summary>No use of what there is misses less than this, whether or not every way was looked at.</summary>
    public long Floor => Missing is { } missing && _steps.IsExact ? missing : _steps.IsLeastKnown ? Math.Max(0, Cost.MissingIn(_search.Floor)) : 0;

    /// <summary>By leaf, what it uses of each achievement that it accepts; after <see cref="Spread"/>.</summary>
    public long[]?[] Used { get; }

    /// <summary>By node, what is missing; -1 where it is closed or was never read; after <see cref="Spread"/>.</summary>
    public long[] MissingAt { get; }

    /// <summary>By node, does it count? After <see cref="Spread"/>.</summary>
    public bool[] IsTaken { get; }

    /// <summary>By leaf, what it is for this learner.</summary>
    public LeafBody?[] Bodies => _tree.Bodies;

    /// <summary>Was a node read?</summary>
    public bool IsRead(int node) => _tree.Branches[node] is not null;

    /// <summary>Did a person waive a node?</summary>
    public bool IsWaived(int node) => _tree.IsWaived(node);

    /// <summary>Concludes for every node what it misses and uses, and whether it counts.</summary>
    public AuditRun Spread()
    {
        // Where not all was looked at, another look might find that less is missing than was said.
        _steps.IsForMet = true;
        if (Missing is { } missing && (_steps.IsSearched || missing == Floor)) _search.MeetMost(_tree.Root);
        foreach (var node in _search.Taken) _chosen[node] = true;
        _steps.IsTelling = true;
        Array.Fill(MissingAt, -1);
        Take(0, Missing is not null);
        return this;
    }

    private PoolSearch[] Pools(bool isSplit, IReadOnlyDictionary<int, List<int>> pinned)
    {
        var pools = new List<PoolSearch>();
        foreach (var contested in _tree.Contested)
        {
            if (contested is null) continue;
            // The specific first, then as they stand in the policy.
            contested.Sort(static (one, other) => one.Specific != other.Specific ? other.Specific.CompareTo(one.Specific) : one.Node.CompareTo(other.Node));
            for (var at = 0; at < contested.Count; at++) _places[contested[at].Node] = (pools.Count, at);
            pools.Add(new(new Pool([.. contested], All.Count, isSplit, pinned), _steps));
        }

        return [.. pools];
    }

    // Below before above.
    private void Take(int node, bool taken)
    {
        IsTaken[node] = taken;
        var (below, sum) = (0L, 0L);
        for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one])
        {
            if (!IsRead(one)) continue;
            var counts = Counts(node, one);
            Take(one, taken && counts);
            below = MissingAt[one];
            if (counts) sum += Math.Max(0, below);
        }

        var branch = _tree.Branches[node]!;
        if (branch is Settled { IsClosed: true }) return;
        if (_tree.Bodies[node] is { } body) MissingAt[node] = Fill(node, body);
        else if (_shape.Nodes[node] is Several { IsAll: false } several && !(taken && branch is Pick)) MissingAt[node] = LeastBelow(node, several.Count);
        else MissingAt[node] = _shape.Nodes[node] switch { Several => sum, ByFact => below, _ => Cost.MissingIn(branch.Least) };
        if (_tree.IsWaived(node)) MissingAt[node] = 0;
    }

    private bool Counts(int node, int below) => _shape.Nodes[node] switch
    {
        MustNot => false,
        Several { IsAll: false } several => _tree.Branches[node] is Pick { IsForced: false } ? _chosen[_tree.Branches[below]!.Node] : IsAmongLeast(node, below, several.Count),
        _ => true,
    };

    // Of branches that are settled the cheapest count, equal ones as they stand.
    private bool IsAmongLeast(int node, int below, int count)
    {
        var least = _tree.Branches[below]!.Least;
        if (least == Cost.Impossible) return false;
        for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one])
            if (_tree.Branches[one]!.Least < least || (one < below && _tree.Branches[one]!.Least == least)) count--;
        return count > 0;
    }

    private long LeastBelow(int node, int count)
    {
        var all = new List<long>();
        for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one]) if (MissingAt[one] >= 0) all.Add(MissingAt[one]);
        all.Sort();
        var sum = 0L;
        for (var i = 0; i < Math.Min(count, all.Count); i++) sum += all[i];
        return sum;
    }

    private long Fill(int node, LeafBody body)
    {
        var used = new long[body.Accepts.Length];
        Used[node] = used;
        return LeafFill.Of(body, Given(node) ?? body.Accepts.Select(one => one.Units).ToArray(), used);
    }

    private long[]? Given(int node)
    {
        // Where the whole is closed nothing was shared out.
        if (_tree.Branches[node] is not Contested || Missing is null) return null;
        var (pool, at) = _places[node];
        return (_search.Leaves[pool] >> at & 1) != 0 ? (_given[pool] ??= _pools[pool].Given(_search.Leaves[pool]))[at] : null;
    }
}
