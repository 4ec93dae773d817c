using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

public sealed class FrontPageTests(DemoSite demo)
{
    [Fact]
    public async Task The_front_page_answers_without_sign_in_and_names_no_learner()
    {
        using var visitor = demo.Site.Visitor();
        var page = await visitor.Get("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("A demonstration");
        page.Header("Cache-Control").ShouldContain("no-store");
        demo.Everyone.ShouldNotContain(one => page.Whole.Contains(one.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_session_no_page_of_the_record_answers_and_none_says_a_name()
    {
        using var visitor = demo.Site.Visitor();
        string[] paths =
        [
            "/learners", $"/learners?q={demo.Own.GivenName}", $"/learners?group={demo.Groups[0].Id.Value:N}", DemoSite.Home(demo.Own), DemoSite.Work(demo.Own),
            DemoSite.Competency(demo.Own), $"{DemoSite.Competency(demo.Own)}?stage=1", "/framework",
        ];
        foreach (var path in paths)
        {
            var refused = await visitor.Get(path, ("If-None-Match", "*"));
            refused.Status.ShouldBe(HttpStatusCode.Unauthorized, path);
            refused.Header("ETag").ShouldBeEmpty(path);
            refused.Header("Set-Cookie").ShouldBeEmpty(path);
            refused.Body.ShouldContain("Sign in first");
            demo.Everyone.ShouldNotContain(one => refused.Whole.Contains(one.GivenName, StringComparison.Ordinal) || refused.Whole.Contains(one.FamilyName, StringComparison.Ordinal));
            demo.Groups.ShouldNotContain(one => refused.Whole.Contains(one.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_refused_alike_whether_the_learner_exists_or_not()
    {
        using var visitor = demo.Site.Visitor();
        var known = await visitor.Get(DemoSite.Home(demo.Own));
        var unknown = await visitor.Get($"/learners/{Guid.NewGuid():N}");
        (unknown.Status, unknown.Body).ShouldBe((known.Status, known.Body));
    }

    [Fact]
    public async Task An_empty_data_folder_serves_the_front_page_only()
    {
        using var folder = new TempFolder();
        await using var site = await RunningSite.Start(folder.Data);
        using var visitor = site.Visitor();
        var front = await visitor.Get("/");
        front.Status.ShouldBe(HttpStatusCode.OK);
        front.Body.ShouldContain("This Cairn is empty");
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), DemoSite.Competency(demo.Own), DemoSite.Work(demo.Own), "/framework"])
            (await visitor.Get(path)).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
        (await visitor.Get("/sign-in/anything")).Status.ShouldBe(HttpStatusCode.NotFound);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_district_that_is_no_demonstration_says_so_and_offers_no_way_in()
    {
        await using var district = District.OpenExisting(demo.Unmarked.Data, MakeDemo.District, toWrite: false, TimeProvider.System);
        await using var site = await RunningSite.Start(demo.Unmarked.Data, district, demo.Actors);
        using var visitor = site.Visitor();
        (await visitor.Get("/")).Body.ShouldContain("Not open for sign-in yet");
        site.Links.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/nothing/at/all")]
    [InlineData("/learners/not-an-id")]
    [InlineData("/learners/not-an-id/work")]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/districts/fern-hollow/record.db")]
    [InlineData("/assets/../demo.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/demo.json")]
    [InlineData("/assets/css")]
    [InlineData("/metrics/all")]
    [InlineData("/health")]
    public async Task An_address_that_leads_nowhere_is_not_found(string path)
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_words_and_shows_the_way_back()
    {
        using var visitor = demo.Site.Visitor();
        foreach (var path in (string[])["/nothing", "/nothing.html", "/sign-in/an-old-link", "/learners/not-an-id"])
        {
            var page = await visitor.Get(path);
            page.Body.ShouldContain("Nothing is here", customMessage: path);
            page.Body.ShouldContain("href=\"/\"", customMessage: path);
        }
    }
}
