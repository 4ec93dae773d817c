using Cairn.Learning.Credits;
using Cairn.Learning.Mastery;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Credits;

/// <summary>What a school owes a learner who leaves on a day.</summary>
public sealed class OwedTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private static readonly CreditPolicy Biology = new(new CreditPolicyId(Some.Id(3)), "bio", 1, "Biology", new FrameworkId(Some.Id(50)), CreditMethod.CompleteEvidence, 100, new DateOnly(2025, 9, 1), Some.Teacher, Some.Day(0)) { CourseTitle = "Biology" };

    private static readonly CreditPart[] Parts = [new(Biology.Id, 1, Some.Competency, null, 40, 0, true), new(Biology.Id, 2, Some.OtherCompetency, null, 60, 0, true)];

    [Fact]
    public void What_was_shown_is_owed_in_parts_and_what_was_begun_is_named()
    {
        var owed = Leaving.From([Decision(Standing(Some.Competency, true), Standing(Some.OtherCompetency, false))], CreditRecord.None(Some.Learner), Day);

        (owed.Hundredths, owed.Owed.Single().Shares.Single().Line.Part.Competency, owed.Begun.Count).ShouldBe((40, Some.Competency, 0));
        var begun = Leaving.From([Decision(Standing(Some.Competency, false))], CreditRecord.None(Some.Learner), Day);
        (begun.Hundredths, begun.Begun.Single().Policy.Code).ShouldBe((0, "bio"));
        Leaving.From([Decision()], CreditRecord.None(Some.Learner), Day).Begun.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_awarded_before_is_not_owed_again()
    {
        var owed = Leaving.From([Decision(Standing(Some.Competency, true), Standing(Some.OtherCompetency, true))], Record(40, Some.Competency, null), Day);

        owed.Owed.Sum(one => one.Hundredths - one.Overlap.Reversals.Sum(gone => gone.Held.Award.Hundredths)).ShouldBe(60);
        Leaving.From([Decision(Standing(Some.Competency, true))], Record(40, Some.Competency, null), Day).Hundredths.ShouldBe(0);
    }

    [Fact]
    public void What_is_taken_for_granted_goes_along_until_its_day()
    {
        Leaving.From([Decision()], Record(100, Some.Competency, Day), Day).Provisional.Count.ShouldBe(1);
        Leaving.From([Decision()], Record(100, Some.Competency, Day.AddDays(-1)), Day).Provisional.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_owed_more_than_the_policy_gives_or_less_than_was_shown() =>
        Gen.Select(Gen.Bool, Gen.Bool).Sample((first, second) =>
            Leaving.From([Decision(Standing(Some.Competency, first), Standing(Some.OtherCompetency, second))], CreditRecord.None(Some.Learner), Day).Hundredths.ShouldBe((first ? 40 : 0) + (second ? 60 : 0)));

    [Fact]
    public void Two_ways_to_one_course_are_owed_once_and_what_only_one_of_them_has_is_not_lost()
    {
        var (wide, other) = (Biology with { Id = new CreditPolicyId(Some.Id(4)), Code = "bio-wide" }, new CompetencyId(Some.Id(77)));
        CreditPart[] parts = [new(wide.Id, 1, Some.Competency, null, 40, 0, true), new(wide.Id, 2, other, null, 60, 0, true)];
        PartStanding[] shown = [Standing(Some.Competency, true), Standing(Some.OtherCompetency, false), Standing(other, true)];

        var owed = Leaving.From([Decision(shown), CreditDecision.From(wide, parts, new CreditEvidence(shown), isPartial: true)], CreditRecord.None(Some.Learner), Day);

        // The one that is whole stands, and the other has nothing left.
        owed.Owed.Select(one => (one.Decision.Policy.Code, one.Hundredths)).ShouldBe([("bio-wide", 100)]);
        var half = Leaving.From([Decision(shown), CreditDecision.From(wide, parts, new CreditEvidence([shown[0], shown[1], Standing(other, false)]), isPartial: true)], CreditRecord.None(Some.Learner), Day);
        half.Hundredths.ShouldBe(40);
        var rest = Leaving.From([Decision(shown[0], Standing(Some.OtherCompetency, true)), CreditDecision.From(wide with { Hundredths = 160 }, [.. parts, new(wide.Id, 3, new CompetencyId(Some.Id(78)), null, 60, 0, true)], new CreditEvidence(shown), isPartial: true)], CreditRecord.None(Some.Learner), Day);
        rest.Owed.Select(one => (one.Decision.Policy.Code, one.Hundredths)).ShouldBe([("bio", 100), ("bio-wide", 60)]);
    }

    [Fact]
    public void An_exam_and_an_artifact_that_no_panel_looked_at_are_owed_nothing()
    {
        var exam = Biology with { Id = new CreditPolicyId(Some.Id(5)), Code = "bio-exam", Method = CreditMethod.ExamAndArtifact, ExamLeast = 70, PanelSize = 2, PostsParts = true };

        var decision = CreditDecision.From(exam, [.. Parts.Select(one => one with { Policy = exam.Id })], new CreditEvidence([Standing(Some.Competency, true)]), isPartial: true);

        (decision.Hundredths, decision.Shares.Count).ShouldBe((0, 0));
        (Leaving.From([decision], CreditRecord.None(Some.Learner), Day).Owed.Count, Leaving.From([decision], CreditRecord.None(Some.Learner), Day).Begun.Count).ShouldBe((0, 0));
    }

    private static CreditDecision Decision(params PartStanding[] standings) => CreditDecision.From(Biology, Parts, new CreditEvidence(standings), isPartial: true);

    private static PartStanding Standing(CompetencyId competency, bool isShown) => new(competency, null, isShown ? 3 : 1, isShown, isShown, new Boxes(isShown ? 2 : 1, 0, 2)) { ShownOn = Day.AddDays(-3) };

    private static CreditRecord Record(int hundredths, CompetencyId competency, DateOnly? until)
    {
        var award = new CreditAward(new CreditAwardId(Some.Id(7)), Some.Learner, until is null ? CreditSource.Mastery : CreditSource.Transfer, hundredths, Day.AddDays(-20), Some.Teacher, Some.Day(1)) { Policy = Biology.Id, ProvisionalUntil = until };
        return CreditRecord.From(Some.Learner, [award], [], [new CreditAwardPart(new CreditAwardPartId(Some.Id(8)), Some.Learner, award.Id, competency, null, hundredths, null, null)], [], [Biology]);
    }
}
