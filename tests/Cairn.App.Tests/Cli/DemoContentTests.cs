using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Cli;

/// <summary>What the demonstration holds when nothing is asked for but a demonstration.</summary>
public sealed class DemoContentTests
{
    private const int UsualLearners = 60;

    [Fact]
    public async Task It_is_one_school_of_sixty_learners_from_five_to_eighteen_with_a_room_of_twenty_four()
    {
        var (folder, clock) = await Make(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        using var _ = folder;
        using var demo = new Opened(folder.Data);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        demo.Db.Organizations.Count(one => one.Kind == OrganizationKind.School).ShouldBe(1);
        var learners = demo.Db.Learners.ToList();
        learners.Count.ShouldBe(UsualLearners);
        learners.Select(one => one.AgeOn(today)!.Value).Distinct().Order().ShouldBe(Enumerable.Range(5, 14));
        var rooms = demo.Db.Enrollments.ToList().GroupBy(one => one.Group).OrderByDescending(one => one.Count()).ToList();
        rooms[0].Count().ShouldBe(24);
        rooms[0].Select(one => learners.Single(learner => learner.Id == one.Learner).AgeOn(today)).Distinct().Count().ShouldBeGreaterThan(5);

        var content = demo.Frameworks.ShouldHaveSingleItem().Content;
        var areas = content.Areas.ToLookup(one => one.Kind);
        areas[AreaKind.Learning].Count().ShouldBe(6);
        content.Competencies.Count(one => content.AreaOf(one).Kind == AreaKind.Learning).ShouldBe(40);
        content.Competencies.Count(one => content.AreaOf(one).Kind == AreaKind.Habits).ShouldBeGreaterThan(2);
        content.Portrait.Count.ShouldBeGreaterThan(2);
        demo.Db.Judgments.Count().ShouldBeGreaterThan(UsualLearners * 100);
    }

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2026-09-04")]
    [InlineData("2027-06-15")]
    [InlineData("2027-07-30")]
    [InlineData("2028-02-29")]
    public async Task Its_evidence_covers_about_two_years_up_to_now(string day)
    {
        var (folder, clock) = await Make(new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero), learners: 3);
        using var _ = folder;
        using var demo = new Opened(folder.Data);
        var now = clock.GetUtcNow().UtcDateTime;
        var shown = demo.Db.Evidence.Select(one => one.DemonstratedOn).ToList();
        (now - shown.Min()).TotalDays.ShouldBeInRange(20 * 30, 25 * 31);
        shown.Count(one => one < now.AddYears(-1)).ShouldBeGreaterThan(shown.Count / 4);
        shown.Count(one => one >= now.AddYears(-1)).ShouldBeGreaterThan(shown.Count / 4);
    }

    [Theory]
    [InlineData("2026-11-20T08:00")]
    [InlineData("2026-11-20T23:30")]
    [InlineData("2026-11-21T01:00")]
    [InlineData("2026-11-23T10:00")]
    public async Task Nothing_in_it_happened_after_now(string moment)
    {
        var (folder, clock) = await Make(new DateTimeOffset(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero), learners: 12);
        using var _ = folder;
        using var demo = new Opened(folder.Data);
        var now = clock.GetUtcNow().UtcDateTime;
        demo.Db.Evidence.Max(one => one.DemonstratedOn).ShouldBeLessThan(now);
        demo.Db.Judgments.Max(one => one.JudgedAt).ShouldBeLessThan(now);
        demo.Db.Judgments.Max(one => one.RecordedAt).ShouldBeLessThan(now);
        demo.Db.Overrides.Select(one => one.DecidedOn).ToList().ShouldAllBe(one => one < now);
        demo.Db.Retractions.Select(one => one.RecordedAt).ToList().ShouldAllBe(one => one < now);
        demo.Db.StageEntries.Max(one => one.RecordedAt).ShouldBeLessThan(now);
    }

    private static async Task<(TempFolder Folder, TestClock Clock)> Make(DateTimeOffset now, int learners = UsualLearners)
    {
        var folder = new TempFolder();
        var clock = new TestClock(now);
        await MakeDemo.Ensure(folder.Data, learners, clock, _ => { });
        return (folder, clock);
    }
}
