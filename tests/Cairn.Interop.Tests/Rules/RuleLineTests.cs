using System.Text.Json;

namespace Cairn.Interop.Tests.Rules;

public sealed class RuleLineTests
{
    [Theory]
    [InlineData("weighted-recent", "3,1,5,4", "\"weight\":75", 3.75)]
    [InlineData("weighted-recent", "2,3,4", "\"weight\":65", 3.48)]
    [InlineData("weighted-recent", "1,2,3,4,5", "", 4.13)]
    [InlineData("weighted-recent", "3.5", "", 3.5)]
    [InlineData("decaying-average", "2,3,4", "\"weight\":65", 3.53)]
    [InlineData("decaying-average", "1,2,3,4,5", "", 4.47)]
    [InlineData("times-shown", "4,5,1,3,2,3", "\"times\":3,\"threshold\":3", 3.75)]
    [InlineData("power-law", "1,3,2,4", "", 3.66)]
    [InlineData("power-law", "4,3,2,1", "", 1.28)]
    [InlineData("median", "4,4,3,3,3,2,2,2,1", "\"last\":9", 3)]
    [InlineData("median", "1,2,3,4", "", 2.5)]
    [InlineData("median", "4,4,1,1", "\"last\":2", 1)]
    [InlineData("mode", "1,1,1,1,2", "\"tie\":\"later\"", 1)]
    [InlineData("mode", "3,3,3,3,1", "", 3)]
    [InlineData("mode", "3,1,1,3,2", "\"tie\":\"lower\"", 1)]
    [InlineData("mode", "3,3,1,1,2", "\"tie\":\"higher\"", 3)]
    [InlineData("mode", "3,3,1,1,2", "\"tie\":\"later\"", 1)]
    [InlineData("most-recent", "1,2,4", "", 4)]
    [InlineData("most-recent", "4,1,2,4", "\"last\":3", 2.33)]
    [InlineData("most-recent", "4,1,2,4", "\"last\":3,\"combine\":\"median\"", 2)]
    [InlineData("highest", "1,4,2,3", "", 4)]
    [InlineData("highest", "1,4,2,3", "\"best\":2", 3.5)]
    [InlineData("highest", "1", "\"best\":5", 1)]
    [InlineData("mean", "1,2,4", "", 2.33)]
    [InlineData("mean", "1,2,4", "\"decimals\":0", 2)]
    [InlineData("mean", "0.125", "", 0.13)]
    [InlineData("mean", "1,2,4", "\"decimals\":10", 2.3333333333)]
    [InlineData("best-fit", "1,2", "", 1.5)]
    public void A_rule_gives_the_value_of_its_definition(string rule, string scores, string parameters, decimal value)
    {
        var asked = Asked.Of(rule, scores, parameters);

        asked.IsAnswer.ShouldBeTrue();
        asked.Value.ShouldBe(value);
    }

    [Fact]
    public void The_question_of_the_manual_gets_the_answer_of_the_manual()
    {
        var asked = Asked.Of("""{"rule": "weighted-recent", "parameters": {"weight": 65, "decimals": 2}, "scores": [1, 2, null, 4]}""");

        asked.Line.ShouldBe("""{"value":3.13,"counted":[0,1,3],"dropped":[{"index":2,"why":"NoLevel"}]}""");
    }

    [Theory]
    [InlineData("mean", "3", "3")]
    [InlineData("mean", "3.50", "3.5")]
    [InlineData("mean", "100", "100")]
    [InlineData("mean", "0", "0")]
    [InlineData("mean", "1e2", "100")]
    [InlineData("mean", "1000000", "1000000")]
    public void A_number_is_a_plain_JSON_number_without_idle_zeros(string rule, string scores, string value) =>
        Asked.Of(rule, scores).Json.GetProperty("value").GetRawText().ShouldBe(value);

