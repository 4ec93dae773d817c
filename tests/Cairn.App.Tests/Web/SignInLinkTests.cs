using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

public sealed class SignInLinkTests(DemoSite demo)
{
    [Fact]
    public async Task A_link_leads_each_role_to_its_own_home()
    {
        using var teacher = demo.Site.Visitor();
        (await teacher.Get(LinkOf(demo.Site, demo.Teacher))).Header("Location").ShouldBe("/board");
        using var learner = demo.Site.Visitor();
        (await learner.Get(LinkOf(demo.Site, DemoSite.Self(demo.Own)))).Header("Location").ShouldBe(DemoSite.Home(demo.Own));
        (await learner.Get("/")).Header("Location").ShouldBe(DemoSite.Home(demo.Own));
        using var leader = demo.Site.Visitor();
        (await leader.Get(LinkOf(demo.Site, demo.Leader))).Header("Location").ShouldBe("/learners");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = demo.Site.Visitor();
        var entered = await visitor.Get(LinkOf(demo.Site, demo.Teacher));
        var cookie = entered.Header("Set-Cookie");
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        entered.Header("Cache-Control").ShouldContain("no-store");
        entered.Header("Referrer-Policy").ShouldBe("no-referrer");
    }

    [Fact]
    public async Task A_folder_that_is_not_marked_lets_no_token_in()
    {
        await using var district = District.OpenExisting(demo.Unmarked.Data, MakeDemo.District, toWrite: false, TimeProvider.System);
        await using var site = await RunningSite.Start(demo.Unmarked.Data, district, demo.Actors);
        using var visitor = site.Visitor();
        foreach (var link in demo.Site.Links.All)
        {
            (await visitor.Get(link.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
            visitor.Cookie.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task No_link_works_once_the_mark_is_gone_while_the_site_runs()
    {
        using var folder = demo.Unmarked.CopyUnmarked();
        folder.Data.SetMark("{}");
        await using var district = District.OpenExisting(folder.Data, MakeDemo.District, toWrite: false, TimeProvider.System);
        await using var site = await RunningSite.Start(folder.Data, district, demo.Actors);
        using var before = await site.As(demo.Teacher);
        (await before.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);

        File.Delete(Path.Combine(folder.Path, "demo.json"));
        using var after = site.Visitor();
        foreach (var link in site.Links.All)
        {
            (await after.Get(link.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
            after.Cookie.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Links_differ_at_every_start_and_are_long()
    {
        var tokens = new List<string>();
        for (var start = 0; start < 3; start++)
        {
            await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
            tokens.AddRange(site.Links.All.Select(one => one.Token));
        }

        tokens.Count.ShouldBe(3 * demo.Actors.Count());
        tokens.Distinct(StringComparer.Ordinal).Count().ShouldBe(tokens.Count);
        tokens.ShouldAllBe(one => one.Length >= 43);
        using var visitor = demo.Site.Visitor();
        (await visitor.Get($"/sign-in/{tokens[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_works_for_a_day_and_no_longer()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, clock);
        clock.Pass(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        using var visitor = await site.As(demo.Teacher);
        clock.Pass(TimeSpan.FromSeconds(1));
        using var late = site.Visitor();
        (await late.Get(LinkOf(site, demo.Teacher))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Guessing_a_link_fails()
    {
        var token = demo.Site.Links.All[0].Token;
        string[] guesses =
        [
            "a", "teacher", demo.Teacher.Person.ToString("N"), token[..^1], token + "A", token.ToUpperInvariant(), (token[0] == 'x' ? 'y' : 'x') + token[1..],
            new string('A', 43), new string('A', 5000), "..%2f..", "*", "null", Uri.EscapeDataString("' OR 1=1 --"),
        ];
        using var visitor = demo.Site.Visitor();
        foreach (var guess in guesses) (await visitor.Get($"/sign-in/{guess}")).Status.ShouldBe(HttpStatusCode.NotFound, guess);
        visitor.Cookie.ShouldBeEmpty();
    }

    private static string LinkOf(RunningSite site, Actor actor) => site.Links.All.First(one => one.Actor == actor).Path;
}
