using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using CsCheck;
using static Cairn.Learning.Tests.Diplomas.DiplomaBuild;

namespace Cairn.Learning.Tests.Diplomas;

public sealed class PlanForTests
{
    private static readonly OrganizationId School = new(Some.Id(7));
    private static readonly PolicyPlace There = new(School, null);

    [Fact]
    public void A_learner_is_under_the_version_of_their_class()
    {
        DiplomaPlan[] plans = [Plan(number: 1, until: 2027), Plan(number: 2, from: 2028)];

        PlanFor.Of(plans, There, 2027, "", Today).Plan!.Number.ShouldBe(1);
        PlanFor.Of(plans, There, 2028, "", Today).Plan!.Number.ShouldBe(2);
    }

    [Fact]
    public void Rules_of_other_classes_are_there_to_compare_and_nobody_comes_under_them()
    {
        DiplomaPlan[] plans = [Plan(number: 1, until: 2027), Plan(number: 2, from: 2028), Plan(number: 3, from: 2028)];

        PlanFor.Of(plans, There, 2027, "", Today).OtherVersions.Select(one => one.Number).ShouldBe([3]);
    }

    [Fact]
    public void A_version_holds_from_its_day_on_and_not_before()
    {
        DiplomaPlan[] plans = [Plan(number: 1), Plan(number: 2, effective: Today.AddDays(1))];

        PlanFor.Of(plans, There, 2027, "", Today).Plan!.Number.ShouldBe(1);
        PlanFor.Of(plans, There, 2027, "", Today.AddDays(1)).Plan!.Number.ShouldBe(2);
    }

    [Fact]
    public void The_narrower_place_wins()
    {
        DiplomaPlan[] plans = [Plan("district"), Plan("school", school: School), Plan("elsewhere", school: new OrganizationId(Some.Id(8)))];

        PlanFor.Of(plans, There, 2027, "", Today).Plan!.Code.ShouldBe("school");
    }

    [Fact]
    public void An_alternate_is_for_who_chose_it_only()
    {
        DiplomaPlan[] plans = [Plan(), Plan("trades", isAlternate: true)];

        var (own, chosen) = (PlanFor.Of(plans, There, 2027, "", Today), PlanFor.Of(plans, There, 2027, "trades", Today));

        (own.Plan!.Code, own.IsChosen, own.Alternates.Count).ShouldBe(("standard", false, 1));
        (chosen.Plan!.Code, chosen.IsChosen, chosen.Own!.Code).ShouldBe(("trades", true, "standard"));
    }

    [Fact]
    public void Who_chose_what_is_gone_is_under_the_rules_of_their_class_and_it_is_said()
    {
        DiplomaPlan[] plans = [Plan(), Plan("trades", isAlternate: true), Plan("trades", number: 2, isAlternate: true, isActive: false, effective: Today)];

        var of = PlanFor.Of(plans, There, 2027, "trades", Today);

        (of.Plan!.Code, of.IsChoiceGone, of.Alternates.Count).ShouldBe(("standard", true, 0));
    }

    [Fact]
    public void Without_a_class_or_a_plan_it_is_said_which_is_missing()
    {
        PlanFor.Of([Plan()], There, null, "", Today).Fault.ShouldBe(PlanFault.NoClass);
        PlanFor.Of([Plan(until: 2026)], There, 2027, "", Today).Fault.ShouldBe(PlanFault.NoPlan);
        PlanFor.Of([Plan()], There, 2027, "", Today).Fault.ShouldBe(PlanFault.None);
    }

    [Fact]
    public void The_newest_choice_of_a_day_holds_and_an_empty_one_takes_it_back()
    {
        DiplomaChoice Chose(int n, string plan, int day) => new(new DiplomaChoiceId(Some.Id(n)), Some.Learner, plan, Today.AddDays(day), Some.Teacher, Some.Day(n));
        DiplomaChoice[] all = [Chose(1, "trades", -9), Chose(2, "arts", -3), Chose(3, "", 5)];

        (DiplomaChoice.InForce(all, Today.AddDays(-10)), DiplomaChoice.InForce(all, Today.AddDays(-9)), DiplomaChoice.InForce(all, Today), DiplomaChoice.InForce(all, Today.AddDays(5))).ShouldBe(("", "trades", "arts", ""));
    }

