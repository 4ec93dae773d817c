using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

/// <summary>Policies that are made to be hard end too, and nothing is said of them that is not sure.</summary>
public sealed class HardPoliciesTests
{
    [Fact]
    public void What_cannot_be_tried_whole_is_not_decided_rather_than_wrong()
    {
        // Units are even, and each leaf asks an odd amount: to see that no sharing out fits, all of a billion would have to be tried.
        var units = Enumerable.Range(0, 30).Select(i => 1m + (i * i * 37 % 1009 * 0.0002m)).ToArray();
        var half = Math.Floor(units.Sum() / 2 / 0.0002m) * 0.0002m + 0.0001m;
        var node = Build.All(Build.Need(half, Build.Everything, "p"), Build.Need(units.Sum() - half, Build.Everything, "p"));

        var audit = Build.Audit(node, [.. units.Select((one, i) => Build.Got($"k{i:00}", one))]);

        (audit.IsMet, audit.IsExact, audit.IsDecided, audit.AtLeast).ShouldBe((false, false, false, 0));
        audit.Remaining!.Value.ShouldBeInRange(0.0001m, 0.1m);
        audit.Findings[0].Status.ShouldBe(FindingStatus.NotDecided);
    }

    [Fact]
    public void That_something_is_missing_may_be_sure_although_how_much_is_not()
    {
        var units = Enumerable.Range(0, 30).Select(i => 1m + (i * i * 37 % 1009 * 0.0002m)).ToArray();
        var half = Math.Floor(units.Sum() / 2 / 0.0002m) * 0.0002m + 0.0001m;
        var node = Build.All(Build.Need(half, Build.Everything, "p"), Build.Need(units.Sum() - half, Build.Everything, "p"), Build.Need(2, Build.Tagged("a")));

        var audit = Build.Audit(node, [.. units.Select((one, i) => Build.Got($"k{i:00}", one))]);

        (audit.IsMet, audit.IsExact, audit.IsDecided, audit.AtLeast).ShouldBe((false, false, true, 2));
        audit.Remaining!.Value.ShouldBeGreaterThan(2);
        audit.Findings[0].Status.ShouldBe(FindingStatus.NotYet);
    }

    [Fact]
    public void A_leaf_with_limits_that_cross_ends_too()
    {
        var limits = Enumerable.Range(0, 8).Select(i => Build.Most(1.0001m + (i * 0.0003m), Build.Tagged($"t{i}"))).ToArray();
        var achievements = Enumerable.Range(0, 24).Select(i => Build.Got($"k{i:00}", 0.7m + (i * 0.0007m), says: [$"t{i % 8}", $"t{(i + 3) % 8}", $"t{i * 5 % 8}"])).ToArray();

        var audit = Build.Audit(Build.Need(9, Build.Everything, where: limits), achievements);

        audit.Remaining!.Value.ShouldBeInRange(0.0001m, 9);
        (audit.IsExact || audit.AtLeast == 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    public void Ten_choices_over_sixty_leaves_that_overlap_are_decided_exactly(bool isSplit, int count)
    {
        // As large as a school's policy gets: 150 achievements; there are sixty million ways through it, and more.
        var leaves = Enumerable.Range(0, 60).Select(i => Build.Need(1 + (i % 3), Build.TaggedAny($"t{i % 12}", $"t{i * 5 % 12}", $"t{i * 7 / 3 % 12}"), "p")).ToArray();
        var node = Build.All([.. leaves.Chunk(6).Select(six => Build.AtLeast(count, six)), Build.Need(5, Build.Everything, "p")]);
        var achievements = Enumerable.Range(0, 150).Select(i => Build.Got($"k{i:000}", i % 4 == 0 ? 0.5m : 1, $"2026-01-{1 + (i * 11 % 28):00}", $"t{i * 5 % 12}", $"t{i * i % 12}")).ToArray();

        var audit = PolicyAudit.From(new(Build.Policy(node, isSplit), Build.NoFacts, achievements, []));
        var less = PolicyAudit.From(new(Build.Policy(node, isSplit), Build.NoFacts, [.. achievements.Take(count == 1 ? 10 : 40)], []));

        (audit.IsMet, audit.IsExact).ShouldBe((true, true));
        (less.IsMet, less.IsDecided).ShouldBe((false, true));
    }
}
