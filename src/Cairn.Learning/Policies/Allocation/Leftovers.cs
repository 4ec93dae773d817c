namespace Cairn.Learning.Policies.Allocation;

/// <summary>What no leaf uses, and why.</summary>
internal sealed class Leftovers
{
    private readonly AuditAsk _ask;
    private readonly AuditRun _run;
    private readonly PolicyShape _shape;
    private readonly long[] _spent;
    private readonly (UnusedReason Reason, int Node)[] _why;
    private readonly HashSet<string> _looked;

    // By pool and achievement, the leaf that has it.
    private readonly Dictionary<(int Pool, int Achievement), int> _claims = [];

    public Leftovers(AuditAsk ask, AuditRun run, IReadOnlyList<Finding> findings)
    {
        (_ask, _run, _shape) = (ask, run, PolicyShape.Of(ask.Policy.Root));
        (_spent, _why) = (new long[run.All.Count], new (UnusedReason, int)[run.All.Count]);
        Array.Fill(_why, (UnusedReason.NoLeafAccepts, -1));
        _looked = [.. findings.Where(one => one.Node.Below.Count == 0 && one.Node is not Leaf).SelectMany(one => one.Used).Select(one => one.Achievement)];
        var pooled = new Dictionary<(int Pool, int Achievement), long>();
        for (var node = 0; node < _shape.Nodes.Length; node++)
            if (run.Used[node] is { } used) Read(node, run.Bodies[node]!, used, pooled);
        for (var i = 0; i < _why.Length; i++) _why[i] = Known(i, _why[i].Reason, _why[i].Node);
    }

    public IReadOnlyList<Unused> All()
    {
        var left = new List<Unused>();
        for (var i = 0; i < _spent.Length; i++)
        {
            var one = _run.All[i];
            if (_spent[i] >= one.Units || _looked.Contains(one.Id) || IsWaiver(one)) continue;
            left.Add(new(one.Id, Amount.Plain(one.Units - _spent[i]), _why[i].Reason, _why[i].Node < 0 ? "" : _shape.Nodes[_why[i].Node].Path));
        }

        left.AddRange(_ask.Achievements.Where(one => one.Status != AchievementStatus.Earned).Order(Comparer<Achievement>.Create(Achievement.ByAge))
            .Select(one => new Unused(one.Id, Amount.Plain(one.Units), UnusedReason.NotEarned, "")));
        return left;
    }

    // What another leaf of the pool has is not kept out by a limit; and what no leaf that was read accepts may be looked at, or accepted where nobody had to read.
    private (UnusedReason Reason, int Node) Known(int i, UnusedReason reason, int node)
    {
        if (reason == UnusedReason.Cap && _claims.TryGetValue((_shape.Pools[node], i), out var claims) && claims != node) return (UnusedReason.Claimed, claims);
        if (reason != UnusedReason.NoLeafAccepts) return (reason, node);
        for (var at = 0; at < _shape.Nodes.Length; at++)
            if (_shape.Nodes[at] is Leaf leaf && _run.Used[at] is null && leaf.Takes(_run.All[i], _ask.Facts)) return (_run.IsRead(at) && _run.IsTaken[at] ? UnusedReason.LeafFull : UnusedReason.OtherBranch, at);
        var looks = Array.FindIndex(_shape.Nodes, one => LooksAt(one, _run.All[i]));
        return looks < 0 ? (reason, node) : (UnusedReason.Outdone, looks);
    }

    // Where it is shared freely it is used as far as the leaf that takes most of it; within a pool the parts add up.
    private void Read(int node, LeafBody body, long[] used, Dictionary<(int Pool, int Achievement), long> pooled)
    {
        var isTaken = _run.IsTaken[node];
        var isShort = isTaken && _run.MissingAt[node] > 0;
        for (var i = 0; i < used.Length; i++)
        {
            var achievement = body.Accepts[i].Achievement;
            var spent = isTaken ? used[i] : 0;
            if (isTaken && _shape.Pools[node] is >= 0 and var pool)
            {
                if (spent > 0) _claims.TryAdd((pool, achievement), node);
                pooled[(pool, achievement)] = spent += pooled.GetValueOrDefault((pool, achievement));
            }

            _spent[achievement] = Math.Max(_spent[achievement], spent);
            var reason = isShort ? UnusedReason.Cap : isTaken ? UnusedReason.LeafFull : UnusedReason.OtherBranch;
            if (Rank(reason) > Rank(_why[achievement].Reason)) _why[achievement] = (reason, node);
        }
    }

    // A leaf that still needs something says most.
    private static int Rank(UnusedReason reason) => reason switch { UnusedReason.Cap => 3, UnusedReason.LeafFull => 2, UnusedReason.OtherBranch => 1, _ => 0 };

    // An exception is used by the place that it names; one that names none counts nowhere, and is told.
    private bool IsWaiver(Achievement one) => one.Text("type") == "attestation" && one.Text("key") == "waive" && one.Text("leaf") is { Length: > 0 } leaf && Array.Exists(_shape.Nodes, node => node.IsAt(leaf));

    // An attestation and a score are looked at and not used up.
    private bool LooksAt(Requirement node, Achievement one) => node switch { Attest attest => attest.IsBy(one), Score score => score.Of.Any(of => of.Accepts(one, _ask.Facts)), BestIs best => best.Of.Accepts(one, _ask.Facts), _ => false };
}
