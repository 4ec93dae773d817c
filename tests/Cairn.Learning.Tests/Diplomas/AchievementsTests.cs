using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Plans;
using Cairn.Learning.Policies;
using Cairn.Learning.Tests.Builders;
using CsCheck;
using static Cairn.Learning.Tests.Diplomas.DiplomaBuild;

namespace Cairn.Learning.Tests.Diplomas;

public sealed class AchievementsTests
{
    [Fact]
    public void Of_two_ways_to_one_course_the_better_proven_comes_true_and_what_shares_nothing_stays()
    {
        CreditPart Part(int n) => new(new CreditPolicyId(Some.Id(1)), n, new CompetencyId(Some.Id(n)), null, 50, 0, true);
        var exam = new CreditUnderWay("english-4-exam", "By exam", 100, 0, true) { Source = CreditSource.ExamAndArtifact, Parts = [Part(1), Part(2)] };
        CreditUnderWay[] ways = [exam, exam with { Policy = "english-4", Source = CreditSource.Mastery, Parts = [Part(2), Part(3)] }, exam with { Policy = "arts", Parts = [Part(4)] }, exam with { Policy = "free", Parts = [] }];

        CreditUnderWay.Once(ways).Select(one => one.Policy).ShouldBe(["english-4", "arts", "free"]);
        CreditUnderWay.Once([exam]).ShouldBe([exam]);
    }

    [Fact]
    public void Credit_counts_with_its_subject_tags_units_and_source()
    {
        var one = Of(new LearnerHoldings { Awards = [Credit(1, 50, "science", "lab, foundation")] }).Single();

        (one.Id, one.Achievement.Text("type"), one.Achievement.Text("subject"), one.Achievement.Units, one.Achievement.Text("via"), one.Achievement.Date)
            .ShouldBe(($"credit:{Some.Id(1):N}", "credit", "science", Amount.Of(0.5m), "mastery", "2026-01-02"));
        one.Achievement["tags"].ShouldBe(new ListValue([new TextValue("lab"), new TextValue("foundation")]));
        (one.Achievement.Status, one.Name, one.On).ShouldBe((AchievementStatus.Earned, "Course 1", new DateOnly(2026, 1, 2)));
    }

