namespace Cairn.Learning.Policies.Checks;

/// <summary>Branches that a fact never chooses, because a choice above has said already what it is.</summary>
internal sealed class Choosing
{
    private readonly List<(ByFact Fork, bool IsThen)> _above = [];

    /// <summary>All of them, as they stand in the policy.</summary>
    public IEnumerable<PolicyIssue> Of(Requirement node)
    {
        if (node is not ByFact fork) return [.. node.Below.SelectMany(Of)];
        var found = new List<PolicyIssue>();
        if (IsNever(fork)) found.Add(new(PolicyIssueKind.NeverChosen, fork.Then.Path, Above(fork)));
        if (IsAlways(fork)) found.Add(new(PolicyIssueKind.NeverChosen, fork.Else.Path, Above(fork)));
        foreach (var isThen in new[] { true, false })
        {
            _above.Add((fork, isThen));
            found.AddRange(Of(isThen ? fork.Then : fork.Else));
            _above.RemoveAt(_above.Count - 1);
        }

        return found;
    }

    private string Above(ByFact fork) => _above.LastOrDefault(one => one.Fork.Fact == fork.Fact).Fork?.Path ?? "";

    // Never both what holds here and what is known from above: in the other branch of a single comparison it does not hold, if the fact is known at all.
    private bool IsNever(ByFact fork)
    {
        var known = Known(fork.Fact).Concat(Conditions(fork)).ToList();
        if (Selectors.IsEmpty(new(known))) return true;
        return _above.Exists(one => !one.IsThen && one.Fork.Fact == fork.Fact && Selectors.Implies(new(known), new(Conditions(one.Fork))));
    }

    private bool IsAlways(ByFact fork) => Known(fork.Fact) is { Count: > 0 } known && Selectors.Implies(new(known), new(Conditions(fork)));

    private List<Condition> Known(string fact) => [.. _above.Where(one => one.IsThen && one.Fork.Fact == fact).SelectMany(one => Conditions(one.Fork))];

    // A fact is to a choice what a field is to a selector.
    private static List<Condition> Conditions(ByFact fork) =>
        [.. fork.Is.Select(one => one.Values.Count == 1 ? new FieldIs(fork.Fact, one.How, one.Values[0]) : one.How == Comparison.Equal ? (Condition)new FieldIsOneOf(fork.Fact, one.Values) : new AcceptedByAny([.. one.Values.Select(value => new Selector([new FieldIs(fork.Fact, one.How, value)]))]))];
}
