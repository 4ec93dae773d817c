using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

/// <summary>Whatever is unused, closed or missing says the true reason.</summary>
public sealed class AuditReasonsTests
{
    private const string Two = """{"all": [{"need": 0.5, "of": {"subject": "x"}, "pool": "p"}, {"need": 0.5, "of": {"type": "credit"}, "pool": "p"}]}""";

    [Fact]
    public void What_another_leaf_has_is_claimed_and_no_limit_is_named_where_there_is_none()
    {
        Unused(Two, """{"id": "a", "type": "credit", "subject": "x"}""").ShouldBe(["a 0.5 Claimed root/all/0"]);
        Unused("""{"need": 2, "of": {}, "where": [{"max": 1, "of": {"via": "exam"}}]}""", """{"id": "a", "via": "exam", "units": 2}""").ShouldBe(["a 1 Cap root"]);
    }

    [Fact]
    public void A_waived_leaf_and_a_branch_that_a_fact_did_not_choose_accept_it_all_the_same()
    {
        Unused("""{"all": [{"id": "x", "need": 1, "of": {"subject": "x"}}, {"attest": "b"}]}""", """{"id": "a", "subject": "x"}, {"id": "w", "type": "attestation", "key": "waive", "leaf": "x", "by": "principal"}""")
            .ShouldBe(["a 1 LeafFull root/all/0"]);
        Unused("""{"if": {"fact": "f", ">=": 1}, "then": {"need": 1, "of": {"subject": "x"}}, "else": {"attest": "b"}}""", """{"id": "a", "subject": "x"}""").ShouldBe(["a 1 OtherBranch root/then"]);
    }

    [Fact]
    public void Scores_that_do_not_decide_are_told_and_so_is_an_exception_that_names_nothing()
    {
        const string Score = """{"score": "max", "of": [{"type": "test"}], "need": 5}""";
        Unused(Score, """{"id": "a", "type": "test", "score": 9}, {"id": "b", "type": "test", "score": 7}, {"id": "c", "type": "test", "score": "8"}""").ShouldBe(["b 1 Outdone root", "c 1 Outdone root"], ignoreOrder: true);
        Unused(Score, """{"id": "a", "type": "test", "score": 4}""").ShouldBe(["a 1 Outdone root"]);
        Unused("""{"attest": "b"}""", """{"id": "w", "type": "attestation", "key": "waive", "leaf": "rooot", "by": "principal"}""").ShouldBe(["w 1 NoLeafAccepts "]);
    }

    [Fact]
    public void One_achievement_is_put_to_a_leaf_of_each_pool_and_in_a_divided_pool_to_several()
    {
        const string Pools = """{"all": [{"id": "l1", "need": 1, "of": {}, "pool": "p"}, {"id": "l2", "need": 1, "of": {}, "pool": "p"}, {"id": "m1", "need": 1, "of": {}, "pool": "r"}, {"id": "m2", "need": 1, "of": {}, "pool": "r"}, {"id": "n", "need": 1, "of": {}}]}""";
        foreach (var pins in (string[][])[["l2", "m2"], ["m2", "l2"], ["l2", "n", "m2"]])
            Audit($$"""{"root": {{Pools}}}""", """{"id": "a"}""", pins).Findings.Where(one => one.Used.Count > 0).Select(one => one.Node.Id).ShouldBe(["l2", "m2", "n"]);
        Audit("""{"split": true, "root": {"all": [{"id": "l1", "need": 0.5, "of": {}, "pool": "p"}, {"id": "l2", "need": 0.5, "of": {}, "pool": "p"}, {"id": "l3", "need": 0.5, "of": {}, "pool": "p"}]}}""", """{"id": "a"}""", "l3", "l2").Remaining.ShouldBe(0.5m);
    }

    [Fact]
    public void A_gap_names_what_is_under_way_also_where_it_closes_another_branch()
    {
        var audit = Audit("""{"root": {"any": [{"need": 2, "of": {"subject": "x"}}, {"need": 1, "of": {"subject": "y"}}]}}""", """{"id": "a", "subject": "x", "units": 2, "status": "in-progress"}""");
        (audit.Findings[0].Status, audit.Gaps.Single().Node.Path, audit.Gaps.Single().Routes.Single().Kind).ShouldBe((FindingStatus.OnTrack, "root/any/1", RouteKind.UnderWay));
        audit.Gaps.Single().Routes.Single().With.ShouldBe(["a"]);
    }

    [Fact]
    public void What_is_closed_for_want_of_a_fact_names_the_fact()
    {
        var policy = """{"root": {"need": {"fact": "years"}, "of": {}}}""";
        PolicyLine.Answer(Texts.Read(policy), """{"facts": {"years": "4"}, "achievements": []}""", explain: true).Line.ShouldContain("\"unknownFact\":\"years\"");
        PolicyLine.Answer(Texts.Read(policy), """{"facts": {"years": 4}, "achievements": []}""", explain: true).Line.ShouldNotContain("unknownFact");
    }

    [Fact]
    public void A_case_that_was_no_utf_8_is_refused()
    {
        var answer = PolicyLine.Answer(Texts.Read("""{"root": {"attest": "a"}}"""), "{\"achievements\": [{\"name\": \"caf\uFFFD\"}]}", explain: false, 1);
        (answer.IsAnswer, answer.Wrong).ShouldBe((false, "a character could not be read: is the file UTF-8?"));
    }

    [Fact]
    public void A_policy_around_another_divides_as_that_one_does_unless_it_says_otherwise()
    {
        string Around(string said) => $$$"""{{{{said}}} "defs": {"state": {"split": true, "unit": "hours", "root": {{{Two.Replace("\"subject\": \"x\"", "", StringComparison.Ordinal)}}}}}, "root": {"use": "state"}}""";
        const string One = """{"id": "a", "type": "credit"}""";
        Audit(Around(""), One).Remaining.ShouldBe(0);
        Audit(Around("\"split\": false,"), One).Remaining.ShouldBe(0.5m);
        PolicyText.Read(Around("\"split\": false,")).Warnings.Select(one => one.Path).ShouldBe(["split"]);
        PolicyText.Read(Around("")).Warnings.ShouldBeEmpty();
    }

    private static IEnumerable<string> Unused(string root, string achievements) =>
        Audit($$"""{"root": {{root}}}""", achievements).Unused.Select(one => FormattableString.Invariant($"{one.Achievement} {one.Units} {one.Reason} {one.Leaf}"));

    private static PolicyAudit Audit(string policy, string achievements, params string[] pins) => PolicyAudit.From(PolicyCase.Read(Texts.Read(policy),
        $$"""{"achievements": [{{achievements}}], "pins": [{{string.Join(", ", pins.Select(one => $$"""{"achievement": "a", "leaf": "{{one}}"}"""))}}]}"""));
}