    [Fact]
    public void Credit_that_is_taken_for_granted_is_under_way_until_its_day_and_gone_after_it()
    {
        var has = new LearnerHoldings { Awards = [Credit(1, until: Today)] };

        var one = Of(has).Single();

        (one.Achievement.Status, one.IsProvisional).ShouldBe((AchievementStatus.InProgress, true));
        Achievements.Of(has, "standard", Today.AddDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_competency_is_earned_when_it_is_Proficient_under_way_when_something_is_shown_and_planned_when_only_that()
    {
        var all = Of(new LearnerHoldings { Competencies = [Competency("A", 3, true), Competency("B", 2, false), Competency("C", null, false, pieces: 0, isPlanned: true), Competency("D", null, false, pieces: 0)] });

        all.Select(one => (one.Code, one.Achievement.Status)).ShouldBe([("A", AchievementStatus.Earned), ("B", AchievementStatus.InProgress), ("C", AchievementStatus.Planned)]);
    }

    [Fact]
    public void What_is_under_way_counts_as_what_it_will_be_and_no_higher()
    {
        var one = Of(new LearnerHoldings { Competencies = [Competency("B", 2, false)] }).Single();

        one.Achievement["level"].ShouldBe(new NumberValue(3));
    }

    [Fact]
    public void Of_a_continuum_the_highest_complete_stage_counts_and_the_next_is_under_way()
    {
        var all = Of(new LearnerHoldings { Competencies = [Competency("A", 8, true, stage: 8), Competency("A", 9, true, stage: 9), Competency("A", 9.5m, false, stage: 10)] });

        all.Select(one => (one.Id, one.Achievement["stage"])).ShouldBe([("competency:core/A", new NumberValue(9)), ("competency:core/A@10", new NumberValue(10))]);
    }

    [Fact]
    public void A_test_has_its_name_as_policies_write_it_and_a_tag_may_be_a_field()
    {
        var test = new OtherAchievement(new OtherAchievementId(Some.Id(1)), Some.Learner, OtherKind.Test, "SAT Math", new DateOnly(2026, 9, 3), Some.Teacher, Some.Day(1)).With(520, null, "math", "kind=national, retake=true, try=2, status=planned", "College Board");

        var one = Of(new LearnerHoldings { Others = [test] }).Single().Achievement;

        (one.Text("type"), one.Text("exam"), one.Text("kind"), one["retake"], one["try"], one["score"], one["year"]).ShouldBe(("test", "sat-math", "national", new FlagValue(true), new NumberValue(2), new NumberValue(520), new NumberValue(2027)));
        one.Status.ShouldBe(AchievementStatus.Earned);
    }

    [Fact]
    public void What_ended_or_was_refused_or_is_of_another_plan_counts_no_more()
    {
        var ended = new OtherAchievement(new OtherAchievementId(Some.Id(1)), Some.Learner, OtherKind.Seal, "Seal", Today, Some.Teacher, Some.Day(1));
        ended.End(Some.Day(2));
        var taken = new Attestation(new AttestationId(Some.Id(2)), Some.Learner, "exhibition", "principal", Some.Teacher, Some.Day(1));
        taken.End(Some.Day(2));
        var (refused, elsewhere) = (Waiver(3, "standard"), Waiver(4, "trades"));
        refused.Decide(false, Some.OtherTeacher, "registrar", "No", Some.Day(2));
        elsewhere.Decide(true, Some.OtherTeacher, "registrar", "Yes", Some.Day(2));

        Of(new LearnerHoldings { Others = [ended], Attestations = [taken], Waivers = [refused, elsewhere, Waiver(5, "standard")] }).ShouldBeEmpty();
    }

    [Fact]
    public void An_approved_waiver_is_what_the_engine_reads_as_one()
    {
        var waiver = Waiver(1, "standard");
        waiver.Decide(true, Some.OtherTeacher, "registrar", "Yes", Some.Day(2));

        var audit = Audit(Policies.Build.All(Policies.Build.Need(1, CreditOf("pe"), id: "pe")), new LearnerHoldings { Waivers = [waiver] });

        (audit.IsMet, audit.WaivedCount, audit.State).ShouldBe((true, 1, DiplomaState.Met));
    }

    [Fact]
    public void What_is_agreed_on_and_worked_for_already_is_one_hope()
    {
        var agreed = new AgreedCredit(new CreditAgreementId(Some.Id(1)), "Health", 50, Today) { Policy = "health" };
        var underWay = new CreditUnderWay("health", "Health", 50, 25, false);

        Of(new LearnerHoldings { Agreed = [agreed], UnderWay = [underWay] }).Select(one => (one.Id, one.Achievement.Status)).ShouldBe([("credit-policy:health", AchievementStatus.InProgress)]);
        Of(new LearnerHoldings { Agreed = [agreed] }).Select(one => one.Achievement.Status).ShouldBe([AchievementStatus.Planned]);
    }

    [Fact]
    public void A_plan_that_is_worked_by_is_current()
    {
        var plan = new LearningPlan(new LearningPlanId(Some.Id(1)), Some.Learner, "My year", Today.AddDays(-60), Today.AddDays(200), Some.Day(1));
        plan.Activate(Some.Day(2));

        var one = Of(new LearnerHoldings { Plans = [plan] }).Single().Achievement;

        (one.Text("type"), one.Text("kind"), one.Text("status"), one.Status).ShouldBe(("plan", "plp", "current", AchievementStatus.Earned));
    }

    [Fact]
    public void Facts_say_the_class_and_when_high_school_began()
    {
        var facts = Achievements.Facts(2027, "Quarry Hill High", "");

        (facts["classOf"], facts["grade9Entry"], facts["school"], facts.ContainsKey("program")).ShouldBe((new NumberValue(2027), new NumberValue(2023), new TextValue("Quarry Hill High"), false));
        Achievements.Facts(null, "", "").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_record_in_any_order_is_the_same_list() => Records.Sample(has =>
        Told(Of(has with { Awards = [.. has.Awards.Reverse()], Competencies = [.. has.Competencies.Reverse()] })).ShouldBe(Told(Of(has))));

    [Fact]
    public void Nothing_provisional_and_nothing_below_the_line_is_ever_earned() => Records.Sample(has =>
        Of(has).ShouldAllBe(one => one.Achievement.Status != AchievementStatus.Earned
            || (!one.IsProvisional && (one.Origin != AchievementOrigin.Competency || has.Competencies.Any(each => each.IsProficient && each.Code == one.Code)))));

    [Fact]
    public void Every_achievement_has_an_id_of_its_own() => Records.Sample(has => Of(has).Select(one => one.Id).Distinct().Count().ShouldBe(Of(has).Count));

    private static readonly Gen<LearnerHoldings> Records = Gen.Select(
        Gen.Select(Gen.Int[25, 200], Gen.OneOfConst("math", "science"), Gen.Int[-2, 2].Nullable()).Array[0, 4].Select(all => all.Select((one, i) => Credit(i + 1, one.Item1, one.Item2, "", one.Item3 is { } days ? Today.AddDays(days) : null)).ToArray()),
        Gen.Select(Gen.OneOfConst("A", "B", "C"), Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 2], Gen.Bool).Array[0, 6].Select(all => all.DistinctBy(one => (one.Item1, one.Item2)).Select(one => Competency(one.Item1, one.Item2, one.Item3, one.Item3 ? 1 : one.Item4, one.Item2, one.Item5)).ToArray()))
        .Select((awards, competencies) => new LearnerHoldings { Awards = awards, Competencies = competencies });

    private static IReadOnlyList<OwnAchievement> Of(LearnerHoldings has) => Achievements.Of(has, "standard", Today);

    private static string Told(IReadOnlyList<OwnAchievement> all) => string.Join('\n', all.Select(one => $"{one.Id} {one.Achievement.Status} {one.Achievement.Units}"));

    private static Waiver Waiver(int n, string plan) => new(new WaiverId(Some.Id(n)), Some.Learner, plan, "pe", "counselor", "A doctor says so", Some.Teacher, Some.Day(1));
}
