using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class FittedRulesTests
{
    [Fact]
    public void A_power_law_through_a_zero_is_undefined_and_never_guessed()
    {
        var answer = new PowerLaw().Conclude(Some.Scores(1, 0, 3, 4));
        answer.Value.ShouldBeNull();
        answer.NotYet.Reason.ShouldBe(NotYetReason.UndefinedForZero);
    }

    [Fact]
    public void A_power_law_asks_for_three_pieces() =>
        new PowerLaw().Conclude(Some.Scores(3, 4)).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewPieces, 2, 3));

    [Theory]
    [InlineData(1, new[] { 3 }, 3)]
    [InlineData(2, new[] { 2, 4 }, 4)]
    public void A_power_law_through_one_or_two_pieces_goes_through_them(int minimum, int[] scores, int value) =>
        new PowerLaw { Minimum = minimum }.ValueOf(scores.Select(one => (decimal)one)).ShouldBe(value);

    [Fact]
    public void A_power_law_prints_its_scores_its_curve_and_its_rounding() =>
        new PowerLaw().Explain(Some.Scores(1, 3, 2, 4)).Select(line => line.Kind)
            .ShouldBe([ArithmeticKind.Scores, ArithmeticKind.Curve, ArithmeticKind.Rounded]);

    [Theory]
    [InlineData("linear", "2.2", new[] { 4, 4, 3, 2 })]
    [InlineData("power", "2.35", new[] { 4, 2, 4, 2 })]
    [InlineData("mean", "2.75", new[] { 3, 4, 1, 3 })]
    [InlineData("linear", "1.2", new[] { 4, 4, 4, 0 })]
    [InlineData("mean", "2", new[] { 4, 0, 2, 2 })]
    public void BestFit_says_which_of_the_three_errs_least(string chosen, string value, int[] scores)
    {
        var answer = new BestFit().Conclude([.. scores.Select(one => (decimal?)one)]);
        answer.Chosen.ShouldBe(chosen);
        answer.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        answer.Counted.ShouldBe(Enumerable.Range(0, scores.Length));
    }

    [Fact]
    public void BestFit_prefers_the_line_to_an_equally_good_power_law() => new BestFit().Conclude(Some.Scores(1, 2, 3)).Chosen.ShouldBe("linear");

    [Fact]
    public void BestFit_prefers_the_line_to_an_equally_good_mean()
    {
        var answer = new BestFit().Conclude(Some.Scores(2, 1, 3));
        (answer.Chosen, answer.Value).ShouldBe(("linear", 2.5m));
    }

    [Fact]
    public void BestFit_of_fewer_than_three_pieces_is_the_mean()
    {
        var answer = new BestFit().Conclude(Some.Scores(1, 2));
        (answer.Chosen, answer.Value).ShouldBe(("mean", 1.5m));
    }

    [Fact]
    public void BestFit_is_not_clamped_to_the_levels_shown() => new BestFit().ValueOf(3, 0, 0).ShouldBe(-0.5m);

    [Fact]
    public void BestFit_prints_every_error_and_the_curve_it_chose()
    {
        var lines = new BestFit().Explain(Some.Scores(1, 2, 3, 4));
        lines.Select(line => (line.Kind, line.Formula)).ShouldBe(
        [
            (ArithmeticKind.FitError, "linear"), (ArithmeticKind.FitError, "power"), (ArithmeticKind.FitError, "mean"),
            (ArithmeticKind.Curve, "0 + 1 × 4"),
        ]);
        lines.Select(line => line.Result).ShouldBe([0, 0, 4, 4]);
    }

    [Fact]
    public void BestFit_is_the_fit_that_errs_least_of_any_scores() => Gen.Int[0, 8].Array[3, 9].Sample(halves =>
    {
        var scores = halves.Select(half => half / 2.0).ToArray();
        var answer = new BestFit { Decimals = 4 }.Conclude(Some.Scores(halves.Select(half => half / 2m)));
        var fits = new Dictionary<string, (double Error, double AtEnd)>
        {
            ["linear"] = Line(scores, i => i, y => y, value => value),
            ["mean"] = (scores.Sum(score => Math.Abs(score - scores.Average())), scores.Average()),
        };
        if (scores.Min() > 0) fits["power"] = Line(scores, i => Math.Log(i), Math.Log, Math.Exp);
        var (error, atEnd) = fits[answer.Chosen!];
        error.ShouldBe(fits.Values.Min(fit => fit.Error), 1e-8);
        ((double)answer.Value!.Value).ShouldBe(atEnd, 1e-4);
    }, iter: 200);

    /// <summary>Least squares of y(s) on x(i), and how far it is from the scores themselves.</summary>
    private static (double, double) Line(double[] scores, Func<int, double> x, Func<double, double> y, Func<double, double> back)
    {
        var n = scores.Length;
        double meanX = Enumerable.Range(1, n).Average(x), meanY = scores.Average(y);
        var slope = Enumerable.Range(1, n).Sum(i => (x(i) - meanX) * (y(scores[i - 1]) - meanY)) / Enumerable.Range(1, n).Sum(i => Math.Pow(x(i) - meanX, 2));
        double At(int i) => back(meanY + slope * (x(i) - meanX));
        return (Enumerable.Range(1, n).Sum(i => Math.Abs(scores[i - 1] - At(i))), At(n));
    }
}
