using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

/// <summary>An audit shows its work: what it says was used is allowed, and what it says is missing follows from that.</summary>
public sealed class LegalUseTests
{
    private const int Cases = 300;

    [Fact]
    public void No_achievement_gives_a_pool_more_than_it_has_nor_a_leaf_what_it_does_not_accept() => PolicyCases.Pinned.Sample(ask =>
    {
        var byId = ask.Achievements.ToDictionary(one => one.Id);
        var used = PolicyAudit.From(ask).Findings.Where(one => one.IsTaken && one.Node is Leaf).SelectMany(one => one.Used.Select(each => (Leaf: (Leaf)one.Node, each.Achievement, each.Units))).ToList();
        foreach (var one in used)
        {
            one.Units.ShouldBeGreaterThan(0);
            one.Leaf.Of.Accepts(byId[one.Achievement], ask.Facts).ShouldBeTrue();
        }

        foreach (var same in used.GroupBy(one => (one.Achievement, Pool: one.Leaf.Pool.Length > 0 ? one.Leaf.Pool : one.Leaf.Path)))
        {
            same.Sum(one => one.Units).ShouldBeLessThanOrEqualTo(Amount.Plain(byId[same.Key.Achievement].Units));
            if (!ask.Policy.IsSplit) same.Count().ShouldBe(1);
        }
    }, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void What_a_leaf_misses_follows_from_what_it_uses_and_its_limits_hold() => PolicyCases.All.Sample(ask =>
    {
        var byId = ask.Achievements.ToDictionary(one => one.Id);
        foreach (var one in PolicyAudit.From(ask).Findings.Where(one => one.IsTaken && one.Node is Leaf))
        {
            var leaf = (Leaf)one.Node;
            decimal Of(Selector of) => one.Used.Where(each => of.Accepts(byId[each.Achievement], ask.Facts)).Sum(each => each.Units);
            decimal Number(Named named) => ((NumberValue)named.Given!).Number;
            var parts = leaf.Where.Where(part => !part.IsMost).Sum(part => Math.Max(0, Number(part.Amount) - Of(part.Of)));
            one.Remaining.ShouldBe(Math.Max(parts, Math.Max(0, Number(leaf.Need) - one.Used.Sum(each => each.Units))));
            foreach (var limit in leaf.Where.Where(part => part.IsMost)) Of(limit.Of).ShouldBeLessThanOrEqualTo(Number(limit.Amount));
            if (leaf.Distinct.Length > 0)
                foreach (var same in one.Used.GroupBy(each => byId[each.Achievement][leaf.Distinct])) (same.Key is not null && same.Sum(each => each.Units) <= 1).ShouldBeTrue();
        }
    }, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void Above_a_leaf_the_sums_add_up_to_the_root() => PolicyCases.All.Sample(ask =>
    {
        var audit = PolicyAudit.From(ask);
        var byNode = audit.Findings.ToDictionary(one => one.Node.Path);
        decimal Sum(Requirement node) => node is Several several ? several.Of.Where(one => byNode[one.Path].IsTaken).Sum(Sum) : byNode[node.Path].Remaining!.Value;
        Sum(ask.Policy.Root).ShouldBe(audit.Remaining!.Value);
        foreach (var one in audit.Findings.Where(one => one.IsTaken && one.Node is Several))
            ((Several)one.Node).Of.Count(below => byNode[below.Path].IsTaken).ShouldBe(((Several)one.Node).Count);
    }, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void Everything_that_is_left_of_an_achievement_is_told_with_a_reason() => PolicyCases.All.Sample(ask =>
    {
        var audit = PolicyAudit.From(ask);
        audit.Unused.Select(one => one.Achievement).Distinct().Count().ShouldBe(audit.Unused.Count);
        var used = audit.Findings.Where(one => one.IsTaken).SelectMany(one => one.Used).Select(one => one.Achievement).ToHashSet();
        foreach (var one in ask.Achievements.Where(one => one.Text("type") == "credit" && !used.Contains(one.Id)))
        {
            var told = audit.Unused.Single(each => each.Achievement == one.Id);
            told.Units.ShouldBe(Amount.Plain(one.Units));
            (told.Reason == UnusedReason.NoLeafAccepts).ShouldBe(!PolicyCases.LeavesOf(ask.Policy.Root).Any(leaf => leaf.Of.Accepts(one, ask.Facts) && (leaf.Distinct.Length == 0 || one[leaf.Distinct] is not null)));
        }
    }, iter: Cases, print: PolicyCases.Print);
}
