namespace Cairn.Learning.Policies.Allocation;

/// <summary>What is missing, the least that would do, and the shortest legal way there.</summary>
internal sealed class Gaps(AuditAsk ask, AuditRun earned, AuditRun? hoped, AuditRun? planned)
{
    private readonly PolicyShape _shape = PolicyShape.Of(ask.Policy.Root);

    /// <summary>Every end of the tree that counts and misses something.</summary>
    public IReadOnlyList<Gap> All()
    {
        var gaps = new List<Gap>();
        for (var node = 0; node < _shape.Nodes.Length; node++)
            if (earned.IsTaken[node] && earned.MissingAt[node] > 0 && _shape.Nodes[node].Below.Count == 0 && _shape.Nodes[node] is not Several)
                gaps.Add(Of(node));
        return gaps;
    }

    /// <summary>Branches that were not taken where something of the choice is missing, the nearest first.</summary>
    public IReadOnlyList<Alternative> Alternatives()
    {
        var found = new List<Alternative>();
        for (var node = 0; node < _shape.Nodes.Length; node++)
        {
            if (!earned.IsTaken[node] || earned.MissingAt[node] <= 0 || _shape.Nodes[node] is not Several { IsAll: false }) continue;
            var here = new List<(long Missing, int Node)>();
            for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one]) if (!earned.IsTaken[one] && earned.MissingAt[one] >= 0) here.Add((earned.MissingAt[one], one));
            here.Sort();
            foreach (var (missing, one) in here) found.Add(new(_shape.Nodes[node], _shape.Nodes[one], Amount.Plain(missing)));
        }

        return found;
    }

    private Gap Of(int node)
    {
        var (has, asks) = _shape.Nodes[node] switch
        {
            Leaf => (Amount.Plain(earned.Used[node]!.Sum()), (decimal?)Amount.Plain(earned.Bodies[node]!.Need)),
            Score score => (Scores.Of(score, earned.All, ask.Facts), (score.Need.For(ask.Facts) as NumberValue)?.Number),
            _ => ((decimal?)null, (decimal?)null),
        };
        return new(_shape.Nodes[node], Amount.Plain(earned.MissingAt[node]), has, asks, Shortfalls(node), Routes(node));
    }

    private List<Shortfall> Shortfalls(int node)
    {
        if (_shape.Nodes[node] is not Leaf leaf || earned.Bodies[node] is not { } body || earned.Used[node] is not { } used) return [];
        var found = new List<Shortfall>();
        var (parts, rest) = (0L, earned.MissingAt[node]);
        var but = Full(leaf, body, used);
        var usedUp = UsedUp(leaf, body, used);
        foreach (var limit in leaf.Where)
        {
            if (limit.IsMost) continue;
            var missing = body.Least[parts] - Sum(body, used, one => one.CountsIn((int)parts));
            parts++;
            if (missing <= 0) continue;
            found.Add(new(Amount.Plain(missing), [leaf.Of, limit.Of], but, leaf.Distinct, usedUp));
            rest -= missing;
        }

        if (rest > 0) found.Add(new(Amount.Plain(rest), [leaf.Of], but, leaf.Distinct, usedUp));
        return found;
    }

    private static List<Selector> Full(Leaf leaf, LeafBody body, long[] used)
    {
        var full = new List<Selector>();
        var at = 0;
        foreach (var limit in leaf.Where)
        {
            if (!limit.IsMost) continue;
            var number = at++;
            if (Sum(body, used, one => one.IsLimitedBy(number)) >= body.Most[number]) full.Add(limit.Of);
        }

        return full;
    }

    private List<FieldValue> UsedUp(Leaf leaf, LeafBody body, long[] used)
    {
        if (leaf.Distinct.Length == 0) return [];
        var sums = new Dictionary<FieldValue, long>();
        for (var i = 0; i < used.Length; i++)
            if (used[i] > 0 && earned.All[body.Accepts[i].Achievement][leaf.Distinct] is { } value) sums[value] = sums.GetValueOrDefault(value) + used[i];
        return [.. sums.Where(one => one.Value >= Amount.One).Select(one => one.Key)];
    }

    private static long Sum(LeafBody body, long[] used, Func<Accepted, bool> counts)
    {
        var sum = 0L;
        for (var i = 0; i < used.Length; i++) if (counts(body.Accepts[i])) sum += used[i];
        return sum;
    }

    private List<Route> Routes(int node)
    {
        var missing = earned.MissingAt[node];
        if (_shape.Nodes[node] is Attest attest && !Closes(hoped, node) && !Closes(planned, node)) return [new(RouteKind.Person, Amount.Plain(missing), [], attest.By)];
        var routes = new List<Route>();
        foreach (var (run, kind, status) in new[] { (hoped, RouteKind.UnderWay, AchievementStatus.InProgress), (planned, RouteKind.Planned, AchievementStatus.Planned) })
        {
            if (run is not null && !run.IsTaken[node] && Around(run, node) is { } around)
            {
                // Another way is nearer then: what closes that one closes this gap with it.
                routes.Add(new(kind, Amount.Plain(missing), [.. Enumerable.Range(around, _shape.Ends[around] - around).Where(one => run.IsTaken[one] && _shape.Nodes[one].Below.Count == 0).SelectMany(one => With(run, one, status)).Distinct()], []));
                return routes;
            }

            if (run is null || !run.IsTaken[node] || run.MissingAt[node] < 0 || run.MissingAt[node] >= missing) continue;
            routes.Add(new(kind, Amount.Plain(missing - run.MissingAt[node]), With(run, node, status), []));
            missing = run.MissingAt[node];
        }

        if (missing > 0) routes.Add(new(RouteKind.New, Amount.Plain(missing), [], []));
        return routes;
    }

    // The nearest node around that counts in both and has nothing missing in the other; null where there is none.
    private int? Around(AuditRun run, int node)
    {
        for (var at = node - 1; at >= 0; at--)
            if (_shape.Ends[at] > node && run.IsTaken[at]) return run.MissingAt[at] == 0 ? at : null;
        return null;
    }

    private static bool Closes(AuditRun? run, int node) => run is not null && run.IsTaken[node] && run.MissingAt[node] == 0;

    private List<string> With(AuditRun run, int node, AchievementStatus status)
    {
        if (run.Used[node] is not { } used) return [.. Scores.LookedAt(_shape.Nodes[node], run.All, ask.Facts).Where(one => one.Status == status).Select(one => one.Id)];
        var with = new List<string>();
        for (var i = 0; i < used.Length; i++)
            if (used[i] > 0 && run.All[run.Bodies[node]!.Accepts[i].Achievement] is { } one && one.Status == status) with.Add(one.Id);
        return with;
    }
}
