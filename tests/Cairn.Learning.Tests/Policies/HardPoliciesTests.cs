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

    [Theory]
    [InlineData(56, 120, 1, 5)]
    [InlineData(56, 150, 3, 0)]
    [InlineData(56, 150, 4, 0)]
    [InlineData(40, 80, 6, 7.5)]
    [InlineData(40, 80, 7, 0)]
    [InlineData(40, 80, 8, 1)]
    public void Large_pools_of_halves_and_ones_that_stay_whole_are_decided(int leaves, int many, int seed, double missing)
    {
        var verdict = PolicyVerdict.From(LargePool(leaves, many, seed));

        (verdict.Remaining, verdict.IsExact).ShouldBe(((decimal)missing, true));
    }

    [Theory]
    [InlineData(56, 120, 2)]
    [InlineData(56, 150, 3)]
    [InlineData(40, 80, 5)]
    public void What_is_told_of_a_large_pool_is_a_use_that_misses_what_the_verdict_says_also_where_it_is_not_sure(int leaves, int many, int seed)
    {
        var ask = LargePool(leaves, many, seed);
        var audit = PolicyAudit.From(ask);

        audit.Verdict.ShouldBe(PolicyVerdict.From(ask));
        var ends = audit.Findings.Where(one => one.Node is Leaf).ToList();
        ends.Sum(one => one.Remaining!.Value).ShouldBe(audit.Remaining!.Value);
        ends.Count(one => one.Remaining != ((NumberValue)((Leaf)one.Node).Need.Given!).Number - one.Used.Sum(each => each.Units)).ShouldBe(0);
        var used = ends.SelectMany(one => one.Used.Select(each => (one.Node, each.Achievement))).ToList();
        used.Select(one => one.Achievement).Distinct(StringComparer.Ordinal).Count().ShouldBe(used.Count, "it stays whole: it is at one leaf");
        used.Count(one => !((Leaf)one.Node).Takes(ask.Achievements.Single(each => each.Id == one.Achievement), ask.Facts)).ShouldBe(0);
    }

    [Fact]
    public void A_verdict_and_an_audit_say_the_same_also_of_what_is_not_decided()
    {
        var units = Enumerable.Range(0, 30).Select(i => 1m + (i * i * 37 % 1009 * 0.0002m)).ToArray();
        var half = Math.Floor(units.Sum() / 2 / 0.0002m) * 0.0002m + 0.0001m;
        var ask = Build.Ask(Build.All(Build.Any(Build.Need(half, Build.Everything, "p"), Build.Need(half + 0.0002m, Build.Everything, "p")), Build.Need(units.Sum() - half, Build.Everything, "p")), [.. units.Select((one, i) => Build.Got($"k{i:00}", one))]);

        var verdict = PolicyVerdict.From(ask);

        verdict.IsExact.ShouldBeFalse();
        PolicyAudit.From(ask).Verdict.ShouldBe(verdict);
    }

    // Halves and ones, of up to three kinds each, and about as much as is asked.
    private static AuditAsk LargePool(int leaves, int many, int seed)
    {
        var dice = new Random(seed);
        string[] Some() => [.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => $"t{dice.Next(14)}")];
        var achievements = Enumerable.Range(0, many).Select(i => Build.Got($"k{i:000}", dice.Next(3) == 0 ? 0.5m : 1, $"2026-01-{1 + dice.Next(28):00}", [.. Some().Distinct()])).ToArray();
        var each = achievements.Sum(one => one.Units) / Amount.One / (decimal)leaves;
        var node = Build.All([.. Enumerable.Range(0, leaves).Select(_ => Build.Need(Math.Max(0.5m, Math.Round(each * (1 + dice.Next(3)), 0) / 2), Build.TaggedAny(Some()), "p"))]);
        return Build.Ask(node, achievements);
    }
}
