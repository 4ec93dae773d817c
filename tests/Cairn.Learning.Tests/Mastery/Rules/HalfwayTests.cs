using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Tests.Mastery.Rules;

/// <summary>A value on the half is rounded away from zero, also where a curve was fitted.</summary>
public sealed class HalfwayTests
{
    [Fact]
    public void BestFit_rounds_a_line_that_ends_on_the_half_away_from_zero()
    {
        Value(new BestFit { Decimals = 1 }, 5, 1, 5, 4, 5, 1, 5, 5).ShouldBe(4.3m);
        Value(new BestFit(), 2, 2, 3, 3, 3, 4, 4, 3, 2, 1, 2, 1, 2, 4, 3).ShouldBe(2.48m);
    }

    [Fact]
    public void The_power_law_through_equal_scores_is_that_score() =>
        Value(new PowerLaw(), [.. Enumerable.Repeat(6.615m, 9)]).ShouldBe(6.62m);

    private static decimal? Value(ScoreRule rule, params decimal[] scores) => rule.Conclude([.. scores.Select(one => (decimal?)one)]).Value;
}
