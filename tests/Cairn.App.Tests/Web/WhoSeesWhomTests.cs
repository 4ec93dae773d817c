using System.Net;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Web;

public sealed class WhoSeesWhomTests(DemoSite demo)
{
    private static IEnumerable<string> PagesOf(Learner learner) =>
        [DemoSite.Home(learner), DemoSite.Work(learner), DemoSite.Competency(learner), DemoSite.Competency(learner, "HB.1"), $"{DemoSite.Competency(learner)}?stage=1"];

    [Fact]
    public async Task A_learner_sees_themself_and_nobody_else()
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        foreach (var path in PagesOf(demo.Own).SkipLast(1)) (await self.Get(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        await SeesNothingOf(self, demo.Classmate);
        await SeesNothingOf(self, demo.Other);
        (await self.Get("/learners")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await self.Get($"/learners?q={demo.Own.GivenName}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "L1")]
    [Trait("Abuse", "L7")]
    public async Task A_learners_own_pages_name_no_other_learner()
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        foreach (var path in PagesOf(demo.Own).Append("/framework"))
        {
            var page = await self.Get(path);
            demo.Everyone.Where(one => one != demo.Own).ShouldNotContain(one => page.Whole.Contains(one.FullName, StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task A_teacher_sees_the_learners_of_their_groups_only()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in PagesOf(demo.Own).Concat(PagesOf(demo.Classmate)).Where(one => !one.EndsWith("stage=1", StringComparison.Ordinal)))
            (await teacher.Get(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        await SeesNothingOf(teacher, demo.Other);
        using var other = await demo.Site.As(demo.OtherTeacher);
        (await other.Get(DemoSite.Home(demo.Other))).Status.ShouldBe(HttpStatusCode.OK);
        await SeesNothingOf(other, demo.Own);
    }

    [Fact]
    public async Task A_leader_sees_everyone()
    {
        using var leader = await demo.Site.As(demo.Leader);
        foreach (var learner in demo.Everyone) (await leader.Get(DemoSite.Home(learner))).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.Get("/learners")).Body.ShouldContain($"{demo.Everyone.Count()} learners");
    }

    [Fact]
    public async Task The_list_of_a_teacher_names_their_learners_and_no_other()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get("/learners");
        demo.Room.ShouldAllBe(one => page.Whole.Contains(one.FullName, StringComparison.Ordinal));
        demo.OtherRoom.ShouldAllBe(one => !page.Whole.Contains(one.FullName, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Abuse", "T13")]
    public async Task A_search_finds_nobody_outside_the_teachers_groups()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var stranger in demo.OtherRoom)
            foreach (var q in (string[])[stranger.GivenName, stranger.FamilyName, stranger.Username, stranger.GivenName[..2], stranger.FullName])
            {
                var page = await teacher.Get($"/learners?q={Uri.EscapeDataString(q)}");
                page.Status.ShouldBe(HttpStatusCode.OK);
                page.Body.ShouldNotContain(DemoSite.Home(stranger), customMessage: q);
                if (!q.Contains(stranger.FullName, StringComparison.Ordinal)) page.Whole.ShouldNotContain(stranger.FullName, customMessage: q);
            }
    }

    [Fact]
    [Trait("Abuse", "T13")]
    public async Task The_filter_by_room_shows_nothing_of_a_room_that_is_not_the_teachers()
    {
        var theirs = demo.Groups.Single(group => group.Id == OtherGroup());
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get($"/learners?group={theirs.Id.Value:N}");
        page.Whole.ShouldNotContain(theirs.Name);
        demo.OtherRoom.ShouldAllBe(one => !page.Whole.Contains(one.FullName, StringComparison.Ordinal));
        var unknown = await teacher.Get($"/learners?group={Guid.NewGuid():N}");
        page.Body.ShouldBe(unknown.Body);
    }

    [Fact]
    public async Task A_leader_looks_at_one_room_and_searches_within_it()
    {
        using var leader = await demo.Site.As(demo.Leader);
        var room = await leader.Get($"/learners?group={OtherGroup().Value:N}");
        demo.OtherRoom.ShouldAllBe(one => room.Body.Contains(DemoSite.Home(one), StringComparison.Ordinal));
        demo.Room.ShouldAllBe(one => !room.Body.Contains(DemoSite.Home(one), StringComparison.Ordinal));
        var found = await leader.Get($"/learners?group={OtherGroup().Value:N}&q={Uri.EscapeDataString(demo.Other.Username)}");
        found.Body.ShouldContain(DemoSite.Home(demo.Other));
        var outside = await leader.Get($"/learners?group={OtherGroup().Value:N}&q={Uri.EscapeDataString(demo.Own.Username)}");
        outside.Body.ShouldNotContain(DemoSite.Home(demo.Own));
    }

    /// <summary>Not to be told from a learner who does not exist.</summary>
    private static async Task SeesNothingOf(Visitor visitor, Learner learner)
    {
        foreach (var path in PagesOf(learner))
        {
            var hidden = await visitor.Get(path);
            var missing = await visitor.Get(path.Replace($"{learner.Id.Value:N}", $"{Guid.NewGuid():N}", StringComparison.Ordinal));
            hidden.Status.ShouldBe(HttpStatusCode.NotFound, path);
            (missing.Status, missing.Body).ShouldBe((hidden.Status, hidden.Body), path);
            missing.Headers.Keys.Order().ShouldBe(hidden.Headers.Keys.Order(), path);
            hidden.Whole.ShouldNotContain(learner.GivenName, customMessage: path);
            hidden.Whole.ShouldNotContain(learner.FamilyName, customMessage: path);
        }
    }

    private Cairn.Learning.GroupId OtherGroup()
    {
        using var db = demo.District.Open();
        var who = demo.Other.Id;
        return db.Enrollments.First(one => one.Learner == who).Group;
    }
}
