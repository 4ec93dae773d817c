using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class LeafTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(3.5, 0.5)]
    [InlineData(0, 0)]
    public void What_is_missing_is_what_is_asked_less_what_there_is(double need, double missing) =>
        Build.Audit(Build.Need((decimal)need, Build.Tagged("a")), Build.Got("one", 2, says: "a"), Build.Got("two", 1, says: "a"), Build.Got("no", 1, says: "b")).Remaining.ShouldBe((decimal)missing);

    [Fact]
    public void An_achievement_without_units_is_one() => Build.Audit(Build.Need(2, Build.Everything), new Achievement("bare", new Dictionary<string, FieldValue>())).Remaining.ShouldBe(1);

    [Fact]
    public void A_part_that_is_missing_also_fills_the_leaf()
    {
        var leaf = Build.Need(3, Build.Everything, where: Build.Least(1, Build.Tagged("algebra")));
        Build.Audit(leaf, Build.Got("one", 3)).Remaining.ShouldBe(1);
        Build.Audit(leaf, Build.Got("one", 1)).Remaining.ShouldBe(2);
        Build.Audit(leaf, Build.Got("one", 2), Build.Got("two", 1, says: "algebra")).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void Parts_that_are_missing_add_up() =>
        Build.Audit(Build.Need(2, Build.Everything, "", "", "", Build.Least(2, Build.Tagged("a")), Build.Least(2, Build.Tagged("b"))), Build.Got("one", 2)).Remaining.ShouldBe(4);

    [Fact]
    public void One_achievement_may_count_in_two_parts() =>
        Build.Audit(Build.Need(1, Build.Everything, "", "", "", Build.Least(1, Build.Tagged("a")), Build.Least(1, Build.Tagged("b"))), Build.Got("both", 1, says: ["a", "b"])).IsMet.ShouldBeTrue();

    [Fact]
    public void No_more_than_its_greatest_part_counts()
    {
        var audit = Build.Audit(Build.Need(3, Build.Everything, where: Build.Most(1, Build.Tagged("pe"))), Build.Got("pe", 3, says: "pe"), Build.Got("arts", 1));
        audit.Remaining.ShouldBe(1);
        audit.Unused.ShouldHaveSingleItem().ShouldBe(new("pe", 2, UnusedReason.Cap, "root"));
    }

    [Fact]
    public void Of_each_value_one_unit_counts()
    {
        var leaf = Build.Need(3, Build.Everything, distinct: "code");
        Build.Audit(leaf, Build.Got("a", 1, says: "code=x"), Build.Got("b", 1, says: "code=x"), Build.Got("c", 1, says: "code=y"), Build.Got("d")).Remaining.ShouldBe(1);
        Build.Audit(leaf, Build.Got("a", 5, says: "code=x")).Remaining.ShouldBe(2);
        Build.Audit(leaf, Build.Got("a", 0.5m, says: "code=x"), Build.Got("b", 0.5m, says: "code=x")).Remaining.ShouldBe(2);
    }

    [Fact]
    public void Among_achievements_of_one_value_that_one_counts_which_fills_a_part() =>
        Build.Audit(Build.Need(2, Build.Everything, "", "code", "", Build.Least(1, Build.Tagged("a"))), Build.Got("old", 1, "2024-01-01", "code=x"), Build.Got("new", 1, "2026-01-01", "code=x", "a"), Build.Got("y", 1, says: "code=y")).IsMet.ShouldBeTrue();

    [Fact]
    public void Leaves_without_a_pool_share_freely() =>
        Build.Audit(Build.All(Build.Need(1, Build.Tagged("a")), Build.Need(1, Build.Tagged("b"))), Build.Got("both", 1, says: ["a", "b"])).IsMet.ShouldBeTrue();

    [Fact]
    public void What_is_asked_may_be_a_fact_and_without_it_the_leaf_is_closed()
    {
        var ask = Build.Ask(Build.NeedOfFact("years", Build.Everything), Build.Got("one"));
        PolicyAudit.From(ask with { Facts = new Dictionary<string, FieldValue> { ["years"] = new NumberValue(4) } }).Remaining.ShouldBe(3);
        var closed = PolicyAudit.From(ask);
        (closed.IsMet, closed.Remaining, closed.IsBlocked, closed.Findings[0].Status).ShouldBe((false, null, true, FindingStatus.Closed));
    }

    [Fact]
    public void The_older_achievement_is_used_and_the_younger_is_left()
    {
        var audit = Build.Audit(Build.Need(1, Build.Everything), Build.Got("young", 1, "2026-05-01"), Build.Got("old", 1, "2024-05-01"), new Achievement("undated", new Dictionary<string, FieldValue>()));
        audit.Findings[0].Used.ShouldBe([("old", 1m)]);
        audit.Unused.Select(one => (one.Achievement, one.Reason)).ShouldBe([("young", UnusedReason.LeafFull), ("undated", UnusedReason.LeafFull)]);
    }

    [Fact]
    public void A_cent_of_a_credit_is_not_lost() => Build.Audit(Build.Need(0.33m, Build.Everything), Build.Got("a", 0.11m), Build.Got("b", 0.11m), Build.Got("c", 0.1m)).Remaining.ShouldBe(0.01m);
}
