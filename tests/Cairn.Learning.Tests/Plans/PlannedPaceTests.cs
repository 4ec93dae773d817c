using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

/// <summary>Pace by the steps of the plan that a learner works by, and by the year's evidence where there is none.</summary>
public sealed class PlannedPaceTests
{
    private const int Most = 12;
    private static readonly SchoolCalendar EveryWeek = new([]);
    private static readonly FrameworkContent Content = Enumerable.Range(0, Most).Aggregate(new FrameworkBuilder(), (framework, i) => framework.WithCompetency(Of(i), $"C{i}", position: i, pieces: 1)).Build();
    private readonly RecordBuilder _record = new();

    private static CompetencyId Of(int i) => new(Some.Id(300 + i));

    private static DateOnly Date(int day) => DateOnly.FromDateTime(Some.Day(day));

    private static PaceMoment On(int day) => new(
        PacingPolicy.Default with { YearFirst = Date(0), YearLast = Date(284) }, EveryWeek, Date(day), Some.Day(day + 0.5), Some.Day(0));

    // A step each ten days; null leaves it without a day.
    private static PlannedSteps Plan(IEnumerable<int?> days, int from = 0, int until = 200, PlanState state = PlanState.Active)
    {
        var plan = new LearningPlan(new LearningPlanId(Some.Id(1)), Some.Learner, "Our year", Date(from), Date(until), Some.Day(from));
        if (state is PlanState.Active or PlanState.Complete) plan.Activate(Some.Day(from));
        if (state == PlanState.Complete) plan.Complete("", Some.Day(from));
        return new PlannedSteps(plan, [.. days.Select((day, i) => new PlanStep(plan.Id, Of(i), Some.Learner, i + 1, day is { } on ? Date(on) : null))], Some.Day(from));
    }

    private LearnerPace At(int day, PlannedSteps? plan) => LearnerPace.From(_record.Build(), [(Content, Some.Rules(new MostRecent()))], null, On(day), plan);

    private void Show(params ReadOnlySpan<int> steps)
    {
        foreach (var step in steps) _record.Judge(3, day: 1 + step, competency: Of(step));
    }

    [Fact]
    public void With_a_plan_that_has_days_its_steps_are_what_counts()
    {
        Show(0, 1, 8);

        var pace = At(40, Plan([10, 20, 30, 100, 150]));

        (pace.Band.Needed, pace.Band.Done, pace.Band.Expected).ShouldBe((5, 2, 3));
        pace.Steps!.Shown.OrderBy(one => one.Value).ShouldBe([Of(0), Of(1)]);
        pace.Steps.Open.Select(one => one.Competency).ShouldBe([Of(2), Of(3), Of(4)], "the one that is due first comes first");
    }

    [Fact]
    public void What_supports_somebody_who_needs_time_is_about_the_plans_steps()
    {
        var plan = Plan([10, 20]);
        plan = plan with { Steps = [new PlanStep(plan.Plan.Id, Of(7), Some.Learner, 1, Date(10))] };
        var pace = At(60, plan);

        (pace.Band.State, pace.Missing.All.Count).ShouldBe((PaceState.Behind, Most));
        SupportDraft.From(pace.Band, pace.Stall, pace.MissingFirst, Date(60), EveryWeek).Lines.Where(one => one.Step == SupportStep.OnePiece).ShouldHaveSingleItem().Competency.ShouldBe(Of(7));
        Show(7);
        At(60, plan).MissingFirst.All.Count.ShouldBe(Most - 1, "with every step shown, what else is open");
    }

    [Fact]
    public void What_was_shown_before_the_plan_is_no_work_of_it()
    {
        Show(0, 1);
        var pace = At(60, Plan([30, 40, 50, 100, 150], from: 20));

        (pace.Band.Needed, pace.Band.Done, pace.Band.Expected, pace.Forecast.Left).ShouldBe((3, 0, 1, 3));
        pace.Steps!.Before.Order(Comparer<CompetencyId>.Create((one, other) => one.Value.CompareTo(other.Value))).ShouldBe([Of(0), Of(1)]);
        At(60, Plan([30, 40], from: 20)).Steps.ShouldBeNull("a plan of nothing but that tells no pace");
    }

    [Fact]
    public void A_step_that_was_shown_since_the_plan_began_would_count_as_done_at_once()
    {
        Show(3);
        bool IsDone(int i, int from) => LearnerPace.IsDoneSince(Content.Competencies[i], _record.Build(), Content, Some.Rules(new MostRecent()), Some.Day(from), Some.Day(60));

        (IsDone(3, from: 0), IsDone(3, from: 4), IsDone(3, from: 20), IsDone(4, from: 0)).ShouldBe((true, true, false, false), "before the plan it is no work of it; what is not shown is a step");
    }

    [Fact]
    public void The_band_goes_both_ways()
    {
        var plan = Plan([10, 20, 30, 100, 150]);
        At(28, plan).Band.State.ShouldBe(PaceState.On);
        At(60, plan).Band.State.ShouldBe(PaceState.Behind);
        Show(0, 1, 2, 3, 4);
        At(60, plan).Band.State.ShouldBe(PaceState.Ahead);
        At(160, plan).Band.State.ShouldBe(PaceState.On);
    }

    [Fact]
    public void Without_a_plan_to_go_by_the_years_evidence_tells_it()
    {
        foreach (var (plan, why) in ((PlannedSteps?, string)[])[
            (null, "none"), (Plan([10], state: PlanState.Draft), "a draft"), (Plan([10], state: PlanState.Complete), "one that is done"), (Plan([null, null]), "no days"), (Plan([]), "no steps"),
            (Plan([150], from: 90), "one that begins later"), (Plan([-40], from: -90, until: -1), "one of last year")])
        {
            var pace = At(40, plan);
            pace.Steps.ShouldBeNull(why);
            pace.Band.Needed.ShouldBe(Most, why);
        }
    }

