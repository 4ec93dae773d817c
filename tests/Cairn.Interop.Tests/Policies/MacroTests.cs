using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

public sealed class MacroTests
{
    [Fact]
    public void A_node_stands_once_for_each_value_in_the_list_around_it()
    {
        var root = Texts.Root("""{"all": [{"attest": "first"}, {"each": ["math", "arts"], "as": "k", "id": "$k", "need": 1, "of": {"subject": "$k", "code": "x-$k-1"}}]}""").Policy!.Root;

        root.Below.Select(one => one.Path).ShouldBe(["root/all/0", "root/all/1", "root/all/2"]);
        root.Below.Select(one => one.Id).ShouldBe(["", "math", "arts"]);
        ((FieldIs)((Leaf)root.Below[2]).Of.Conditions[1]).Value.Given.ShouldBe(new TextValue("x-arts-1"));
    }

    [Fact]
    public void A_value_that_is_a_number_stays_one() =>
        ((Leaf)Texts.Root("""{"all": [{"each": [2, 3], "as": "n", "need": "$n", "of": {}}]}""").Policy!.Root.Below[1]).Need.Given.ShouldBe(new NumberValue(3));

    [Fact]
    public void Alone_it_is_all_of_them() => Texts.Root("""{"each": ["a", "b"], "as": "k", "attest": "$k"}""").Policy!.Root.ShouldBeOfType<Several>().Count.ShouldBe(2);

    [Fact]
    public void A_district_puts_a_tighter_rule_around_the_states()
    {
        var policy = Texts.Read("""{"defs": {"state": {"id": "state", "split": true, "root": {"id": "r", "attest": "law"}}}, "root": {"all": [{"use": "state", "label": "The state's"}, {"attest": "ours"}]}}""");
        (policy.Root.Below[0].Id, policy.Root.Below[0].Label, policy.Root.Below.Count).ShouldBe(("r", "The state's", 2));
    }

    [Fact]
    public void The_states_policy_brings_its_own_definitions_and_they_come_before_the_districts()
    {
        var policy = Texts.Read("""{"defs": {"core": {"attest": "ours"}, "state": {"defs": {"core": {"attest": "law"}}, "root": {"all": [{"use": "core"}]}}}, "root": {"all": [{"use": "state"}, {"use": "core"}]}}""");
        (((Attest)policy.Root.Below[0].Below[0]).Key, ((Attest)policy.Root.Below[1]).Key).ShouldBe(("law", "ours"));
        PolicyText.Read("""{"defs": {"state": {"defs": {"core": {"use": "state"}}, "root": {"use": "core"}}}, "root": {"use": "state"}}""").Faults[0].Words.ShouldContain("uses itself");
    }

    [Fact]
    public void What_is_used_once_for_each_value_is_named_by_it() =>
        Texts.Read("""{"defs": {"some": {"need": 1, "of": {"subject": "$k"}}}, "root": {"all": [{"each": ["math", "arts"], "as": "k", "use": "some", "id": "$k-credit"}]}}""")
            .Root.Below.Select(one => one.Id).ShouldBe(["math-credit", "arts-credit"]);

    [Fact]
    public void A_definition_that_uses_itself_is_refused()
    {
        PolicyText.Read("""{"defs": {"a": {"all": [{"use": "b"}]}, "b": {"all": [{"use": "a"}]}}, "root": {"use": "a"}}""").Faults[0].Words.ShouldContain("uses itself");
    }

    [Fact]
    public void What_grows_without_end_is_refused_and_soon()
    {
        var doubling = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""
            "d{{i}}": {"all": [{"use": "d{{i + 1}}"}, {"use": "d{{i + 1}}"}]}
            """));
        Refused($$"""{"defs": { {{doubling}}, "d40": {"attest": "x"} }, "root": {"use": "d0"} }""", "more than 20000 parts");
        var deep = string.Join(',', Enumerable.Range(0, 5000).Select(i => $$"""
            "d{{i}}": {"all": [{"use": "d{{i + 1}}"}]}
            """));
        Refused($$"""{"defs": { {{deep}}, "d5000": {"attest": "x"} }, "root": {"use": "d0"} }""", "too deep");
        var list = string.Join(',', Enumerable.Range(0, 300));
        Refused($$"""{"root": {"each": [{{list}}], "as": "a", "each2": 1, "all": [{"each": [{{list}}], "as": "b", "all": [{"each": [{{list}}], "as": "c", "attest": "$a$b$c"}]}]} }""", "more than 20000 parts");
        Refused($$"""{"root": {"each": ["{{new string('x', 1_000_000)}}"], "as": "a", "all": [{"each": [{{list}}], "as": "b", "attest": "$a$b"}]} }""", "more than 20000 parts");
        Refused(string.Concat(Enumerable.Repeat("{\"all\":[", 5000)), "nested deeper");
        Refused($$"""{"root": {"{{new string('n', 300)}}": 1} }""", "at most 200");
        Refused(new string(' ', PolicyText.MostCharacters + 1), "characters");
    }

    [Theory]
    [InlineData(65, 1, "in the pool p0")]
    [InlineData(60, 10, "compete in pools")]
    public void More_leaves_than_can_be_shared_out_are_refused(int leaves, int pools, string words)
    {
        var of = Enumerable.Range(0, leaves * pools).Select(i => $$"""{"need": 1, "of": {}, "pool": "p{{i % pools}}"}""");
        Texts.Root($$"""{"all": [{{string.Join(',', of)}}]}""").Faults.ShouldContain(one => one.Words.Contains(words, StringComparison.Ordinal));
    }

    private static void Refused(string text, string words)
    {
        var read = PolicyText.Read(text);
        read.Policy.ShouldBeNull();
        read.Faults[0].Words.ShouldContain(words);
        read.Faults[0].Line.ShouldBeGreaterThan(0);
    }
}
