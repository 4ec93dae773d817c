using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Learning.Tests.Builders;
using Cairn.Learning.Tests.Policies;
using CsCheck;
using static Cairn.Learning.Tests.Diplomas.DiplomaBuild;

namespace Cairn.Learning.Tests.Diplomas;

public sealed class DiplomaAuditTests
{
    private static readonly Node Math = Build.Need(2, CreditOf("math"), "credit", id: "math");
    private static readonly Node Science = Build.Need(1, CreditOf("science"), "credit", id: "science");

    [Fact]
    public void It_counts_ends_that_are_met_and_credits()
    {
        var audit = Audit(Build.All(Math, Science, Build.Attest("exhibition", "principal")), new LearnerHoldings { Awards = [Credit(1), Credit(2, 50), Credit(3, 100, "science")] });

        (audit.MetCount, audit.EndCount, audit.CreditsHad, audit.CreditsAsked, audit.State).ShouldBe((1, 3, 2.5m, 3m, DiplomaState.NotYet));
        audit.Gaps.Select(one => (one.Path, one.Cause, one.Owner)).ShouldBe([("root/all/0", GapCause.NotPlanned, GapOwner.Counselor), ("root/all/2", GapCause.NeedsPerson, GapOwner.NamedRole)]);
    }

    [Fact]
    public void Credit_that_only_has_to_be_awarded_says_so()
    {
        var audit = Audit(Build.All(Science), new LearnerHoldings { UnderWay = [new CreditUnderWay("bio", "Biology", 100, 100, true) { Subject = "science" }] });

        (audit.Gaps.Single().Cause, audit.Gaps.Single().Owner, audit.State).ShouldBe((GapCause.ToAward, GapOwner.EducatorOfRecord, DiplomaState.OnTrack));
    }

    [Fact]
    public void Credit_of_another_school_waits_for_evidence()
    {
        var audit = Audit(Build.All(Science), new LearnerHoldings { Awards = [Credit(1, 100, "science", until: Today.AddDays(30))] });

        (audit.Gaps.Single().Cause, audit.IsMet).ShouldBe((GapCause.ToConfirm, false));
    }

    [Fact]
    public void Half_that_is_under_way_and_half_that_nobody_plans_is_partly_under_way_and_the_counselor_plans_the_rest()
    {
        var audit = Audit(Build.All(Math), new LearnerHoldings { UnderWay = [new CreditUnderWay("alg", "Algebra", 100, 50, false) { Subject = "math" }] });

        (audit.Gaps.Single().Cause, audit.Gaps.Single().Owner).ShouldBe((GapCause.Partly, GapOwner.Counselor));
    }

    [Fact]
    public void What_waits_for_a_person_alone_is_told_from_what_is_missing()
    {
        Audit(Build.All(Build.Attest("exhibition", "principal")), LearnerHoldings.None).State.ShouldBe(DiplomaState.NeedsPerson);
        Audit(Build.All(Science), LearnerHoldings.None).State.ShouldBe(DiplomaState.NotYet);
    }

    [Fact]
    public void Where_no_way_is_open_it_says_where()
    {
        var audit = Audit(Build.All(Build.Not(Build.Attest("expelled"))), new LearnerHoldings { Attestations = [new Attestation(new AttestationId(Some.Id(1)), Some.Learner, "expelled", "principal", Some.Teacher, Some.Day(1))] });

        (audit.State, audit.IsMet).ShouldBe((DiplomaState.Closed, false));
        audit.Gaps.ShouldAllBe(one => one.Cause == GapCause.Closed && one.Owner == GapOwner.Registrar);
        audit.Gaps.ShouldNotBeEmpty();
    }

    [Fact]
    public void If_something_more_were_shown_the_gap_would_close_and_the_record_stays()
    {
        var node = Build.All(Build.Need(1, CompetencyAt(3), id: "core"));
        var audit = Audit(node, LearnerHoldings.None);

        var then = audit.If([], [Achievements.Shown(Competency("A", null, false, 0), 3, Today)]);

        (audit.IsMet, then.IsMet).ShouldBe((false, true));
    }

