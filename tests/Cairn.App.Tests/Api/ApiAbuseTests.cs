using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

/// <summary>What people who may do something try beyond it: refused, nothing changed, and written down.</summary>
public sealed class ApiAbuseTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [Trait("Abuse", "L2")]
    [InlineData("level")]
    [InlineData("status")]
    [InlineData("awardedBy")]
    [InlineData("schoolId")]
    [InlineData("role")]
    [InlineData("judge")]
    [InlineData("recordedAt")]
    [InlineData("learner")]
    [InlineData("id")]
    public async Task A_field_that_Cairn_sets_is_refused_by_its_name_and_never_passed_over(string field)
    {
        using var teacher = await _site.Person(_site.Teacher);
        (await _site.Refused(_site.Teacher, () => teacher.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(null, (field, "4")))))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-field").Places.ShouldBe([$"/{field}"]);
    }

    [Fact]
    [Trait("Abuse", "L2")]
    public async Task A_learner_sets_no_level_of_their_own_at_any_door()
    {
        using var self = await _site.Person(_site.Self);
        foreach (var (path, body) in Writes())
            (await _site.Refused(_site.Self, () => self.Post(path, body))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    [Trait("Abuse", "G6")]
    public async Task A_guardian_writes_nothing()
    {
        using var guardian = await _site.Person(_site.Guardian);
        foreach (var (path, body) in Writes())
            (await _site.Refused(_site.Guardian, () => guardian.Post(path, body))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Theory]
    [Trait("Abuse", "T8")]
    [InlineData("onBehalfOf")]
    [InlineData("teacherId")]
    [InlineData("educator")]
    [InlineData("judge")]
    [InlineData("by")]
    public async Task A_person_names_nobody_but_themselves(string field)
    {
        using var second = await _site.Person(_site.Second);
        (await _site.Refused(_site.Second, () => second.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(null, (field, _site.Teacher.Person)))))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-field").Places.ShouldBe([$"/{field}"]);
        var claim = _site.Claim(3, ("learner", _site.Ada.Value), (field, _site.Teacher.Person));
        (await _site.Refused(_site.Second, () => second.Post("judgments", new { judgments = new[] { claim } }))).Places.ShouldBe([$"/judgments/0/{field}"]);
    }

    [Fact]
    [Trait("Abuse", "T8")]
    public async Task A_system_names_only_an_educator_who_may_judge_that_learner_today()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        var who = new Actor(ActorKind.Client, client.Id, "");
        foreach (var educator in (Actor[])[_site.OtherTeacher, _site.Guardian, _site.Self, new Actor(ActorKind.Teacher, Guid.NewGuid(), "")])
            (await _site.Refused(who, () => system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(educator)))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        foreach (var educator in (Actor[])[_site.Substitute, _site.Leader])
            (await _site.Refused(who, () => system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(educator)))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece())).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldBe(["/educator"]);
    }

    [Fact]
    [Trait("Abuse", "T1")]
    public async Task A_teacher_judges_nobody_of_another_room_nor_of_one_that_ended_yesterday()
    {
        using var other = await _site.Person(_site.OtherTeacher);
        (await _site.Refused(_site.OtherTeacher, () => other.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece()))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        using var teacher = await _site.Person(_site.Teacher);
        await _site.District.Writer.Alone(turn =>
        {
            var was = turn.Db.Teachings.AsNoTracking().Single(one => one.Educator == new EducatorId(_site.Teacher.Person));
            turn.Db.Remove(was);
            turn.Db.SaveChanges();
            turn.Db.Add(was with { Until = DateOnly.FromDateTime(ApiSite.Today).AddDays(-1) });
            return true;
        });
        (await _site.Refused(_site.Teacher, () => teacher.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece()))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    [Trait("Abuse", "T2")]
    public async Task A_substitute_sees_and_judges_nothing()
    {
        using var substitute = await _site.Person(_site.Substitute);
        (await substitute.Get($"learners/{_site.Ada.Value}/determinations")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (path, body) in Writes())
            (await _site.Refused(_site.Substitute, () => substitute.Post(path, body))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    [Trait("Abuse", "T5")]
    public async Task Nobody_judges_a_child_of_their_own_by_whatever_account()
    {
        await _site.District.Writer.Alone(turn =>
        {
            var account = new Account(Guid.CreateVersion7(), "ito", ApiSite.Today);
            turn.Db.AddRange(account, new AccountPerson(account.Id, ActorKind.Teacher, _site.Teacher.Person, ApiSite.Today), new AccountPerson(account.Id, ActorKind.Guardian, _site.Guardian.Person, ApiSite.Today));
            return true;
        });
        using var teacher = await _site.Person(_site.Teacher);
        foreach (var (path, body) in Writes())
            (await _site.Refused(_site.Teacher, () => teacher.Post(path, body))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed").Body.ShouldContain("a child they care for");
        (await teacher.Post($"learners/{_site.Ben.Value}/evidence", _site.Piece())).Status.ShouldBe(HttpStatusCode.Created, "the others of the room are judged as before");
    }

    [Fact]
    [Trait("Abuse", "T5")]
    public async Task Nobody_judges_themself_under_another_name()
    {
        await _site.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _site.Ben), one => one.Goes("educator0"));
            return true;
        });
        using var teacher = await _site.Person(_site.Teacher);
        (await _site.Refused(_site.Teacher, () => teacher.Post($"learners/{_site.Ben.Value}/evidence", _site.Piece()))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Theory]
    [Trait("Abuse", "T10")]
    [InlineData("2026-03-10T15:05:01Z")]
    [InlineData("2027-01-01")]
    [InlineData("2024-08-31")]
    [InlineData("2024-12-24")]
    [InlineData("1999-01-01T00:00:00Z")]
    public async Task Evidence_is_dated_neither_ahead_nor_too_far_back(string day)
    {
        using var teacher = await _site.Person(_site.Teacher);
        (await _site.Refused(_site.Teacher, () => teacher.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(null, ("demonstratedOn", day))))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule").Places.ShouldBe(["/demonstratedOn"]);
    }

    [Fact]
    [Trait("Abuse", "T10")]
    public async Task What_is_long_ago_is_judged_where_a_second_educator_has_judged_it()
    {
        var old = _site.Test.Piece(_site.Ada, ApiSite.Today.AddDays(-450));
        await _site.Test.Record(new Recording(_site.Ada) { Evidence = [old], Judgments = [_site.Test.Judged(old) with { Judge = new PersonId(_site.Teacher.Person) }] });
        var piece = old.Id.Value;
        using var teacher = await _site.Person(_site.Teacher);
        using var second = await _site.Person(_site.Second);
        var body = new { judgments = new[] { _site.Claim(4, ("learner", _site.Ada.Value), ("evidence", piece)) } };
        (await _site.Refused(_site.Teacher, () => teacher.Post("judgments", body))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule").Places.ShouldBe(["/judgments/0/evidence"]);
        (await second.Post("judgments", body)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Abuse", "T4")]
    public async Task Of_five_hundred_with_one_foreign_id_none_is_recorded_and_the_row_is_named()
    {
        using var teacher = await _site.Person(_site.Teacher);
        var rows = Enumerable.Range(0, 500).Select(i => _site.Claim(3, ("learner", i == 318 ? _site.Cy.Value : i % 2 == 0 ? _site.Ada.Value : _site.Ben.Value))).ToArray();
        (await _site.Refused(_site.Teacher, () => teacher.Post("judgments", new { judgments = rows }))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found").Places.ShouldBe(["/judgments/318/learner"]);
        rows[318]["learner"] = _site.Ada.Value;
        (await teacher.Post("judgments", new { judgments = rows })).Status.ShouldBe(HttpStatusCode.Created);
        using var db = _site.District.Open();
        db.Judgments.AsNoTracking().Count().ShouldBe(500);
        (await teacher.Post("judgments", new { judgments = rows.Append(rows[0]) })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldBe(["/judgments"]);
    }

    [Fact]
    [Trait("Abuse", "T4")]
    public async Task Evidence_of_one_learner_is_no_evidence_of_another()
    {
        var (foreign, _) = await _site.Recorded(_site.Cy, _site.OtherTeacher);
        var (bens, _) = await _site.Recorded(_site.Ben);
        using var teacher = await _site.Person(_site.Teacher);
        foreach (var piece in (Guid[])[foreign, bens, Guid.NewGuid()])
            (await _site.Refused(_site.Teacher, () => teacher.Post("judgments", new { judgments = new[] { _site.Claim(4, ("learner", _site.Ada.Value), ("evidence", piece)) } }))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found").Places.ShouldBe(["/judgments/0/evidence"]);
        (await _site.Refused(_site.Teacher, () => teacher.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "evidence", fact = foreign }))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found").Places.ShouldBe(["/fact"]);
    }

    private (string Path, object Body)[] Writes() =>
    [
        ($"learners/{_site.Ada.Value}/evidence", _site.Piece()), ("judgments", new { judgments = new[] { _site.Claim(3, ("learner", _site.Ada.Value)) } }),
        ($"learners/{_site.Ada.Value}/retractions", new { kind = "judgment", fact = Guid.NewGuid() }), ($"learners/{_site.Ada.Value}/overrides", new { competency = _site.Test.Drawing.Value, level = 3, stage = 1, reason = "x" }),
    ];
}
