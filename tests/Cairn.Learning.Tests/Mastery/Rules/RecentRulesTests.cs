using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class RecentRulesTests
{
    [Fact]
    public void MostRecent_reads_the_last_piece_and_drops_the_older_ones()
    {
        var answer = new MostRecent().Conclude(Some.Scores(4, 2, 3));
        answer.Value.ShouldBe(3);
        answer.Counted.ShouldBe([2]);
        answer.Reasons().ShouldBe([(0, DropReason.Older), (1, DropReason.Older)]);
    }

    [Fact]
    public void MostRecent_takes_the_mean_of_the_last_ones() => new MostRecent(3).ValueOf(1, 4, 2, 4).ShouldBe(3.33m);

    [Fact]
    public void MostRecent_takes_their_median_where_the_rule_says_so() => new MostRecent(3, Middle.Median).ValueOf(1, 4, 2, 4).ShouldBe(4);

    [Fact]
    public void MostRecent_reads_those_there_are_when_there_are_fewer() => new MostRecent(5).ValueOf(1, 4).ShouldBe(2.5m);

    [Fact]
    public void WeightedRecent_of_one_piece_is_that_piece() => new WeightedRecent(99).ValueOf(2.5m).ShouldBe(2.5m);

    [Fact]
    public void WeightedRecent_weighs_the_latest_against_the_mean_of_all_earlier_ones() => new WeightedRecent(1).ValueOf(2, 4, 4).ShouldBe(3.01m);

    [Fact]
    public void DecayingAverage_of_one_piece_is_that_piece() => new DecayingAverage().ValueOf(2.5m).ShouldBe(2.5m);

    [Fact]
    public void DecayingAverage_halves_what_went_before_at_every_piece() => new DecayingAverage(50).ValueOf(4, 0, 0, 0).ShouldBe(0.5m);

    [Fact]
    public void The_two_averages_that_bear_one_name_in_the_field_differ() =>
        new DecayingAverage().ValueOf(1, 2, 3, 4).ShouldNotBe(new WeightedRecent().ValueOf(1, 2, 3, 4));

    [Fact]
    public void The_arithmetic_of_a_decaying_average_shows_every_step()
    {
        var lines = new DecayingAverage(50).Explain(Some.Scores(2, 3, 3.1m));
        lines.Select(line => (line.Kind, line.Formula, line.Result)).ShouldBe(
        [
            (ArithmeticKind.Decay, "0.5 × 2 + 0.5 × 3", 2.5m),
            (ArithmeticKind.Decay, "0.5 × 2.5 + 0.5 × 3.1", 2.8m),
        ]);
    }

    [Fact]
    public void The_arithmetic_of_a_weighted_average_shows_the_earlier_ones_the_weighing_and_the_rounding()
    {
        var lines = new WeightedRecent().Explain(Some.Scores(2, 3, 4));
        lines.Select(line => (line.Kind, line.Formula, line.Result)).ShouldBe(
        [
            (ArithmeticKind.Earlier, "(2 + 3) / 2", 2.5m),
            (ArithmeticKind.Weighed, "0.65 × 4 + 0.35 × 2.5", 3.475m),
            (ArithmeticKind.Rounded, "3.475", 3.48m),
        ]);
    }

    [Fact]
    public void The_arithmetic_of_a_median_lists_the_levels_by_height() =>
        new MostRecent(3, Middle.Median).Explain(Some.Scores(4, 1, 3)).ShouldBe([new ArithmeticLine(ArithmeticKind.Median, "1, 3, 4", 3)]);
}
