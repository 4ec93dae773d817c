using System.Net;
using Cairn.App.Running;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Storage;

namespace Cairn.App.Tests.Running;

public sealed class HealthTests(DemoSite demo)
{
    [Fact]
    public async Task A_site_that_is_about_to_stop_lives_and_has_started_and_is_not_ready()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
        using var visitor = site.Visitor();
        (await visitor.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        site.Part<Draining>().Begin();

        var ready = await visitor.Get("/health/ready");
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Body.ShouldContain("open not ok");
        (await visitor.Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/health/started")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_schema_that_is_not_this_programs_is_neither_started_nor_ready()
    {
        await using var district = await TestDistrict.With();
        var clock = new TestClock();
        await using var site = await RunningSite.Start(demo.Folder.Data, district.District, clock: clock);
        using var visitor = site.Visitor();
        (await visitor.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        using (var db = district.Open()) Sql.Run(db, "DELETE FROM \"__EFMigrationsHistory\"");
        clock.Pass(TimeSpan.FromSeconds(2));

        (await visitor.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await visitor.Get("/health/started")).Body.ShouldContain("schema not ok");
        (await visitor.Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_not_ready()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Of("other"));
        var clock = new TestClock();
        await using var site = await RunningSite.Start(new DataFolder(folder.Of("other")), clock: clock);
        using var visitor = site.Visitor();
        (await visitor.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        Directory.EnumerateFileSystemEntries(folder.Of("other")).ShouldBeEmpty("what was tried is gone");

        Directory.CreateDirectory(folder.Of("other", "districts"));
        Directory.Delete(folder.Of("other", "districts"));
        // Into which nobody can write, not even root.
        Directory.CreateSymbolicLink(folder.Of("other", "districts"), "/proc/self");
        clock.Pass(TimeSpan.FromSeconds(2));
        var ready = await visitor.Get("/health/ready");
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Body.ShouldContain("disk not ok");
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Sqlite)]
    public async Task Where_a_flush_failed_and_nothing_more_is_written_it_is_not_ready()
    {
        await using var district = await TestDistrict.With();
        await using var site = await RunningSite.Start(demo.Folder.Data, district.District);
        using var visitor = site.Visitor();
        await Should.ThrowAsync<RefusedException>(() => district.District.Writer.Alone<bool>(_ =>
            throw new Microsoft.EntityFrameworkCore.DbUpdateException("no", new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10, 1034))));

        var ready = await visitor.Get("/health/ready");
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Body.ShouldContain("writer not ok");
        (await visitor.Get("/health/started")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "A9")]
    public async Task A_stranger_learns_one_word()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District);
        using var stranger = new Visitor(site.Url, ("X-Forwarded-For", "203.0.113.5"));
        foreach (var path in (string[])["/health/live", "/health/ready", "/health/started"]) (await stranger.Get(path)).Body.ShouldBe("ok\n");
        site.Part<Draining>().Begin();
        (await stranger.Get("/health/ready")).Body.ShouldBe("not ok\n");
    }

    [Fact]
    public async Task However_often_it_is_asked_the_database_is_looked_at_once_a_second()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, clock: clock);
        var readiness = site.Part<Readiness>();
        var first = await readiness.Look();
        var many = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(readiness.Look)));
        many.ShouldAllBe(one => one.SequenceEqual(first));
    }
}
