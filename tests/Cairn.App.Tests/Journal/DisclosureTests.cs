using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Journal;

/// <summary>Families read who looked: everybody but themselves and their own educators, with purpose, and nobody can change that.</summary>
public sealed class DisclosureTests(DemoSite demo)
{
    [Fact]
    public async Task Who_is_not_their_own_educator_is_told_of_once_within_a_while()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
        using var leader = await site.As(demo.Leader);
        var before = Looks(demo.Other).Count;

        (await leader.Get(DemoSite.Home(demo.Other))).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.Get(DemoSite.Home(demo.Other))).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.Get(DemoSite.Work(demo.Other))).Status.ShouldBe(HttpStatusCode.OK);

        var looks = Looks(demo.Other)[..^before];
        looks.Select(one => (one.Act, one.Person, one.Door, one.Purpose)).ShouldBe(
            [(JournalAct.Viewed, demo.Leader.Person, "GET /learners/{id:guid}/work", "leading"), (JournalAct.Viewed, demo.Leader.Person, "GET /learners/{id:guid}", "leading")]);
        looks.ShouldAllBe(one => one.From.Length > 0 && one.Name == demo.Leader.Name);
    }

    [Fact]
    public async Task The_learner_and_their_own_teacher_are_not()
    {
        var learner = demo.OtherRoom[1];
        var before = Looks(learner).Count;
        foreach (var actor in (Actor[])[DemoSite.Self(learner), demo.OtherTeacher])
        {
            using var visitor = await demo.Site.As(actor);
            (await visitor.Get(DemoSite.Home(learner))).Status.ShouldBe(HttpStatusCode.OK);
            (await visitor.Get("/grid")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        }

        Looks(learner).Where(one => one.Person == learner.Id.Value || one.Person == demo.OtherTeacher.Person).ShouldBeEmpty();
        Looks(learner).Count.ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task A_grid_is_told_to_the_family_of_each_learner_in_it()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
        using var leader = await site.As(demo.Leader);

        (await leader.Get("/grid")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var learner in demo.Everyone) Looks(learner).ShouldContain(one => one.Act == JournalAct.Viewed && one.Person == demo.Leader.Person && one.Door == "GET /grid", learner.FullName);
    }

    [Fact]
    public async Task A_learner_reads_who_looked_in_plain_words()
    {
        using var leader = await demo.Site.As(demo.Leader);
        await leader.Get(DemoSite.Home(demo.Other));
        using var self = await demo.Site.As(DemoSite.Self(demo.Other));

        var page = await self.Get($"{DemoSite.Home(demo.Other)}/looks");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Whole.ShouldContain(demo.Leader.Name);
        page.Whole.ShouldContain("leading a school");
        page.Whole.ShouldNotContain("{id:guid}");
        page.Whole.ShouldNotContain("cairn demo");
        (await self.Get(DemoSite.Home(demo.Other))).Body.ShouldContain($"{DemoSite.Home(demo.Other)}/looks");
        (await self.Get($"{DemoSite.Home(demo.Own)}/looks")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await self.Get($"{DemoSite.Home(demo.Other)}/looks?page=999999999999")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Every_route_and_every_purpose_has_a_word_and_no_reader_sees_a_pattern()
    {
        string[] rooms = ["/", "/language", "/assets/{**path}", "/health/live", "/health/ready", "/health/started", "/metrics"];
        demo.Site.Routes.Select(one => one.RoutePattern.RawText!).Distinct().Where(one => Cairn.App.Features.Journal.DoorWords.KeyOf($"GET {one}") == "page").Except(rooms).ShouldBeEmpty();
        Cairn.App.Features.Journal.DoorWords.KeyOf("cairn demo").ShouldBe("machine");
        Cairn.App.Features.Journal.DoorWords.KeyOf("POST /learners/{id:guid}/people/{guardian:guid}/block").ShouldBe("company");
        Cairn.App.Features.Journal.DoorWords.KeyOf("GET /learners/{id:guid}").ShouldBe("learner");
    }

    [Fact]
    public async Task The_districts_journal_is_filtered_and_taken_away_which_is_an_entry_itself()
    {
        using var leader = await demo.Site.As(demo.Leader);
        await leader.Get(DemoSite.Home(demo.Other));
        var page = await leader.Get($"/journal?act=Viewed&learner={Uri.EscapeDataString(demo.Other.Username)}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Whole.ShouldContain(demo.Leader.Name);
        (await leader.Get($"/journal?act=Viewed&learner={Uri.EscapeDataString(demo.Other.FullName)}")).Whole.ShouldContain(demo.Leader.Name);
        (await leader.Get($"/journal?act=Viewed&person={Uri.EscapeDataString(demo.Leader.Name)}")).Whole.ShouldContain(demo.Other.FullName);
        (await leader.Get("/journal?act=Viewed&person=nobody-of-that-name")).Whole.ShouldContain("No entry is like that");
        (await leader.Get("/journal?act=Viewed&learner=nobody-of-that-name")).Whole.ShouldContain("No entry is like that");
        var size = Size();

        var csv = await leader.Get("/journal/export?format=csv&act=Viewed");
        var lines = await leader.Get("/journal/export?format=jsonl&act=Viewed");

        (csv.Status, lines.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        csv.Body.ShouldStartWith("index,at,actor,person,name,act,kind,row,learner,door,purpose,from\r\n");
        lines.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("{\"index\":", StringComparison.Ordinal));
        using var db = demo.District.Open();
        db.Journal.Count(one => one.Index >= size && one.Act == JournalAct.Exported).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [Trait("Abuse", "S3")]
    [InlineData("POST", "/journal")]
    [InlineData("DELETE", "/journal")]
    [InlineData("PUT", "/journal/1")]
    [InlineData("PATCH", "/journal/1")]
    [InlineData("POST", "/journal/purge")]
    public async Task Nobody_edits_or_purges_the_journal_through_any_door(string method, string path)
    {
        using var leader = await demo.Site.As(demo.Leader);
        var (size, first) = (Size(), First());

        (await leader.Send(new HttpMethod(method), path, ("Sec-Fetch-Site", "same-origin"))).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);

        Size().ShouldBeGreaterThanOrEqualTo(size);
        First().ShouldBe(first);
    }

    [Fact]
    public async Task A_verification_that_was_asked_for_says_its_result_on_the_page()
    {
        using var leader = await demo.Site.As(demo.Leader);

        (await leader.Post("/journal/verify")).Status.ShouldBe(HttpStatusCode.Found);

        var until = DateTime.UtcNow.AddSeconds(60);
        var verifications = demo.Site.Part<Cairn.App.Features.Journal.Verifications>();
        while (verifications.Of(demo.District.Name) is { Report: null } && DateTime.UtcNow < until) await Task.Yield();
        var page = (await leader.Get("/journal")).Whole;
        page.ShouldContain("The record is whole");
    }

    private List<JournalLine> Looks(Learner learner)
    {
        using var db = demo.District.Open();
        return [.. JournalLines.Newest(db, new JournalAsk(null, null, JournalAct.Viewed, null, learner.Id, null), 1000)];
    }

    private long Size()
    {
        using var db = demo.District.Open();
        return Checkpointing.SizeOf(db);
    }

    private string First()
    {
        using var db = demo.District.Open();
        return string.Join(",", db.Journal.AsNoTracking().OrderBy(one => one.Index).Take(20).Select(one => one.Leaf).ToList().Select(Convert.ToHexString));
    }
}
