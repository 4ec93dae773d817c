namespace Cairn.Learning.Policies.Allocation;

/// <summary>A policy read once for one learner, with all achievements that are so far: what each node misses and uses.</summary>
internal sealed class AuditRun
{
    private readonly AuditAsk _ask;
    private readonly List<Achievement> _all;
    private readonly TreeReading _tree;
    private readonly ChoiceSearch _search;
    private readonly Dictionary<Requirement, long[]> _used = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Requirement, long> _missing = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Requirement> _taken = new(ReferenceEqualityComparer.Instance);

    /// <param name="ask">What is asked.</param>
    /// <param name="upTo">What counts: earned alone, or what the learner is at too, or what they plan too.</param>
    public AuditRun(AuditAsk ask, AchievementStatus upTo)
    {
        _ask = ask;
        _all = [.. ask.Achievements.Where(one => one.Status <= upTo)];
        _all.Sort(Achievement.ByAge);
        _tree = new TreeReading(ask, _all);
        _search = new ChoiceSearch(_tree.Pools);
        var cost = _search.Best(_tree.Root);
        Missing = cost == Cost.Impossible ? null : Cost.MissingIn(cost);
    }

    /// <summary>What is missing; null where no way is open.</summary>
    public long? Missing { get; }

    public bool IsMet => Missing == 0;

    /// <summary>Every node, above before below.</summary>
    /// <param name="hoped">The same with what the learner is at; null where that changes nothing.</param>
    public IReadOnlyList<Finding> Findings(AuditRun? hoped)
    {
        Take(_ask.Policy.Root, Missing is not null);
        hoped?.Take(_ask.Policy.Root, hoped.Missing is not null);
        var found = new List<Finding>();
        Add(_ask.Policy.Root, 0, hoped, found);
        return found;
    }

    /// <summary>What is left of achievements, and why; asked after the findings.</summary>
    public IReadOnlyList<Unused> Unused() => new Leftovers(_ask, _all, _tree.Bodies, _used, _taken).All();

    // Which nodes count, and what each misses and uses: below before above.
    private void Take(Requirement node, bool taken)
    {
        if (taken) _taken.Add(node);
        foreach (var one in Read(node)) Take(one, taken && IsTaken(node, one));
        if (!_tree.Branches.TryGetValue(node, out var branch) || branch == Settled.Closed) return;
        if (_tree.Bodies.TryGetValue(node, out var body)) Fill(node, body);
        _missing[node] = node switch
        {
            _ when _ask.Waived.Any(node.IsAt) => 0,
            Leaf => body!.Missing(_used[node]),
            Several { IsAll: true } => node.Below.Sum(MissingOf),
            Several several when taken && branch is Pick => several.Of.Where(_taken.Contains).Sum(MissingOf),
            Several several => several.Of.Where(_missing.ContainsKey).Select(MissingOf).Order().Take(several.Count).Sum(),
            ByFact fork => MissingOf(fork.Holds(_ask.Facts) ? fork.Then : fork.Else),
            _ => Cost.MissingIn(branch.Least),
        };
    }

    // A branch that a fact did not choose, and what is below a node that was waived, was never read.
    private IEnumerable<Requirement> Read(Requirement node) => node.Below.Where(_tree.Branches.ContainsKey);

    private long MissingOf(Requirement node) => _missing.GetValueOrDefault(node);

    private void Fill(Requirement node, LeafBody body)
    {
        var used = new long[body.Accepts.Count];
        LeafFill.Of(body, _search.Given.TryGetValue(body.Index, out var given) ? given : body.Accepts.Select(one => one.Units).ToArray(), used);
        _used[node] = used;
    }

    private bool IsTaken(Requirement node, Requirement below) => node switch
    {
        ByFact fork => ReferenceEquals(fork.Holds(_ask.Facts) ? fork.Then : fork.Else, below),
        MustNot => false,
        Several { IsAll: true } => true,
        Several several when _tree.Branches[several] is Settled => several.Of.Where(one => _tree.Branches[one] != Settled.Closed)
            .OrderBy(one => _tree.Branches[one].Least).Take(several.Count).Any(one => ReferenceEquals(one, below)),
        _ => _search.Taken.Contains(_tree.Branches[below]),
    };

    private void Add(Requirement node, int depth, AuditRun? hoped, List<Finding> into)
    {
        var missing = _missing.TryGetValue(node, out var there) ? there : (long?)null;
        var used = _used.TryGetValue(node, out var amounts) && _taken.Contains(node)
            ? _tree.Bodies[node].Accepts.Zip(amounts).Where(one => one.Second > 0).Select(one => (_all[one.First.Achievement].Id, Amount.Plain(one.Second))).ToList() : [];
        into.Add(new(node, depth, StatusOf(node, missing, hoped), missing is { } all ? Amount.Plain(all) : null, _taken.Contains(node), used));
        foreach (var one in Read(node)) Add(one, depth + 1, hoped, into);
    }

    private FindingStatus StatusOf(Requirement node, long? missing, AuditRun? hoped) => missing switch
    {
        null => FindingStatus.Closed,
        0 when _ask.Waived.Any(node.IsAt) => FindingStatus.Waived,
        0 => FindingStatus.Met,
        _ when hoped is not null && hoped._missing.TryGetValue(node, out var then) && then == 0 => FindingStatus.OnTrack,
        _ when missing == Asked(node) => FindingStatus.NeedsPerson,
        _ => FindingStatus.NotYet,
    };

    // How much of what is missing only waits for a person's decision.
    private long Asked(Requirement node) => node is Attest ? MissingOf(node) : node.Below.Where(one => _taken.Contains(one) || !_taken.Contains(node)).Where(_missing.ContainsKey).Sum(Asked);
}
