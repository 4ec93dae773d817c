using System.Net;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Tests.Api;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Abuse;

/// <summary>What other systems try: refused, nothing changed, and the journal says so, so often and no more.</summary>
public sealed class SystemsRefusedTests(SharedApiSite shared) : IClassFixture<SharedApiSite>
{
    private readonly ApiSite _site = shared.Site;
    private readonly Refused _refused = new(shared.Site.Site, shared.Site.District);

    private string Path => $"learners/{_site.Ada.Value}/evidence";

    [Fact]
    [Trait("Abuse", "K3")]
    [Trait("Abuse", "A1")]
    public async Task A_token_that_never_was_is_a_strangers_and_one_that_was_names_its_system()
    {
        using var nobody = _site.With((string?)null);
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "NotSignedIn", () => nobody.Get("learners"));
        using var guesser = _site.With("cairn_" + new string('B', 43));
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "BadToken", () => guesser.Get("learners"));

        using var teacher = await _site.Person(_site.Teacher);
        await _refused.ByPerson(_site.Teacher.Person, HttpStatusCode.Unauthorized, "BadToken", () => teacher.Get("frameworks", ("Authorization", "Bearer cairn_nothing")));

        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        (await system.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        await _site.District.Writer.Alone(turn => ClientTokens.Revoke(turn, client.Id));
        (await _refused.ByPerson(client.Id, HttpStatusCode.Unauthorized, "BadToken", () => system.Get("frameworks"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");

        // One that has run out: its last moment was before now.
        var (old, oldToken) = await _site.Token(null, 0);
        using var late = _site.With(oldToken);
        (await _refused.ByPerson(old.Id, HttpStatusCode.Unauthorized, "BadToken", () => late.Get("frameworks"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_tries_tokens_floods_nothing()
    {
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        using var guesser = _site.With("cairn_" + new string('C', 43));
        var before = _site.Told(JournalAct.Refused).Count;
        for (var i = 0; i < 30; i++) (await guesser.Get("frameworks")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _site.Told(JournalAct.Refused).Count.ShouldBe(before, "what strangers try is told once in a minute");
        await _refused.ByStranger(HttpStatusCode.TooManyRequests, "TooMany", () => guesser.Get("frameworks"));
        _site.Told(JournalAct.Refused).Count.ShouldBe(before + 2, "one summary of those before, one of the last");
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task A_body_that_cannot_be_read_is_told_with_its_sender()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        var deep = string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000));
        await _refused.ByPerson(client.Id, HttpStatusCode.BadRequest, "unreadable", () => system.Post(Path, Encoding.UTF8.GetBytes($"{{\"title\":{deep}}}")));
        await _refused.ByPerson(client.Id, HttpStatusCode.UnsupportedMediaType, "media-type", () => system.Send(HttpMethod.Post, Path, "{}"u8.ToArray(), [("Idempotency-Key", "k")], "text/plain"));
        await _refused.ByPerson(client.Id, HttpStatusCode.RequestEntityTooLarge, "Unreadable", () => system.Post(Path, new byte[(1 << 20) + 1]));
    }

    [Fact]
    [Trait("Abuse", "K8")]
    public async Task An_id_from_elsewhere_is_told_as_not_found()
    {
        var (client, token) = await _site.Token(_site.SchoolA, 30);
        using var system = _site.With(token);
        foreach (var id in (Guid[])[_site.Cy.Value, Guid.NewGuid()])
            (await _refused.ByPerson(client.Id, HttpStatusCode.NotFound, "not-found", () => system.Get($"learners/{id}"))).Whole.ShouldNotContain("Moss");
    }

    [Fact]
    [Trait("Abuse", "K12")]
    public async Task A_key_with_another_body_is_told()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        (await system.Post(Path, _site.Piece(_site.Teacher), ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.Created);
        await _refused.ByPerson(client.Id, HttpStatusCode.UnprocessableEntity, "key-reused", () => system.Post(Path, _site.Piece(_site.Teacher, ("title", "Another")), ("Idempotency-Key", "k")));
    }

    [Fact]
    public async Task Who_is_refused_on_and_on_is_told_of_so_often_and_no_more()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        for (var i = 0; i < 40; i++) await system.Get($"learners/{Guid.NewGuid()}");
        _site.Told(JournalAct.Refused).Count(one => one.Occasion.Person == client.Id).ShouldBe(20);
        _site.Clock.Pass(TimeSpan.FromMinutes(3));
        await _refused.ByPerson(client.Id, HttpStatusCode.NotFound, "not-found", () => system.Get($"learners/{Guid.NewGuid()}"));
    }

    [Fact]
    [Trait("Abuse", "X5")]
    [Trait("Abuse", "X6")]
    public async Task What_was_taken_back_is_not_taken_back_twice_nor_judged_meanwhile()
    {
        var (piece, judgment) = await _site.Recorded();
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "judgment", fact = judgment })).Status.ShouldBe(HttpStatusCode.Created);
        await _refused.ByPerson(_site.Teacher.Person, HttpStatusCode.Conflict, "again", () => teacher.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "judgment", fact = judgment }));
        (await teacher.Post($"learners/{_site.Ada.Value}/retractions", new { kind = "evidence", fact = piece })).Status.ShouldBe(HttpStatusCode.Created);
        await _refused.ByPerson(_site.Teacher.Person, HttpStatusCode.UnprocessableEntity, "rule", () => teacher.Post("judgments", new { judgments = new[] { _site.Claim(4, ("learner", _site.Ada.Value), ("evidence", piece)) } }));
    }

    [Fact]
    [Trait("Abuse", "X4")]
    public async Task Who_saves_over_a_version_that_is_gone_is_told_of()
    {
        using var leader = await _site.Person(_site.Leader);
        var tag = (await leader.Get($"learners/{_site.Ben.Value}")).Header("ETag");
        (await Call("Benny")).Status.ShouldBe(HttpStatusCode.OK);
        await _refused.ByPerson(_site.Leader.Person, HttpStatusCode.PreconditionFailed, "stale", () => Call("Benjamin"));

        Task<Web.Answer> Call(string name) => leader.Send(HttpMethod.Patch, $"learners/{_site.Ben.Value}", OtherSystem.Json(new { preferredName = name }), [("If-Match", tag)]);
    }

    [Fact]
    [Trait("Abuse", "X14")]
    public async Task A_search_that_is_not_theirs_is_refused_as_one_for_nobody_is()
    {
        var (client, token) = await _site.Token(_site.SchoolA, 30, ClientScope.RosterRead);
        using var system = _site.With(token);
        var hidden = await _refused.ByPerson(client.Id, HttpStatusCode.NotFound, "not-found", () => system.Get($"learners/{_site.Cy.Value}"));
        var missing = await _refused.ByPerson(client.Id, HttpStatusCode.NotFound, "not-found", () => system.Get($"learners/{Guid.NewGuid()}"));
        hidden.Body.ShouldBe(missing.Body);
    }
}
