using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Plans;

public sealed class ReadyRequestTests
{
    private readonly ReadyRequest _request = new(new ReadyRequestId(Some.Id(700)), Some.Learner, Some.Competency, null, null, "Look", Some.Day(1));

    [Fact]
    public void What_was_marked_by_mistake_waits_again_as_before()
    {
        _request.Check(Some.Teacher, Some.Day(2));

        _request.Uncheck(Some.Teacher);

        (_request.State, _request.AnsweredBy, _request.AnsweredAt, _request.Version).ShouldBe((ReadyState.Asked, default, null, 3));
    }

    [Fact]
    public void What_was_planned_is_planned_again()
    {
        _request.PlanFor(new DateOnly(2026, 3, 4), Some.Teacher, Some.Day(2));
        _request.Check(Some.Teacher, Some.Day(3));

        _request.Uncheck(Some.Teacher);

        (_request.State, _request.CheckOn).ShouldBe((ReadyState.Planned, new DateOnly(2026, 3, 4)));
    }

    [Fact]
    public void Nobody_else_takes_it_back_and_nothing_that_was_not_checked()
    {
        Should.Throw<InvalidOperationException>(() => _request.Uncheck(Some.Teacher));
        _request.Check(Some.Teacher, Some.Day(2));

        Should.Throw<InvalidOperationException>(() => _request.Uncheck(Some.OtherTeacher));
        _request.State.ShouldBe(ReadyState.Checked);
    }
}
