using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class FamilyViewTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly AreaId Math = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly AreaId Art = new(new Guid(2, 0, 0, new byte[8]));

    private static readonly Gen<TrackLine> Lines =
        from area in Gen.OneOfConst(Math, Art)
        from shown in Gen.Bool
        from pieces in Gen.Int[0, 5]
        from empty in Gen.Int[0, 3]
        from ago in Gen.Int[0, 200]
        from due in Gen.Int[-60, 60]
        from hasDue in Gen.Int[0, 3]
        select new TrackLine(new CompetencyId(Guid.NewGuid()), area, shown && pieces > 0, pieces, empty, pieces == 0 ? null : Today.AddDays(-ago), hasDue == 0 ? Today.AddDays(due) : null);

    [Fact]
    public void What_is_shown_needs_no_time_whatever_a_plan_or_a_calendar_says() =>
        Is(Line(isShown: true, ago: 300, empty: 0) with { DueOn = Today.AddDays(-90) }, newest: Today).ShouldBe(TrackReason.Shown);

    [Fact]
    public void What_nobody_has_looked_at_is_no_verdict_unless_the_plan_wanted_it_by_now()
    {
        Is(Line(pieces: 0)).ShouldBe(TrackReason.NotSeen);
        Is(Line(pieces: 0) with { DueOn = Today }).ShouldBe(TrackReason.NotSeen);
        Is(Line(pieces: 0) with { DueOn = Today.AddDays(-1) }).ShouldBe(TrackReason.PastDue);
    }

    [Theory]
    [InlineData(42, TrackReason.Growing)]
    [InlineData(43, TrackReason.Quiet)]
    public void What_rests_behind_the_newest_work_for_more_than_six_weeks_is_quiet(int ago, TrackReason reason) => Is(Line(ago: ago), newest: Today).ShouldBe(reason);

    [Fact]
    public void A_summer_is_nobodys_fault()
    {
        var view = FamilyView.From([Line(Math, ago: 100), Line(Math, ago: 110), Line(Math, ago: 120)], Today);

        (view.Areas[0].Verdict, view.IsQuietOn(Today), view.Newest).ShouldBe((Track.OnTrack, true, Today.AddDays(-100)));
    }

    [Fact]
    public void A_plan_that_gives_a_later_day_says_that_there_is_time() => Is(Line(ago: 90) with { DueOn = Today.AddDays(7) }, newest: Today).ShouldBe(TrackReason.Growing);

    [Fact]
    public void All_boxes_filled_and_not_shown_asks_for_another_try() => Is(Line(empty: 0)).ShouldBe(TrackReason.Full);

    [Theory]
    [InlineData(3, 0, Track.OnTrack)]
    [InlineData(2, 1, Track.OnTrack)]
    [InlineData(3, 2, Track.NeedsTime)]
    [InlineData(0, 1, Track.NeedsTime)]
    public void At_most_a_third_may_need_time(int growing, int full, Track verdict) => FamilyView.From(
        [.. Enumerable.Repeat(0, growing).Select(_ => Line()), .. Enumerable.Repeat(0, full).Select(_ => Line(empty: 0, pieces: 3))], Today).Areas.Single().Verdict.ShouldBe(verdict);

    [Fact]
    public void Of_too_little_nothing_is_said()
    {
        FamilyView.From([Line(pieces: 2), Line(pieces: 0)], Today).Areas.Single().Verdict.ShouldBe(Track.TooEarly);
        FamilyView.From([Line(pieces: 0)], Today).ShouldSatisfyAllConditions(one => one.Areas.Single().Verdict.ShouldBe(Track.NotSeen), one => one.Judged.ShouldBe(0), one => one.Next.ShouldNotBeNull());
        FamilyView.From([], Today).ShouldSatisfyAllConditions(one => one.Next.ShouldBeNull(), one => one.Newest.ShouldBeNull(), one => one.IsQuietOn(Today).ShouldBeFalse());
    }

    [Fact]
    public void A_check_that_has_its_day_is_next_and_the_soonest_of_them()
    {
        var (late, soon) = (Line() with { CheckOn = Today.AddDays(9) }, Line(Art) with { CheckOn = Today.AddDays(2) });

        FamilyView.From([Line(empty: 0, pieces: 9), late, soon], Today).Next!.Line.ShouldBe(soon);
    }

    [Fact]
    public void Next_comes_from_the_area_that_needs_time_and_something_new_comes_last()
    {
        var (near, slow) = (Line(Math, empty: 1, pieces: 3), Line(Art, empty: 0, pieces: 4));

        FamilyView.From([Line(Math, pieces: 0), near, slow], Today).Next!.Line.ShouldBe(slow);
        FamilyView.From([Line(Math, pieces: 0), near], Today).Next!.Line.ShouldBe(near);
        FamilyView.From([Line(Math, pieces: 0), Line(Math, isShown: true)], Today).Next!.Reason.ShouldBe(TrackReason.NotSeen);
    }

    [Fact]
    public void Strengths_are_the_newest_and_of_different_areas_first()
    {
        var (one, two, three) = (Line(Math, isShown: true, ago: 1), Line(Math, isShown: true, ago: 2), Line(Art, isShown: true, ago: 90));

        FamilyView.From([two, one, three], Today).Strengths.Select(each => each.Line).ShouldBe([one, three, two]);
    }

    [Fact]
    public void To_show_something_more_never_takes_an_area_off_track() => Gen.Select(Lines.List[1, 12], Gen.Int[0, 11]).Sample((lines, which) =>
    {
        var at = which % lines.Count;
        var better = lines.Select((one, place) => place == at ? one with { IsShown = true, Pieces = System.Math.Max(1, one.Pieces), LastShown = one.LastShown ?? Today.AddDays(-200) } : one).ToList();
        var (before, after) = (FamilyView.From(lines, Today), FamilyView.From(better, Today));

        before.Areas.Zip(after.Areas).ShouldAllBe(pair => pair.First.Verdict != Track.OnTrack || pair.Second.Verdict == Track.OnTrack);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Every_area_is_there_once_and_the_counts_are_of_them() => Lines.List[0, 20].Sample(lines =>
    {
        var view = FamilyView.From(lines, Today);

        view.Areas.Select(one => one.Area).ShouldBe(lines.Select(one => one.Area).Distinct());
        view.Areas.Sum(one => one.Lines.Count).ShouldBe(lines.Count);
        (view.OnTrack <= view.Judged && view.Judged <= view.Areas.Count).ShouldBeTrue();
        (view.Next is null).ShouldBe(lines.All(one => one.IsShown));
        view.Strengths.ShouldAllBe(one => one.Line.IsShown);
    }, iter: 500, threads: 1);

    private static TrackReason Is(TrackLine line, DateOnly? newest = null) => CompetencyTrack.From(line, Today, newest ?? line.LastShown).Reason;

    private static TrackLine Line(AreaId? area = null, bool isShown = false, int pieces = 1, int empty = 2, int ago = 5) =>
        new(new CompetencyId(Guid.NewGuid()), area ?? Math, isShown, pieces, empty, pieces == 0 ? null : Today.AddDays(-ago));
}
