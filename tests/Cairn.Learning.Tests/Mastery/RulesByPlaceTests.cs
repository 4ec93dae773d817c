using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using static Cairn.Learning.Tests.Builders.AssignmentBuilder;

namespace Cairn.Learning.Tests.Mastery;

/// <summary>Which of several rules holds, by what it is for and where.</summary>
public sealed class RulesByPlaceTests
{
    private static readonly PolicyPlace AtHill = new(Hill, null);
    private static readonly PolicyPlace InPilot = new(Hill, Pilot);

    [Fact]
    public void A_targets_own_rule_comes_before_that_of_all_targets_and_a_stages_before_that_of_all_stages()
    {
        var book = Book(default, Rule(1, Some.Competency, ofTargets: true), Rule(2, Some.Competency, ofTargets: true, target: First), Rule(3, Some.Competency, ofTargets: true, stage: 2),
            Rule(4, Some.Competency, ofTargets: true, target: First, stage: 2));

        book.RuleOfTargets(Some.Competency).Said().ShouldBe(1);
        book.RuleOfTargets(Some.Competency, First).Said().ShouldBe(2);
        book.RuleOfTargets(Some.Competency, Second, 2).Said().ShouldBe(3);
        book.RuleOfTargets(Some.Competency, First, 2).Said().ShouldBe(4);
        book.RuleOfTargets(Some.Competency, First, 1).Said().ShouldBe(2);
        book.RuleOf(Some.Competency).ShouldBe(Rulebook.Unassigned);
    }

    [Fact]
    public void A_rule_for_a_target_wins_over_a_rule_for_a_stage() =>
        Book(default, Rule(1, Some.Competency, ofTargets: true, target: First), Rule(2, Some.Competency, ofTargets: true, stage: 2)).RuleOfTargets(Some.Competency, First, 2).Said().ShouldBe(1);

    [Fact]
    public void Of_equally_narrow_rules_the_programs_holds_before_the_schools_before_the_districts()
    {
        RuleAssignment[] rules = [Rule(1), Rule(2, place: AtHill), Rule(3, place: new(null, Pilot))];

        Book(PolicyPlace.District, rules).RuleOf(Some.Competency).Said().ShouldBe(1);
        Book(AtHill, rules).RuleOf(Some.Competency).Said().ShouldBe(2);
        Book(InPilot, rules).RuleOf(Some.Competency).Said().ShouldBe(3);
        Book(new(Shore, null), rules).RuleOf(Some.Competency).Said().ShouldBe(1);
    }

    [Fact]
    public void What_a_rule_is_for_counts_before_where_it_is() =>
        Book(InPilot, Rule(1, Some.Competency), Rule(2, place: InPilot)).RuleOf(Some.Competency).Said().ShouldBe(1);

    [Fact]
    public void A_locked_rule_leaves_no_narrower_place_a_say()
    {
        RuleAssignment[] rules = [Rule(1, isLocked: true), Rule(2, place: AtHill), Rule(3, Some.Competency, place: InPilot)];

        Book(InPilot, rules).RuleOf(Some.Competency).Said().ShouldBe(1);
        Book(AtHill, rules).RuleOf(Some.OtherCompetency).Said().ShouldBe(1);
    }

    [Fact]
    public void A_lock_says_nothing_of_what_it_does_not_cover()
    {
        RuleAssignment[] rules = [Rule(1, Some.OtherCompetency, isLocked: true), Rule(2, Some.Competency, stage: 1, isLocked: true), Rule(3, place: AtHill)];

        Book(AtHill, rules).RuleOf(Some.Competency, 2).Said().ShouldBe(3);
        Book(AtHill, rules).RuleOf(Some.Competency, 1).Said().ShouldBe(2);
    }

    [Fact]
    public void The_place_that_locks_may_still_be_narrower_itself() =>
        Book(AtHill, Rule(1, isLocked: true), Rule(2, Some.Competency), Rule(3, Some.Competency, place: AtHill)).RuleOf(Some.Competency).Said().ShouldBe(2);

    [Fact]
    public void A_schools_lock_binds_its_programs_and_nobody_else()
    {
        RuleAssignment[] rules = [Rule(1), Rule(2, place: AtHill, isLocked: true), Rule(3, place: new(null, Pilot))];

        Book(InPilot, rules).RuleOf(Some.Competency).Said().ShouldBe(2);
        Book(new(Shore, Pilot), rules).RuleOf(Some.Competency).Said().ShouldBe(3);
    }

    [Fact]
    public void A_competency_concludes_from_its_targets_only_where_a_rule_says_so()
    {
        RuleAssignment[] rules = [Rule(1, Some.Competency, ofTargets: true, place: AtHill)];

        Book(AtHill, rules).IsParent(Some.Competency).ShouldBeTrue();
        Book(PolicyPlace.District, rules).IsParent(Some.Competency).ShouldBeFalse();
    }

    [Fact]
    public void A_rule_that_a_lock_leaves_no_say_makes_no_parent()
    {
        RuleAssignment[] rules = [Rule(1, ofTargets: true, isLocked: true), Rule(2, Some.Competency, ofTargets: true, place: AtHill)];

        Book(AtHill, rules).IsParent(Some.Competency).ShouldBeFalse();
        Book(AtHill, rules).RuleOfTargets(Some.Competency).Said().ShouldBe(1);
    }

    [Fact]
    public void A_scale_in_place_of_the_frameworks_is_found_the_same_way()
    {
        var (district, school, own, locked) = (Scale(1), Scale(2, place: AtHill), Scale(3, Some.Competency), Scale(4, isLocked: true, version: 2));

        Scales(PolicyPlace.District).ScaleOf(Some.Competency).ShouldBeNull();
        Scales(PolicyPlace.District, district, school).ScaleOf(Some.Competency)!.Name.ShouldBe("Scale 1");
        Scales(AtHill, district, school).ScaleOf(Some.Competency)!.Name.ShouldBe("Scale 2");
        Scales(AtHill, district, school, own).ScaleOf(Some.Competency)!.Name.ShouldBe("Scale 3");
        Scales(AtHill, district, school, own).ScaleOf(Some.OtherCompetency)!.Name.ShouldBe("Scale 2");
        Scales(AtHill, district, school, locked).ScaleOf(Some.OtherCompetency)!.Name.ShouldBe("Scale 4");
    }

    [Fact]
    public void A_version_replaces_the_one_before_at_its_own_place_only()
    {
        RuleAssignment[] rules = [Rule(1), Rule(2, place: AtHill), Rule(3, from: 5, version: 2)];

        Book(PolicyPlace.District, rules).RuleOf(Some.Competency).Said().ShouldBe(3);
        Book(AtHill, rules).RuleOf(Some.Competency).Said().ShouldBe(2);
        new Rulebook(rules, Some.Day(4.9)).RuleOf(Some.Competency).Said().ShouldBe(1);
    }

    private static Rulebook Book(PolicyPlace place, params RuleAssignment[] rules) => new(rules, Some.Day(10), place: place);

    private static Rulebook Scales(PolicyPlace place, params (ScaleAssignment, Cairn.Learning.Scales.ProficiencyScale)[] scales) => new([], Some.Day(10), place: place, scales: scales);
}
