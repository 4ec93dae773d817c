using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

public sealed class PolicyDiffTests
{
    private static readonly Selector Science = Build.Of(("type", "credit"), ("subject", "science"));
    private static readonly Selector Any = Build.Of(("type", "credit"));
    private static readonly Node Base = Build.All(Build.Need(3, Science, id: "science"), Build.Any(Build.Attest("a"), Build.Attest("b")), Build.Need(5, Any, id: "electives"));

    [Fact]
    public void The_same_policy_is_not_otherwise() => Told(Base, Base).ShouldBeEmpty();

    [Fact]
    public void An_amount_that_rises_asks_more_and_one_that_falls_asks_less()
    {
        Told(Base, Build.All(Build.Need(4, Science, id: "science"), Build.Any(Build.Attest("a"), Build.Attest("b")), Build.Need(4.5m, Any, id: "electives")))
            .ShouldBe([(PolicyChangeKind.Amount, "root/all/0", PolicyStrictness.Stricter), (PolicyChangeKind.Amount, "root/all/2", PolicyStrictness.Milder)]);
    }

    [Fact]
    public void What_stands_in_the_middle_is_new_and_the_others_only_stand_one_further()
    {
        Told(Base, Build.All(Build.Need(3, Science, id: "science"), Build.Need(1, Build.Tagged("finance"), id: "finance"), Build.Any(Build.Attest("a"), Build.Attest("b")), Build.Need(5, Any, id: "electives")))
            .ShouldBe([(PolicyChangeKind.Added, "root/all/1", PolicyStrictness.Stricter)]);
        Told(Build.All(Build.Attest("a"), Build.Attest("b")), Build.All(Build.Attest("b"))).ShouldBe([(PolicyChangeKind.Removed, "root/all/0", PolicyStrictness.Milder)]);
    }

    [Fact]
    public void A_way_more_asks_less()
    {
        Told(Base, Build.All(Build.Need(3, Science, id: "science"), Build.Any(Build.Attest("a"), Build.Attest("b"), Build.Attest("c")), Build.Need(5, Any, id: "electives")))
            .ShouldBe([(PolicyChangeKind.Added, "root/all/1/any/2", PolicyStrictness.Milder)]);
        Told(Build.AtLeast(1, Build.Attest("a"), Build.Attest("b")), Build.AtLeast(2, Build.Attest("a"), Build.Attest("b"))).ShouldBe([(PolicyChangeKind.Amount, "root", PolicyStrictness.Stricter)]);
    }

    [Fact]
    public void What_counts_becomes_narrower_or_wider_or_other()
    {
        Node With(Selector of, string pool = "", params Limit[] parts) => Build.Need(1, of, pool, where: parts);
        Told(With(Any), With(Science)).ShouldBe([(PolicyChangeKind.Accepts, "root", PolicyStrictness.Stricter)]);
        Told(With(Science), With(Any)).ShouldBe([(PolicyChangeKind.Accepts, "root", PolicyStrictness.Milder)]);
        Told(With(Science), With(Build.Tagged("x"))).ShouldBe([(PolicyChangeKind.Accepts, "root", PolicyStrictness.Either)]);
        Told(With(Any), With(Any, "p", Build.Least(1, Science))).ShouldBe([(PolicyChangeKind.Parts, "root", PolicyStrictness.Stricter), (PolicyChangeKind.Counting, "root", PolicyStrictness.Stricter)]);
        Told(With(Any, "", Build.Most(1, Science)), With(Any)).ShouldBe([(PolicyChangeKind.Parts, "root", PolicyStrictness.Milder)]);
    }

    [Fact]
    public void Below_what_must_not_be_nothing_is_said_to_ask_more() =>
        Told(Build.Not(Build.Need(2, Any)), Build.Not(Build.Need(3, Any))).ShouldBe([(PolicyChangeKind.Amount, "root/not", PolicyStrictness.Either)]);

    [Fact]
    public void A_node_is_known_by_its_name_wherever_it_stands()
    {
        Told(Base, Build.All(Build.All(Build.Need(2, Science, id: "science")), Build.Any(Build.Attest("a"), Build.Attest("b")), Build.Need(5, Any, id: "electives")))
            .ShouldBe([(PolicyChangeKind.Added, "root/all/0", PolicyStrictness.Stricter), (PolicyChangeKind.Moved, "root/all/0/all/0", PolicyStrictness.Either), (PolicyChangeKind.Amount, "root/all/0/all/0", PolicyStrictness.Milder)]);
    }

    [Fact]
    public void What_is_about_the_whole_is_told_without_a_place()
    {
        PolicyDiff.Between(Build.Policy(Base), Build.Policy(Base, isSplit: true) with { Version = "2" }).Select(one => (one.Kind, one.Path, one.Strictness))
            .ShouldBe([(PolicyChangeKind.Naming, "", PolicyStrictness.Same), (PolicyChangeKind.Split, "", PolicyStrictness.Milder)]);
    }

    [Fact]
    public void Where_every_change_asks_more_nobody_gains_and_where_less_nobody_loses() => Gen.Select(PolicyCases.All, PolicyCases.All).Sample((ask, other) =>
    {
        var changes = PolicyDiff.Between(ask.Policy, other.Policy).Select(one => one.Strictness).ToHashSet();
        changes.Remove(PolicyStrictness.Same);
        if (changes.Count > 1 || changes.Contains(PolicyStrictness.Either)) return;
        var gained = WhatIf.Under(ask, other.Policy).Gained!.Value;
        if (changes.Contains(PolicyStrictness.Stricter)) gained.ShouldBeLessThanOrEqualTo(0);
        else if (changes.Contains(PolicyStrictness.Milder)) gained.ShouldBeGreaterThanOrEqualTo(0);
        else gained.ShouldBe(0);
    }, iter: 400, print: both => PolicyCases.Print(both.Item1) + "\nthen\n" + PolicyCases.Print(both.Item2));

    private static List<(PolicyChangeKind, string, PolicyStrictness)> Told(Node before, Node after) =>
        [.. PolicyDiff.Between(Build.Policy(before), Build.Policy(after)).Select(one => (one.Kind, one.Path, one.Strictness))];
}
