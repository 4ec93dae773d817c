namespace Cairn.Learning.Policies.Allocation;

/// <summary>A policy's tree as it stands for one learner: what is settled, what is contested, what is closed.</summary>
internal sealed class TreeReading
{
    private readonly AuditAsk _ask;
    private readonly List<Achievement> _all;
    private readonly PolicyShape _shape;
    private readonly Steps _steps;
    private readonly bool[] _waived;
    private readonly FieldValue?[] _table;
    private int _alone;

    /// <param name="ask">What is asked.</param>
    /// <param name="all">What counts, the older first.</param>
    /// <param name="shape">The tree.</param>
    /// <param name="steps">How far the search may go.</param>
    public TreeReading(AuditAsk ask, List<Achievement> all, PolicyShape shape, Steps steps)
    {
        (_ask, _all, _shape, _steps) = (ask, all, shape, steps);
        (Branches, Bodies, _waived) = (new Branch?[shape.Nodes.Length], new LeafBody?[shape.Nodes.Length], new bool[shape.Nodes.Length]);
        var places = ask.Waived;
        if (places.Count > 0) for (var node = 0; node < _waived.Length; node++) _waived[node] = places.Any(shape.Nodes[node].IsAt);
        _table = shape.Fields.Table(all);
        Contested = new List<LeafBody>?[shape.PoolSizes.Length];
        Root = Read(0);
    }

    /// <summary>What is left of the whole.</summary>
    public Branch Root { get; }

    /// <summary>By node, what is left of it; null where it was never read: a branch that a fact did not choose, what stands below a node that was waived.</summary>
    public Branch?[] Branches { get; }

    /// <summary>By leaf, what it is for this learner.</summary>
    public LeafBody?[] Bodies { get; }

    /// <summary>By pool, the leaves that compete in it.</summary>
    public List<LeafBody>?[] Contested { get; }

    /// <summary>Did a person waive a node?</summary>
    public bool IsWaived(int node) => _waived[node];

    /// <summary>The node that a fact chooses.</summary>
    public int Chosen(int node) => ((ByFact)_shape.Nodes[node]).Holds(_ask.Facts) ? node + 1 : _shape.Ends[node + 1];

    private Branch Read(int node)
    {
        var branch = _waived[node] ? new Settled(node, -1) : _shape.Nodes[node] switch
        {
            Leaf => ReadLeaf(node),
            Several several => ReadSeveral(node, several),
            ByFact => Read(Chosen(node)),
            MustNot => ReadNot(node),
            Score score => One(node, Scores.IsReached(score, _all, _ask.Facts)),
            BestIs best => One(node, Scores.IsBest(best, _all, _ask.Facts)),
            Attest attest => One(node, _all.Exists(attest.IsBy)),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no node that can be read."),
        };
        return Branches[node] = branch;
    }

    private Branch ReadSeveral(int node, Several several)
    {
        var below = new List<Branch>(several.Of.Count);
        for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one]) below.Add(Read(one));
        return Pick.From(node, several.Count, below);
    }

    private static Settled One(int node, bool isSo) => new(node, Cost.Of(isSo ? 0 : Amount.One));

    // What must not be is looked at alone: it takes nothing from anybody.
    private Settled ReadNot(int node)
    {
        _alone++;
        var branch = Read(node + 1);
        _alone--;
        return new(node, branch.Least <= 0 ? Cost.Impossible : -1);
    }

    private Branch ReadLeaf(int node)
    {
        if (_shape.Leaves[node]!.Read(_ask.Facts, _all, _table, _steps) is not { } body) return new Settled(node, Cost.Impossible);
        Bodies[node] = body;
        if (_alone > 0 || _shape.Pools[node] < 0 || _shape.PoolSizes[_shape.Pools[node]] < 2) return new Settled(node, Cost.Of(body.Alone));
        (Contested[_shape.Pools[node]] ??= []).Add(body);
        return new Contested(node, body);
    }
}