    [Fact]
    public void What_did_not_count_is_named_with_its_place_from_0_and_why()
    {
        var asked = Asked.Of("most-recent", "1,null,2,3", "\"last\":2");

        asked.Counted.ShouldBe([2, 3]);
        asked.Dropped.ShouldBe([(0, "Older"), (1, "NoLevel")]);
    }

    [Fact]
    public void Highest_drops_what_is_not_among_the_best_and_of_equals_keeps_the_older() =>
        Asked.Of("highest", "2,4,4", "\"best\":1").Counted.ShouldBe([1]);

    [Fact]
    public void Times_shown_drops_what_is_below_the_threshold() =>
        Asked.Of("times-shown", "3,1,2,3", "\"times\":2,\"threshold\":2.5").Dropped.ShouldBe([(1, "BelowThreshold"), (2, "BelowThreshold")]);

    [Theory]
    [InlineData("times-shown", "3,1,2", "\"times\":3,\"threshold\":3", "TooFewAtThreshold")]
    [InlineData("mean", "", "", "NoEvidence")]
    [InlineData("mean", "null,null", "", "NoEvidence")]
    [InlineData("mean", "1,2", "\"minimum\":3", "TooFewPieces")]
    [InlineData("power-law", "1,2", "", "TooFewPieces")]
    [InlineData("power-law", "1,0,3", "", "UndefinedForZero")]
    public void Too_little_is_a_null_with_its_reason_and_no_error(string rule, string scores, string parameters, string reason)
    {
        var asked = Asked.Of(rule, scores, parameters);

        asked.IsAnswer.ShouldBeTrue();
        asked.Value.ShouldBeNull();
        asked.Reason.ShouldBe(reason);
        asked.Json.EnumerateObject().Select(one => one.Name).ShouldBe(["value", "reason"]);
    }

    [Theory]
    [InlineData("1,1,2", "linear", 1.83)]
    [InlineData("3,3,3", "linear", 3)]
    [InlineData("1,2,1", "power", 1.33)]
    [InlineData("1,3,2,2", "mean", 2)]
    [InlineData("1,0,5", "linear", 4)]
    [InlineData("1,2", "mean", 1.5)]
    public void Best_fit_says_what_it_chose(string scores, string chosen, decimal value)
    {
        var asked = Asked.Of("best-fit", scores);

        asked.Json.GetProperty("chosen").GetString().ShouldBe(chosen);
        asked.Value.ShouldBe(value);
    }

    [Fact]
    public void Only_best_fit_says_what_it_chose() => Asked.Of("mean", "1,2,3").Json.TryGetProperty("chosen", out _).ShouldBeFalse();

    [Theory]
    [InlineData("3,1", "1,3", 1.5)]
    [InlineData("3,1,null", "1,3,1", 1.5)]
    [InlineData("3,1,4", "1,3,0", 1.5)]
    public void Weighted_by_evidence_takes_a_weight_a_score_nulls_included(string scores, string weights, decimal value) =>
        Asked.Of($$"""{"rule":"weighted-by-evidence","scores":[{{scores}}],"weights":[{{weights}}]}""").Value.ShouldBe(value);

    [Fact]
    public void What_weighs_nothing_is_dropped_and_where_all_weigh_nothing_there_is_no_value()
    {
        Asked.Of("""{"rule":"weighted-by-evidence","scores":[3,null,4],"weights":[1,1,0]}""").Dropped.ShouldBe([(1, "NoLevel"), (2, "NoWeight")]);
        Asked.Of("""{"rule":"weighted-by-evidence","scores":[3,4],"weights":[0,0]}""").Reason.ShouldBe("NoWeight");
    }

