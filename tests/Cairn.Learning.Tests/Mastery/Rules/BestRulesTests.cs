using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class BestRulesTests
{
    [Fact]
    public void Highest_keeps_the_older_of_two_equally_high_pieces()
    {
        var answer = new Highest().Conclude(Some.Scores(2, 4, 4));
        answer.Value.ShouldBe(4);
        answer.Counted.ShouldBe([1]);
        answer.Reasons().ShouldBe([(0, DropReason.NotAmongBest), (2, DropReason.NotAmongBest)]);
    }

    [Fact]
    public void Highest_takes_the_mean_of_the_best_ones() => new Highest(2).ValueOf(4, 1, 3, 2).ShouldBe(3.5m);

    [Fact]
    public void Highest_reads_those_there_are_when_there_are_fewer() => new Highest(3).ValueOf(4, 1).ShouldBe(2.5m);

    [Fact]
    public void TimesShown_reads_all_pieces_at_the_threshold_not_only_as_many_as_it_asks_for()
    {
        var answer = new TimesShown(2, 3).Conclude(Some.Scores(3, 1, 4, 5));
        answer.Value.ShouldBe(4);
        answer.Counted.ShouldBe([0, 2, 3]);
        answer.Reasons().ShouldBe([(1, DropReason.BelowThreshold)]);
    }

    [Fact]
    public void TimesShown_says_how_many_there_are_and_how_many_it_asks_for() =>
        new TimesShown(3, 3).Conclude(Some.Scores(3, 1, 4)).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewAtThreshold, 2, 3));

    [Fact]
    public void The_median_of_an_even_number_of_pieces_is_the_mean_of_the_two_middle_ones() => new Median().ValueOf(4, 1, 2, 3).ShouldBe(2.5m);

    [Fact]
    public void The_median_of_the_last_pieces_drops_the_older_ones() =>
        new Median(2).Conclude(Some.Scores(1, 1, 4, 3)).Reasons().ShouldBe([(0, DropReason.Older), (1, DropReason.Older)]);

    [Theory]
    [InlineData(Tie.Later, 2)]
    [InlineData(Tie.Higher, 4)]
    [InlineData(Tie.Lower, 1)]
    public void A_tie_of_the_most_frequent_level_goes_where_the_rule_says(Tie tie, int level) =>
        new Mode(tie).ValueOf(1, 4, 2, 4, 1, 2, 3).ShouldBe(level);

    [Fact]
    public void The_later_of_tied_levels_is_the_one_shown_last_not_the_one_that_was_complete_last() =>
        new Mode().ValueOf(2, 2, 3, 3, 2, 3, 2, 3, 1).ShouldBe(3);

    [Fact]
    public void The_arithmetic_of_the_most_frequent_level_counts_each_level() =>
        new Mode().Explain(Some.Scores(2, 3, 3)).ShouldBe([new ArithmeticLine(ArithmeticKind.MostFrequent, "1 × 2, 2 × 3", 3)]);

    [Fact]
    public void The_arithmetic_of_times_shown_lists_what_is_at_the_threshold() =>
        new TimesShown(1, 3).Explain(Some.Scores(2, 3, 4)).ShouldBe([new ArithmeticLine(ArithmeticKind.AtThreshold, "(3 + 4) / 2", 3.5m)]);

    [Fact]
    public void The_arithmetic_of_the_mean_prints_its_rounding() => new Mean().Explain(Some.Scores(1, 1, 2)).Select(line => line.Result).Last().ShouldBe(1.33m);

    [Fact]
    public void No_value_no_arithmetic() => new TimesShown(3, 3).Explain(Some.Scores(2, 3, 4)).ShouldBeEmpty();
}