    [Fact]
    public void A_step_without_a_day_is_due_on_the_plans_last_and_one_that_no_framework_has_counts_for_nothing()
    {
        var plan = Plan([10, null]);
        plan = plan with { Steps = [.. plan.Steps, new PlanStep(plan.Plan.Id, new CompetencyId(Some.Id(999)), Some.Learner, 9, Date(5))] };

        (At(40, plan).Band.Needed, At(40, plan).Band.Expected, At(201, plan).Band.Expected).ShouldBe((2, 1, 2));
        At(40, plan with { Steps = [plan.Steps[2]] }).Steps.ShouldBeNull("nothing of it can be shown");
    }

    [Fact]
    public void On_a_continuum_a_step_asks_for_the_stage_that_was_open_when_the_plan_began()
    {
        var continuum = new ContinuumBuilder().Asks(2);
        continuum.Record.Enter(9, day: -30);
        var content = continuum.Framework.Build();
        var plan = Plan([]) is var made ? made with { Steps = [new PlanStep(made.Plan.Id, content.Competencies[0].Id, Some.Learner, 1, Date(50))] } : null;
        LearnerPace Now() => LearnerPace.From(continuum.Record.Build(), [(content, Some.Rules(new Continuum(12)))], null, On(10), plan);
        continuum.Record.Judge(9, day: 1, target: FrameworkBuilder.TargetId(0), stage: 9);
        Now().Band.Done.ShouldBe(0);

        continuum.Record.Judge(9, day: 2, target: FrameworkBuilder.TargetId(0), stage: 9);

        (Now().Band.Done, Now().Steps!.Open.Count, Now().Standing[^1].Stage).ShouldBe((1, 0, 10));
    }

    [Fact]
    public void A_forecast_is_of_the_plans_steps_and_counts_what_was_shown_since_it_began()
    {
        Show(0, 1, 2);
        (At(60, Plan([10, 20, 30, 100, 150])).Forecast is { HasOne: true, Left: 2, Likely: > 0 }).ShouldBeTrue();
        At(60, Plan([30, 35, 40, 100, 150], from: 20)).Forecast.ShouldSatisfyAllConditions(one => one.Left.ShouldBe(2), one => one.HasOne.ShouldBeFalse("all three were shown before"));
        Show(3, 4);
        At(60, Plan([10, 20, 30, 100, 150])).Forecast.Left.ShouldBe(0);
    }

    [Fact]
    public void Who_came_later_is_asked_for_what_comes_from_their_first_day()
    {
        LearnerPace.From(_record.Build(), [(Content, Some.Rules(new MostRecent()))], null, On(140)).ShouldSatisfyAllConditions(one => one.Band.State.ShouldBe(PaceState.Behind), one => one.Stall.IsQuiet.ShouldBeTrue());

        var late = LearnerPace.From(_record.Build(), [(Content, Some.Rules(new MostRecent()))], null, On(140) with { Came = Date(138), YearBegan = Some.Day(138) });

        (late.Band.State, late.Stall.IsQuiet, late.Stall.Days, late.Band.Needed).ShouldBe((PaceState.On, false, 1, Most));
        // Whoever comes in summer is asked for nothing of the year that is over.
        LearnerPace.From(_record.Build(), [(Content, Some.Rules(new MostRecent()))], null, On(300) with { Came = Date(299), Calendar = new SchoolCalendar([], new SchoolYear(Date(0), Date(284))) }).Band.State.ShouldBe(PaceState.On);
    }

    [Fact]
    public void One_step_more_is_never_worse_a_later_day_never_better_and_an_order_of_steps_changes_nothing() =>
        Gen.Select(Gen.Int[1, 199].List[1, Most], Gen.Bool.List[Most, Most], Gen.Int[1, 250]).Sample((days, shown, today) =>
        {
            var record = new RecordBuilder();
            foreach (var (i, is1) in shown.Index()) if (is1) record.Judge(3, day: 0, competency: Of(i));
            var plan = Plan(days.Select(one => (int?)one));
            LearnerPace Now(RecordBuilder of, int day, PlannedSteps by) => LearnerPace.From(of.Build(), [(Content, Some.Rules(new MostRecent()))], null, On(day), by);
            var now = Now(record, today, plan);

            now.Band.Done.ShouldBe(shown.Take(days.Count).Count(one => one));
            now.Band.Needed.ShouldBe(days.Count);
            now.Band.Expected.ShouldBe(days.Count(one => one <= today));
            (now.Steps!.Shown.Count + now.Steps.Open.Count).ShouldBe(days.Count);
            (now.Band.State == PaceState.Behind && now.Band.Done >= now.Band.Expected).ShouldBeFalse("who has done what is due is not told to need time");
            (now.Band.State == PaceState.Ahead && now.Band.Done <= now.Band.Expected && now.Band.Done < days.Count).ShouldBeFalse("who has done no more than is due is not ahead");
            Now(record, today + 7, plan).Band.Weeks.ShouldBeLessThanOrEqualTo(now.Band.Weeks);
            Now(record, today, plan with { Steps = [.. plan.Steps.Reverse()] }).Band.ShouldBe(now.Band);
            if (now.Steps.Open is [var next, ..])
            {
                record.Judge(3, day: 0, competency: next.Competency);
                Now(record, today, plan).Band.Weeks.ShouldBeGreaterThanOrEqualTo(now.Band.Weeks);
            }
        }, iter: 150, threads: 1);
}
