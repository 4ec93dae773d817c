using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Plans;

public sealed class NextChoiceTests
{
    private static readonly Cairn.Learning.Scales.ProficiencyScale Scale = ScaleBuilder.OneToFour;

    [Theory]
    [InlineData(2, false, false)]
    [InlineData(3, true, true)]
    [InlineData(4, true, false)]
    public void There_is_a_choice_once_it_is_shown_and_below_the_top(int level, bool isShown, bool isThere) =>
        (NextChoice.From(Some.Competency, Scale, Scale.WithNumber(level), isShown, [Some.OtherCompetency]) is not null).ShouldBe(isThere);

    [Fact]
    public void It_says_what_the_top_is_and_what_is_next()
    {
        var choice = NextChoice.From(Some.Competency, Scale, Scale.WithNumber(3), true, [Some.Competency, Some.OtherCompetency])!;

        (choice.Level!.Number, choice.Top.Number).ShouldBe((3, 4));
        choice.Next.ShouldBe([Some.OtherCompetency]);
    }

    [Fact]
    public void Who_chose_may_choose_anew()
    {
        var chosen = new PathChoice(new PathChoiceId(Some.Id(1)), Some.Learner, Some.Competency, NextStep.MoveOn, Some.Day(1));

        chosen.Choose(NextStep.GoForTop, Some.Day(2));

        (chosen.Step, chosen.ChosenAt, chosen.Version).ShouldBe((NextStep.GoForTop, Some.Day(2), 2));
    }

    [Fact]
    public void The_narrowest_policy_of_the_day_holds_and_else_the_default()
    {
        static PacingPolicy Set(int n, int from, PolicyPlace place, int cap) =>
            new(new PacingPolicyId(Some.Id(n)), DateOnly.FromDateTime(Some.Day(from)), Some.Teacher, Some.Day(n)) { School = place.School, Program = place.Program, Cap = cap };
        var (pilot, hill) = (new PolicyPlace(AssignmentBuilder.Hill, AssignmentBuilder.Pilot), new PolicyPlace(AssignmentBuilder.Hill, null));
        PacingPolicy[] all = [Set(1, 5, PolicyPlace.District, 1), Set(2, 9, PolicyPlace.District, 2), Set(3, 5, hill, 3), Set(4, 7, new PolicyPlace(null, AssignmentBuilder.Pilot), 4), Set(5, 9, PolicyPlace.District, 5)];
        int? CapOn(int day, PolicyPlace place) => PacingPolicy.InForce(all, place, DateOnly.FromDateTime(Some.Day(day))).Cap;

        (CapOn(4, pilot), CapOn(5, pilot), CapOn(7, pilot)).ShouldBe((null, 3, 4));
        (CapOn(5, PolicyPlace.District), CapOn(9, PolicyPlace.District), CapOn(9, hill), CapOn(9, new PolicyPlace(AssignmentBuilder.Shore, null))).ShouldBe((1, 5, 3, 5));
        PacingPolicy.Default.Reassessment.ShouldBe(Cairn.Learning.Judgments.ReassessmentPolicy.Default);
        PacingPolicy.Default.Pace.ShouldBe(PacePolicy.Default);
    }
}
