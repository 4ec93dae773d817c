using System.Text;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>What a check and a comparison of policies found, in plain English for the command line, one line each.</summary>
public static class PolicyWords
{
    /// <summary>What is odd, with its place first.</summary>
    public static string Of(PolicyIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var words = issue.Kind switch
        {
            PolicyIssueKind.NeverMet => "can never be met, whatever a learner shows",
            PolicyIssueKind.Contradicts => $"forbids what {issue.Other} asks at the same time",
            PolicyIssueKind.NeverChosen => $"is never chosen: {(issue.Other.Length > 0 ? issue.Other : "what it asks of the fact")} has decided it already",
            PolicyIssueKind.NeverNeeded => $"is never needed: whoever meets it meets {issue.Other} already",
            PolicyIssueKind.AlwaysMet => "asks nothing: everybody meets it",
            PolicyIssueKind.CountsTwice => $"and {issue.Other} do not compete: one achievement may count in both",
            PolicyIssueKind.PoolOfOne => $"is alone in the pool {issue.Detail}: nothing competes in it",
            PolicyIssueKind.OtherUnit => $"competes in the pool {issue.Detail} with {issue.Other}, whose unit is another",
            PolicyIssueKind.SameName => $"has the name {issue.Detail}, and so has {issue.Other}",
            _ => $"says {issue.Detail.Split(' ')[0]}: is {issue.Detail.Split(' ')[1]} meant?",
        };
        return $"{issue.Path}: {words}";
    }

    /// <summary>What is otherwise, with its place first, and whether it asks more.</summary>
    public static string Of(PolicyChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var asks = change.Strictness switch { PolicyStrictness.Stricter => " (asks more)", PolicyStrictness.Milder => " (asks less)", _ => "" };
        return $"{(change.Path.Length > 0 ? Called(change.After ?? change.Before!) : "the policy")}: {Words(change)}{asks}";
    }

    /// <summary>What a gap asks, such as "1 credit of science tagged foundation, or 0.5 + 0.5".</summary>
    public static string Of(Shortfall shortfall, string unit)
    {
        ArgumentNullException.ThrowIfNull(shortfall);
        var words = new StringBuilder(SelectorWords.Of(shortfall.Units, unit, shortfall.Of));
        if (shortfall.But.Count > 0) words.Append(", but nothing more that is ").AppendJoin(" or ", shortfall.But.Select(SelectorWords.Of));
        if (shortfall.Fresh.Length > 0) words.Append(", each with another ").Append(shortfall.Fresh);
        if (shortfall.UsedUp.Count > 0) words.Append(" than ").AppendJoin(", ", shortfall.UsedUp.Select(SelectorWords.Plain));
        // Several pieces do as well as one.
        if (shortfall.Units == 1) words.Append(", or 0.5 + 0.5");
        else if (shortfall.Units > 1) words.Append(", in one piece or several");
        return words.ToString();
    }

    private static string Words(PolicyChange change) => change switch
    {
        { Kind: PolicyChangeKind.Naming } => "its title, source, version, classes or first day is another",
        { Kind: PolicyChangeKind.Split, Strictness: PolicyStrictness.Milder } => "achievements in a pool may be divided now",
        { Kind: PolicyChangeKind.Split } => "achievements in a pool stay whole now",
        { Kind: PolicyChangeKind.Added } => "is new",
        { Kind: PolicyChangeKind.Removed } => "is gone",
        { Kind: PolicyChangeKind.Moved } => $"stood at {change.Before!.Path}",
        { Kind: PolicyChangeKind.Kind } => "is another kind of node",
        { Kind: PolicyChangeKind.Label } when change.Before!.Label == change.After!.Label => $"had the name {IdOf(change.Before)} and has the name {IdOf(change.After)}",
        { Kind: PolicyChangeKind.Label } => $"was called {NameOf(change.Before!)} and is called {NameOf(change.After!)}",
        { Kind: PolicyChangeKind.Amount } => $"asked {Amount(change.Before!)} and asks {Amount(change.After!)}",
        { Kind: PolicyChangeKind.Accepts } => $"accepted {Accepts(change.Before!)} and accepts {Accepts(change.After!)}",
        { Kind: PolicyChangeKind.Parts, Before: Leaf was, After: Leaf is_ } => $"within it asked {Parts(was)} and asks {Parts(is_)}",
        { Kind: PolicyChangeKind.Counting, Before: Leaf was, After: Leaf is_ } => $"counted {Counting(was)} and counts {Counting(is_)}",
        _ => $"asked {Asks(change.Before!)} and asks {Asks(change.After!)}",
    };

    private static string Called(Requirement node) => node.Id.Length > 0 ? $"{node.Id} ({node.Path})" : node.Path;

    private static string NameOf(Requirement node) => node.Label.Length > 0 ? node.Label : node.Id.Length > 0 ? node.Id : "nothing";

    private static string Amount(Requirement node) => node switch
    {
        Leaf leaf => Said(leaf.Need),
        Score score => Said(score.Need),
        Several { IsAll: true } several => FormattableString.Invariant($"all {several.Of.Count}"),
        Several several => FormattableString.Invariant($"{several.Count} of {several.Of.Count}"),
        _ => "",
    };

    private static string Accepts(Requirement node) => node switch
    {
        Leaf leaf => SelectorWords.Of(leaf.Of),
        Score score => string.Join(", and ", score.Of.Select(SelectorWords.Of)),
        BestIs best => SelectorWords.Of(best.Of),
        _ => "",
    };

    private static string IdOf(Requirement node) => node.Id.Length > 0 ? node.Id : "nothing";

    private static string Parts(Leaf leaf) => leaf.Where.Count == 0 ? "no part of its own" : string.Join(" and ", leaf.Where.Select(one => $"{(one.IsMost ? "at most" : "at least")} {Said(one.Amount)} of {SelectorWords.Of(one.Of)}"));

    private static string Asks(Requirement node) => node switch
    {
        Attest attest => $"{attest.Key} by {(attest.By.Count > 0 ? string.Join(" or ", attest.By) : "anybody")}",
        Score score => $"the {score.How switch { ScoreOf.Sum => "sum", ScoreOf.Max => "highest", _ => "lowest" }} of the scores{(score.NeedsAll ? ", each of them there" : "")}",
        BestIs best => $"that the best has {best.Field} {SelectorWords.Plain(best.Equal)}",
        ByFact fact => $"whether {fact.Fact} is {string.Join(" and ", fact.Is.Select(one => $"{one.How switch { Comparison.AtLeast => "at least ", Comparison.AtMost => "at most ", _ => "" }}{string.Join(" or ", one.Values.Select(SelectorWords.Plain))}"))}",
        _ => "something",
    };

    private static string Counting(Leaf leaf) =>
        $"{(leaf.Pool.Length > 0 ? $"in the pool {leaf.Pool}" : "freely")}{(leaf.Distinct.Length > 0 ? $", once for each {leaf.Distinct}" : "")}{(leaf.Unit.Length > 0 ? $", in {leaf.Unit}" : "")}";

    private static string Said(Named named) => named.Given is NumberValue number ? Learning.Policies.Amount.Plain(Learning.Policies.Amount.Of(number.Number)).ToString(System.Globalization.CultureInfo.InvariantCulture) : $"the fact {named.Fact}";
}
