using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

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
    public void On_a_continuum_the_pieces_of_the_next_stage_are_told_and_are_no_part_of_the_pace()
    {
        var continuum = new ContinuumBuilder().Asks(2);
        continuum.Record.Enter(9, day: -30);
        foreach (var day in (int[])[1, 2]) continuum.Record.Judge(9, day: day, target: FrameworkBuilder.TargetId(0), stage: 9);
        continuum.Record.Judge(10, day: 3, target: FrameworkBuilder.TargetId(0), stage: 10);

        var pace = LearnerPace.From(continuum.Record.Build(), [(continuum.Framework.Build(), Some.Rules(new Continuum(12)))], null, On(10));

        (pace.Band.Needed, pace.Band.Done, pace.Band.Further, pace.Standing[^1].Stage).ShouldBe((2, 2, 1, 10));
        (pace.Forecast.Left, pace.Missing.Total).ShouldBe((0, 1), "what the year asked for is shown; what comes next is open");
        pace.Missing.All.ShouldHaveSingleItem().Targets.ShouldBe([(FrameworkBuilder.TargetId(0), 1)]);
    }

    [Fact]
    public void What_is_shown_at_the_first_moment_of_the_first_day_is_work_of_the_year()
    {
        _record.Judge(3, day: 0);

        (Of(10).Band.Needed, Of(10).Band.Done).ShouldBe((8, 1));
    }

    [Fact]
    public void On_a_continuum_no_more_is_done_than_was_asked_for_and_a_piece_more_is_never_worse() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 3], Gen.Select(Gen.Int[0, 2], Gen.Int[9, 11], Gen.Int[-20, 40]).List[0, 30]).Sample((asks, pieces) =>
        {
            var continuum = new ContinuumBuilder().Asks(asks);
            continuum.Record.Enter(9, day: -30);
            var content = continuum.Framework.Build();
            LearnerPace Now() => LearnerPace.From(continuum.Record.Build(), [(content, Some.Rules(new Continuum(12)))], null, On(60));
            var before = Now();
            // A teacher judges at the stage that is open: in the order of the days.
            foreach (var (target, stage, day) in pieces.OrderBy(one => one.Item3))
            {
                if (Now().Standing[^1].Stage < stage) continue;
                continuum.Record.Judge(stage, day: day, target: FrameworkBuilder.TargetId(target % asks.Length), stage: stage);
                var now = Now();
                now.Band.Done.ShouldBeInRange(0, now.Band.Needed);
                now.Band.Needed.ShouldBeLessThanOrEqualTo(asks.Sum(), "what is asked for is the stage that was open, whatever opens later");
                if (day >= 0)
                {
                    now.Band.Needed.ShouldBe(before.Band.Needed, "the work of a year does not change what it asked for");
                    now.Band.Weeks.ShouldBeGreaterThanOrEqualTo(before.Band.Weeks);
                }

                before = now;
            }
        }, iter: 60, threads: 1);

    [Fact]
    public void A_forecast_and_the_band_say_the_same_of_an_even_year() => Gen.Select(Gen.Int[20, 40], Gen.Int[0, 40], Gen.Int[90, 220]).Sample((many, done, day) =>
    {
        var content = new FrameworkBuilder();
        var record = new RecordBuilder();
        for (var i = 0; i < many; i++) content.WithCompetency(new CompetencyId(Some.Id(300 + i)), $"C{i}", position: i, pieces: 1);
        for (var i = 0; i < Math.Min(done, many); i++) record.Judge(3, day: 1, competency: new CompetencyId(Some.Id(300 + i)));
        var pace = LearnerPace.From(record.Build(), [(content.Build(), Some.Rules(new MostRecent()))], null, On(day));
        var left = EveryWeek.OpenDays(On(day).Today, On(day).Year.Last) / (double)SchoolCalendar.DaysAWeek;

        (pace.Forecast.Left + pace.Band.Done).ShouldBe(pace.Band.Needed);
        if (pace.Forecast.Likely is not { } likely) return;
        if (pace.Band.State == PaceState.Ahead) ((double)likely).ShouldBeLessThanOrEqualTo(left + 1, "who is ahead is there in time");
        if (pace.Band.State == PaceState.Behind) ((double)likely).ShouldBeGreaterThanOrEqualTo(left - 1, "who needs more time needs more than there is");
    }, iter: 300, threads: 1);

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
    public void Tries_of_an_earlier_year_or_of_more_than_eight_school_weeks_ago_are_no_loop()
    {
        foreach (var day in (int[])[-30, -20, 2, 9]) _record.Judge(2, day: day);
        Of(10).Stall.Loops.ShouldBeEmpty("two of the four are of this year");
        _record.Judge(2, day: 16);
        Of(17).Stall.Loops.ShouldHaveSingleItem().Count.ShouldBe(3, "those of the year before are not counted with them");

        // Day 2 is a Wednesday: with it the last forty open days end on the Tuesday eight weeks later.
        Of(57).Stall.Loops.ShouldHaveSingleItem();
        Of(58).Stall.Loops.ShouldBeEmpty();
    }

    [Fact]
    public void A_holiday_is_no_time_in_which_a_loop_is_forgotten_and_who_came_later_begins_with_their_first_day()
    {
        foreach (var day in (int[])[2, 9, 16]) _record.Judge(2, day: day);
        LearnerPace At(PaceMoment moment) => LearnerPace.From(_record.Build(), [(Two(4), Some.Rules(new MostRecent()))], null, moment);
        var holiday = new SchoolCalendar(Enumerable.Range(18, 30).Select(day => DateOnly.FromDateTime(Some.Day(day))));

        At(On(80)).Stall.Loops.ShouldBeEmpty();
        At(On(80) with { Calendar = holiday }).Stall.Loops.ShouldHaveSingleItem();
        At(On(20) with { Came = DateOnly.FromDateTime(Some.Day(5)), YearBegan = Some.Day(5) }).Stall.Loops.ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_is_told_by_what_lies_in_the_window_alone() => Gen.Select(Gen.Select(Gen.Int[-60, 150], Gen.Int[1, 3]).List[0, 14], Gen.Int[20, 160]).Sample((tries, today) =>
    {
        LearnerPace Now(IEnumerable<(int, int)> some)
        {
            var record = new RecordBuilder();
            foreach (var (day, level) in some.OrderBy(one => one.Item1)) record.Judge(level, day: day);
            return LearnerPace.From(record.Build(), [(Two(4), Some.Rules(new MostRecent()))], null, On(today));
        }

        var since = (On(today).LoopsSince - Some.Day(0)).TotalDays;
        var shown = tries.Where(one => one.Item1 < today).ToList();
        since.ShouldBeInRange(0, today);
        // What is older moves the level, and so only whether the line holds: with the newest within, nothing.
        if (shown.Count == 0 || shown.Max(one => one.Item1) < since) return;
        Now(shown).Stall.Loops.Select(one => one.Count).ShouldBe(Now(shown.Where(one => one.Item1 >= since)).Stall.Loops.Select(one => one.Count));
    }, iter: 200, threads: 1);

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
        foreach (var day in (int[])[171, 172, 173]) _record.Judge(2, day: day);
        _record.Judge(3, day: 174, competency: Some.OtherCompetency);
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
