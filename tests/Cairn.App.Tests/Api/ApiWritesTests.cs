using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

public sealed class ApiWritesTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_piece_its_words_and_what_was_judged_come_in_one_and_are_concluded_from()
    {
        using var system = await _site.Another();
        var answer = await system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(_site.Teacher, ("comment", "Look how far"), ("artifacts", new[] { new { name = "Photo", address = "https://files.example/tree.jpg" } })));
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body);
        answer.Body.ShouldNotContain("tree", Case.Insensitive, "an answer that is kept holds nobody's words");
        using var db = _site.District.Open();
        var piece = db.Evidence.AsNoTracking().Single();
        (piece.Id.Value, piece.Learner, piece.DemonstratedOn).ShouldBe((answer.Id(), _site.Ada, new DateTime(2026, 3, 9, 10, 0, 0, DateTimeKind.Utc)));
        db.EvidenceTexts.AsNoTracking().Single().ShouldBe(new Cairn.Learning.Evidence.EvidenceText(piece.Id, "A tree", "Studio", "", "Look how far"));
        db.Artifacts.AsNoTracking().Single().Address.ShouldBe("https://files.example/tree.jpg");
        var judgment = db.Judgments.AsNoTracking().Single();
        (judgment.Judge.Value, judgment.Level, judgment.JudgedAt).ShouldBe((_site.Teacher.Person, 3m, ApiSite.Today));
        db.Standings.AsNoTracking().Single().Learner.ShouldBe(_site.Ada);
    }

    [Fact]
    public async Task What_a_system_writes_stands_in_the_journal_under_both_names()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        (await system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(_site.Teacher))).Status.ShouldBe(HttpStatusCode.Created);
        var (_, occasion, _) = _site.Told(JournalAct.Added)[^1];
        (occasion.Actor, occasion.Person, occasion.OnBehalfOf, occasion.Where).ShouldBe((ActorKind.Client, client.Id, _site.Teacher.Person, "POST /api/v1/learners/{id:guid}/evidence"));
    }

    [Fact]
    public async Task An_educator_judges_as_themself()
    {
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece())).Status.ShouldBe(HttpStatusCode.Created);
        using var db = _site.District.Open();
        db.Judgments.AsNoTracking().Single().Judge.Value.ShouldBe(_site.Teacher.Person);
        _site.Told(JournalAct.Added)[^1].Occasion.Person.ShouldBe(_site.Teacher.Person);
    }

    [Fact]
    public async Task A_second_educator_judges_a_piece_that_is_there()
    {
        var (piece, _) = await _site.Recorded();
        using var second = await _site.Person(_site.Second);
        var answer = await second.Post("judgments", new { judgments = new[] { _site.Claim(2, ("learner", _site.Ada.Value), ("evidence", piece)), _site.Claim(4, ("learner", _site.Ben.Value)) } });
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body);
        answer.Json.GetProperty("judgments").GetArrayLength().ShouldBe(2);
        using var db = _site.District.Open();
        db.Judgments.AsNoTracking().Count().ShouldBe(3);
        db.Standings.AsNoTracking().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_decision_stands_in_place_of_the_rule_with_its_reason()
    {
        using var teacher = await _site.Person(_site.Teacher);
        var answer = await teacher.Post($"learners/{_site.Ada.Value}/overrides", new { competency = _site.Test.Clay.Value, level = 4, stage = 1, reason = "We talked it through.", expiresAt = "2026-06-30" });
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body);
        using var db = _site.District.Open();
        var set = db.Overrides.AsNoTracking().Single();
        (set.Author.Value, set.Level, set.ExpiresAt).ShouldBe((_site.Teacher.Person, 4m, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc)));
        db.OverrideTexts.AsNoTracking().Single().ShouldBe(new OverrideText(set.Id, "We talked it through."));
    }

    [Fact]
    public async Task Who_judged_takes_it_back_and_only_once()
    {
        var (_, judgment) = await _site.Recorded();
        using var teacher = await _site.Person(_site.Teacher);
        var body = new { kind = "judgment", fact = judgment };
        (await teacher.Post($"learners/{_site.Ada.Value}/retractions", body)).Status.ShouldBe(HttpStatusCode.Created);
        (await teacher.Post($"learners/{_site.Ada.Value}/retractions", body)).ShouldBeProblem(HttpStatusCode.Conflict, "again");
        using var db = _site.District.Open();
        db.Retractions.AsNoTracking().Single().By.Value.ShouldBe(_site.Teacher.Person);
        db.Judgments.AsNoTracking().Count().ShouldBe(1, "nothing is deleted");
    }

    [Fact]
    [Trait("Abuse", "L5")]
    public async Task Nobody_takes_back_what_others_judged_and_nothing_is_ever_deleted()
    {
        var (piece, judgment) = await _site.Recorded();
        using var second = await _site.Person(_site.Second);
        foreach (var (kind, fact) in ((string, Guid)[])[("judgment", judgment), ("evidence", piece)])
            (await _site.Refused(_site.Second, () => second.Post($"learners/{_site.Ada.Value}/retractions", new { kind, fact }))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        using var self = await _site.Person(_site.Self);
        (await _site.Refused(_site.Self, () => self.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "evidence", fact = piece }))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        var state = _site.State();
        foreach (var method in (string[])["DELETE", "PUT", "PATCH"])
            ((int)(await second.Send(new HttpMethod(method), $"learners/{_site.Ada.Value}/evidence/{piece}", "{}"u8.ToArray(), [])).Status).ShouldBe(404);
        _site.State().ShouldBe(state);
    }

    [Fact]
    [Trait("Abuse", "L4")]
    public async Task Evidence_that_was_taken_back_is_judged_no_more_and_evidence_never_changes()
    {
        var (piece, _) = await _site.Recorded();
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "evidence", fact = piece })).Status.ShouldBe(HttpStatusCode.Created);
        (await _site.Refused(_site.Teacher, () => teacher.Post("judgments", new { judgments = new[] { _site.Claim(4, ("learner", _site.Ada.Value), ("evidence", piece)) } })))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule").Places.ShouldBe(["/judgments/0/evidence"]);
    }

    [Theory]
    [InlineData("level", 2.5, "/judgments/0/level")]
    [InlineData("level", 9, "/judgments/0/level")]
    [InlineData("stage", 5, "/judgments/0/stage")]
    [InlineData("competency", "01890000-0000-7000-8000-000000000000", "/judgments/0/competency")]
    [InlineData("target", "01890000-0000-7000-8000-000000000000", "/judgments/0/target")]
    public async Task What_does_not_fit_the_framework_is_refused_by_its_place(string name, object value, string place)
    {
        using var system = await _site.Another();
        var body = _site.Piece(_site.Teacher, ("judgments", new[] { _site.Claim(3, (name, value)) }));
        (await system.Post($"learners/{_site.Ada.Value}/evidence", body)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule").Places.ShouldBe([place]);
    }

    [Fact]
    public async Task A_judgment_says_one_thing()
    {
        using var system = await _site.Another();
        foreach (var claim in (Dictionary<string, object?>[])[_site.Claim(3, ("nonScore", "missed")), _site.Claim(3, ("completion", true))])
            (await system.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(_site.Teacher, ("judgments", new[] { claim })))).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldBe(["/judgments/0/level"]);
    }

    [Fact]
    [Trait("Abuse", "X4")]
    public async Task Of_two_who_read_the_same_version_the_second_is_told()
    {
        using var leader = await _site.Person(_site.Leader);
        using var self = await _site.Person(_site.Self);
        var tag = (await leader.Get($"learners/{_site.Ada.Value}")).Header("ETag");
        var changed = await self.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(new { preferredName = "Addie" }), [("If-Match", tag)], "application/merge-patch+json");
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Body);
        var stale = await leader.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(new { preferredName = "Lovelace" }), [("If-Match", tag)]);
        stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await leader.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(new { preferredName = "Lovelace" }), [])).ShouldBeProblem((HttpStatusCode)428, "version-needed");
        (await leader.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(new { preferredName = "Lovelace" }), [("If-Match", "*")])).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        using var db = _site.District.Open();
        db.Learners.AsNoTracking().Single(one => one.Id == _site.Ada).PreferredName.ShouldBe("Addie");
        _site.Told(JournalAct.Changed)[^1].Words.ShouldContain("Addie");
    }

    [Fact]
    [Trait("Abuse", "X4")]
    [Trait("Abuse", "X6")]
    public async Task Of_fifty_at_once_with_one_version_one_is_taken()
    {
        using var leader = await _site.Person(_site.Leader);
        var tag = (await leader.Get($"learners/{_site.Ada.Value}")).Header("ETag");
        var answers = new List<Answer>();
        foreach (var some in Enumerable.Range(0, 50).Chunk(ApiLimitsOf.AtOnce))
            answers.AddRange(await Task.WhenAll(some.Select(i => leader.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(new { preferredName = $"Name {(char)('A' + i % 26)}" }), [("If-Match", tag)]))));
        answers.Count(one => one.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(one => one.Status == HttpStatusCode.PreconditionFailed).ShouldBe(49);
    }

    [Fact]
    [Trait("Abuse", "L14")]
    public async Task Nobody_else_says_what_a_learner_is_called_and_no_name_hides()
    {
        using var teacher = await _site.Person(_site.Teacher);
        using var guardian = await _site.Person(_site.Guardian);
        using var self = await _site.Person(_site.Self);
        var tag = (await self.Get($"learners/{_site.Ada.Value}")).Header("ETag");
        Task<Answer> Call(OtherSystem who, object body) => who.Send(HttpMethod.Patch, $"learners/{_site.Ada.Value}", OtherSystem.Json(body), [("If-Match", tag)]);
        (await _site.Refused(_site.Teacher, () => Call(teacher, new { preferredName = "X" }))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await _site.Refused(_site.Guardian, () => Call(guardian, new { preferredName = "X" }))).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        foreach (var name in (string[])["a\u0000b", "a\u202Eb", "two\nlines", new string('x', 101)])
            (await Call(self, new { preferredName = name })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldContain("/preferredName");
        foreach (var field in (string[])["birthDate", "guardian", "email", "schoolId"])
            (await _site.Refused(_site.Self, () => Call(self, new Dictionary<string, string> { ["preferredName"] = "Addie", [field] = "2000-01-01" }))).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-field").Places.ShouldBe([$"/{field}"]);
    }
}

internal static class ApiLimitsOf
{
    /// <summary>As many calls as one caller may have at once.</summary>
    public const int AtOnce = Cairn.App.Api.Cairn.ApiLimits.MostAtOnce;
}
