using System.Net;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Web;

public sealed class RelationsInTimeTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task A_teacher_sees_a_learner_only_while_the_learner_is_in_the_room()
    {
        var here = OddDistrict.Learner("Here");
        var ended = OddDistrict.Learner("Ended");
        var coming = OddDistrict.Learner("Coming");
        var left = OddDistrict.Learner("Left").Leave(DateTime.UtcNow.AddDays(-1));
        await using var odd = await OddDistrict.Make([(here, Today.AddDays(-9), null), (ended, Today.AddDays(-9), Today.AddDays(-2)), (coming, Today.AddDays(3), null), (left, Today.AddDays(-9), null)]);
        using var teacher = await odd.Site.As(odd.Teacher);
        var list = await teacher.Get("/learners");
        list.Body.ShouldContain("Here Plain");
        (await teacher.Get(DemoSite.Home(here))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var hidden in (Learner[])[ended, coming, left])
        {
            list.Body.ShouldNotContain(hidden.FullName);
            (await teacher.Get(DemoSite.Home(hidden))).Status.ShouldBe(HttpStatusCode.NotFound, hidden.GivenName);
            (await teacher.Get($"/learners?q={hidden.GivenName}&group={odd.Group.Id.Value:N}")).Body.ShouldNotContain(DemoSite.Home(hidden));
        }

        using var leader = await odd.Site.As(OddDistrict.Leader);
        (await leader.Get(DemoSite.Home(left))).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.Get("/learners")).Body.ShouldNotContain(left.FullName);
    }

    [Fact]
    public async Task A_code_with_a_slash_or_a_sign_opens_from_the_page_that_links_to_it()
    {
        var learner = OddDistrict.Learner("Nadia");
        string[] codes = ["X/1", "X 1%", "X#1?", "Lesen & Schreiben", "é.1"];
        await using var odd = await OddDistrict.Make([(learner, Today.AddDays(-9), null)], turn =>
        {
            var like = turn.Db.Competencies.Local.Count > 0 ? turn.Db.Competencies.Local.First() : turn.Db.Competencies.First();
            turn.Insert(codes.Select((code, i) => like with { Id = new(Guid.NewGuid()), Code = code, Title = $"Odd {i}", Number = 900 + i, Position = 90 + i }));
        });
        using var self = await odd.Site.As(DemoSite.Self(learner));
        foreach (var code in codes)
        {
            var opened = await self.Get(DemoSite.Competency(learner, code));
            opened.Status.ShouldBe(HttpStatusCode.OK, code);
        }
    }
}