    [Theory]
    [InlineData("""{"id":"A","points":4,"required":true,"proficient":true},{"id":"B","points":4,"required":true,"proficient":true}""", true)]
    [InlineData("""{"id":"A","points":4,"required":true,"proficient":true},{"id":"B","points":4,"required":true,"proficient":true},{"id":"C","points":4,"required":true,"proficient":false}""", false)]
    [InlineData("""{"id":"A","points":4,"proficient":true},{"id":"B","points":4,"proficient":false}""", false)]
    [InlineData("""{"id":1,"points":7.5,"proficient":true},{"id":2,"points":0.5,"proficient":true}""", true)]
    public void Points_are_met_by_the_points_of_the_proficient_and_all_that_is_required(string children, bool isMet)
    {
        Asked.Of($$"""{"rule":"points","parameters":{"needed":8},"children":[{{children}}]}""").IsMet.ShouldBe(isMet);
        Asked.Of($$"""{"rule":"points","needed":8,"children":[{{children}}]}""").IsMet.ShouldBe(isMet);
    }

    [Theory]
    [InlineData("""{"id":"A","proficient":true},{"id":"B","proficient":true}""", true)]
    [InlineData("""{"id":"A","proficient":true},{"id":"B","proficient":false}""", false)]
    [InlineData("""{"id":"A"}""", false)]
    [InlineData("", false)]
    public void All_shown_is_met_by_every_child_and_never_by_none(string children, bool isMet) =>
        Asked.Of($$"""{"rule":"all-shown","children":[{{children}}]}""").Line.ShouldBe(isMet ? """{"met":true}""" : """{"met":false}""");

    [Theory]
    [InlineData("[true,false],[true]", true)]
    [InlineData("[true,false],[false]", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void Any_of_is_met_by_one_group_that_is_wholly_true(string groups, bool isMet) =>
        Asked.Of($$"""{"rule":"any-of","groups":[{{groups}}]}""").IsMet.ShouldBe(isMet);

    [Fact]
    public void Parameters_may_be_left_out_or_null()
    {
        Asked.Of("""{"rule":"mean","scores":[1,2]}""").Value.ShouldBe(1.5m);
        Asked.Of("""{"rule":"mean","parameters":null,"scores":[1,2]}""").Value.ShouldBe(1.5m);
    }

    [Fact]
    public void The_checked_sequences_hold_for_every_rule_of_that_name()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(TestData.Path("vectors", "rules.json")));
        (string Key, string Rule, string Parameters)[] rules =
        [
            ("mean", "mean", ""), ("median", "median", ""), ("mode_highest", "mode", "\"tie\":\"higher\""), ("mode_latest", "mode", "\"tie\":\"later\""),
            ("highest", "highest", ""), ("latest", "most-recent", ""), ("recent3_mean", "most-recent", "\"last\":3"), ("best2_mean", "highest", "\"best\":2"),
            ("decay50", "decaying-average", "\"weight\":50"), ("decay65", "decaying-average", "\"weight\":65"), ("decay75", "decaying-average", "\"weight\":75"),
            ("weighted50", "weighted-recent", "\"weight\":50"), ("weighted65", "weighted-recent", "\"weight\":65"), ("weighted75", "weighted-recent", "\"weight\":75"),
            ("n_mastery1", "times-shown", "\"times\":1,\"threshold\":3"), ("n_mastery2", "times-shown", "\"times\":2,\"threshold\":3"), ("n_mastery3", "times-shown", "\"times\":3,\"threshold\":3"),
        ];
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var (scores, rounded) = (one.GetProperty("scores").GetRawText().Trim('[', ']'), one.GetProperty("rounded2"));
            foreach (var (key, rule, parameters) in rules)
                Asked.Of(rule, scores, parameters).Value.ShouldBe(Stated(rounded, key), $"{key} of {scores}");
            Asked.Of($$"""{"rule":"weighted-by-evidence","scores":[{{scores}}],"weights":{{one.GetProperty("weights").GetRawText()}}}""")
                .Value.ShouldBe(Stated(rounded, "weighted_mean"), $"weighted_mean of {scores}");
        }
    }

    private static decimal? Stated(JsonElement rounded, string key) =>
        rounded.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
