using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Cairn.Interop.Tests.Rules;

public sealed class EstimateLineTests
{
    private const string Parameters = """{"cuts": [-1.2, -0.3, 0.6, 1.4], "drift_per_day": 0.0005, "lapse": 0, "prior": {"mean": -0.44, "variance": 0.5}}""";
    private const string Piece = """{"level": 2, "precision": 2, "severity": -0.09, "days": 30}""";

    [Fact]
    public void A_piece_is_answered_with_what_is_believed_after_it()
    {
        var asked = Ask(Parameters, Piece);

        asked.IsAnswer.ShouldBeTrue(asked.Line);
        Number(asked, "mean").ShouldBe(-0.686428, 1e-4);
        Number(asked, "sd").ShouldBe(0.444435, 1e-4);
        Numbers(asked, "levels").Zip([0.124506, 0.682514, 0.191233, 0.001746, 1e-06]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
        Number(asked, "low80").ShouldBe(-1.25736, 1e-4);
        Number(asked, "high80").ShouldBe(-0.11658, 1e-4);
        asked.Counted.ShouldBe([0]);
        asked.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_have_six_decimals_at_most()
    {
        var asked = Ask(Parameters, Piece);

        foreach (var name in (string[])["mean", "sd", "low80", "high80"]) asked.Json.GetProperty(name).GetRawText().Split('.')[1].Length.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void Without_evidence_it_answers_the_prior_and_says_so()
    {
        var asked = Ask("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 0, "variance": 4}}""");

        Number(asked, "mean").ShouldBe(0, 1e-6);
        Number(asked, "sd").ShouldBe(2, 1e-6);
        Numbers(asked, "levels").ShouldBe([0.5, 0.5]);
        Number(asked, "high80").ShouldBe(2.563103, 2e-6);
        asked.Reason.ShouldBe("NoEvidence");
    }

    [Fact]
    public void What_a_piece_does_not_say_is_as_the_methods_have_it() =>
        Ask("""{"cuts": [-1, 1], "drift_per_day": 0.01, "lapse": 0.02, "prior": {"mean": 0, "variance": 1}}""", """{"level": 3, "precision": 1, "severity": 0, "days": 0}""").Line
            .ShouldBe(Ask("""{"cuts": [-1, 1], "drift_per_day": 0.01, "prior": {"mean": 0, "variance": 1}}""", """{"level": 3}""").Line);

    [Fact]
    public void A_piece_without_a_level_is_dropped_and_its_days_still_pass()
    {
        var asked = Ask(Parameters, """{"level": null, "days": 20}""", """{"level": 2, "precision": 2, "severity": -0.09, "days": 10}""", """{"level": null}""");

        Number(asked, "mean").ShouldBe(Number(Ask(Parameters, Piece), "mean"));
        asked.Counted.ShouldBe([1]);
        asked.Dropped.ShouldBe([(0, "NoLevel"), (2, "NoLevel")]);
    }

    [Theory]
    [InlineData("{}", "estimate needs the parameter cuts")]
    [InlineData("""{"cuts": [0], "prior": {"mean": 0, "variance": 1}}""", "estimate needs the parameter drift_per_day")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0}""", "estimate needs the parameter prior")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 0}}""", "parameters.prior.variance: is missing")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": 1}""", "parameters.prior: must be an object")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 0, "variance": 1, "sd": 1}}""", "prior has no parameter sd")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 0, "variance": 1}, "decimals": 2}""", "estimate has no parameter decimals")]
    [InlineData("""{"cuts": 0, "drift_per_day": 0, "prior": {"mean": 0, "variance": 1}}""", "parameters.cuts: must be an array")]
    [InlineData("""{"cuts": ["a"], "drift_per_day": 0, "prior": {"mean": 0, "variance": 1}}""", "parameters.cuts[0]: must be a number")]
    [InlineData("""{"cuts": [], "drift_per_day": 0, "prior": {"mean": 0, "variance": 1}}""", "cuts must be 1 to 49 numbers, one fewer than there are levels")]
    [InlineData("""{"cuts": [1, 0], "drift_per_day": 0, "prior": {"mean": 0, "variance": 1}}""", "cuts must rise, each at least 0.001 above the one before")]
    [InlineData("""{"cuts": [0], "drift_per_day": -1, "prior": {"mean": 0, "variance": 1}}""", "drift_per_day must be a number from 0 to 1")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "lapse": 1.1, "prior": {"mean": 0, "variance": 1}}""", "lapse must be a number from 0 to 1")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 0, "variance": 0}}""", "prior.variance must be a number from 0.000001 to 100")]
    [InlineData("""{"cuts": [0], "drift_per_day": 0, "prior": {"mean": 1e400, "variance": 1}}""", "parameters.prior.mean: must be a number")]
    public void A_parameter_that_is_wrong_is_named(string parameters, string error) => Ask(parameters).Error.ShouldBe(error);

    [Theory]
    [InlineData("3", "evidence[0]: must be an object")]
    [InlineData("{}", "evidence[0].level: is missing")]
    [InlineData("""{"level": 6}""", "evidence[0].level: must be a whole number from 1 to 5")]
    [InlineData("""{"level": 0}""", "evidence[0].level: must be a whole number from 1 to 5")]
    [InlineData("""{"level": 2.5}""", "evidence[0].level: must be a whole number from 1 to 5")]
    [InlineData("""{"level": "2"}""", "evidence[0].level: must be a number")]
    [InlineData("""{"level": 1e300}""", "evidence[0].level: must be a whole number from 1 to 5")]
    [InlineData("""{"level": 2, "precision": 0}""", "evidence[0].precision: must be a number from 0.001 to 100")]
    [InlineData("""{"level": 2, "severity": null}""", "evidence[0].severity: must be a number")]
    [InlineData("""{"level": 2, "severity": 21}""", "evidence[0].severity: must be a number from -20 to 20")]
    [InlineData("""{"level": 2, "days": -1}""", "evidence[0].days: must be a number from 0 to 36525")]
    [InlineData("""{"level": null, "days": 36525}, {"level": 2, "days": 1}""", "evidence[1]: since the piece before that has a level, days must be a number from 0 to 36525")]
    public void A_piece_that_is_wrong_is_named(string pieces, string error) => Ask(Parameters, pieces).Error.ShouldBe(error);

    [Fact]
    public void A_line_without_evidence_or_with_a_parameter_outside_is_refused()
    {
        Asked.Of($$"""{"rule": "estimate", "parameters": {{Parameters}}}""").Error.ShouldBe("evidence: is missing");
        Asked.Of($$"""{"rule": "estimate", "parameters": {{Parameters}}, "evidence": 1}""").Error.ShouldBe("evidence: must be an array");
        Asked.Of("""{"rule": "estimate", "cuts": [0], "evidence": []}""").Error.ShouldBe("cuts: belongs under parameters");
        Asked.Of("""{"rule": "estimate", "evidence": []}""").Error.ShouldBe("parameters: is missing");
        Ask("""{"cuts": [0], "drift_per_day": 1, "prior": {"mean": 0, "variance": 1}}""", """{"level": 1, "days": 9000}""", """{"level": 1, "days": 9000}""").Error
            .ShouldBe("drift_per_day times all days together must be at most 10000");
    }

    [Fact]
    public void Any_numbers_get_one_line_and_no_number_is_missing()
    {
        var number = Gen.OneOf(Gen.Int[-2, 40].Select(one => $"{one}"), Gen.Double[-3, 3].Select(one => one.ToString("R", CultureInfo.InvariantCulture)), Gen.OneOfConst("null", "1e-7", "-0", "\"x\"", "[]", "1e400", "99"));
        var level = Gen.OneOf(Gen.Int[1, 3].Select(one => $"{one}"), number);

        Gen.Select(number, Gen.OneOfConst("0", "0.001", "0.02", "2"), Gen.Double[0.01, 2], Gen.Select(level, number, number, number).Array[0, 4]).Sample((mean, lapse, variance, pieces) =>
        {
            var asked = Ask($$"""{"cuts": [-1, 0.5], "drift_per_day": {{lapse}}, "lapse": {{lapse}}, "prior": {"mean": {{mean}}, "variance": {{variance.ToString("R", CultureInfo.InvariantCulture)}} } }""",
                [.. pieces.Select(one => $$"""{"level": {{one.Item1}}, "precision": {{one.Item2}}, "severity": {{one.Item3}}, "days": {{one.Item4}}}""")]);

            if (asked.IsAnswer) Numbers(asked, "levels").Sum().ShouldBe(1, 1e-5);
        }, iter: 500, threads: 1);
    }

    private static Asked Ask(string parameters, params string[] pieces) =>
        Asked.Of($$"""{"rule": "estimate", "parameters": {{parameters}}, "evidence": [{{string.Join(", ", pieces)}}]}""");

    private static double Number(Asked asked, string name) => asked.Json.GetProperty(name).GetDouble();

    private static double[] Numbers(Asked asked, string name) => [.. asked.Json.GetProperty(name).EnumerateArray().Select((JsonElement one) => one.GetDouble())];
}
