using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

public sealed class PolicyTextTests
{
    [Fact]
    public void Every_kind_of_node_is_read_with_its_place()
    {
        var read = PolicyText.Read(Texts.Diploma);

        (read.Faults.Count, read.Warnings.Count).ShouldBe((0, 0));
        (read.Policy!.Id, read.Policy.Title, read.Policy.Source, read.Policy.Version, read.Policy.IsSplit).ShouldBe(("diploma", "A diploma", "Board policy 6.1", "3", true));
        Nodes(read.Policy.Root).Select(one => $"{one.Path} {one.GetType().Name}").ShouldBe([
            "root Several", "root/all/0 Leaf", "root/all/1 Leaf", "root/all/2 Leaf", "root/all/3 Several", "root/all/3/of/0 Score", "root/all/3/of/1 BestIs", "root/all/3/of/2 Several",
            "root/all/3/of/2/any/0 Leaf", "root/all/4 ByFact", "root/all/4/then Leaf", "root/all/4/else Several", "root/all/5 MustNot", "root/all/5/not Attest", "root/all/6 Attest"]);
    }

    [Theory]
    [InlineData("""{"need": -1, "of": {}}""", "root/need", "from 0")]
    [InlineData("""{"need": 1e30, "of": {}}""", "root/need", "from 0")]
    [InlineData("""{"need": "two", "of": {}}""", "root/need", "must be a number")]
    [InlineData("""{"need": 1}""", "root/of", "is missing")]
    [InlineData("""{"need": 1, "of": []}""", "root/of", "a selector is an object")]
    [InlineData("""{"need": 1, "of": {"level": {">": 3}}}""", "root/of/level", "compares by")]
    [InlineData("""{"need": 1, "of": {"level": null}}""", "root/of/level", "must be a value")]
    [InlineData("""{"need": 1, "of": {"not": "x"}}""", "root/of/not", "must be a selector")]
    [InlineData("""{"need": 1, "of": {"any": {}}}""", "root/of/any", "must be a list")]
    [InlineData("""{"need": 1, "of": {}, "pool": 7}""", "root/pool", "must be a word")]
    [InlineData("""{"need": 1, "of": {}, "where": [{"of": {}}]}""", "root/where/0", "either need or max")]
    [InlineData("""{"need": 1, "of": {}, "where": {"need": 1}}""", "root/where", "must be a list")]
    [InlineData("""{"all": [{"any": [{}]}]}""", "root/all/0/any/0", "has one of")]
    [InlineData("""{"all": [], "any": []}""", "root", "is one thing, not all and any")]
    [InlineData("""{"all": {"need": 1}}""", "root/all", "must be a list of nodes")]
    [InlineData("""{"all": [7]}""", "root/all/0", "a node is an object")]
    [InlineData("""{"atLeast": 1.5, "of": []}""", "root/atLeast", "a whole number")]
    [InlineData("""{"score": "mean", "of": [], "need": 1}""", "root/score", "sum, max or min")]
    [InlineData("""{"score": "max", "of": {}, "need": 1}""", "root/of", "must be a list")]
    [InlineData("""{"bestIs": {}, "equals": 1}""", "root/field", "must be a word")]
    [InlineData("""{"if": {}, "then": {"all": []}}""", "root/if", "names a fact")]
    [InlineData("""{"if": {"fact": "a", "!=": 1}, "then": {"all": []}}""", "root/if/!=", "no comparison")]
    [InlineData("""{"if": {"fact": "a"}}""", "root/then", "a node is an object")]
    [InlineData("""{"not": {"need": 1, "of": {}, "pool": "p"}}""", "root/not", "may stand over")]
    [InlineData("""{"attest": ""}""", "root/attest", "must be a word")]
    [InlineData("""{"use": "nothing"}""", "root", "there is no definition nothing")]
    [InlineData("""{"each": 1, "as": "k", "attest": "$k"}""", "root", "each needs a list")]
    public void What_is_wrong_is_said_with_its_place(string root, string path, string words)
    {
        var read = Texts.Root(root);

        read.Policy.ShouldBeNull();
        var fault = read.Faults.First(one => one.Path == path);
        fault.Words.ShouldContain(words);
        fault.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("null", 1)]
    [InlineData("{\"root\":\n{\"all\": [}}", 2)]
    [InlineData("id: nh\nroot:\n  all: []", 1)]
    [InlineData("{\"root\": {\"all\": []}}\ntrailing", 2)]
    [InlineData("{\"a\": 1, \"a\": 2}", 1)]
    [InlineData("{\"id\": \"\\ud800\", \"root\": {\"all\": []}}", 1)]
    [InlineData("{\"defs\": 1, \"root\": {\"all\": []}}", 1)]
    [InlineData("{\"split\": \"yes\", \"root\": {\"all\": []}}", 1)]
    [InlineData("{}", 1)]
    public void What_is_no_policy_is_refused_with_its_line(string text, int line)
    {
        var read = PolicyText.Read(text);
        (read.Policy, read.Hash).ShouldBe((null, ""));
        read.Faults[0].Line.ShouldBe(line);
    }

    [Fact]
    public void The_line_is_that_of_the_text_also_behind_macros()
    {
        var read = PolicyText.Read("""
            {"defs": {"two": {"all": [
                {"attest": "fine"},
                {"need": "much", "of": {}}]}},
             "root": {"all": [
                {"attest": "fine"},
                {"each": ["a", "b"], "as": "k", "attest": "$k"},
                {"need": 1},
                {"use": "two"}
             ]}}
            """);

        read.Faults.Select(one => (one.Path, one.Line)).ShouldBe([("root/all/3/of", 7), ("root/all/4/all/1/need", 3)]);
    }

    [Fact]
    public void What_is_not_known_is_kept_and_warned_of_with_its_line()
    {
        var read = PolicyText.Read("{\"root\": {\"all\": [\n{\"attest\": \"x\", \"because\": \"law\"}]},\n\"colour\": 1}");
        read.Policy.ShouldNotBeNull();
        read.Warnings.Select(one => (one.Path, one.Line)).ShouldBe([("colour", 3), ("root/all/0/because", 2)]);
    }

    [Fact]
    public void Two_nodes_may_have_one_name() => Texts.Root("""{"all": [{"id": "x", "attest": "a"}, {"id": "x", "attest": "b"}]}""").Policy.ShouldNotBeNull();

    [Fact]
    public void The_hash_is_of_what_is_said_and_not_of_how_it_is_written()
    {
        var one = PolicyText.Read("""{"id": "p", "root": {"need": 1.0, "of": {"a": "x", "b": 2}}}""").Hash;
        one.Length.ShouldBe(64);
        PolicyText.Read("{ \"root\":{\"of\":{\"b\":2.00,\"a\":\"x\"},\n\"need\":1}, \"id\":\"p\"}").Hash.ShouldBe(one);
        PolicyText.Read("""{"id": "p", "root": {"need": 1.01, "of": {"a": "x", "b": 2}}}""").Hash.ShouldNotBe(one);
        PolicyText.Read("""{"id": "p", "note": "new", "root": {"need": 1.0, "of": {"a": "x", "b": 2}}}""").Hash.ShouldNotBe(one);
    }

    private static IEnumerable<Requirement> Nodes(Requirement node) => node.Below.SelectMany(Nodes).Prepend(node);
}
