namespace Cairn.Learning.Policies.Allocation;

/// <summary>An audit's findings: how every node stands, and what it uses.</summary>
/// <param name="ask">What was asked.</param>
/// <param name="earned">With what is earned.</param>
/// <param name="hoped">With what the learner is at too; null where that changes nothing.</param>
internal sealed class AuditTold(AuditAsk ask, AuditRun earned, AuditRun? hoped)
{
    private readonly PolicyShape _shape = PolicyShape.Of(ask.Policy.Root);

    /// <summary>Every node that was read, above before below.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var found = new List<Finding>(_shape.Nodes.Length);
        for (var node = 0; node < _shape.Nodes.Length; node++)
        {
            if (!earned.IsRead(node)) continue;
            var missing = earned.MissingAt[node];
            found.Add(new(_shape.Nodes[node], _shape.Depths[node], StatusOf(node, missing), missing < 0 ? null : Amount.Plain(missing), earned.IsTaken[node], Used(node, missing)) { Lacks = missing < 0 ? Lacks(_shape.Nodes[node]) : "" });
        }

        return found;
    }

    private List<(string Achievement, decimal Units)> Used(int node, long missing)
    {
        if (!earned.IsTaken[node]) return [];
        if (earned.Used[node] is not { } amounts)
            return missing == 0 && _shape.Nodes[node].Below.Count == 0 && !earned.IsWaived(node) ? [.. Scores.LookedAt(_shape.Nodes[node], earned.All, ask.Facts).Select(one => (one.Id, 0m))] : [];
        var accepts = earned.Bodies[node]!.Accepts;
        var used = new List<(string, decimal)>();
        for (var i = 0; i < amounts.Length; i++) if (amounts[i] > 0) used.Add((earned.All[accepts[i].Achievement].Id, Amount.Plain(amounts[i])));
        return used;
    }

    private string Lacks(Requirement node)
    {
        IEnumerable<Named> asked = node switch { Leaf leaf => leaf.Where.Select(one => one.Amount).Prepend(leaf.Need), Score score => [score.Need], _ => [] };
        return asked.FirstOrDefault(one => one.For(ask.Facts) is not NumberValue)?.Fact ?? "";
    }

    private FindingStatus StatusOf(int node, long missing) => missing switch
    {
        < 0 => FindingStatus.Closed,
        0 when earned.IsWaived(node) => FindingStatus.Waived,
        0 => FindingStatus.Met,
        _ when hoped is not null && hoped.MissingAt[node] == 0 => FindingStatus.OnTrack,
        _ when missing == Asked(node) => FindingStatus.NeedsPerson,
        _ when !earned.IsExact && earned.IsTaken[node] && (node > 0 || earned.Floor == 0) => FindingStatus.NotDecided,
        _ => FindingStatus.NotYet,
    };

    // How much of what is missing only waits for a person's decision.
    private long Asked(int node)
    {
        if (_shape.Nodes[node] is Attest) return Math.Max(0, earned.MissingAt[node]);
        var asked = 0L;
        for (var one = node + 1; one < _shape.Ends[node]; one = _shape.Ends[one])
            if (earned.IsRead(one) && earned.MissingAt[one] > 0 && (earned.IsTaken[one] || !earned.IsTaken[node])) asked += Asked(one);
        return asked;
    }
}
