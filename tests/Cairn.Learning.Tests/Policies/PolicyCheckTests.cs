using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

public sealed class PolicyCheckTests
{
    private static readonly Selector Math = Build.Of(("type", "credit"), ("subject", "math"));
    private static readonly Selector Arts = Build.Of(("type", "credit"), ("subject", "arts"));

    [Fact]
    public void A_policy_without_oddities_has_none() => Issues(Build.All(
        Build.Need(3, Math, "credit", where: Build.Least(1, Build.Tagged("algebra"))), Build.Need(2, Build.Of(("type", "credit")), "credit"), Build.Any(Build.Attest("a"), Build.Need(1, Build.Of(("type", "seal")))))).ShouldBeEmpty();

    [Fact]
    public void What_can_never_be_met_is_told_where_it_begins()
    {
        string[] NeverMet(Node node) => [.. Issues(node).Where(one => one.Kind == PolicyIssueKind.NeverMet).Select(one => one.Path)];
        NeverMet(Build.All(Build.Any())).ShouldBe(["root/all/0", "root"]);
        NeverMet(Build.Any(Build.AtLeast(3, Build.Attest("a"), Build.Attest("b")), Build.Attest("c"))).ShouldBe(["root/any/0"]);
        NeverMet(Build.Need(4, Math, where: Build.Most(3, Build.Everything))).ShouldBe(["root"]);
        NeverMet(Build.Need(3, Math, "", "", "", Build.Most(1, Build.Tagged("exam")), Build.Least(2, Build.Tagged("exam")))).ShouldBe(["root"]);
        NeverMet(Build.Need(3, Math, where: Build.Least(1, Build.Of(("subject", "arts"))))).ShouldBe(["root"]);
        NeverMet(Build.Need(3, new([new FieldIsOneOf("subject", [Text("math"), Text("arts")])]), distinct: "subject")).ShouldBe(["root"]);
        NeverMet(Build.Need(1, new([new FieldIs("level", Comparison.AtLeast, Build.Value(4)), new FieldIs("level", Comparison.AtMost, Build.Value(3))]))).ShouldBe(["root"]);
        NeverMet(Build.Need(1, new([.. Math.Conditions, new NotAccepted(Build.Of(("type", "credit")))]))).ShouldBe(["root"]);
        NeverMet(Build.Score(ScoreOf.Max, 1, false)).ShouldBe(["root"]);
        NeverMet(Build.Not(Build.All())).ShouldBe(["root"]);
    }

    [Fact]
    public void What_may_well_be_met_is_not_told()
    {
        Kinds(Build.Need(3, Math, where: Build.Most(2, Build.Tagged("exam")))).ShouldBeEmpty();
        Kinds(Build.Need(2, new([new FieldIsOneOf("subject", [Text("math"), Text("arts")])]), distinct: "subject")).ShouldBeEmpty();
        Kinds(Build.NeedOfFact("years", Math)).ShouldBeEmpty();
        Kinds(Build.Need(1, Build.Tagged("a", "b"))).ShouldBeEmpty();
    }

    [Fact]
    public void What_asks_nothing_is_told()
    {
        Kinds(Build.All(Build.Need(0, Math), Build.AtLeast(0, Build.Attest("a")))).ShouldBe([PolicyIssueKind.AlwaysMet, PolicyIssueKind.AlwaysMet]);
        Kinds(Build.Any(Build.Attest("a"), Build.Not(Build.Attest("a")))).ShouldContain(PolicyIssueKind.AlwaysMet);
    }

    [Fact]
    public void What_is_asked_and_forbidden_at_one_time_contradicts_itself()
    {
        Issues(Build.All(Build.Attest("a"), Build.Not(Build.Attest("a")))).ShouldContain(new PolicyIssue(PolicyIssueKind.Contradicts, "root/all/1", "root/all/0"));
        Issues(Build.All(Build.Any(Build.Attest("a"), Build.Attest("b")), Build.Not(Build.Any(Build.Attest("x"), Build.Attest("b"))))).ShouldContain(new PolicyIssue(PolicyIssueKind.Contradicts, "root/all/1", "root/all/0/any/1"));
        Issues(Build.All(Build.Not(Build.Need(1, Build.Of(("type", "credit")))), Build.All(Build.Need(2, Math)))).Select(one => one.Kind).ShouldContain(PolicyIssueKind.Contradicts);
        Kinds(Build.All(Build.Not(Build.Need(3, Math)), Build.Need(2, Math))).ShouldNotContain(PolicyIssueKind.Contradicts);
        Kinds(Build.Any(Build.Attest("a"), Build.Not(Build.Attest("b")))).ShouldNotContain(PolicyIssueKind.Contradicts);
    }

    [Fact]
    public void A_branch_that_another_always_goes_before_is_never_needed()
    {
        Issues(Build.Any(Build.Need(2, Math), Build.Need(1, Build.Of(("type", "credit"))))).ShouldContain(new PolicyIssue(PolicyIssueKind.NeverNeeded, "root/any/0", "root/any/1"));
        Issues(Build.Any(Build.Attest("a"), Build.All(Build.Attest("a"), Build.Attest("b")))).ShouldContain(new PolicyIssue(PolicyIssueKind.NeverNeeded, "root/any/1", "root/any/0"));
        Issues(Build.Any(Build.Attest("a"), Build.Attest("a"))).Where(one => one.Kind == PolicyIssueKind.NeverNeeded).ShouldBe([new(PolicyIssueKind.NeverNeeded, "root/any/1", "root/any/0")]);
        Kinds(Build.Any(Build.Need(2, Math), Build.Need(1, Arts))).ShouldBeEmpty();
    }

