using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class CreditPolicyTests
{
    private static readonly Dictionary<CompetencyId, bool> Known = Enumerable.Range(1, 5).ToDictionary(Competency, one => one == 5);

    [Fact]
    public void A_policy_whose_shares_add_up_may_be_adopted() => Flaws(Policy()).ShouldBeEmpty();

    public static TheoryData<string, PolicyFlaw> Heads => new()
    {
        { "code", PolicyFlaw.Code }, { "title", PolicyFlaw.Title }, { "course", PolicyFlaw.CourseTitle }, { "much", PolicyFlaw.Hundredths }, { "past", PolicyFlaw.InThePast }, { "number", PolicyFlaw.Number },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void What_is_wrong_is_named(string which, PolicyFlaw flaw)
    {
        var policy = Policy();
        Flaws(which switch
        {
            "code" => policy with { Code = "Math 1" },
            "title" => policy with { Title = " " },
            "course" => policy with { CourseTitle = new string('a', 201) },
            "much" => policy with { Hundredths = 10_001 },
            "past" => policy with { EffectiveFrom = Today.AddDays(-1) },
            _ => policy with { Number = 2 },
        }).ShouldContain(flaw);
    }

    [Fact]
    public void Shares_that_do_not_add_up_competencies_twice_and_unknown_ones_are_refused()
    {
        var policy = Policy();

        Flaws(policy, Parts(policy, (1, 50, 0, true), (2, 49, 0, true))).ShouldBe([PolicyFlaw.Shares]);
        Flaws(policy, Parts(policy, (1, 50, 0, true), (1, 50, 0, true))).ShouldBe([PolicyFlaw.Twice]);
        Flaws(policy, Parts(policy, (1, 50, 0, true), (9, 50, 0, true))).ShouldBe([PolicyFlaw.Unknown]);
        Flaws(policy, Parts(policy, (5, 100, 0, true))).ShouldBe([PolicyFlaw.Stage]);
        Flaws(policy, []).ShouldBe([PolicyFlaw.Parts]);
    }

    [Fact]
    public void Points_cannot_ask_for_more_than_there_are()
    {
        var policy = Policy(CreditMethod.Points);

        Flaws(policy with { NeededPoints = 100 }).ShouldBeEmpty();
        Flaws(policy with { NeededPoints = 101 }).ShouldBe([PolicyFlaw.Points]);
        Flaws(policy with { NeededPoints = null }).ShouldBe([PolicyFlaw.Points]);
    }

    [Fact]
    public void An_exam_needs_its_least_score_and_a_panel()
    {
        var policy = Policy(CreditMethod.ExamAndArtifact);

        Flaws(policy, []).ShouldBeEmpty();
        Flaws(policy with { ExamLeast = null, PanelSize = 10 }, []).ShouldBe([PolicyFlaw.Exam, PolicyFlaw.Panel]);
    }

    [Fact]
    public void The_course_title_of_what_was_awarded_stays()
    {
        var next = Policy(number: 2) with { CourseTitle = "Algebra One" };

        Flaws(next, before: [Policy()], isUsed: true).ShouldBe([PolicyFlaw.Locked]);
        Flaws(next, before: [Policy()]).ShouldBeEmpty();
    }

    [Fact]
    public void A_version_follows_the_last_in_number_day_and_place()
    {
        var last = Policy() with { EffectiveFrom = Today.AddDays(9) };

        Flaws(Policy(number: 2), before: [last]).ShouldBe([PolicyFlaw.BeforeLast]);
        Flaws(Policy(number: 2) with { School = new OrganizationId(Some.Id(8)) }, before: [Policy()]).ShouldBe([PolicyFlaw.Other]);
        Flaws(Policy(number: 1), before: [Policy()]).ShouldBe([PolicyFlaw.Number]);
    }

    [Fact]
    public void Of_each_code_one_version_holds_the_newest_that_is_effective_at_the_narrowest_place()
    {
        var school = new OrganizationId(Some.Id(8));
        CreditPolicy[] all = [Policy(), Policy(number: 2), Policy(number: 3) with { EffectiveFrom = Today.AddDays(1) }, Policy(code: "art"), Policy(code: "art", number: 2) with { School = school }, Policy(code: "gone"), Policy(code: "gone", number: 2) with { IsActive = false }];

        PolicyInForce.Of(all, new PolicyPlace(null, null), Today).Select(one => (one.Code, one.Number)).ShouldBe([("art", 1), ("math-1", 2)]);
        PolicyInForce.Of(all, new PolicyPlace(school, null), Today.AddDays(1)).Select(one => (one.Code, one.Number)).ShouldBe([("art", 2), ("math-1", 3)]);
    }

    private static IReadOnlyList<PolicyFlaw> Flaws(CreditPolicy policy, IReadOnlyList<CreditPart>? parts = null, IReadOnlyList<CreditPolicy>? before = null, bool isUsed = false) =>
        CreditPolicyCheck.Of(policy, parts ?? Quarters(policy), before ?? [], isUsed, Known, Today);
}
