using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class ParentRulesTests
{
    private static readonly Child[] Two = [new("A", 3, true, 4), new("B", 2, false, 4)];

    [Theory]
    [InlineData("most-recent")]
    [InlineData("median last=3")]
    [InlineData("mode")]
    [InlineData("weighted-recent")]
    [InlineData("decaying-average")]
    [InlineData("power-law")]
    [InlineData("best-fit")]
    [InlineData("judged")]
    [InlineData("continuum last-stage=12")]
    [InlineData("points needed=9")]
    [InlineData("any-of groups=A+X")]
    public void A_parent_refuses(string rule) => ParentRules.Fault(RuleText.Parse(rule), Two).ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData("highest best=2")]
    [InlineData("mean")]
    [InlineData("median")]
    [InlineData("mode tie=higher")]
    [InlineData("mode tie=lower")]
    [InlineData("times-shown times=2 threshold=3")]
    [InlineData("weighted-by-evidence")]
    [InlineData("all-shown")]
    [InlineData("points needed=8")]
    [InlineData("any-of groups=A|B")]
    public void A_parent_takes(string rule) => ParentRules.Fault(RuleText.Parse(rule), Two).ShouldBeNull();

    [Fact]
    public void A_parent_that_is_its_own_child_is_found() => Cycle((1, [1])).ShouldBe(Id(1));

    [Fact]
    public void A_cycle_is_found_however_far_down() => Cycle((1, [2, 3]), (2, []), (3, [4]), (4, [3])).ShouldBe(Id(3));

    [Fact]
    public void A_child_of_two_parents_is_no_cycle() => Cycle((1, [2, 3]), (2, [4]), (3, [4]), (4, [5])).ShouldBeNull();

    [Fact]
    public void Without_parents_there_is_no_cycle() => Cycle().ShouldBeNull();

    private static CompetencyId? Cycle(params (int Parent, int[] Children)[] parents) => ParentRules.Cycle(parents.ToDictionary(
        one => Id(one.Parent), one => (IReadOnlyList<CompetencyId>)[.. one.Children.Select(Id)]));

    private static CompetencyId Id(int n) => new(Some.Id(n));
}
