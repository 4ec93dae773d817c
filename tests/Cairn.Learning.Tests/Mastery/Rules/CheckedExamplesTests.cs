using System.Globalization;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class CheckedExamplesTests
{
    [Theory]
    [InlineData("weighted-recent weight=75", "3 1 5 4", "3.75")]
    [InlineData("weighted-recent", "2 3 4", "3.48")]
    [InlineData("weighted-recent", "1 2 3 4 5", "4.13")]
    [InlineData("decaying-average", "2 3 4", "3.53")]
    [InlineData("decaying-average", "1 2 3 4 5", "4.47")]
    [InlineData("times-shown times=3 threshold=3", "4 5 1 3 2 3", "3.75")]
    [InlineData("times-shown times=3 threshold=3", "3 1 2", null)]
    [InlineData("power-law", "1 3 2 4", "3.66")]
    [InlineData("power-law", "4 3 2 1", "1.28")]
    [InlineData("median last=9", "4 4 3 3 3 2 2 2 1", "3")]
    [InlineData("mode", "1 1 1 1 2", "1")]
    [InlineData("mode", "3 3 3 3 1", "3")]
    [InlineData("weighted-recent weight=65", "1 2 4", "3.13")]
    public void A_rule_gives_the_checked_value(string rule, string scores, string? value) =>
        ((ScoreRule)RuleText.Parse(rule)).ValueOf(Numbers(scores)).ShouldBe(value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture));

    [Fact]
    public void Points_are_met_by_two_required_children_of_four_points_each() =>
        new Points(8).IsMet([new Child("A", null, true, 4, true), new Child("B", null, true, 4, true)]).ShouldBeTrue();

    [Fact]
    public void Points_are_not_met_while_a_required_child_is_not_Proficient() => new Points(8)
        .IsMet([new Child("A", null, true, 4), new Child("B", null, true, 4), new Child("C", null, false, 4, true)]).ShouldBeFalse();

    private static IEnumerable<decimal> Numbers(string scores) => scores.Split(' ').Select(one => decimal.Parse(one, CultureInfo.InvariantCulture));
}
