using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class LearningPlanTests
{
    private static readonly DateOnly From = new(2025, 7, 1);

    [Fact]
    public void A_plan_goes_from_draft_to_review_to_use_to_done_and_is_kept_as_it_stood()
    {
        var plan = Plan();
        plan.Review(Some.Day(1));
        plan.Activate(Some.Day(2));
        plan.Complete("as it stood", Some.Day(3));

        (plan.State, plan.StateSince, plan.Snapshot, plan.IsOpen).ShouldBe((PlanState.Complete, Some.Day(3), "as it stood", false));
    }

    [Fact]
    public void What_is_done_does_not_change_until_it_is_taken_up_again_and_keeps_what_was_kept()
    {
        var plan = Plan();
        plan.Activate(Some.Day(1));
        plan.Complete("kept", Some.Day(2));

        Should.Throw<InvalidOperationException>(plan.Revise);
        Should.Throw<InvalidOperationException>(() => plan.Write("other", From, From, "", ""));
        plan.Reopen(Some.Day(3));
        plan.Revise();
        (plan.State, plan.Snapshot).ShouldBe((PlanState.Active, "kept"));
    }

    [Fact]
    public void Only_what_it_says_makes_a_new_revision_and_every_change_a_new_version()
    {
        var plan = Plan();
        plan.Review(Some.Day(1));
        plan.SendBack(Some.Day(2));

        (plan.Revision, plan.Version).ShouldBe((1, 3));
        plan.Write("2025-26", From, From.AddYears(1), "maps", "").ShouldBeTrue();
        (plan.Revision, plan.Version).ShouldBe((2, 4));
        plan.Write("2025-26", From, From.AddYears(1), "maps", "").ShouldBeFalse("the same words are no change");
        (plan.Revision, plan.Version).ShouldBe((2, 4));
    }

    [Fact]
    public void A_plan_does_not_end_before_it_begins() => Should.Throw<ArgumentException>(() => Plan().Write("x", From, From.AddDays(-1), "", ""));

    [Fact]
    public void No_sequence_of_moves_leads_past_a_state() => Gen.Int[0, 4].Array[0, 12].Sample(moves =>
    {
        var plan = Plan();
        foreach (var move in moves)
        {
            var before = plan.State;
            var isAllowed = (before, move) is (PlanState.Draft, 0) or (PlanState.Review, 1) or (PlanState.Draft or PlanState.Review, 2) or (PlanState.Active, 3) or (PlanState.Complete, 4);
            Action act = move switch { 0 => () => plan.Review(Some.Day(1)), 1 => () => plan.SendBack(Some.Day(1)), 2 => () => plan.Activate(Some.Day(1)), 3 => () => plan.Complete("", Some.Day(1)), _ => () => plan.Reopen(Some.Day(1)) };
            if (isAllowed) act();
            else Should.Throw<InvalidOperationException>(act);
            (plan.State != before).ShouldBe(isAllowed);
        }
    }, iter: 200, threads: 1);

    [Fact]
    public void Erased_it_keeps_its_days_and_state_and_none_of_its_words()
    {
        var plan = Plan();
        plan.Write("title", From, From, "strengths", "interests");
        plan.Activate(Some.Day(1));
        plan.Complete("snapshot", Some.Day(2));
        plan.Erase();

        $"{plan.Title}{plan.Strengths}{plan.Interests}{plan.Snapshot}".ShouldBeEmpty();
        (plan.From, plan.State).ShouldBe((From, PlanState.Complete));
    }

    [Fact]
    public void A_step_of_a_template_falls_due_by_weeks_after_the_plan_begins_and_comes_after_those_that_are_there()
    {
        var step = new PlanTemplateStep(new PlanTemplateId(Some.Id(9)), Some.Competency, 2, 3).In(Plan(), after: 4);

        (step.Position, step.ExpectedBy, step.Learner).ShouldBe((6, From.AddDays(21), Some.Learner));
        new PlanTemplateStep(new PlanTemplateId(Some.Id(9)), Some.Competency, 1, null).In(Plan(), 0).ExpectedBy.ShouldBeNull();
    }

    [Fact]
    public void The_goals_of_a_template_are_its_lines_that_say_something()
    {
        var template = new PlanTemplate(new PlanTemplateId(Some.Id(9)), null, "t", Some.Teacher, Some.Day(0));
        template.Write("t", "2026", " read a book \n\n  \nask two people");

        template.GoalList.ShouldBe(["read a book", "ask two people"]);
    }

    internal static LearningPlan Plan() => new(new LearningPlanId(Some.Id(7)), Some.Learner, "2025-26", From, From.AddYears(1), Some.Day(0));
}