    [Fact]
    public void A_branch_that_no_fact_chooses_is_told()
    {
        var inner = Build.If("classOf", Comparison.AtLeast, 2025, Build.Attest("a"), Build.Attest("b"));
        Issues(Build.If("classOf", Comparison.AtLeast, 2030, inner, Build.Attest("c"))).ShouldBe([new(PolicyIssueKind.NeverChosen, "root/then/else", "root")]);
        Issues(Build.If("classOf", Comparison.AtLeast, 2020, Build.Attest("c"), inner)).ShouldBe([new(PolicyIssueKind.NeverChosen, "root/else/then", "root")]);
        Issues(Build.If("classOf", Comparison.AtMost, 2020, inner, Build.Attest("c"))).ShouldBe([new(PolicyIssueKind.NeverChosen, "root/then/then", "root")]);
        Kinds(Build.If("classOf", Comparison.AtLeast, 2020, inner, inner)).ShouldNotContain(PolicyIssueKind.NeverMet);
        Kinds(Build.If("other", Comparison.AtLeast, 2030, inner, Build.Attest("c"))).ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_that_do_not_compete_and_take_the_same_count_twice()
    {
        Issues(Build.All(Build.Need(1, Math, "p"), Build.Need(2, Build.Of(("type", "credit")), "q"), Build.Need(3, Arts, "p"))).Where(one => one.Kind == PolicyIssueKind.CountsTwice)
            .ShouldBe([new(PolicyIssueKind.CountsTwice, "root/all/0", "root/all/1"), new(PolicyIssueKind.CountsTwice, "root/all/1", "root/all/2")]);
        Kinds(Build.Any(Build.Need(1, Math), Build.Need(2, Build.Tagged("lab")))).ShouldNotContain(PolicyIssueKind.CountsTwice);
        Kinds(Build.AtLeast(2, Build.Need(1, Math), Build.Need(2, Build.Tagged("lab")))).ShouldContain(PolicyIssueKind.CountsTwice);
        Kinds(Build.All(Build.Need(1, Math), Build.Need(1, Arts))).ShouldBeEmpty();
    }

    [Fact]
    public void A_pool_without_a_rival_a_name_that_stands_twice_and_a_word_that_looks_misspelt_are_told()
    {
        Issues(Build.Need(1, Math, "tce")).ShouldBe([new(PolicyIssueKind.PoolOfOne, "root", "", "tce")]);
        Issues(Build.All(Build.Need(1, Math, id: "x"), Build.Need(1, Arts, id: "x"))).ShouldBe([new(PolicyIssueKind.SameName, "root/all/1", "root/all/0", "x")]);
        Issues(Build.Need(1, Build.Of(("type", "credti"), ("subjct", "math")))).ShouldBe([new(PolicyIssueKind.LooksMisspelt, "root", "", "credti credit"), new(PolicyIssueKind.LooksMisspelt, "root", "", "subjct subject")]);
    }

    [Fact]
    public void Facts_that_are_asked_are_listed_and_whether_something_is_closed_without_them()
    {
        var facts = PolicyCheck.Facts(Build.Policy(Build.All(Build.NeedOfFact("years", Math), Build.If("classOf", Comparison.AtLeast, 2030, Build.Attest("a"), Build.Need(1, new([new FieldIs("gp", Comparison.AtLeast, new(null, "minimum"))]))))));
        facts.Select(one => (one.Name, one.IsNeeded, string.Join(' ', one.Paths))).ShouldBe([("classOf", false, "root/all/1"), ("minimum", false, "root/all/1/else"), ("years", true, "root/all/0")]);
    }

    [Fact]
    public void A_policy_that_is_very_large_is_looked_through_too()
    {
        var any = Enumerable.Range(0, 40).Select(i => $"t{i}").ToArray();
        var nested = new Selector([new AcceptedByAny([.. any.Select(one => new Selector([.. Build.TaggedAny(any).Conditions, .. Build.Of(("type", one)).Conditions]))])]);
        var leaves = Enumerable.Range(0, 200).Select(i => Build.Need(1, i % 3 == 0 ? nested : Build.Of(("type", $"x{i}")), where: Build.Least(1, nested))).ToArray();

        var issues = PolicyCheck.Of(Build.Policy(Build.All(Build.All(leaves), Build.Any(leaves), Build.Not(Build.Any(leaves)))));

        issues.Count.ShouldBeLessThan(PolicyCheck.MostOfAKind * 6);
        issues.Select(one => one.Kind).ShouldContain(PolicyIssueKind.Contradicts);
    }

    [Fact]
    public void What_it_says_can_never_be_met_is_met_by_nobody() => Gen.Select(PolicyCases.All, PolicyCases.All).Sample((ask, other) =>
    {
        var told = PolicyCheck.Of(ask.Policy).Where(one => one.Kind is PolicyIssueKind.NeverMet or PolicyIssueKind.AlwaysMet).ToLookup(one => one.Kind, one => one.Path);
        var audit = PolicyAudit.From(ask with { Achievements = [.. ask.Achievements, .. other.Achievements.Select((one, i) => new Achievement($"m{i}", one.Fields))] });
        foreach (var finding in audit.Findings)
        {
            if (told[PolicyIssueKind.NeverMet].Contains(finding.Node.Path)) finding.Remaining.ShouldNotBe(0);
            if (told[PolicyIssueKind.AlwaysMet].Contains(finding.Node.Path)) finding.Remaining.ShouldBe(0);
        }
    }, iter: 300, print: both => PolicyCases.Print(both.Item1));

    private static IReadOnlyList<PolicyIssue> Issues(Node root) => PolicyCheck.Of(Build.Policy(root));

    private static List<PolicyIssueKind> Kinds(Node root) => [.. Issues(root).Select(one => one.Kind)];

    private static Named Text(string text) => new(new TextValue(text));
}
