using System.Net;

namespace Cairn.App.Tests.Web;

public sealed class SessionTests(DemoSite demo)
{
    [Fact]
    public async Task Signing_out_ends_the_session_even_for_who_kept_the_cookie()
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        var kept = visitor.Cookie;
        var left = await visitor.Post("/sign-out");
        (left.Status, left.Header("Location")).ShouldBe((HttpStatusCode.Found, "/"));
        left.Header("Clear-Site-Data").ShouldContain("cache");
        visitor.Cookie.ShouldBeEmpty();
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var thief = demo.Site.Visitor();
        (await thief.Get(DemoSite.Home(demo.Own), ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_after_a_day()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, clock);
        using var visitor = await site.As(demo.Teacher);
        clock.Pass(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        clock.Pass(TimeSpan.FromSeconds(1));
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_again_makes_a_new_session_and_ends_the_old_one()
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        var first = visitor.Cookie;
        (await visitor.Get(demo.Site.Links.All.First(one => one.Actor == demo.Leader).Path)).Status.ShouldBe(HttpStatusCode.Found);
        visitor.Cookie.ShouldNotBe(first);
        using var thief = demo.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", first))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("cairn=")]
    [InlineData("cairn=known-before-sign-in")]
    [InlineData("cairn=%00%ff")]
    [InlineData("cairn=\"quoted\"; cairn=twice")]
    public async Task A_cookie_that_the_site_did_not_give_is_no_session(string cookie)
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get("/learners", ("Cookie", cookie))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.Get("/learners", ("Cookie", "cairn=" + new string('A', 8000)))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_of_one_start_is_unknown_to_the_next()
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        await using var restarted = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
        using var again = restarted.Visitor();
        (await again.Get("/learners", ("Cookie", visitor.Cookie))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
