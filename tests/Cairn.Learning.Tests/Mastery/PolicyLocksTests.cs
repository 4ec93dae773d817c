using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery;

public sealed class PolicyLocksTests
{
    private static readonly OrganizationId School = new(Some.Id(11));
    private static readonly ProgramId Program = new(Some.Id(12));

    private static RuleAssignment Rule(PolicyPlace place, bool locked = false, CompetencyId? of = null, int from = 0, int? stage = null, bool ofTargets = false, int id = 1) =>
        new(new RuleId(Some.Id(id)), new FrameworkId(Some.Id(50)), of, ofTargets, 1, Some.Day(from), new Mean()) { School = place.School, Program = place.Program, IsLocked = locked, Stage = stage };

    [Fact]
    public void A_locked_rule_of_a_wider_place_leaves_no_say_about_what_it_covers()
    {
        var district = Rule(PolicyPlace.District, locked: true);
        var school = Rule(new PolicyPlace(School, null), locked: true);
        PolicyLocks.Over([district], Rule(new PolicyPlace(School, null))).ShouldBe(district);
        PolicyLocks.Over([district], Rule(new PolicyPlace(School, null), of: Some.Competency, stage: 3)).ShouldBe(district);
        PolicyLocks.Over([school], Rule(new PolicyPlace(School, Program))).ShouldBe(school);
        PolicyLocks.Over([school, district], Rule(new PolicyPlace(School, Program))).ShouldBe(district, "the widest lock is the one to say");
    }

    [Fact]
    public void It_leaves_a_say_about_everything_else()
    {
        PolicyLocks.Over([Rule(PolicyPlace.District)], Rule(new PolicyPlace(School, null))).ShouldBeNull("it is not locked");
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true)], Rule(PolicyPlace.District)).ShouldBeNull("whoever locked may change");
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true, of: Some.Competency)], Rule(new PolicyPlace(School, null))).ShouldBeNull("it covers one competency of all");
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true, stage: 2)], Rule(new PolicyPlace(School, null), stage: 3)).ShouldBeNull();
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true)], Rule(new PolicyPlace(School, null), ofTargets: true)).ShouldBeNull("it makes no competency conclude from its targets");
        PolicyLocks.Over([Rule(new PolicyPlace(new OrganizationId(Some.Id(99)), null), locked: true)], Rule(new PolicyPlace(School, Program))).ShouldBeNull("another school");
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true, from: 9)], Rule(new PolicyPlace(School, null), from: 5)).ShouldBeNull("it is not in force yet");
        PolicyLocks.Over([Rule(PolicyPlace.District, locked: true), Rule(PolicyPlace.District, from: 3, id: 2)], Rule(new PolicyPlace(School, null), from: 5)).ShouldBeNull("a later version unlocked it");
    }

    [Fact]
    public void A_locked_rule_of_a_competency_is_not_passed_by_a_rule_of_its_targets()
    {
        var district = Rule(PolicyPlace.District, locked: true);
        var parts = Rule(new PolicyPlace(School, null), of: Some.Competency, ofTargets: true, id: 2);
        var place = new PolicyPlace(School, Program);

        PolicyLocks.Over([district], parts).ShouldBe(district);
        PolicyLocks.Over([district], parts with { Stage = 2 }).ShouldBe(district, "a competency concludes from its targets at every stage or at none");
        new Rulebook([district, parts], Some.Day(1), place: place).IsParent(Some.Competency).ShouldBeFalse("one that exists is without effect");
        new Rulebook([district with { IsLocked = false }, parts], Some.Day(1), place: place).IsParent(Some.Competency).ShouldBeTrue();
    }

    [Fact]
    public void Where_it_concludes_from_its_targets_already_their_rule_is_not_locked_by_its_own()
    {
        var (district, wide) = (Rule(PolicyPlace.District, locked: true), Rule(PolicyPlace.District, of: Some.Competency, ofTargets: true, id: 3));
        var parts = Rule(new PolicyPlace(School, null), of: Some.Competency, ofTargets: true, id: 2);

        PolicyLocks.Over([district, wide], parts).ShouldBeNull();
        PolicyLocks.Over([district, wide with { IsLocked = true }], parts).ShouldNotBeNull();
        PolicyLocks.Over([district with { Rule = new AllShown() }], parts).ShouldBeNull("a condition reads its targets anyway");
        var book = new Rulebook([district, wide, parts], Some.Day(1), place: new PolicyPlace(School, null));
        (book.IsParent(Some.Competency), book.SourceOf(Some.Competency, ofTargets: true)).ShouldBe((true, parts));
    }

    [Fact]
    public void What_is_locked_out_would_never_have_been_the_rule() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Bool).Sample((lockedWide, ofOne, wide, narrow, wantsOne, wantsStage) =>
        {
            PolicyPlace Place(int n) => n == 0 ? PolicyPlace.District : new PolicyPlace(School, n == 1 ? null : Program);
            var other = Rule(Place(wide), lockedWide, ofOne ? Some.Competency : null, id: 2);
            var wanted = Rule(Place(narrow), of: wantsOne ? Some.Competency : null, stage: wantsStage ? 3 : null, from: 1);
            if (PolicyLocks.Over([other], wanted) is null) return;
            new Rulebook([other, wanted], Some.Day(2), place: new PolicyPlace(School, Program)).SourceOf(Some.Competency, stage: 3).ShouldNotBe(wanted);
        });

    [Fact]
    public void Scales_are_locked_the_same_way()
    {
        ScaleAssignment Scale(PolicyPlace place, bool locked = false, CompetencyId? of = null) =>
            new(new RuleId(Some.Id(5)), new FrameworkId(Some.Id(50)), of, 1, Some.Day(0), ScaleBuilder.Id) { School = place.School, Program = place.Program, IsLocked = locked };
        PolicyLocks.Over([Scale(PolicyPlace.District, locked: true)], Scale(new PolicyPlace(School, null), of: Some.Competency)).ShouldNotBeNull();
        PolicyLocks.Over([Scale(PolicyPlace.District, locked: true, of: Some.OtherCompetency)], Scale(new PolicyPlace(School, null), of: Some.Competency)).ShouldBeNull();
    }
}
