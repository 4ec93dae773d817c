using Cairn.Learning.Judgments;

namespace Cairn.Learning.Tests.Judgments;

public sealed class RaterSeverityTests
{
    [Fact]
    public void With_fewer_than_twenty_double_scored_pieces_nobody_is_severe() => RaterSeverity.Of(Pieces(19)).ShouldBe(0);

    [Fact]
    public void At_twenty_it_is_half_of_what_was_seen() => RaterSeverity.Of(Pieces(20)).ShouldBe(0.5);

    [Fact]
    public void With_more_it_nears_what_was_seen() => RaterSeverity.Of(Pieces(180)).ShouldBe(0.9, 1e-9);

    [Fact]
    public void A_mild_judge_is_below_zero() => RaterSeverity.Of([.. Pieces(20).Select(one => new DoubleScored(one.Other, one.Own))]).ShouldBe(-0.5);

    private static DoubleScored[] Pieces(int count) => [.. Enumerable.Repeat(new DoubleScored(2, 3), count)];
}
