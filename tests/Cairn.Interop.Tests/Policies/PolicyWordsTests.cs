using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

public sealed class PolicyWordsTests
{
    [Fact]
    public void A_change_is_said_with_its_place_and_whether_it_asks_more()
    {
        var after = Texts.Diploma.Replace("\"need\": 4", "\"need\": 4.50", StringComparison.Ordinal).Replace("\"split\": true", "\"split\": false", StringComparison.Ordinal)
            .Replace("""["science", "engineering"]""", "\"science\"", StringComparison.Ordinal).Replace("""{"attest": "capstone", "by": ["principal"]}""", """{"attest": "capstone", "by": ["counselor"]}, {"id": "civics", "attest": "civics"}""", StringComparison.Ordinal);

        Said(Texts.Diploma, after).ShouldBe([
            "the policy: achievements in a pool stay whole now (asks more)",
            "english (root/all/0): asked 4 and asks 4.5 (asks more)",
            "science (root/all/1): accepted credit of science or engineering and accepts credit of science (asks more)",
            "root/all/6: asked capstone by principal and asks capstone by counselor",
            "civics (root/all/7): is new (asks more)"]);
    }

    [Fact]
    public void Every_kind_of_change_is_said()
    {
        Said("""{"id": "a", "root": {"all": [{"id": "x", "label": "X", "need": 1, "of": {}, "pool": "p"}, {"atLeast": 1, "of": [{"attest": "a"}, {"attest": "b"}]}]}}""",
            """{"id": "a", "version": "2", "root": {"all": [{"any": [{"id": "x", "need": {"fact": "n"}, "of": {}, "distinct": "code", "where": [{"max": 1, "of": {"tags": ["t"]}}]}]}, {"atLeast": 2, "of": [{"attest": "a"}, {"attest": "b"}]}]}}""").ShouldBe([
            "the policy: its title, source, version, classes or first day is another", "root/all/0: is new (asks more)", "x (root/all/0/any/0): was called X and is called x", "x (root/all/0/any/0): stood at root/all/0",
            "x (root/all/0/any/0): asked 1 and asks the fact n", "x (root/all/0/any/0): within it asked no part of its own and asks at most 1 of tagged t (asks more)", "x (root/all/0/any/0): counted in the pool p and counts freely, once for each code",
            "root/all/1: asked 1 of 2 and asks 2 of 2 (asks more)"]);
    }

    [Fact]
    public void Other_classes_are_a_change() =>
        Said(Texts.Diploma, Texts.Diploma.Replace("2027}", "2028}", StringComparison.Ordinal)).ShouldBe(["the policy: its title, source, version, classes or first day is another"]);

