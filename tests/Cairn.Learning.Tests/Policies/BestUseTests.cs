using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

/// <summary>Of uses that miss as little, the one that meets most, and then the one with the older achievements.</summary>
public sealed class BestUseTests
{
    private static readonly Node Small = Build.Need(0.5m, Build.Everything, "p", id: "small");

    [Fact]
    public void The_way_is_taken_that_leaves_something_for_others()
    {
        // Both ways miss one; only beside the first, which uses nothing, the small leaf is met.
        var node = Build.All(Build.Any(Build.Need(0.5m, Build.Tagged("a"), "p", id: "first", where: Build.Least(1, Build.Tagged("b"))), Build.Need(1.5m, Build.Everything, "p", id: "second")), Small);

        var audit = Build.Audit(node, Build.Got("one", 1));

        audit.Remaining.ShouldBe(1);
        audit.Findings.Where(one => one.IsTaken && one.Node.Id.Length > 0).Select(one => (one.Node.Id, one.Remaining)).ShouldBe([("first", 1), ("small", 0)]);
    }

    [Fact]
    public void A_bound_on_choices_that_are_open_hides_no_way()
    {
        var node = Build.All(Small, Build.Need(0.5m, Build.Tagged("b"), "p"), Build.Any(
            Build.Need(0.5m, Build.Tagged("a"), where: Build.Least(1.5m, Build.Tagged("b"))),
            Build.Need(1, Build.Everything, "p", "code", "", Build.Least(1.5m, Build.Tagged("c"))),
            Build.Need(2, Build.Everything, "p", "", "", Build.Least(1, Build.Tagged("b")), Build.Most(1, Build.Tagged("c")))));

        var audit = Build.Audit(node, Build.Got("one", 1));

        audit.Remaining.ShouldBe(2);
        audit.Findings.Single(one => one.Node.Id == "small").Status.ShouldBe(FindingStatus.Met);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_older_achievement_takes_the_place_of_a_younger_also_over_a_third(bool isSplit)
    {
        // The oldest stands for either; the second only for a. So the oldest moves to b, and the youngest is left.
        var node = Build.All(Build.Need(1, Build.Tagged("a"), "p"), Build.Need(1, Build.Tagged("b"), "p"));

        var audit = PolicyAudit.From(new(Build.Policy(node, isSplit), Build.NoFacts, [Build.Got("1", 1, "2024-01-01", "a", "b"), Build.Got("2", 1, "2025-01-01", "a"), Build.Got("3", 1, "2026-01-01", "b")], []));

        audit.Findings.Where(one => one.Node is Leaf).Select(one => one.Used.Single().Achievement).ShouldBe(["2", "1"]);
        audit.Unused.ShouldHaveSingleItem().Achievement.ShouldBe("3");
    }

    [Fact]
    public void Nothing_younger_is_used_where_what_is_older_and_left_does_as_well() => PolicyCases.All
        .Where(ask => PolicyCases.LeavesOf(ask.Policy.Root).All(leaf => leaf.Where.Count == 0 && leaf.Distinct.Length == 0 && leaf.Pool == "p")).Sample(plain =>
    {
        // In one pool, since a leaf beside it shares freely what another uses.
        var ask = plain with { Policy = plain.Policy with { IsSplit = true } };
        var audit = PolicyAudit.From(ask);
        foreach (var older in audit.Unused.Where(one => one.Reason == UnusedReason.LeafFull).Select(one => ask.Achievements.First(each => each.Id == one.Achievement)))
            foreach (var younger in ask.Achievements.Where(one => Achievement.ByAge(older, one) < 0))
            {
                // Without the younger, and of all that is younger than the older no more than is used anyway.
                var left = ask.Achievements.Where(one => one != younger && (Achievement.ByAge(one, older) <= 0 || Used(audit, one) > 0))
                    .Select(one => Achievement.ByAge(one, older) <= 0 ? one : new Achievement(one.Id, new Dictionary<string, FieldValue>(one.Fields) { ["units"] = new NumberValue(Used(audit, one)) })).ToList();
                if (Used(audit, younger) > 0) Missing(PolicyAudit.From(ask with { Achievements = left })).ShouldNotBe(Missing(audit), $"{younger.Id} is used and {older.Id} is left");
            }
    }, iter: 200, print: PolicyCases.Print);

    private static decimal Used(PolicyAudit audit, Achievement one) => audit.Findings.Where(found => found.IsTaken).SelectMany(found => found.Used).Where(each => each.Achievement == one.Id).Sum(each => each.Units);

    private static string Missing(PolicyAudit audit) => string.Join(' ', audit.Findings.Where(one => one.IsTaken).Select(one => $"{one.Node.Path}:{one.Remaining}"));
}
