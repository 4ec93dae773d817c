using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Plans;

/// <summary>A learner's way from their facts alone: the year begins on the first of September and ends in the middle of June.</summary>
public sealed class LearnerPaceTests
{
    private static readonly SchoolCalendar EveryWeek = new([]);
    private readonly RecordBuilder _record = new();

    private static PaceMoment On(int day) => new(
        PacingPolicy.Default with { YearFirst = new DateOnly(2025, 9, 1), YearLast = new DateOnly(2026, 6, 12) }, EveryWeek, DateOnly.FromDateTime(Some.Day(day)), Some.Day(day + 0.5), Some.Day(0));

    private static FrameworkContent Two(int pieces) => new FrameworkBuilder().WithCompetency(Some.Competency, "C", pieces: pieces).WithCompetency(Some.OtherCompetency, "D", position: 2, pieces: pieces).Build();

    private LearnerPace Of(int day, FrameworkContent? content = null, DeterminationRule? rule = null) =>
        LearnerPace.From(_record.Build(), [(content ?? Two(4), Some.Rules(rule ?? new MostRecent()))], _record.Evidence.Count == 0 ? null : DateOnly.FromDateTime(_record.Evidence.Max(one => one.DemonstratedOn)), On(day));

    [Fact]
    public void What_was_asked_for_when_the_year_began_is_spread_over_it()
    {
        var pace = Of(142);

        (pace.Band.Needed, pace.Band.Done, pace.Band.State).ShouldBe((8, 0, PaceState.Behind));
        pace.Missing.Total.ShouldBe(8);
    }

    [Fact]
    public void What_was_shown_before_the_year_is_neither_asked_for_nor_counted()
    {
        _record.Judge(3, day: -20);
        _record.Judge(3, day: -10);

        var pace = Of(10);

        (pace.Band.Needed, pace.Band.Done, pace.Missing.Total).ShouldBe((6, 0, 6));
    }

    [Fact]
    public void Who_shows_it_early_is_ahead()
    {
        foreach (var day in (int[])[1, 2, 3, 4]) _record.Judge(3, day: day);
        _record.Judge(3, day: 5, competency: Some.OtherCompetency);

        var pace = Of(10);

        (pace.Band.Done, pace.Band.State).ShouldBe((5, PaceState.Ahead));
        pace.Missing.All.ShouldHaveSingleItem().Boxes.Empty.ShouldBe(3);
    }

    [Fact]
    public void On_a_continuum_the_pieces_of_the_next_stage_count_on()
    {
        var continuum = new ContinuumBuilder().Asks(2);
        continuum.Record.Enter(9, day: -30);
        foreach (var day in (int[])[1, 2]) continuum.Record.Judge(9, day: day, target: FrameworkBuilder.TargetId(0), stage: 9);
        continuum.Record.Judge(10, day: 3, target: FrameworkBuilder.TargetId(0), stage: 10);

        var pace = LearnerPace.From(continuum.Record.Build(), [(continuum.Framework.Build(), Some.Rules(new Continuum(12)))], null, On(10));

        (pace.Band.Needed, pace.Band.Done, pace.Standing[^1].Stage).ShouldBe((2, 3, 10));
        pace.Missing.All.ShouldHaveSingleItem().Targets.ShouldBe([(FrameworkBuilder.TargetId(0), 1)]);
    }

    [Fact]
    public void Who_holds_the_line_is_in_no_loop_whatever_was_tried_since()
    {
        _record.Judge(3, day: 1);
        foreach (var day in (int[])[2, 3, 4]) _record.Judge(2, day: day);

        Of(5, rule: new Highest()).Stall.Loops.ShouldBeEmpty("the level holds at the line");
        Of(5, rule: new MostRecent()).Stall.Loops.ShouldHaveSingleItem().Count.ShouldBe(3, "the level fell below it, and stays");
    }

    [Fact]
    public void The_same_level_on_three_experiences_below_the_line_is_a_loop_and_on_one_it_is_none()
    {
        var piece = _record.Piece(day: 1);
        foreach (var judge in (PersonId[])[Some.Teacher, Some.OtherTeacher, Some.Teacher]) _record.Judge(2, on: piece, judge: judge);
        Of(5).Stall.Loops.ShouldBeEmpty();

        _record.Judge(2, day: 2);
        _record.Judge(2, day: 3);

        Of(5).Stall.Loops.ShouldHaveSingleItem().Count.ShouldBe(3);
        Of(5).Stall.IsQuiet.ShouldBeFalse();
        Of(25).Stall.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public void A_forecast_needs_three_that_were_shown()
    {
        var content = new FrameworkBuilder();
        for (var i = 0; i < 6; i++) content.WithCompetency(new CompetencyId(Some.Id(300 + i)), $"C{i}", position: i, pieces: 1);
        _record.Judge(3, day: 5, competency: new CompetencyId(Some.Id(300)));
        _record.Judge(3, day: 9, competency: new CompetencyId(Some.Id(301)));
        Of(40, content.Build()).Forecast.HasOne.ShouldBeFalse();

        _record.Judge(3, day: 20, competency: new CompetencyId(Some.Id(302)));

        var forecast = Of(40, content.Build()).Forecast;
        (forecast.HasOne, forecast.Left).ShouldBe((true, 3));
        forecast.Likely!.Value.ShouldBeInRange(1, 40);
    }

    [Fact]
    public void A_draft_says_for_each_line_why_it_is_there()
    {
        foreach (var day in (int[])[1, 2, 3]) _record.Judge(2, day: day);
        _record.Judge(3, day: 4, competency: Some.OtherCompetency);
        var (pace, at) = (Of(200), On(200));

        var draft = SupportDraft.From(pace.Band, pace.Stall, pace.Missing, at.Today, EveryWeek);

        draft.Lines.Select(one => (one.Step, one.Why)).ShouldBe([
            (SupportStep.Talk, SupportWhy.Quiet), (SupportStep.AnotherWay, SupportWhy.Loop), (SupportStep.OnePiece, SupportWhy.NearlyFull), (SupportStep.Family, SupportWhy.Behind), (SupportStep.LookAgain, SupportWhy.Plan)]);
        draft.Lines.ShouldAllBe(one => EveryWeek.IsOpen(one.By) && one.By > at.Today && one.Count > 0);
        draft.Lines.Single(one => one.Step == SupportStep.AnotherWay).Competency.ShouldBe(Some.Competency);
    }

    [Fact]
    public void Where_nothing_is_off_nothing_is_drafted()
    {
        _record.Judge(3, day: 8);
        var pace = Of(10);

        SupportDraft.From(pace.Band, pace.Stall, pace.Missing, On(10).Today, EveryWeek).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_is_agreed_once_and_ends_once()
    {
        var plan = new SupportPlan(new SupportPlanId(Some.Id(1)), Some.Learner, Some.Teacher, Some.Day(1));
        Should.Throw<InvalidOperationException>(() => plan.End(Some.Teacher, "", Some.Day(2)));

        plan.Write();
        plan.Agree(Some.OtherTeacher, Some.Day(2));
        Should.Throw<InvalidOperationException>(() => plan.Agree(Some.Teacher, Some.Day(3)));
        plan.End(Some.Teacher, "It helped.", Some.Day(9));

        (plan.State, plan.StateSince, plan.Outcome, plan.Version).ShouldBe((SupportState.Ended, Some.Day(9), "It helped.", 4));
        Should.Throw<InvalidOperationException>(plan.Write);
        plan.Erase();
        plan.Outcome.ShouldBeEmpty();
    }
}
