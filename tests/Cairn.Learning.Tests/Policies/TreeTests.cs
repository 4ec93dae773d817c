using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class TreeTests
{
    private static readonly Node A = Build.Need(1, Build.Tagged("a"));
    private static readonly Node ThreeB = Build.Need(3, Build.Tagged("b"));
    private static readonly Node TwoC = Build.Need(2, Build.Tagged("c"));

    [Fact]
    public void All_misses_the_sum() => Build.Audit(Build.All(A, ThreeB, TwoC)).Remaining.ShouldBe(6);

    [Fact]
    public void Any_misses_the_least() => Build.Audit(Build.Any(A, ThreeB, TwoC), Build.Got("b", 2.5m, says: "b")).Remaining.ShouldBe(0.5m);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 6)]
    public void So_many_of_them_miss_the_least_of_so_many(int count, int missing) => Build.Audit(Build.AtLeast(count, A, ThreeB, TwoC)).Remaining.ShouldBe(missing);

    [Fact]
    public void More_than_there_are_is_closed() => Build.Audit(Build.AtLeast(2, A)).IsBlocked.ShouldBeTrue();

    [Fact]
    public void All_of_nothing_is_met_and_any_of_nothing_is_closed()
    {
        Build.Audit(Build.All()).IsMet.ShouldBeTrue();
        Build.Audit(Build.Any()).IsBlocked.ShouldBeTrue();
    }

    [Fact]
    public void An_attestation_of_a_person_is_one_or_nothing()
    {
        var open = Build.Audit(Build.All(Build.Attest("board", "principal"), A), Build.Got("a", says: "a"));
        (open.Remaining, open.Findings[0].Status, open.Findings[1].Status).ShouldBe((1m, FindingStatus.NeedsPerson, FindingStatus.NeedsPerson));
        Build.Audit(Build.Attest("board"), Build.Attested("board")).IsMet.ShouldBeTrue();
        Build.Audit(Build.Attest("board"), Build.Attested("other")).Remaining.ShouldBe(1);
        // Where something else is missing too, a person alone does not help.
        Build.Audit(Build.All(Build.Attest("board"), A)).Findings[0].Status.ShouldBe(FindingStatus.NotYet);
    }

    [Fact]
    public void A_fact_chooses_and_one_that_is_not_known_takes_the_other()
    {
        var node = Build.If("classOf", Comparison.AtLeast, 2023, TwoC, A);
        Ask(node, ("classOf", 2023)).ShouldBe(2);
        Ask(node, ("classOf", 2022)).ShouldBe(1);
        Ask(node).ShouldBe(1);
    }

    [Fact]
    public void What_must_not_be_closes_its_branch()
    {
        var node = Build.Any(Build.All(Build.Not(Build.Attest("suspended")), A), ThreeB);
        Build.Audit(node).Remaining.ShouldBe(1);
        Build.Audit(node, Build.Attested("suspended")).Remaining.ShouldBe(3);
        var closed = Build.Audit(Build.Not(Build.Any(Build.Attest("x"), Build.Attest("y"))), Build.Attested("y"));
        (closed.IsMet, closed.Remaining).ShouldBe((false, null));
        Build.Audit(Build.Not(Build.All(Build.Attest("x"), Build.Attest("y"))), Build.Attested("y")).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void Where_one_part_is_closed_the_others_are_told_all_the_same()
    {
        var audit = Build.Audit(Build.All(Build.NeedOfFact("unknown", Build.Everything), Build.Need(1, Build.Tagged("a"), "p"), Build.Need(1, Build.Everything, "p")), Build.Got("a", says: "a"));
        (audit.IsBlocked, audit.IsDecided).ShouldBe((true, true));
        audit.Findings.Select(one => (one.Status, one.Remaining)).ShouldBe([(FindingStatus.Closed, null), (FindingStatus.Closed, null), (FindingStatus.Met, 0m), (FindingStatus.Met, 0m)]);
    }

    [Fact]
    public void A_waiver_stands_in_the_place_of_whatever_is_below_it()
    {
        var waiver = Build.Got("w", says: ["type=attestation", "key=waive", "leaf=root/all/1"]);
        var audit = Build.Audit(Build.All(A, Build.All(ThreeB, TwoC)), waiver);
        (audit.Remaining, audit.Findings.Single(one => one.Node.Path == "root/all/1").Status).ShouldBe((1m, FindingStatus.Waived));
        audit.Unused.ShouldBeEmpty();
    }

    [Fact]
    public void A_waiver_that_is_only_planned_waives_nothing() =>
        Build.Audit(A, Build.Got("w", says: ["type=attestation", "key=waive", "leaf=root", "status=planned"])).Remaining.ShouldBe(1);

    [Fact]
    public void What_the_learner_is_at_makes_on_track_and_what_they_plan_is_asked_apart()
    {
        var ask = Build.Ask(Build.All(A, TwoC), Build.Got("a", says: ["a", "status=in-progress"]), Build.Got("c", 2, says: ["c", "status=planned"]), Build.Got("other", says: ["c", "status=done"]));
        var audit = PolicyAudit.From(ask);
        audit.Findings.Select(one => one.Status).ShouldBe([FindingStatus.NotYet, FindingStatus.OnTrack, FindingStatus.NotYet]);
        audit.Remaining.ShouldBe(2);
        PolicyAudit.Planned(ask).ShouldBe(0);
        audit.Unused.Select(one => (one.Achievement, one.Reason)).ShouldBe([("a", UnusedReason.NotEarned), ("c", UnusedReason.NotEarned)]);
    }

    private static decimal? Ask(Node node, params (string Fact, int Value)[] facts) =>
        PolicyAudit.From(Build.Ask(node) with { Facts = facts.ToDictionary(one => one.Fact, one => (FieldValue)new NumberValue(one.Value)) }).Remaining;
}
