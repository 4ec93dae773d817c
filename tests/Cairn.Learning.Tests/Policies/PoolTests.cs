using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class PoolTests
{
    private static readonly Node Science = Build.Need(1, Build.Tagged("science"), "credit", id: "science");
    private static readonly Node Electives = Build.Need(1, Build.Everything, "credit", id: "electives");

    [Fact]
    public void First_fit_would_deny_who_does_satisfy_it()
    {
        // Whoever hands the older one, which fits both, to the electives first has nothing left for science.
        var audit = Build.Audit(Build.All(Electives, Science), Build.Got("old", 1, "2020-01-01", "science"), Build.Got("new", 1, "2026-01-01"));
        audit.IsMet.ShouldBeTrue();
        UsedBy(audit, "science").ShouldBe(["old"]);
        UsedBy(audit, "electives").ShouldBe(["new"]);
    }

    [Fact]
    public void The_specific_comes_before_the_elective()
    {
        var audit = Build.Audit(Build.All(Electives, Science), Build.Got("one", 1, says: "science"));
        (audit.Remaining, UsedBy(audit, "science").Count, UsedBy(audit, "electives").Count).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void Whole_achievements_go_to_one_leaf_and_what_it_cannot_use_is_lost()
    {
        var node = Build.All(Build.Need(0.5m, Build.Tagged("a"), "p"), Build.Need(0.5m, Build.Everything, "p"));
        Build.Audit(node, Build.Got("a", 1, says: "a")).Remaining.ShouldBe(0.5m);
        Split(node, Build.Got("a", 1, says: "a")).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void A_quarter_is_the_least_part()
    {
        var node = Build.All(Build.Need(0.25m, Build.Everything, "p"), Build.Need(0.75m, Build.Everything, "p"));
        Split(node, Build.Got("a")).IsMet.ShouldBeTrue();
        Split(Build.All(Build.Need(0.1m, Build.Everything, "p"), Build.Need(0.9m, Build.Everything, "p")), Build.Got("a")).Remaining.ShouldBe(0.1m);
    }

    [Fact]
    public void Most_leaves_are_met_where_as_much_is_missing_either_way()
    {
        var audit = Split(Build.All(Build.Need(2, Build.Everything, "p", id: "two"), Build.Need(1, Build.Everything, "p", id: "one"), Build.Need(1, Build.Everything, "p", id: "other")), Build.Got("a", 2));
        audit.Remaining.ShouldBe(2);
        audit.Findings.Count(one => one is { Node: Leaf, Remaining: 0 }).ShouldBe(2);
    }

    [Fact]
    public void A_pin_of_a_person_stays_even_where_it_costs_something()
    {
        var ask = Build.Ask(Build.All(Electives, Science), Build.Got("old", 1, says: "science"), Build.Got("new", 1));
        var pinned = PolicyAudit.From(ask with { Pins = [new("old", "electives")] });
        (pinned.IsMet, pinned.Remaining).ShouldBe((false, 1));
        UsedBy(pinned, "electives").ShouldBe(["old"]);
        // A leaf that does not accept it is as if it were not named, and so is one that there is not.
        PolicyAudit.From(ask with { Pins = [new("new", "science"), new("old", "nowhere")] }).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void Choices_are_made_with_what_others_need_in_mind()
    {
        // The way that looks the cheapest alone takes what nothing else can replace.
        var node = Build.All(Build.Any(Build.Need(1, Build.Tagged("a"), "p", id: "cheap"), Build.Need(1, Build.Tagged("b"), "p", id: "other")), Build.Need(1, Build.Tagged("a"), "p"));
        var audit = Build.Audit(node, Build.Got("a", 1, says: "a"), Build.Got("b", 1, says: "b"));
        audit.IsMet.ShouldBeTrue();
        audit.Findings.Where(one => one.IsTaken).Select(one => one.Node.Id).ShouldContain("other");
        audit.Findings.Single(one => one.Node.Id == "cheap").IsTaken.ShouldBeFalse();
    }

    [Fact]
    public void Pools_of_other_names_do_not_compete() =>
        Build.Audit(Build.All(Build.Need(1, Build.Everything, "p"), Build.Need(1, Build.Everything, "q")), Build.Got("a")).IsMet.ShouldBeTrue();

    [Fact]
    public void What_only_a_way_that_was_not_taken_accepts_is_told_so()
    {
        var audit = Build.Audit(Build.Any(Build.Need(1, Build.Tagged("a")), Build.Need(2, Build.Tagged("b"))), Build.Got("a", says: "a"), Build.Got("b", says: "b"));
        audit.Unused.ShouldHaveSingleItem().ShouldBe(new("b", 1, UnusedReason.OtherBranch, "root/any/1"));
    }

    private static PolicyAudit Split(Node node, params Achievement[] achievements) => PolicyAudit.From(Build.Ask(node, achievements) with { Policy = Build.Policy(node, isSplit: true) });

    private static List<string> UsedBy(PolicyAudit audit, string id) => [.. audit.Findings.Single(one => one.Node.Id == id).Used.Select(one => one.Achievement)];
}
