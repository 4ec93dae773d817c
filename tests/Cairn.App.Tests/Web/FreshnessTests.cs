using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>Each test has a learner of its own, because each adds to a record.</summary>
public sealed class FreshnessTests(DemoSite demo)
{

    private static string[] PagesOf(Learner learner) => [DemoSite.Home(learner), DemoSite.Competency(learner)];

    [Fact]
    public async Task What_the_reader_has_already_is_not_sent_again()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in PagesOf(demo.Room[3]).Append("/framework"))
        {
            var first = await teacher.Get(path);
            first.Header("ETag").ShouldNotBeEmpty(path);
            var again = await teacher.Get(path, ("If-None-Match", first.Header("ETag")));
            (again.Status, again.Bytes.Length, again.Header("ETag")).ShouldBe((HttpStatusCode.NotModified, 0, first.Header("ETag")), path);
            (await teacher.Get(path, ("If-None-Match", "\"another\""))).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task A_new_judgment_makes_the_home_and_the_competency_new()
    {
        var learner = demo.Room[4];
        await Changes(learner, PagesOf(learner), NewFacts.Judged(learner.Id, stage: demo.StageOf(learner, "RD.1"), comment: "Every label can be read."));
    }

    [Fact]
    public async Task An_override_makes_both_new()
    {
        var learner = demo.Room[5];
        await Changes(learner, PagesOf(learner), NewFacts.Decided(learner.Id, "RD.1", demo.StageOf(learner, "RD.1"), 4, DateTime.UtcNow));
    }

    [Fact]
    public async Task Work_that_was_shown_earlier_than_the_newest_makes_the_home_new()
    {
        var learner = demo.Room[6];
        using var teacher = await demo.Site.As(demo.Teacher);
        var stage = demo.StageOf(learner, "RD.1");
        await demo.District.Writer.Record(NewFacts.Judged(learner.Id, stage: stage));
        var found = NewFacts.Judged(learner.Id, shown: DateTime.UtcNow.AddHours(-1), title: "Found in my bag", comment: "Found at last.");
        await Changes(learner, [DemoSite.Home(learner)], found with { Judgments = [] });
        (await teacher.Get(DemoSite.Home(learner))).Body.ShouldContain("Found in my bag");
    }

    [Fact]
    public async Task What_happens_at_a_higher_stage_makes_the_page_of_a_lower_one_new()
    {
        var learner = demo.Room[7];
        var (stage, code) = FirstWithTwoStages(learner);
        await demo.District.Writer.Record(NewFacts.Decided(learner.Id, code, stage, 1, DateTime.UtcNow));
        await Changes(learner, [$"{DemoSite.Competency(learner, code)}?stage={stage - 1}"], NewFacts.Decided(learner.Id, code, stage, 4, DateTime.UtcNow));
    }

    [Fact]
    public async Task A_decision_whose_time_runs_out_makes_both_new_at_that_moment()
    {
        var learner = demo.Room[8];
        var clock = new TestClock(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(1).AddHours(15), TimeSpan.Zero));
        var until = clock.GetUtcNow().UtcDateTime.AddMinutes(30);
        await demo.District.Writer.Record(NewFacts.Decided(learner.Id, "RD.1", demo.StageOf(learner, "RD.1"), 4, DateTime.UtcNow, until));
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, clock);
        using var teacher = await site.As(demo.Teacher);
        var before = new List<string>();
        foreach (var path in PagesOf(learner)) before.Add((await teacher.Get(path)).Header("ETag"));
        clock.Pass(TimeSpan.FromHours(1));
        foreach (var (path, tag) in PagesOf(learner).Zip(before)) (await teacher.Get(path, ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task The_tag_differs_by_reader_by_language_and_by_day()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, clock);
        using var teacher = await site.As(demo.Teacher);
        using var leader = await site.As(demo.Leader);
        using var self = await site.As(DemoSite.Self(demo.Room[3]));
        foreach (var path in PagesOf(demo.Room[3]))
        {
            var tags = new List<string>();
            foreach (var reader in (Visitor[])[teacher, leader, self]) tags.Add((await reader.Get(path)).Header("ETag"));
            var turned = await teacher.Get(path, ("Accept-Language", "ar-XB"));
            turned.Header("Vary").ShouldContain("Accept-Language");
            turned.Header("Vary").ShouldContain("Cookie");
            tags.Add(turned.Header("ETag"));
            tags.Distinct(StringComparer.Ordinal).Count().ShouldBe(4, path);
        }

        var today = (await self.Get(DemoSite.Home(demo.Room[3]))).Header("ETag");
        clock.Pass(TimeSpan.FromHours(20));
        using var later = await site.As(DemoSite.Self(demo.Room[3]));
        clock.Pass(TimeSpan.FromHours(8));
        (await later.Get(DemoSite.Home(demo.Room[3]))).Header("ETag").ShouldNotBe(today);
    }

    [Fact]
    public async Task Another_readers_copy_is_never_fresh()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var tag = (await teacher.Get(DemoSite.Home(demo.Own))).Header("ETag");
        using var stranger = await demo.Site.As(demo.OtherTeacher);
        (await stranger.Get(DemoSite.Home(demo.Own), ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = demo.Site.Visitor();
        (await nobody.Get(DemoSite.Home(demo.Own), ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task Changes(Learner learner, IReadOnlyList<string> paths, Recording facts)
    {
        using var self = await demo.Site.As(DemoSite.Self(learner));
        var before = new List<Answer>();
        foreach (var path in paths) before.Add(await self.Get(path));
        await demo.District.Writer.Record(facts);
        foreach (var (path, old) in paths.Zip(before))
        {
            var now = await self.Get(path, ("If-None-Match", old.Header("ETag")));
            now.Status.ShouldBe(HttpStatusCode.OK, path);
            now.Header("ETag").ShouldNotBe(old.Header("ETag"), path);
            now.Body.ShouldNotBe(old.Body, path);
        }
    }

    private (int Stage, string Code) FirstWithTwoStages(Learner learner)
    {
        foreach (var code in (string[])["RD.1", "RD.2", "RD.3", "MA.3", "MA.4", "SC.3", "SC.4", "PP.1", "PP.2", "AM.1", "HL.1"])
        {
            using var db = demo.District.Open();
            var (who, what) = (learner.Id, DemoFramework.CompetencyOf(code));
            var stages = db.StageEntries.Where(one => one.Learner == who && one.Competency == what).Select(one => one.Stage).ToList();
            if (stages.Count > 1) return (stages.Max(), code);
        }

        throw new InvalidOperationException($"{learner.Username} has entered one stage everywhere.");
    }
}