    [Fact]
    public void If_what_is_under_way_were_done_it_would_count()
    {
        var audit = Audit(Build.All(Science), new LearnerHoldings { UnderWay = [new CreditUnderWay("bio", "Biology", 100, 40, false) { Subject = "science" }] });

        audit.If(["credit-policy:bio"], []).IsMet.ShouldBeTrue();
        audit.If(["credit-policy:other"], []).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void A_pin_keeps_credit_where_a_person_wants_it_until_it_ends()
    {
        var node = Build.All(Build.Need(1, CreditOf("math"), "credit", id: "math"), Build.Need(1, Build.Of(("type", "credit")), "credit", id: "elective"));
        var pin = new DiplomaPin(new DiplomaPinId(Some.Id(9)), Some.Learner, "standard", $"credit:{Some.Id(1):N}", "elective", "She wants it so", Some.Teacher, Some.Day(1));
        var has = new LearnerHoldings { Awards = [Credit(1)] };

        Audit(node, has, pin).Gaps.Single().Path.ShouldBe("root/all/0");
        pin.End(Some.Day(2));
        Audit(node, has, pin).Gaps.Single().Path.ShouldBe("root/all/1");
    }

    [Fact]
    public void Under_other_rules_the_same_record_may_miss_more()
    {
        var audit = Audit(Build.All(Science), new LearnerHoldings { Awards = [Credit(1, 100, "science")] });

        var other = audit.Under(Plan(number: 2), Policy(Build.All(Math, Science)));

        (audit.IsMet, other.IsMet, other.Gaps.Count, other.Plan.Number).ShouldBe((true, false, 1, 2));
    }

    [Fact]
    public void What_is_met_has_no_gap_and_what_is_not_has_one() => Cases.Sample(audit =>
    {
        audit.MetCount.ShouldBeLessThanOrEqualTo(audit.EndCount);
        audit.CreditsHad.ShouldBeLessThanOrEqualTo(audit.CreditsAsked);
        (audit.State == DiplomaState.Met).ShouldBe(audit.IsMet);
        if (audit.IsMet) audit.Gaps.ShouldBeEmpty();
        else audit.Gaps.ShouldNotBeEmpty();
        audit.Gaps.ShouldAllBe(one => audit.Audit.Findings.Any(each => each.Node.Path == one.Path));
    }, iter: 200);

    [Fact]
    public void Doing_all_that_is_under_way_never_leaves_more_missing() => Cases.Sample(audit =>
    {
        var then = audit.If([.. audit.Achievements.Select(one => one.Id)], []);
        (then.Audit.Remaining ?? decimal.MaxValue).ShouldBeLessThanOrEqualTo(audit.Audit.Remaining ?? decimal.MaxValue);
        if (audit.State == DiplomaState.OnTrack) then.IsMet.ShouldBeTrue();
    }, iter: 200);

    [Fact]
    public void A_cohort_is_counted_by_how_they_stand_and_by_what_is_missing()
    {
        var (done, missing) = (new LearnerHoldings { Awards = [Credit(1), Credit(2), Credit(3, 100, "science")] }, new LearnerHoldings { Awards = [Credit(1), Credit(2)] });
        var node = Build.All(Math, Science);
        CohortLine Line(int n, LearnerHoldings has, bool isAwarded = false) => new(new LearnerId(Some.Id(n)), Audit(node, has), PlanFault.None) { IsAwarded = isAwarded };

        var cohort = DiplomaCohort.From([Line(1, done), Line(2, missing), Line(3, missing), Line(4, LearnerHoldings.None, isAwarded: true), new(new LearnerId(Some.Id(5)), null, PlanFault.NoClass)]);

        (cohort.Of(DiplomaState.Met), cohort.Of(DiplomaState.NotYet), cohort.Awarded, cohort.Without, cohort.Gaps).ShouldBe((1, 2, 1, 1, 2));
        var cause = cohort.Causes.Single();
        (cause.Name, cause.Cause, cause.Owner, cause.Learners.Count, cause.Key).ShouldBe(("science", GapCause.NotPlanned, GapOwner.Counselor, 2, "standard~science~6"));
    }

    private static readonly Gen<DiplomaAudit> Cases = Gen.Select(PolicyCases.All, Gen.OneOfConst("", "in-progress", "planned").Array[4, 4]).Select((ask, statuses) =>
        DiplomaAudit.From(Plan(), ask.Policy, [.. ask.Achievements.DistinctBy(one => one.Id).Select((one, i) => new OwnAchievement(With(one, statuses[i % 4]), AchievementOrigin.Credit, Some.Id(i), one.Id, null))], ask.Facts, [], Today));

    private static Achievement With(Achievement one, string status) => status.Length == 0 ? one : new(one.Id, new Dictionary<string, FieldValue>(one.Fields, StringComparer.Ordinal) { ["status"] = new TextValue(status) });
}
