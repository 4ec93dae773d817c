using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Tests.Mastery;

public sealed class RuleCatalogTests
{
    [Theory]
    [InlineData("most-recent", "last", 1, 1000)]
    [InlineData("highest", "best", 1, 1000)]
    [InlineData("median", "last", 1, 1000)]
    [InlineData("times-shown", "times", 1, 1000)]
    [InlineData("weighted-recent", "weight", 1, 99)]
    [InlineData("decaying-average", "weight", 50, 99)]
    [InlineData("power-law", "minimum", 1, 1000)]
    [InlineData("continuum", "last-stage", 1, 255)]
    [InlineData("mean", "decimals", 0, 10)]
    [InlineData("mean", "minimum", 1, 1000)]
    [InlineData("mean", "minimum-experiences", 1, 1000)]
    [InlineData("mean", "minimum-judges", 1, 1000)]
    public void A_whole_number_is_taken_within_its_range_and_refused_outside(string rule, string parameter, int least, int most)
    {
        foreach (var taken in new decimal[] { least, most }) FaultOf(rule, parameter, taken).ShouldBeNull();
        foreach (var refused in new[] { least - 1m, most + 1m, least + 0.5m }) FaultOf(rule, parameter, refused).ShouldNotBeNull().ShouldStartWith(parameter);
    }

    [Theory]
    [InlineData("times-shown", "threshold", 0)]
    [InlineData("points", "needed", 1)]
    [InlineData("continuum", "minimum-average", -255)]
    [InlineData("continuum", "minimum-rating", 0)]
    public void A_number_need_not_be_whole(string rule, string parameter, int least)
    {
        FaultOf(rule, parameter, least + 0.25m).ShouldBeNull();
        FaultOf(rule, parameter, least - 0.25m).ShouldNotBeNull().ShouldStartWith(parameter);
    }

    [Theory]
    [InlineData("most-recent", "combine", "median")]
    [InlineData("mode", "tie", "lower")]
    [InlineData("continuum", "growth", "first-to-last")]
    [InlineData("judged", "moderation", "yes")]
    public void A_word_is_one_of_the_words_it_may_be(string rule, string parameter, string word)
    {
        FaultOf(rule, parameter, null, word).ShouldBeNull();
        FaultOf(rule, parameter, null, word.ToUpperInvariant()).ShouldNotBeNull().ShouldContain(word);
        FaultOf(rule, parameter, 1).ShouldNotBeNull().ShouldContain(word);
    }

    [Fact]
    public void A_word_is_no_number() => FaultOf("mean", "decimals", null, "two").ShouldNotBeNull().ShouldContain("whole number");

    [Theory]
    [InlineData("times-shown", "times")]
    [InlineData("points", "needed")]
    [InlineData("continuum", "last-stage")]
    public void A_parameter_that_is_needed_is_asked_for(string rule, string parameter)
    {
        RuleCatalog.Make(rule, new Dictionary<string, ParameterValue>(StringComparer.Ordinal), out var fault).ShouldBeNull();
        fault.ShouldBe($"{rule} needs the parameter {parameter}");
    }

    [Fact]
    public void A_parameter_that_a_rule_does_not_have_is_refused() => FaultOf("mean", "weight", 65).ShouldBe("mean has no parameter weight");

    [Fact]
    public void An_unknown_rule_is_refused_with_the_names_of_all()
    {
        RuleCatalog.Make("average", new Dictionary<string, ParameterValue>(StringComparer.Ordinal), out var fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain("unknown rule average");
        foreach (var known in RuleCatalog.All) fault.ShouldContain(known.Name);
        RuleCatalog.Find("average").ShouldBeNull();
    }

    [Fact]
    public void Where_nothing_is_said_a_rule_has_the_defaults_of_the_table()
    {
        DeterminationRule[] defaults =
        [
            new MostRecent(1, Middle.Mean), new Highest(1), new Mean(), new Median(null), new Mode(Tie.Later), new WeightedRecent(65),
            new DecayingAverage(65), new PowerLaw { Minimum = 3 }, new BestFit(), new WeightedByEvidence(), new AllShown(), new AnyOf(), new Judged(false),
        ];
        foreach (var rule in defaults)
        {
            RuleCatalog.Make(rule.Name, new Dictionary<string, ParameterValue>(StringComparer.Ordinal), out var fault).ShouldBe(rule);
            fault.ShouldBeNull();
            rule.Decimals.ShouldBe(2);
        }
    }

    [Fact]
    public void Every_rule_but_the_estimate_has_its_name() => RuleCatalog.All.Select(one => one.Name).ShouldBe(
    [
        "most-recent", "highest", "mean", "median", "mode", "times-shown", "weighted-recent", "decaying-average", "power-law", "best-fit",
        "weighted-by-evidence", "all-shown", "points", "any-of", "continuum", "judged",
    ]);

    private static string? FaultOf(string rule, string parameter, decimal? number, string? word = null)
    {
        var given = RuleCatalog.Find(rule)!.Parameters.Where(one => one.IsNeeded && one.Name != parameter)
            .ToDictionary(one => one.Name, one => new ParameterValue(one.Least, null), StringComparer.Ordinal);
        given[parameter] = new ParameterValue(number, word);
        RuleCatalog.Make(rule, given, out var fault);
        return fault;
    }
}
