using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Projects;

/// <summary>What was tapped by mistake is taken back, and what was written stays.</summary>
public sealed class MistakesTests
{
    [Fact]
    public void A_hand_that_was_lowered_by_mistake_is_up_since_it_was_raised()
    {
        var hand = new Hand(new HandId(Some.Id(1)), Some.Learner, null, "the saw", Some.Day(1));
        hand.StayUp();
        hand.Version.ShouldBe(1, "it is up");
        hand.Lower(Some.Teacher, Some.Day(2));

        hand.StayUp();

        (hand.LoweredAt, hand.LoweredBy, hand.RaisedAt, hand.Version).ShouldBe((null, default, Some.Day(1), 3));
    }

    [Fact]
    public void A_talk_that_was_not_held_is_planned_again_unless_something_was_written_of_it()
    {
        var talk = new CheckIn(new CheckInId(Some.Id(1)), Some.Learner, null, new EducatorId(Some.Id(2)), DateOnly.FromDateTime(Some.Day(3)));
        talk.Hold("", "", Some.Day(3));
        talk.NotHeld();
        talk.HeldAt.ShouldBeNull();
        talk.Move(DateOnly.FromDateTime(Some.Day(4)));

        talk.Hold("She found it herself", "", Some.Day(4));
        Should.Throw<InvalidOperationException>(talk.NotHeld);
    }

    [Fact]
    public void Who_moves_on_is_on_the_other_since_then()
    {
        var focus = new Focus(new GroupId(Some.Id(1)), Some.Learner, new ProjectId(Some.Id(2)), Some.Day(1));
        focus.MoveTo(new ProjectId(Some.Id(3)), Some.Day(2));
        (focus.Project, focus.Since, focus.Version).ShouldBe((new ProjectId(Some.Id(3)), Some.Day(2), 2));
        Should.Throw<ArgumentException>(() => focus.MoveTo(default, new DateTime(2025, 9, 1, 0, 0, 0, DateTimeKind.Local)));
    }
}
