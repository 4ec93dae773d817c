namespace Cairn.Learning.Policies.Allocation;

/// <summary>A policy's tree as it stands for one learner: what is settled, what is contested, what is closed.</summary>
internal sealed class TreeReading
{
    private readonly AuditAsk _ask;
    private readonly List<Achievement> _all;
    private readonly HashSet<string> _contestedPools;
    private readonly Dictionary<string, List<LeafBody>> _leaves = new(StringComparer.Ordinal);
    private int _alone;
    private int _count;

    /// <param name="ask">What is asked.</param>
    /// <param name="all">What counts, the older first.</param>
    public TreeReading(AuditAsk ask, List<Achievement> all)
    {
        (_ask, _all) = (ask, all);
        var leaves = new List<Leaf>();
        Collect(ask.Policy.Root, leaves);
        _contestedPools = leaves.Where(one => one.Pool.Length > 0).CountBy(one => one.Pool, StringComparer.Ordinal).Where(one => one.Value > 1).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        Root = Read(ask.Policy.Root);
        var pins = ask.Pins.Select(pin => (At: all.FindIndex(one => string.Equals(one.Id, pin.Achievement, StringComparison.Ordinal)), pin.Leaf)).Where(one => one.At >= 0).ToList();
        Pools = _leaves.ToDictionary(one => one.Key, one => new Pool(one.Value, ask.Policy.IsSplit, PinsOf(one.Value, pins)), StringComparer.Ordinal);
    }

    public Branch Root { get; }

    /// <summary>By node, what is left of it.</summary>
    public Dictionary<Requirement, Branch> Branches { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>By leaf, what it is for this learner.</summary>
    public Dictionary<Requirement, LeafBody> Bodies { get; } = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyDictionary<string, Pool> Pools { get; }

    private static Dictionary<int, int> PinsOf(List<LeafBody> leaves, List<(int At, string Leaf)> pins)
    {
        var found = new Dictionary<int, int>();
        foreach (var (at, leaf) in pins)
            if (leaves.FirstOrDefault(one => one.Of.IsAt(leaf) && one.Accepts.Any(each => each.Achievement == at)) is { } body) found[at] = body.Index;
        return found;
    }

    private static void Collect(Requirement node, List<Leaf> into)
    {
        if (node is Leaf leaf) into.Add(leaf);
        foreach (var one in node.Below) Collect(one, into);
    }

    private Branch Read(Requirement node)
    {
        var branch = _ask.Waived.Any(node.IsAt) ? new Settled(-1) : node switch
        {
            Leaf leaf => Read(leaf),
            Several several => Pick.From(several.Count, [.. several.Of.Select(Read)]),
            ByFact fork => Read(Taken(fork)),
            MustNot not => ReadNot(not),
            Score score => Single(Scores.IsReached(score, _all, _ask.Facts)),
            BestIs best => Single(Scores.IsBest(best, _all, _ask.Facts)),
            Attest attest => Single(_all.Any(attest.IsBy)),
            _ => throw new InvalidOperationException($"{node.GetType().Name} is no node that can be read."),
        };
        return Branches[node] = branch;
    }

    private Requirement Taken(ByFact fork) => fork.Holds(_ask.Facts) ? fork.Then : fork.Else;

    private static Settled Single(bool isSo) => new(Cost.Of(isSo ? 0 : Amount.One));

    // What must not be is looked at alone: it takes nothing from anybody.
    private Settled ReadNot(MustNot not)
    {
        _alone++;
        var branch = Read(not.Of);
        _alone--;
        return branch != Settled.Closed && branch.Least <= 0 ? Settled.Closed : new Settled(-1);
    }

    private Branch Read(Leaf leaf)
    {
        if (leaf.Need.For(_ask.Facts) is not NumberValue need || Limits(leaf, isMost: false) is not { } least || Limits(leaf, isMost: true) is not { } most) return Settled.Closed;
        var body = new LeafBody(_count++, leaf, Amount.Of(Math.Clamp(need.Number, 0, Amount.Most)), least, most, [.. Accepted(leaf)]);
        Bodies[leaf] = body;
        var contested = new Contested(body);
        if (_alone > 0 || !_contestedPools.Contains(leaf.Pool)) return new Settled(contested.Least);
        if (!_leaves.TryGetValue(leaf.Pool, out var others)) _leaves[leaf.Pool] = others = [];
        others.Add(body);
        return contested;
    }

    private long[]? Limits(Leaf leaf, bool isMost)
    {
        var found = leaf.Where.Where(one => one.IsMost == isMost).Select(one => one.Amount.For(_ask.Facts)).ToList();
        return found.All(one => one is NumberValue) ? [.. found.Select(one => Amount.Of(Math.Clamp(((NumberValue)one!).Number, 0, Amount.Most)))] : null;
    }

    private IEnumerable<Accepted> Accepted(Leaf leaf)
    {
        var (least, most) = (leaf.Where.Where(one => !one.IsMost).ToList(), leaf.Where.Where(one => one.IsMost).ToList());
        for (var i = 0; i < _all.Count; i++)
        {
            if (!leaf.Of.Accepts(_all[i], _ask.Facts) || _all[i].Units == 0) continue;
            if (leaf.Distinct.Length > 0 && _all[i][leaf.Distinct] is null) continue;
            yield return new(i, _all[i].Units, Bits(least, _all[i]), Bits(most, _all[i]), leaf.Distinct.Length > 0 ? _all[i][leaf.Distinct] : null);
        }
    }

    private ulong Bits(List<Limit> limits, Achievement one)
    {
        var bits = 0UL;
        for (var i = 0; i < limits.Count; i++) if (limits[i].Of.Accepts(one, _ask.Facts)) bits |= 1UL << i;
        return bits;
    }
}
