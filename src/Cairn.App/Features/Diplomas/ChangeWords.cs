using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.Policies;

namespace Cairn.App.Features.Diplomas;

/// <summary>What is otherwise in another version of rules, and what is odd about them, in the reader's language.</summary>
internal sealed class ChangeWords(Words words)
{
    private readonly RequirementWords _of = new(words);

    /// <summary>One change.</summary>
    public string Of(PolicyChange change)
    {
        var (was, now) = (change.Before, change.After);
        return change.Kind switch
        {
            PolicyChangeKind.Amount => words["diploma.change.Amount", ("before", AmountOf(was!)), ("after", AmountOf(now!))],
            PolicyChangeKind.Label => words["diploma.change.Label", ("before", _of.NameOf(was!)), ("after", _of.NameOf(now!))],
            PolicyChangeKind.Accepts => words["diploma.change.Accepts", ("before", Accepts(was!)), ("after", Accepts(now!))],
            PolicyChangeKind.Split => words[change.Strictness == PolicyStrictness.Milder ? "diploma.change.Split" : "diploma.change.Whole"],
            _ => words[$"diploma.change.{change.Kind}"],
        };
    }

    /// <summary>What it is about: the requirement's name; the rules as a whole where it is about none.</summary>
    public string NameOf(PolicyChange change) => (change.After ?? change.Before) is { } node ? _of.NameOf(node) : words["diploma.change.whole"];

    /// <summary>Whether it asks more.</summary>
    public string Of(PolicyStrictness strictness) => words[$"diploma.strict.{strictness}"];

    /// <summary>What is odd.</summary>
    public string Of(PolicyIssue issue, Policy policy) => words[$"diploma.issue.{issue.Kind}", ("other", Name(issue.Other, policy)), ("detail", issue.Detail)];

    /// <summary>A place by the name of what stands there.</summary>
    public string Name(string path, Policy policy) => path.Length == 0 ? "" : All(policy.Root).FirstOrDefault(one => one.Path == path) is { } node ? _of.NameOf(node) : path;

    private static IEnumerable<Requirement> All(Requirement node) => node.Below.SelectMany(All).Prepend(node);

    private string AmountOf(Requirement node) => node switch
    {
        Leaf { Need.Given: NumberValue need } leaf => _of.Amount(need.Number, leaf),
        Leaf leaf => words["diploma.fact", ("fact", RequirementWords.Plain(leaf.Need.Fact))],
        Score { Need.Given: NumberValue need } => words.Number(need.Number),
        Several { IsAll: true } all => words["diploma.node.all", ("count", all.Of.Count)],
        Several some => words["diploma.node.some", ("count", some.Count), ("all", some.Of.Count)],
        _ => "",
    };

    private string Accepts(Requirement node) => node switch
    {
        Leaf leaf => Or(_of.What(leaf.Of)),
        Score score => Or(string.Join(words["diploma.or"], score.Of.Select(_of.What))),
        BestIs best => Or(_of.What(best.Of)),
        _ => "",
    };

    private string Or(string what) => what.Length > 0 ? what : words["diploma.anything"];
}
