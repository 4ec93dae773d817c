using System.Globalization;
using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Access;

/// <summary>Who asks too often is held back, and nobody beside them.</summary>
public sealed class RateDoorTests(DemoSite demo) : IAsyncLifetime
{
    private static readonly Rate Much = new(100_000, TimeSpan.FromMilliseconds(1));
    private readonly TestClock _clock = new();
    private RunningSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, _clock, options: new SiteOptions
    {
        Proxies = [IPNetwork.Parse("127.0.0.0/8")],
        Rates = new RequestRates(Address: new Rate(50, TimeSpan.FromSeconds(1)), Person: new Rate(20, TimeSpan.FromSeconds(1)), Search: new Rate(5, TimeSpan.FromSeconds(10)), Export: Much, Import: Much),
    });

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    [Trait("Abuse", "K13")]
    public async Task A_person_is_held_back_with_the_time_to_wait_and_then_served_again()
    {
        using var teacher = await _site.As(demo.Teacher);
        for (var i = 0; i < 20; i++) (await teacher.Get("/framework")).Status.ShouldBe(HttpStatusCode.OK);

        var held = await teacher.Get("/framework", ("Accept", "text/html"));
        held.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        held.Header("Retry-After").ShouldBe("1");
        held.Header("Cache-Control").ShouldBe("no-store");
        held.Body.ShouldContain("Too much at once");
        (await teacher.Get("/framework", ("Accept", "application/json"))).Body.ShouldBeEmpty();
        _clock.Pass(TimeSpan.FromSeconds(int.Parse(held.Header("Retry-After"), CultureInfo.InvariantCulture)));
        (await teacher.Get("/framework")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "K13")]
    public async Task One_who_asks_too_often_starves_nobody_else_at_the_same_address()
    {
        using var teacher = await From("198.51.100.7", demo.Teacher);
        for (var i = 0; i < 60; i++) await teacher.Get("/framework");
        (await teacher.Get("/framework")).Status.ShouldBe(HttpStatusCode.TooManyRequests);

        using var leader = await From("198.51.100.7", demo.Leader);
        (await leader.Get("/framework")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_class_behind_one_address_is_counted_by_its_people()
    {
        foreach (var learner in demo.Room)
        {
            using var one = await From("198.51.100.8", DemoSite.Self(learner));
            for (var page = 0; page < 10; page++) (await one.Get(DemoSite.Home(learner))).Status.ShouldBe(HttpStatusCode.OK);
            // They sign in over a minute.
            _clock.Pass(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_is_not_signed_in_is_counted_by_address()
    {
        using var stranger = _site.Visitor();
        for (var i = 0; i < 50; i++) (await stranger.Get("/sign-in/guess", ("X-Forwarded-For", "203.0.113.5"))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await stranger.Get("/sign-in/guess", ("X-Forwarded-For", "203.0.113.5"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await stranger.Get("/sign-in/guess", ("X-Forwarded-For", "203.0.113.6"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get("/health/ready", ("X-Forwarded-For", "203.0.113.5"))).Status.ShouldBe(HttpStatusCode.OK, "whoever watches over it is never held back");
    }

    [Fact]
    [Trait("Abuse", "A10")]
    public async Task A_made_up_list_of_addresses_or_a_made_up_session_is_no_way_round()
    {
        using var stranger = _site.Visitor();
        for (var i = 0; i < 60; i++) await stranger.Get("/nothing", ("X-Forwarded-For", $"10.9.8.{i}, 203.0.113.9"), ("Cookie", $"cairn=made-up-{i}"));

        (await stranger.Get("/nothing", ("X-Forwarded-For", "10.1.1.1, 203.0.113.9"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    [Trait("Abuse", "T13")]
    public async Task What_searches_has_a_narrower_rate()
    {
        using var teacher = await _site.As(demo.OtherTeacher);
        for (var i = 0; i < 5; i++) (await teacher.Get($"/learners?q=a{i}")).Status.ShouldBe(HttpStatusCode.OK);

        (await teacher.Get("/learners?q=b")).Header("Retry-After").ShouldBe("10");
        (await teacher.Get("/framework")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_demonstration_on_this_machine_is_never_held_back()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        for (var i = 0; i < 700; i++) (await teacher.Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 150; i++) (await teacher.Get("/learners?q=zzzz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "X1")]
    public async Task What_is_refused_is_counted_and_the_journal_says_to_whom_and_where_but_not_without_end()
    {
        await using var fresh = new DemoSite();
        await fresh.InitializeAsync();
        await using var site = await RunningSite.Start(fresh.Folder.Data, fresh.District, fresh.Actors);
        using var teacher = await site.As(fresh.Teacher);
        using var stranger = site.Visitor();
        await stranger.Send(HttpMethod.Post, "/sign-out", ("Origin", "https://evil.example"));
        Refused(fresh).ShouldBeEmpty();
        for (var i = 0; i < 50; i++) await teacher.Send(HttpMethod.Post, "/sign-out", ("Origin", "https://evil.example"));

        Refused(fresh).Count.ShouldBe(20);
        Refused(fresh).ShouldAllBe(one => one.Person == fresh.Teacher.Person && one.Actor == fresh.Teacher.Kind && one.Where == "/sign-out" && one.From == "127.0.0.1");
        (await stranger.Get("/metrics")).Body.ShouldContain("cairn_refused_requests_total{why=\"OtherSite\"} 51\n");
    }

    private static List<Occasion> Refused(DemoSite site)
    {
        using var db = site.District.Open();
        var of = db.Journal.Where(one => one.Act == JournalAct.Refused).Select(one => one.Occasion).ToList();
        return [.. db.Occasions.Where(one => of.Contains(one.Id))];
    }

    private async Task<Visitor> From(string address, Cairn.Storage.Actor actor)
    {
        var visitor = new Visitor(_site.Url, ("X-Forwarded-For", address));
        (await visitor.Get(_site.Links.All.First(one => one.Actor == actor).Path)).Status.ShouldBe(HttpStatusCode.Found);
        return visitor;
    }
}
