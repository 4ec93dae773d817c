namespace Cairn.Interop.Tests.Rules;

public sealed class RuleLineRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("mean")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1,2]")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1,2]} x")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1,2],}")]
    [InlineData("{'rule':'mean'}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[NaN]}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[Infinity]}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[01]}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1,]}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1]}{\"rule\":\"mean\",\"scores\":[1]}")]
    [InlineData("/* a comment */ {\"rule\":\"mean\",\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mean\u0000\",\"scores\":[1]}")]
    public void What_is_no_JSON_is_named_with_the_place(string line) => Asked.Of(line).Error.ShouldStartWith("malformed JSON at character ");

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"mean\"")]
    [InlineData("[{\"rule\":\"mean\",\"scores\":[1]}]")]
    public void What_is_no_object_is_refused(string line) => Asked.Of(line).Error.ShouldBe("a line is a JSON object");

    [Theory]
    [InlineData("{\"rule\":\"mean\",\"rule\":\"median\",\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mean\",\"scores\":[1],\"scores\":[2]}")]
    [InlineData("{\"rule\":\"mean\",\"parameters\":{\"decimals\":1,\"decimals\":2},\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mean\",\"r\\u0075le\":\"median\",\"scores\":[1]}")]
    public void A_name_that_stands_twice_is_refused_and_said(string line) => Asked.Of(line).Error.ShouldContain("twice");

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"scores\":[1]}")]
    [InlineData("{\"rule\":1,\"scores\":[1]}")]
    [InlineData("{\"rule\":null,\"scores\":[1]}")]
    public void A_line_without_a_rule_is_refused(string line) => Asked.Of(line).Error.ShouldStartWith("rule:");

    [Theory]
    [InlineData("Mean")]
    [InlineData("averäge")]
    [InlineData("canvas")]
    [InlineData("")]
    public void An_unknown_rule_is_named_and_the_known_ones_are_listed(string rule)
    {
        var error = Asked.Of(rule, "1").Error;

        error.ShouldStartWith($"unknown rule {rule}");
        error.ShouldContain("weighted-by-evidence");
    }

    [Theory]
    [InlineData("continuum")]
    [InlineData("judged")]
    public void A_rule_that_needs_a_whole_record_says_so(string rule) => Asked.Of(rule, "1").Error.ShouldContain("cairn explain");

    [Theory]
    [InlineData("mean", "\"weight\":65", "mean has no parameter weight")]
    [InlineData("weighted-recent", "\"Weight\":65", "weighted-recent has no parameter Weight")]
    [InlineData("weighted-recent", "\"weight\":0", "weight must be a whole number from 1 to 99")]
    [InlineData("weighted-recent", "\"weight\":100", "weight must be a whole number from 1 to 99")]
    [InlineData("weighted-recent", "\"weight\":65.5", "weight must be a whole number from 1 to 99")]
    [InlineData("weighted-recent", "\"weight\":-65", "weight must be a whole number from 1 to 99")]
    [InlineData("weighted-recent", "\"weight\":\"65\"", "weight must be a whole number from 1 to 99")]
    [InlineData("weighted-recent", "\"weight\":1e400", "parameters.weight: must be a number or a word")]
    [InlineData("weighted-recent", "\"weight\":null", "parameters.weight: must be a number or a word")]
    [InlineData("weighted-recent", "\"weight\":[65]", "parameters.weight: must be a number or a word")]
    [InlineData("weighted-recent", "\"weight\":true", "parameters.weight: must be a number or a word")]
    [InlineData("decaying-average", "\"weight\":49", "weight must be a whole number from 50 to 99")]
    [InlineData("most-recent", "\"last\":0", "last must be a whole number from 1 to 1000")]
    [InlineData("most-recent", "\"combine\":\"mode\"", "combine must be one of mean, median")]
    [InlineData("most-recent", "\"combine\":1", "combine must be one of mean, median")]
    [InlineData("mode", "\"tie\":\"first\"", "tie must be one of later, higher, lower")]
    [InlineData("mean", "\"decimals\":11", "decimals must be a whole number from 0 to 10")]
    [InlineData("mean", "\"minimum\":0", "minimum must be a whole number from 1 to 1000")]
    [InlineData("times-shown", "", "times-shown needs the parameter times")]
    [InlineData("times-shown", "\"times\":2", "times-shown needs the parameter threshold")]
    [InlineData("times-shown", "\"times\":2,\"threshold\":-1", "threshold must be a number from 0 to 1000000")]
    public void A_bad_parameter_is_named_with_what_it_may_be(string rule, string parameters, string error) =>
        Asked.Of(rule, "1,2,3", parameters).Error.ShouldBe(error);

    [Theory]
    [InlineData("[]")]
    [InlineData("65")]
    [InlineData("\"weight\"")]
    public void Parameters_that_are_no_object_are_refused(string parameters) =>
        Asked.Of($$"""{"rule":"mean","parameters":{{parameters}},"scores":[1]}""").Error.ShouldBe("parameters: must be an object");

    [Theory]
    [InlineData("weighted-recent", "\"weight\":65", "weight: belongs under parameters")]
    [InlineData("points", "\"needed\":1,\"parameters\":{\"needed\":1}", "needed: belongs under parameters")]
    public void A_parameter_beside_parameters_is_not_lost_in_silence(string rule, string beside, string error) =>
        Asked.Of($$"""{"rule":"{{rule}}",{{beside}},"scores":[1],"children":[]}""").Error.ShouldBe(error);

    [Theory]
    [InlineData("1,\"2\"")]
    [InlineData("1,true")]
    [InlineData("1,[2]")]
    [InlineData("1,{}")]
    [InlineData("1,-1")]
    [InlineData("1,-0.001")]
    [InlineData("1,1000000.01")]
    [InlineData("1,1e400")]
    [InlineData("1,-1e400")]
    [InlineData("1,79228162514264337593543950336")]
    public void A_score_that_is_none_is_named_with_its_place(string scores) =>
        Asked.Of("mean", scores).Error.ShouldBe("scores[1]: must be a number from 0 to 1000000, or null for no level");

    [Theory]
    [InlineData("{\"rule\":\"mean\"}", "scores: is missing")]
    [InlineData("{\"rule\":\"mean\",\"scores\":1}", "scores: must be an array")]
    [InlineData("{\"rule\":\"mean\",\"scores\":null}", "scores: must be an array")]
    [InlineData("{\"rule\":\"weighted-by-evidence\",\"scores\":[1]}", "weights: is missing")]
    [InlineData("{\"rule\":\"weighted-by-evidence\",\"scores\":[1],\"weights\":[1,2]}", "weights: there are 2 for 1 scores; give one a score, nulls included")]
    [InlineData("{\"rule\":\"weighted-by-evidence\",\"scores\":[1,null],\"weights\":[1]}", "weights: there are 1 for 2 scores; give one a score, nulls included")]
    [InlineData("{\"rule\":\"weighted-by-evidence\",\"scores\":[1],\"weights\":[-1]}", "weights[0]: must be a number from 0 to 1000000")]
    [InlineData("{\"rule\":\"weighted-by-evidence\",\"scores\":[1],\"weights\":[null]}", "weights[0]: must be a number from 0 to 1000000")]
    [InlineData("{\"rule\":\"all-shown\",\"scores\":[1]}", "children: is missing")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[1]}", "children[0]: must be an object")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[{}]}", "children[0].id: is missing")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[{\"id\":true}]}", "children[0].id: must be a text")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[{\"id\":\"A\",\"proficient\":1}]}", "children[0].proficient: must be true or false")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[{\"id\":\"A\"},{\"id\":\"A\"}]}", "children: A is named twice")]
    [InlineData("{\"rule\":\"points\",\"children\":[{\"id\":\"A\",\"points\":1}]}", "points needs the parameter needed")]
    [InlineData("{\"rule\":\"points\",\"needed\":0,\"children\":[{\"id\":\"A\",\"points\":1}]}", "needed must be a number from 1 to 1000000")]
    [InlineData("{\"rule\":\"points\",\"needed\":2,\"children\":[{\"id\":\"A\",\"points\":1}]}", "needed is more than the sum of the children's points")]
    [InlineData("{\"rule\":\"points\",\"needed\":1,\"children\":[{\"id\":\"A\"}]}", "children[0].points: is missing")]
    [InlineData("{\"rule\":\"points\",\"needed\":1,\"children\":[{\"id\":\"A\",\"points\":-1}]}", "children[0].points: must be a number from 0 to 1000000")]
    [InlineData("{\"rule\":\"points\",\"needed\":1,\"children\":[{\"id\":\"A\",\"points\":1},{\"id\":\"A\",\"points\":1}]}", "children: A is named twice")]
    [InlineData("{\"rule\":\"any-of\"}", "groups: is missing")]
    [InlineData("{\"rule\":\"any-of\",\"groups\":[true]}", "groups[0]: must be an array of true and false")]
    [InlineData("{\"rule\":\"any-of\",\"groups\":[[true],[true,1]]}", "groups[1][1]: must be true or false")]
    public void What_a_rule_reads_is_checked_and_named_by_path(string line, string error) => Asked.Of(line).Error.ShouldBe(error);

    [Theory]
    [InlineData(20)]
    [InlineData(100_000)]
    public void Deep_nesting_is_refused(int depth) =>
        Asked.Of("{\"rule\":\"mean\",\"scores\":" + new string('[', depth) + new string(']', depth) + "}").IsAnswer.ShouldBeFalse();

    [Fact]
    public void A_name_in_any_script_comes_back_as_it_was() =>
        Asked.Of("{\"rule\":\"all-shown\",\"children\":[{\"id\":\"名前 \\ud83d\\ude00\\n\"},{\"id\":\"名前 😀\\n\"}]}").Error.ShouldBe("children: 名前 😀\n is named twice");

    [Theory]
    [InlineData("{\"rule\":\"\\ud800\",\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mean\",\"\\udc00\":1,\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mean\",\"parameters\":{\"\\ud800\":1},\"scores\":[1]}")]
    [InlineData("{\"rule\":\"mode\",\"parameters\":{\"tie\":\"\\ud800\"},\"scores\":[1]}")]
    [InlineData("{\"rule\":\"all-shown\",\"children\":[{\"id\":\"\\ud800\"}]}")]
    [InlineData("{\"rule\":\"\ud800\",\"scores\":[1]}")]
    public void Half_a_character_is_refused_and_stops_nothing(string line) => Asked.Of(line).IsAnswer.ShouldBeFalse();

    [Fact]
    public void Numbers_too_extreme_for_a_curve_stop_nothing()
    {
        var scores = string.Join(',', Enumerable.Repeat("1000000", 500).Concat(Enumerable.Repeat("1e-28", 500)));

        Asked.Of("power-law", scores);
        Asked.Of("best-fit", scores).Json.GetProperty("chosen").GetString().ShouldNotBe("power");
    }
}
