using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

public sealed class PolicyCaseTests
{
    private static readonly Policy Two = Texts.Read("""{"root": {"id": "two", "need": 2, "of": {"type": "credit"}}}""");

    [Theory]
    [InlineData("", "malformed JSON")]
    [InlineData("[]", "a line is a JSON object")]
    [InlineData("{\"facts\": []}", "facts: must be an object")]
    [InlineData("{\"achievements\": {}}", "achievements: must be a list")]
    [InlineData("{\"achievements\": [1]}", "achievements[0]: must be an object")]
    [InlineData("{\"achievements\": [{}, {\"units\": -1}]}", "achievements[1].units: must be a number from 0 to 1000000, not -1")]
    [InlineData("{\"achievements\": [{\"units\": 1e99}]}", "achievements[0].units")]
    [InlineData("{\"pins\": [{\"achievement\": \"a\"}]}", "pins[0]: needs an achievement and a leaf")]
    [InlineData("{\"facts\": {}, \"facts\": {}}", "a name stands twice")]
    [InlineData("{\"facts\": {\"a\": \"\\ud800\"}}", "half a character")]
    public void What_is_wrong_with_a_case_is_said_with_its_place(string line, string words)
    {
        var answer = PolicyLine.Answer(Two, line, explain: false, number: 7);
        answer.IsAnswer.ShouldBeFalse();
        answer.Line.ShouldStartWith("{\"line\":7,\"error\":\"");
        answer.Line.ShouldContain(words);
        answer.Wrong.ShouldContain(words);
    }

    [Fact]
    public void More_achievements_than_a_life_has_are_refused() =>
        PolicyLine.Answer(Two, $$"""{"achievements": [{{string.Join(',', Enumerable.Repeat("{}", PolicyCase.MostAchievements + 1))}}]}""", explain: false).Line.ShouldContain("at most 5000");

    [Fact]
    public void As_many_as_may_be_are_audited() =>
        PolicyLine.Answer(Texts.Read("""{"root": {"all": [{"need": 9000, "of": {"type": "credit"}, "pool": "p"}, {"need": 900, "of": {}, "pool": "p"}]}}"""),
            $$"""{"achievements": [{{string.Join(',', Enumerable.Range(0, PolicyCase.MostAchievements).Select(i => $$"""{"type": "{{(i % 2 == 0 ? "credit" : "other")}}", "units": {{1 + (i % 7)}}}"""))}}]}""", explain: false).Line.ShouldBe("""{"met":true,"remaining":0}""");

    [Fact]
    public void Other_members_do_not_count_and_an_achievement_without_an_id_is_named_by_its_place()
    {
        var ask = PolicyCase.Read(Two, """{"policy": "x", "expected": {"met": true}, "achievements": [{"type": "credit"}, {"id": 7}, {"id": "own", "units": null}]}""");
        ask.Achievements.Select(one => (one.Id, one.Units)).ShouldBe([("#0", Amount.One), ("7", Amount.One), ("own", Amount.One)]);
    }

    [Fact]
    public void Where_no_branch_is_open_the_answer_says_blocked() =>
        PolicyLine.Answer(Texts.Read("""{"root": {"not": {"attest": "x"}}}"""), """{"achievements": [{"type": "attestation", "key": "x"}]}""", explain: false).Line.ShouldBe("""{"met":false,"remaining":null,"blocked":true}""");

    [Theory]
    [InlineData("two")]
    [InlineData("root")]
    [InlineData("$.root")]
    public void A_pin_and_a_waiver_name_a_leaf_by_its_path_or_its_name(string leaf) =>
        PolicyLine.Answer(Two, $$"""{"achievements": [{"type": "attestation", "key": "waive", "leaf": "{{leaf}}", "by": "principal", "reason": "moved"}]}""", explain: false).Line.ShouldBe("""{"met":true,"remaining":0}""");
}
