using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class PaceTests
{
    [Theory]
    [InlineData(0.5, 2, 3, 0.6875)]
    [InlineData(0.2, 1, 5, 0.67232)]
    [InlineData(0.9, 7, 1, 0.4782969)]
    [InlineData(0.5, 0.5, 0.5, 0.5)]
    [InlineData(0.25, 0.5, 0.5, 0.333333333333)]
    [InlineData(0.01, 0.3, 2, 0.32579167)]
    [InlineData(0, 2, 2, 0)]
    [InlineData(1, 2, 2, 1)]
    public void The_incomplete_beta_has_its_known_values(double x, double a, double b, double value) => IncompleteBeta.Of(x, a, b).ShouldBe(value, 1e-6);

    [Fact]
    public void The_incomplete_beta_is_the_tail_of_a_binomial() => Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], Gen.Double[0.01, 0.99]).Sample((a, b, x) =>
    {
        var n = a + b - 1;
        double term = Math.Pow(1 - x, n), tail = 0;
        for (var k = 0; k <= n; term *= (double)(n - k) / (k + 1) * x / (1 - x), k++)
            if (k >= a) tail += term;

        IncompleteBeta.Of(x, a, b).ShouldBe(tail, 1e-9);
        IncompleteBeta.Of(x, a, b).ShouldBe(1 - IncompleteBeta.Of(1 - x, b, a), 1e-12);
    }, iter: 60, threads: 1);

    [Fact]
    public void The_inverse_gives_back_the_share() => Gen.Select(Gen.Double[0.3, 500], Gen.Double[0.3, 500], Gen.Double[0.001, 0.999]).Sample((a, b, share) =>
    {
        var odds = IncompleteBeta.OddsAt(share, a, b);

        IncompleteBeta.Of(odds / (1 + odds), a, b).ShouldBe(share, 1e-7);
    }, iter: 30, threads: 1);

    [Fact]
    public void With_fewer_than_three_shown_there_is_no_forecast()
    {
        Pace.From(4, 8, 2, 5).WeeksToShow(3, 0.5).ShouldBeNull();
        Pace.From(4, 8, 2, 5).HasForecast.ShouldBeFalse();
        Pace.From(4, 8, 3, 5).WeeksToShow(3, 0.5).ShouldNotBeNull();
    }

    [Fact]
    public void What_was_shown_moves_the_rate()
    {
        var pace = Pace.From(4, 8, 6, 4);

        (pace.A, pace.B, pace.PerWeek).ShouldBe((10, 12, 10 / 12.0));
    }

    [Fact]
    public void One_more_follows_the_law_that_can_be_written_down() =>
        // One more within t: 1 - (b / (b + t))^a, so t = b ((1 - p)^(-1/a) - 1).
        Pace.From(1, 2, 4, 8).WeeksToShow(1, 0.8)!.Value.ShouldBe(10 * (Math.Pow(0.2, -1 / 5.0) - 1), 1e-9);

    [Fact]
    public void The_chance_that_it_takes_no_longer_is_the_chance_that_enough_are_shown()
    {
        // Shown within t weeks is negative binomial: shape a, odds t / b.
        var pace = Pace.From(2, 4, 5, 10);
        var weeks = pace.WeeksToShow(3, 0.7)!.Value;
        var fail = pace.B / (pace.B + weeks);
        double term = Math.Pow(fail, pace.A), fewer = 0;
        for (var k = 0; k < 3; term *= (pace.A + k) / (k + 1) * (1 - fail), k++) fewer += term;

        fewer.ShouldBe(0.3, 1e-9);
    }

    [Fact]
    public void More_to_show_and_more_certainty_take_longer() => Gen.Select(Gen.Int[3, 40], Gen.Double[1, 40], Gen.Int[1, 60], Gen.Double[0.05, 0.9]).Sample((shown, weeks, more, chance) =>
    {
        var pace = Pace.From(3, 6, shown, weeks);

        pace.WeeksToShow(more + 1, chance)!.Value.ShouldBeGreaterThan(pace.WeeksToShow(more, chance)!.Value);
        pace.WeeksToShow(more, chance + 0.05)!.Value.ShouldBeGreaterThan(pace.WeeksToShow(more, chance)!.Value);
        pace.WeeksToShow(0, chance).ShouldBe(0);
    }, iter: 15, threads: 1);

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentException>(() => Pace.From(0, 1, 3, 1));
        Should.Throw<ArgumentException>(() => Pace.From(1, double.NaN, 3, 1));
        Should.Throw<ArgumentException>(() => Pace.From(1, 1, -1, 1));
        Should.Throw<ArgumentException>(() => Pace.From(1, 1, 3, -1));
        Should.Throw<ArgumentException>(() => Pace.From(1, 1, 3, 1).WeeksToShow(-1, 0.5));
        Should.Throw<ArgumentException>(() => Pace.From(1, 1, 3, 1).WeeksToShow(1, 1));
    }
}
