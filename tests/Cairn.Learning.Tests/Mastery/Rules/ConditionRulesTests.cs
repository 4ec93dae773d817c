using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class ConditionRulesTests
{
    private static readonly Child Shown = new("A", 3, true, 4);
    private static readonly Child NotShown = new("B", 2, false, 4);

    [Fact]
    public void AllShown_asks_for_every_child()
    {
        new AllShown().IsMet([Shown, Shown with { Id = "C" }]).ShouldBeTrue();
        new AllShown().IsMet([Shown, NotShown]).ShouldBeFalse();
    }

    [Fact]
    public void AllShown_is_never_met_without_children() => new AllShown().IsMet([]).ShouldBeFalse();

    [Fact]
    public void AllShown_finds_no_fault_with_its_children() => new AllShown().Fault([Shown, Shown]).ShouldBeNull();

    [Fact]
    public void Points_count_only_what_is_Proficient()
    {
        new Points(4).IsMet([Shown, NotShown]).ShouldBeTrue();
        new Points(5).IsMet([Shown, NotShown]).ShouldBeFalse();
    }

    [Fact]
    public void Points_wait_for_a_required_child_however_many_points_there_are() =>
        new Points(4).IsMet([Shown, NotShown with { IsRequired = true }]).ShouldBeFalse();

    [Theory]
    [InlineData(0, "1 or more")]
    [InlineData(9, "more than the sum")]
    public void Points_refuse_a_need_below_one_or_above_the_sum(int needed, string fault) =>
        new Points(needed).Fault([Shown, NotShown]).ShouldNotBeNull().ShouldContain(fault);

    [Fact]
    public void Points_refuse_a_child_named_twice() => new Points(4).Fault([Shown, NotShown, Shown]).ShouldNotBeNull().ShouldContain("A is named twice");

    [Fact]
    public void Points_refuse_points_below_zero() => new Points(4).Fault([Shown with { Points = -1 }, NotShown]).ShouldNotBeNull().ShouldContain("0 or more");

    [Fact]
    public void Points_find_no_fault_where_just_enough_can_be_had() => new Points(8).Fault([Shown, NotShown]).ShouldBeNull();

    [Fact]
    public void AnyOf_is_met_by_one_group_that_is_wholly_true()
    {
        AnyOf.IsMet([[true, false], [true]]).ShouldBeTrue();
        AnyOf.IsMet([[true, false], [false]]).ShouldBeFalse();
    }

    [Fact]
    public void A_group_without_a_condition_is_never_met()
    {
        AnyOf.IsMet([[]]).ShouldBeFalse();
        AnyOf.IsMet([[], [true]]).ShouldBeTrue();
        AnyOf.IsMet([]).ShouldBeFalse();
        new AnyOf { Groups = [[]] }.IsMet([Shown]).ShouldBeFalse();
    }

    [Fact]
    public void AnyOf_reads_its_conditions_from_the_children_it_names()
    {
        new AnyOf { Groups = [["B"], ["A"]] }.IsMet([Shown, NotShown]).ShouldBeTrue();
        new AnyOf { Groups = [["A", "B"]] }.IsMet([Shown, NotShown]).ShouldBeFalse();
    }

    [Fact]
    public void AnyOf_refuses_a_condition_on_a_stranger()
    {
        new AnyOf { Groups = [["A"], ["X"]] }.Fault([Shown, NotShown]).ShouldNotBeNull().ShouldContain("X is not a child");
        new AnyOf { Groups = [["A"], ["B"]] }.Fault([Shown, NotShown]).ShouldBeNull();
    }

    [Fact]
    public void Two_rules_are_equal_when_their_groups_are()
    {
        var one = new AnyOf { Groups = [["A", "B"], ["C"]] };
        var same = new AnyOf { Groups = [["A", "B"], ["C"]] };
        same.ShouldBe(one);
        same.GetHashCode().ShouldBe(one.GetHashCode());
        new AnyOf { Groups = [["A", "B"]] }.ShouldNotBe(one);
        new AnyOf { Groups = [["A"], ["B", "C"]] }.ShouldNotBe(one);
        (one with { Decimals = 1 }).ShouldNotBe(one);
        one.Equals(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-0.5, 8.5)]
    [InlineData(0, 9)]
    [InlineData(7.25, 7.25)]
    public void The_minimum_average_of_a_stage_is_said_outright_or_from_the_stage_down(double said, double at) =>
        new Continuum(12, (decimal)said).MinimumAverageAt(9).ShouldBe((decimal)at);
}