    [Fact]
    public void Whatever_plans_there_are_nobody_comes_under_one_that_is_not_for_them() => Plans.Sample((plans, classOf, choice) =>
    {
        var of = PlanFor.Of(plans, There, classOf, choice, Today);
        if (of.Plan is not { } plan)
        {
            of.Fault.ShouldNotBe(PlanFault.None);
            return;
        }

        (plan.IsFor(classOf), plan.EffectiveFrom <= Today, plan.Place.Reaches(There), plan.IsActive).ShouldBe((true, true, true, true));
        if (plan.IsAlternate) plan.Code.ShouldBe(choice);
    });

    [Fact]
    public void A_new_plan_takes_the_classes_that_it_is_for_and_that_another_plan_has_at_the_place()
    {
        (PolicyPlace, int)[] begun = [(There, 2027), (There, 2028), (new(new OrganizationId(Some.Id(8)), null), 2027)];
        DiplomaPlan[] plans = [Plan(until: 2028)];

        ClassTaken.By(plans, Plan("newer", from: 2028, effective: Today), begun).ShouldBe([new ClassTaken(2028, plans[0])]);
        ClassTaken.By(plans, Plan("newer", effective: Today, school: School), begun).Select(one => one.ClassOf).ShouldBe([2027, 2028]);
        ClassTaken.By(plans, Plan("newer", from: 2029, effective: Today), begun).ShouldBeEmpty();
        ClassTaken.By(plans, Plan("newer", effective: Today, isAlternate: true), begun).ShouldBeEmpty();
        ClassTaken.By(plans, Plan("newer", effective: Today), []).ShouldBeEmpty();
        // Its own next version, and what stands behind a narrower plan, take nobody from another.
        ClassTaken.By(plans, Plan(number: 2, effective: Today), begun).ShouldBeEmpty();
        ClassTaken.By([Plan("school", school: School)], Plan("newer", effective: Today), [(There, 2027)]).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_changes_the_plan_where_no_class_is_taken() => Plans.Sample((plans, classOf, _) =>
    {
        if (classOf is not { } year) return;
        var next = Plan("newer", 9, effective: Today);
        var (before, after) = (PlanFor.Of(plans, There, year, "", Today).Own, PlanFor.Of([.. plans, next], There, year, "", Today).Own);
        (ClassTaken.By(plans, next, [(There, year)]).Count == 0).ShouldBe(before is null || before.Id == after!.Id);
    });

    [Fact]
    public void The_order_of_versions_and_what_comes_later_decide_nothing() => Plans.Sample((plans, classOf, choice) =>
    {
        var of = PlanFor.Of(plans, There, classOf, choice, Today).Plan?.Id;
        PlanFor.Of([.. plans.Reverse()], There, classOf, choice, Today).Plan?.Id.ShouldBe(of!.Value);
        PlanFor.Of([.. plans, Plan("standard", 99, effective: Today.AddDays(1)), Plan("new", effective: Today.AddDays(1), school: School)], There, classOf, choice, Today).Plan?.Id.ShouldBe(of!.Value);
    });

    private static readonly Gen<(DiplomaPlan[] Plans, int? ClassOf, string Choice)> Plans = Gen.Select(
        Gen.Select(Gen.OneOfConst("standard", "trades"), Gen.Int[2026, 2029].Nullable(), Gen.Int[2026, 2029].Nullable(), Gen.Int[-2, 2], Gen.Bool, Gen.Bool, Gen.Bool).Array[0, 6]
            .Select(all => all.Select((one, i) => Plan(one.Item1, i + 1, one.Item2, one.Item3, Today.AddDays(one.Item4), one.Item1 == "trades", one.Item6 ? School : null, one.Item7 || i % 3 > 0)).ToArray()),
        Gen.Int[2026, 2029].Nullable(), Gen.OneOfConst("", "trades", "gone"));
}
