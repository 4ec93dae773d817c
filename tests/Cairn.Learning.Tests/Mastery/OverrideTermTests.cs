using Cairn.Learning.Mastery;

namespace Cairn.Learning.Tests.Mastery;

public sealed class OverrideTermTests
{
    private static readonly DateOnly Today = new(2026, 2, 28);

    [Theory]
    [InlineData(0, true)]
    [InlineData(OverrideTerm.Usual, true)]
    [InlineData(OverrideTerm.Longest, true)]
    [InlineData(OverrideTerm.Longest + 1, false)]
    [InlineData(-1, false)]
    public void A_decision_stands_through_today_at_least_and_a_year_at_most(int days, bool isGood) => OverrideTerm.IsGood(Today, Today.AddDays(days)).ShouldBe(isGood);
}