    [Fact]
    public void What_a_fact_chooses_is_another_when_the_branches_change_places()
    {
        string By(string then, string other) => $$$"""{"root": {"if": {"fact": "classOf", ">=": 2030}, "then": {{{then}}}, "else": {{{other}}} }}""";
        const string Finance = """{"id": "finance", "need": 0.5, "of": {}}""", Civics = """{"id": "civics", "need": 0.5, "of": {}}""", Nothing = """{"all": []}""";
        Said(By(Finance, Nothing), By(Nothing, Finance)).ShouldContain("finance (root/else): stood at root/then");
        Said(By(Finance, Civics), By(Civics, Finance)).ShouldBe(["civics (root/then): stood at root/else", "finance (root/else): stood at root/then"]);
        Said(By(Nothing, """{"need": 1, "of": {}}"""), By("""{"need": 1, "of": {}}""", Nothing)).ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_odd_is_said_with_its_place()
    {
        var said = PolicyCheck.Of(Texts.Read("""
            {"root": {"all": [{"any": []}, {"id": "x", "attest": "a"}, {"id": "x", "not": {"attest": "a"}}, {"need": 0, "of": {"type": "credti"}, "pool": "p"},
              {"if": {"fact": "f", ">=": 3}, "then": {"if": {"fact": "f", ">=": 2}, "then": {"attest": "c"}, "else": {"attest": "d"}}},
              {"any": [{"attest": "e"}, {"all": [{"attest": "e"}, {"attest": "f"}]}]}]}}
            """)).Select(PolicyWords.Of).ToList();

        said.ShouldContain("root/all/0: can never be met, whatever a learner shows");
        said.ShouldContain("root/all/2: forbids what root/all/1 asks at the same time");
        said.ShouldContain("root/all/4/then/else: is never chosen: root/all/4 has decided it already");
        said.ShouldContain("root/all/5/any/1: is never needed: whoever meets it meets root/all/5/any/0 already");
        said.ShouldContain("root/all/3: asks nothing: everybody meets it");
        said.ShouldContain("root/all/3: is alone in the pool p: nothing competes in it");
        said.ShouldContain("root/all/2: has the name x, and so has root/all/1");
        said.ShouldContain("root/all/3: says credti: is credit meant?");
    }

    [Theory]
    [InlineData("co-menu", "")]
    [InlineData("nh-306.27", "")]
    [InlineData("oh-2023", "")]
    [InlineData("sc-unit", "")]
    [InlineData("tce-ibplc", "PoolOfOne")]
    [InlineData("vt-eqs-2120.8", "")]
    public void In_the_real_policies_no_mistake_is_seen(string name, string others)
    {
        var issues = PolicyCheck.Of(Texts.Read(File.ReadAllText(TestData.Path("policies", name + ".json"))));
        issues.Where(one => one.IsMistake).Select(PolicyWords.Of).ShouldBeEmpty();
        string.Join(' ', issues.Where(one => one.Kind != PolicyIssueKind.CountsTwice).Select(one => one.Kind).Distinct()).ShouldBe(others);
    }

    [Fact]
    public void A_gap_is_said_in_the_words_of_the_policy()
    {
        var audit = PolicyAudit.From(PolicyCase.Read(Texts.Read(Texts.Diploma), """{"facts": {"electives": 0}, "achievements": [{"type": "credit", "subject": "science", "units": 2.5}]}"""));
        var science = audit.Gaps.Single(one => one.Node.Id == "science");
        science.Shortfalls.Select(one => PolicyWords.Of(one, "")).ShouldBe(["1 credit of science or engineering tagged lab, or 0.5 + 0.5"]);
        PolicyWords.Of(new Shortfall(2, [new([])], [new([new HasTags([new(new TextValue("exam"))])])], "code", []), "points")
            .ShouldBe("2 points, but nothing more that is tagged exam, each with another code, in one piece or several");
        PolicyWords.Of(new Shortfall(1, [Of("""{"type": "engagement"}""")], [], "year", [new NumberValue(1), new NumberValue(3)]), "").ShouldBe("1 engagement, each with another year than 1, 3, or 0.5 + 0.5");
    }

    [Theory]
    [InlineData("{}", "anything", "1 credit")]
    [InlineData("""{"type": "credit"}""", "credit", "1 credit")]
    [InlineData("""{"type": "learning-goal", "level": {">=": 3}}""", "learning-goal with level 3 or more", "1 learning-goal with level 3 or more")]
    [InlineData("""{"subject": ["math", "statistics"], "tags": ["lab", "honors"]}""", "of math or statistics tagged lab and honors", "1 credit of math or statistics tagged lab and honors")]
    [InlineData("""{"any": [{"type": "seal"}, {"type": "credential", "points": {"<=": 2.50}}]}""", "that is seal or (credential with points 2.5 or less)", "1 credit that is seal or (credential with points 2.5 or less)")]
    [InlineData("""{"type": "credit", "not": {"tags": "remedial"}}""", "credit but not tagged remedial", "1 credit but not tagged remedial")]
    [InlineData("""{"date": {">=": "2026-01-01"}, "gp": {">=": {"fact": "least"}}, "isOpen": true}""", "from 2026-01-01 on with gp the fact least or more with isOpen yes", "1 credit from 2026-01-01 on with gp the fact least or more with isOpen yes")]
    public void A_selector_is_said_in_words(string selector, string alone, string counted)
    {
        var before = Texts.Read($$"""{"root": {"need": 1, "of": {{selector}} } }""");
        PolicyDiff.Between(before, Texts.Read("""{"root": {"need": 1, "of": {"code": "x"}}}""")).Select(PolicyWords.Of).Single().ShouldStartWith($"root: accepted {alone} and accepts with code x");
        PolicyWords.Of(new Shortfall(1, [Of(selector)], [], "", []), "").ShouldBe(counted + ", or 0.5 + 0.5");
    }

    private static Selector Of(string selector) => ((Leaf)Texts.Read($$"""{"root": {"need": 1, "of": {{selector}} } }""").Root).Of;

    private static List<string> Said(string before, string after) => [.. PolicyDiff.Between(Texts.Read(before), Texts.Read(after)).Select(PolicyWords.Of)];
}
