using Cairn.App.Cli.Demo;
using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

public sealed class GridJudgingTests(JudgingSite site) : IClassFixture<JudgingSite>
{
    [Fact]
    public async Task One_key_is_one_judgment_and_the_cell_comes_back_as_it_is_now()
    {
        var learner = site.Room[2];
        var answer = await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "3"));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Body.ShouldContain("<td");
        answer.Body.ShouldContain("data-said>Saved: ");
        answer.Header("Cache-Control").ShouldBe("no-store");
        var said = site.Said(learner, site.Teacher).ShouldHaveSingleItem();
        (said.Level, said.Role, said.Target).ShouldBe((3m, JudgeRole.Educator, null));
        site.Read(db => db.Set<PieceOfEvidence>().Single(one => one.Id == said.Evidence!.Value)).Kind.ShouldBe(EvidenceKind.Conversation);
        using var visitor = await site.Site.As(site.Teacher);
        (await visitor.Get($"/learners/{learner.Id.Value:N}/why/RD.1")).Body.ShouldContain("Why this level?");
    }

    [Fact]
    public async Task Who_said_that_they_are_ready_was_checked_when_somebody_judges_it()
    {
        var learner = site.Room[9];
        var (asked, other) = (Asked("RD.1"), Asked("RD.2"));
        await site.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(asked, other);
            return turn.Db.SaveChanges();
        });
        await site.Press(site.Teacher, JudgingSite.Key(learner, "comment", more: ("comment", "Nearly")));
        site.Read(db => db.Set<ReadyRequest>().Single(one => one.Id == asked.Id)).State.ShouldBe(ReadyState.Asked, "words are no check");
        (await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "3"))).Status.ShouldBe(HttpStatusCode.OK);
        var checkedOne = site.Read(db => db.Set<ReadyRequest>().Single(one => one.Id == asked.Id));
        (checkedOne.State, checkedOne.AnsweredBy.Value).ShouldBe((ReadyState.Checked, site.Teacher.Person));
        site.Read(db => db.Set<ReadyRequest>().Single(one => one.Id == other.Id)).State.ShouldBe(ReadyState.Asked);

        ReadyRequest Asked(string code) => new(new ReadyRequestId(Guid.CreateVersion7()), learner.Id, DemoFramework.CompetencyOf(code), null, null, "Look", DateTime.UtcNow);
    }

    [Fact]
    public async Task A_key_that_comes_again_is_saved_once_and_answered_the_same()
    {
        var (learner, id) = (site.Room[3], Guid.CreateVersion7());
        var first = await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "2", id));
        var again = await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "2", id));
        (again.Status, again.Body).ShouldBe((first.Status, first.Body));
        (await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "4", id))).Status.ShouldBe(HttpStatusCode.Conflict);
        site.Said(learner, site.Teacher).ShouldHaveSingleItem().Level.ShouldBe(2);
        // The same key of somebody else is somebody else's.
        (await site.Press(site.CoTeacher, JudgingSite.Key(learner, "level", "4", id))).Status.ShouldBe(HttpStatusCode.OK);
        site.Said(learner, site.Teacher).ShouldHaveSingleItem().Level.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_key_on_a_cell_is_said_again_and_not_seen_twice()
    {
        var learner = site.Room[4];
        foreach (var key in (string[])["2", "3"]) await site.Press(site.Teacher, JudgingSite.Key(learner, "level", key, code: "RD.2"));
        var said = site.Said(learner, site.Teacher, "RD.2");
        said.Select(one => one.Level).ShouldBe([2m, 3m]);
        said.Select(one => one.Evidence).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_class_did_by_a_name_is_one_experience_whoever_judges_it()
    {
        var (learner, other) = (site.Room[5], site.Room[6]);
        foreach (var (who, whom, key) in ((Cairn.Storage.Actor, Learner, string)[])[(site.Teacher, learner, "2"), (site.CoTeacher, learner, "4"), (site.Teacher, other, "3")])
            (await site.Press(who, JudgingSite.Key(whom, "level", key, more: ("what", "Exit ticket <b>7</b>")))).Status.ShouldBe(HttpStatusCode.OK);
        var both = site.Said(learner).Where(one => one.Judge.Value == site.Teacher.Person || one.Judge.Value == site.CoTeacher.Person).ToList();
        both.Select(one => one.Level).ShouldBe([2m, 4m]);
        both.Select(one => one.Evidence).Distinct().Count().ShouldBe(1);
        var pieces = site.Read(db => db.Set<PieceOfEvidence>().Where(one => one.Learner == learner.Id || one.Learner == other.Id).Join(db.Set<EvidenceText>(), one => one.Id, text => text.Evidence, (one, text) => new { one.Experience, text.Title }).Where(one => one.Title == "Exit ticket <b>7</b>").ToList());
        (pieces.Count, pieces.Select(one => one.Experience).Distinct().Count()).ShouldBe((2, 1));
        using var visitor = await site.Site.As(site.Teacher);
        (await visitor.Get($"/learners/{learner.Id.Value:N}/work")).Body.ShouldContain("Exit ticket &lt;b&gt;7&lt;/b&gt;");
    }

    [Fact]
    public async Task Two_teachers_who_judge_the_same_cell_at_once_are_both_kept_and_told_of_each_other()
    {
        var learner = site.Room[7];
        using var one = await site.Site.As(site.Teacher);
        using var other = await site.Site.As(site.CoTeacher);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(i => ((Visitor, string)[])[(one, "2"), (other, "4")]).Select(press => press.Item1.Send("/grid/judgments", JudgingSite.Key(learner, "level", press.Item2, code: "RD.3", more: ("what", "Fair")), "application/json")));
        all.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        site.Said(learner, site.Teacher, "RD.3").Count.ShouldBe(8);
        site.Said(learner, site.CoTeacher, "RD.3").Count.ShouldBe(8);
        var last = await one.Send("/grid/judgments", JudgingSite.Key(learner, "level", "2", code: "RD.3", more: ("what", "Fair")), "application/json");
        last.Body.ShouldContain("data-other>Ms. Ruiz said 4");
        (await one.Get($"/learners/{learner.Id.Value:N}/why/RD.3")).Body.ShouldContain("Ms. Ruiz");
    }

    [Fact]
    public async Task A_whole_room_is_judged_at_once_by_several_and_nothing_is_lost()
    {
        var teachers = (Cairn.Storage.Actor[])[site.Teacher, site.CoTeacher, site.Parent];
        var visitors = await Task.WhenAll(teachers.Select(site.Site.As));
        var answers = await Task.WhenAll(visitors.SelectMany(visitor => site.Room.Where(one => one != site.OwnChild).Select(learner => visitor.Send("/grid/judgments", JudgingSite.Key(learner, "level", "3", code: "MA.1"), "application/json"))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        foreach (var teacher in teachers)
            foreach (var learner in site.Room.Where(one => one != site.OwnChild)) site.Said(learner, teacher, "MA.1").Count.ShouldBe(1);
        foreach (var visitor in visitors) visitor.Dispose();
    }

    [Fact]
    public async Task What_was_said_is_taken_back_with_its_empty_piece_and_said_anew_afterwards()
    {
        var learner = site.Room[8];
        await site.Press(site.Teacher, JudgingSite.Key(learner, "missed", code: "RD.4", more: ("what", "Solo")));
        site.Said(learner, site.Teacher, "RD.4").ShouldHaveSingleItem().NonScore.ShouldBe(NonScore.Missed);
        var back = await site.Press(site.Teacher, JudgingSite.Key(learner, "back", code: "RD.4", more: ("what", "Solo")));
        (back.Status, back.Body.Contains("data-took=\"missed\"", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        site.Said(learner, site.Teacher, "RD.4").ShouldBeEmpty();
        site.Read(db => db.Set<Retraction>().Count(one => one.Learner == learner.Id && one.RecordedAt > site.Began)).ShouldBe(2);
        (await site.Press(site.Teacher, JudgingSite.Key(learner, "back", code: "RD.4", more: ("what", "Solo")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.Press(site.Teacher, JudgingSite.Key(learner, "few", code: "RD.4", more: ("what", "Solo")))).Status.ShouldBe(HttpStatusCode.OK);
        site.Said(learner, site.Teacher, "RD.4").ShouldHaveSingleItem().NonScore.ShouldBe(NonScore.InsufficientEvidence);
    }

    [Fact]
    public async Task Undo_takes_back_what_a_key_said_and_nothing_of_anybody_else()
    {
        var (learner, id) = (site.Room[9], Guid.CreateVersion7());
        await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "1", id, "RD.3"));
        (await site.Press(site.CoTeacher, JudgingSite.Key(learner, "undo", code: "RD.3", more: ("undo", id.ToString("N"))))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        site.Said(learner, site.Teacher, "RD.3").Count.ShouldBe(1);
        for (var i = 0; i < 2; i++) (await site.Press(site.Teacher, JudgingSite.Key(learner, "undo", code: "RD.3", more: ("undo", id.ToString("N"))))).Status.ShouldBe(HttpStatusCode.OK);
        site.Said(learner, site.Teacher, "RD.3").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_stands_beside_todays_judgment_or_alone()
    {
        var (judged, alone) = (site.Room[10], site.Room[11]);
        await site.Press(site.Teacher, JudgingSite.Key(judged, "level", "3"));
        foreach (var words in (string[])["explains it <script>1</script>", "and draws it"]) (await site.Press(site.Teacher, JudgingSite.Key(judged, "comment", more: ("comment", words)))).Status.ShouldBe(HttpStatusCode.OK);
        var said = site.Said(judged, site.Teacher).ShouldHaveSingleItem();
        said.Level.ShouldBe(3);
        site.Read(db => db.Set<JudgmentText>().Single(one => one.Judgment == said.Id)).Reason.ShouldBe("and draws it");
        (await site.Press(site.Teacher, JudgingSite.Key(alone, "comment", more: ("comment", "asked a good question")))).Status.ShouldBe(HttpStatusCode.OK);
        site.Said(alone, site.Teacher).ShouldBeEmpty();
        site.Read(db => db.Set<EvidenceText>().Count(one => one.Comment == "asked a good question")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_judge_a_learner_saves_nothing()
    {
        var (learner, before) = (site.Room[12], site.Said(site.Room[12]).Count);
        (await site.Press(site.OtherTeacher, JudgingSite.Key(learner, "level", "3"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Press(site.Substitute, JudgingSite.Key(learner, "level", "3"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Press(site.Leader, JudgingSite.Key(learner, "level", "3"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Press(site.Family, JudgingSite.Key(learner, "level", "3"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Press(site.Self(site.Room[0]), JudgingSite.Key(site.Room[0], "level", "3"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Said(learner).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_judges_their_own_child()
    {
        var answer = await site.Press(site.Parent, JudgingSite.Key(site.OwnChild, "level", "4"));
        (answer.Status, answer.Body.Contains("a child they care for", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true));
        site.Said(site.OwnChild, site.Parent).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("level", "9", "There is no such level")]
    [InlineData("level", "0", "There is no such level")]
    [InlineData("exact", "2.5", "There is no such level")]
    public async Task What_the_scale_does_not_know_is_told_and_not_saved(string what, string key, string told)
    {
        var answer = await site.Press(site.Teacher, JudgingSite.Key(site.Room[13], what, key));
        (answer.Status, answer.Body.Contains(told, StringComparison.Ordinal), answer.Body.Contains("<td", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true, true), answer.Body);
    }

    [Fact]
    public async Task What_is_concluded_from_its_parts_is_not_judged_by_one_key()
    {
        var answer = await site.Press(site.Teacher, JudgingSite.Key(site.Room[13], "level", "3", code: "RD.6"));
        (answer.Status, answer.Body.Contains("judged by its parts", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true), answer.Body);
    }

    [Fact]
    public async Task Days_that_nobody_can_have_seen_are_refused()
    {
        var today = DemoSite.Today;
        async Task<(HttpStatusCode, int)> On(DateOnly day) => ((await site.Press(site.Teacher, JudgingSite.Key(site.Room[14], "level", "3", more: ("on", $"{day:yyyy-MM-dd}")))).Status, site.Said(site.Room[14], site.Teacher).Count);
        var before = site.Said(site.Room[14], site.Teacher).Count;
        (await On(today.AddDays(3))).ShouldBe((HttpStatusCode.UnprocessableEntity, before));
        (await On(new DateOnly(1950, 1, 1))).ShouldBe((HttpStatusCode.UnprocessableEntity, before));
        (await On(today.AddDays(-2))).ShouldBe((HttpStatusCode.OK, before + 1));
    }

    [Fact]
    public async Task What_is_no_key_or_comes_from_elsewhere_is_refused()
    {
        using var visitor = await site.Site.As(site.Teacher);
        foreach (var body in (string[])["", "[]", "{", "null", """{"learner":"x","code":"RD.1","do":"level","key":"3"}""", JudgingSite.Key(site.Room[2], "explode"), JudgingSite.Key(site.Room[2], "comment", more: ("comment", new string('a', 2001))), JudgingSite.Key(site.Room[2], "level", "3", more: ("what", "a\0b"))])
            (await visitor.Send("/grid/judgments", body, "application/json")).Status.ShouldBe(HttpStatusCode.BadRequest, body.Length > 90 ? body[..90] : body);
        (await visitor.Send("/grid/judgments", JudgingSite.Key(site.Room[2], "level", "3"), "text/plain")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Send("/grid/judgments", JudgingSite.Key(site.Room[2], "comment", more: ("comment", new string('a', 2 << 20))), "application/json")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await visitor.Send(HttpMethod.Post, "/grid/judgments", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.Send("/grid/judgments", JudgingSite.Key(site.Room[2], "level", "3", code: "NO.1"), "application/json")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_who_judges_is_offered_keys_and_only_for_today()
    {
        async Task<bool> Offered(Cairn.Storage.Actor who, string path)
        {
            using var visitor = await site.Site.As(who);
            return (await visitor.Get(path)).Body.Contains("data-judge=\"/grid/judgments\"", StringComparison.Ordinal);
        }

        (await Offered(site.Teacher, "/grid")).ShouldBeTrue();
        (await Offered(site.Teacher, "/grid?on=2025-01-31")).ShouldBeFalse();
        (await Offered(site.Substitute, "/grid")).ShouldBeFalse();
        (await Offered(site.Leader, "/grid")).ShouldBeFalse();
    }
}
