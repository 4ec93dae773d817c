using Cairn.Learning.Frameworks;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class PathwayTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    [Fact]
    public void Steps_stand_in_their_order_each_as_what_comes_before_it_allows()
    {
        var path = Read(4, shown: [0], steps: [(3, 1, null), (0, 2, null), (1, 3, null)], (1, 0), (3, 1));

        path.Steps.Select(one => (Number(one.Step.Competency), one.State)).ShouldBe([(3, StepState.Waits), (0, StepState.Shown), (1, StepState.Ready)]);
        path.Steps[0].Needs.ShouldBe([Id(1)]);
        path.Next.Select(one => one.Competency).ShouldBe([Id(1)]);
        path.Beside.ShouldBe([Id(2)]);
        path.Shown.ShouldBe(1);
    }

    [Fact]
    public void A_day_that_is_past_is_said_unless_the_step_is_shown()
    {
        var path = Read(3, shown: [0], steps: [(0, 1, Today.AddDays(-1)), (1, 2, Today.AddDays(-1)), (2, 3, Today)]);

        path.Steps.Select(one => one.IsPast).ShouldBe([false, true, false]);
    }

    [Fact]
    public void What_left_the_framework_is_said_to_be_gone() => Read(1, shown: [], steps: [(8, 1, null)]).Steps.Single().State.ShouldBe(StepState.Gone);

    [Fact]
    public void What_is_next_is_a_step_that_is_ready_and_what_is_beside_is_none() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 6], Gen.Int[0, 5].Array[0, 4], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 8]).Sample((steps, shown, pairs) =>
        {
            var path = Read(6, shown, [.. steps.Distinct().Select((one, i) => (one, i + 1, (DateOnly?)null))], [.. pairs.Where(one => one.Item1 > one.Item2)]);

            path.Next.Select(one => one.Competency).Intersect(path.Beside).ShouldBeEmpty();
            path.Next.ShouldBe(path.Steps.Where(one => one.State == StepState.Ready).Select(one => one.Step));
            path.Steps.Where(one => one.State == StepState.Waits).ShouldAllBe(one => one.Needs.Count > 0);
            path.Steps.Where(one => one.State != StepState.Waits).ShouldAllBe(one => one.Needs.Count == 0);
            path.Steps.Count.ShouldBe(steps.Distinct().Count());
        }, iter: 150, threads: 1);

    private static Pathway Read(int count, int[] shown, (int Competency, int Position, DateOnly? By)[] steps, params (int Of, int Needs)[] prerequisites)
    {
        var done = shown.Select(Id).ToHashSet();
        return Pathway.From(
            steps.Select(one => new PlanStep(new LearningPlanId(Some.Id(7)), Id(one.Competency), Some.Learner, one.Position, one.By)).OrderByDescending(one => one.Position), done,
            Readiness.From([.. Enumerable.Range(0, count).Select(Id)], done, prerequisites.Select(one => new Prerequisite(Id(one.Of), Id(one.Needs)))), Today);
    }

    private static CompetencyId Id(int n) => new(Some.Id(n + 1));

    private static int Number(CompetencyId id) => Enumerable.Range(0, 20).First(n => Id(n) == id);
}
