using System.Net;
using Cairn.App.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

/// <summary>A write that is asked twice is done once, whatever happens between.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string Path => $"learners/{_site.Ada.Value}/evidence";

    [Fact]
    [Trait("Abuse", "K12")]
    [Trait("Abuse", "X5")]
    public async Task The_same_key_and_body_get_the_same_bytes_and_have_one_effect()
    {
        using var system = await _site.Another();
        var once = await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "\"one\""));
        var again = await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "\"one\""));
        once.Status.ShouldBe(HttpStatusCode.Created);
        (again.Status, again.Header("Content-Type")).ShouldBe((once.Status, once.Header("Content-Type")));
        again.Bytes.ShouldBe(once.Bytes);
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "one"))).Bytes.ShouldBe(once.Bytes, "the quotes are how the draft writes the key, and no part of it");
        Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task A_refusal_is_said_again_in_the_same_bytes_too()
    {
        using var teacher = await _site.Person(_site.Teacher);
        var body = _site.Piece(null, ("demonstratedOn", "2030-01-01"));
        var once = await teacher.Post(Path, body, ("Idempotency-Key", "k"));
        var again = await teacher.Post(Path, body, ("Idempotency-Key", "k"));
        once.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "rule");
        again.Status.ShouldBe(once.Status);
        again.Bytes.ShouldBe(once.Bytes);
        again.Header("Content-Type").ShouldBe(once.Header("Content-Type"));
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task The_same_key_with_another_body_or_address_is_refused()
    {
        using var system = await _site.Another();
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        (await system.Post(Path, _site.Piece(_site.Teacher, ("title", "Another")), ("Idempotency-Key", "k"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "key-reused");
        (await system.Post($"learners/{_site.Ben.Value}/evidence", _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "key-reused");
        Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task The_key_of_one_system_is_nothing_to_another()
    {
        using var one = await _site.Another();
        using var other = await _site.Another();
        using var person = await _site.Person(_site.Teacher);
        (await one.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        (await other.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        (await person.Post(Path, _site.Piece(), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        Count().ShouldBe(3);
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task While_the_first_is_being_answered_the_second_is_told_to_wait()
    {
        using var system = await _site.Another();
        using var gate = new ManualResetEventSlim();
        var held = _site.District.Writer.Alone(_ => gate.Wait(TimeSpan.FromSeconds(60)), null, TestContext.Current.CancellationToken);
        var both = new[] { Post(), Post() };
        var told = await await Task.WhenAny(both);
        told.ShouldBeProblem(HttpStatusCode.Conflict, "in-progress").Header("Retry-After").ShouldBe("1");
        gate.Set();
        (await held).ShouldBeTrue();
        var answers = await Task.WhenAll(both);
        answers.Count(one => one.Status == HttpStatusCode.Created).ShouldBe(1);
        (await Post()).Bytes.ShouldBe(answers.Single(one => one.Status == HttpStatusCode.Created).Bytes);
        Count().ShouldBe(1);

        Task<Answer> Post() => system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"));
    }

    [Fact]
    [Trait("Abuse", "X5")]
    [Trait("Abuse", "X6")]
    public async Task Fifty_at_once_with_one_key_have_one_effect()
    {
        var systems = await Task.WhenAll(Enumerable.Range(0, 1).Select(_ => _site.Another()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => systems[0].Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))));
        Count().ShouldBe(1);
        answers.ShouldAllBe(one => one.Status == HttpStatusCode.Created || one.Status == HttpStatusCode.Conflict || one.Status == HttpStatusCode.TooManyRequests);
        answers.Where(one => one.Status == HttpStatusCode.Created).Select(one => one.Body).Distinct().ShouldHaveSingleItem();
        systems[0].Dispose();
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task An_answer_outlives_a_restart_and_is_kept_for_a_day()
    {
        var (_, token) = await _site.Token(null, 30);
        using var before = _site.With(token);
        var once = await before.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"));
        await using (var again = await RunningSite.Start(_site.Test.Folder, _site.District, null, _site.Clock))
        {
            using var after = new OtherSystem(again.Url, token);
            (await after.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Bytes.ShouldBe(once.Bytes);
            _site.Clock.Pass(TimeSpan.FromHours(24));
            (await after.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Bytes.ShouldBe(once.Bytes);
            _site.Clock.Pass(TimeSpan.FromSeconds(1));
            (await after.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Bytes.ShouldNotBe(once.Bytes);
        }

        Count().ShouldBe(2);
        using var db = _site.District.Open();
        db.KeptAnswers.AsNoTracking().Count().ShouldBe(1, "what is older than a day is gone");
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task An_answer_that_broke_is_not_kept_and_neither_is_half_of_its_effect()
    {
        using var system = await _site.Another();
        Rename("evidence_texts", "hidden");
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).ShouldBeProblem(HttpStatusCode.InternalServerError, "failed").Whole.ShouldNotContain("evidence_texts");
        Rename("hidden", "evidence_texts");
        Count().ShouldBe(0);
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        // The answer and its effect are one transaction: where the answer cannot be kept nothing is done.
        Rename("kept_answers", "hidden");
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "other"))).ShouldBeProblem(HttpStatusCode.InternalServerError, "failed");
        Rename("hidden", "kept_answers");
        Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_write_without_a_good_key_is_refused()
    {
        using var system = await _site.Another();
        foreach (var headers in ((string, string)[][])[[], [("Idempotency-Key", "")], [("Idempotency-Key", "a b")], [("Idempotency-Key", new string('x', 129))], [("Idempotency-Key", "a"), ("Idempotency-Key", "b")], [("Idempotency-Key", "\"\"")]])
            (await system.Send(HttpMethod.Post, Path, OtherSystem.Json(_site.Piece(_site.Teacher)), headers)).ShouldBeProblem(HttpStatusCode.BadRequest, "key-needed");
        Count().ShouldBe(0);
    }

    private int Count()
    {
        using var db = _site.District.Open();
        return db.Evidence.AsNoTracking().Count();
    }

    private void Rename(string table, string to)
    {
        using var db = _site.District.Open();
#pragma warning disable EF1002 // Names of the test's own
        db.Database.ExecuteSqlRaw($"ALTER TABLE {table} RENAME TO {to}");
#pragma warning restore EF1002
    }
}
