using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

public sealed class ApiTokenTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Trait("Abuse", "A1")]
    public async Task Who_says_nothing_of_who_they_are_gets_nothing()
    {
        using var nobody = _site.With((string?)null);
        foreach (var path in (string[])["learners", $"learners/{_site.Ada.Value}", $"learners/{_site.Ada.Value}/evidence", "organizations", "frameworks"])
        {
            var answer = (await nobody.Get(path)).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-needed");
            answer.Header("WWW-Authenticate").ShouldBe("Bearer");
            answer.Whole.ShouldNotContain("Byron");
            answer.Headers.ContainsKey("ETag").ShouldBeFalse();
        }
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_token_works_until_its_last_moment_and_not_in_it()
    {
        using var system = _site.With((await _site.Token(null, 2)).Token);
        _site.Clock.Pass(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        (await system.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Clock.Pass(TimeSpan.FromSeconds(1));
        (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_token_that_was_taken_back_stops_at_once_on_every_node()
    {
        var (client, token) = await _site.Token(null, 30);
        await using var other = await RunningSite.Start(_site.Test.Folder, _site.District, null, _site.Clock);
        using var here = _site.With(token);
        using var there = new OtherSystem(other.Url, token);
        (await here.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        (await there.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        (await _site.District.Writer.Alone(turn => ClientTokens.Revoke(turn, client.Id))).ShouldBeTrue();
        (await here.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
        (await there.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    [Trait("Abuse", "D1")]
    public async Task A_token_of_one_district_is_nothing_in_another()
    {
        await using var other = await ApiSite.Start();
        using var system = other.With((await _site.Token(null, 30)).Token);
        (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task What_only_looks_like_a_token_is_none()
    {
        var (_, token) = await _site.Token(null, 30);
        string[] wrong = [token[..^1], token + "A", token.ToUpperInvariant(), token["cairn_".Length..], "cairn_" + new string('A', 43), new string('A', 8000), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "' or 1=1 --", "../../etc/passwd"];
        foreach (var one in wrong)
        {
            using var system = _site.With(one);
            var refused = (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
            refused.Header("WWW-Authenticate").ShouldContain("invalid_token");
            refused.Body.ShouldNotContain(one[..6]);
        }
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_token_comes_in_one_header_and_by_no_other_way()
    {
        var (_, token) = await _site.Token(null, 30);
        using var nobody = _site.With((string?)null);
        (await nobody.Get("frameworks", ("Authorization", $"Bearer {token}"))).Status.ShouldBe(HttpStatusCode.OK);
        (await nobody.Get("frameworks", ("Authorization", $"Bearer {token}"), ("Authorization", $"Bearer {token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.Get("frameworks", ("Authorization", $"Basic {token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.Get($"frameworks?access_token={token}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.Get("frameworks", ("Cookie", $"cairn={token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.Get("frameworks", ("X-Api-Key", token))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_session_does_not_stand_in_for_a_token_that_does_not_work()
    {
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.Get("frameworks", ("Authorization", "Bearer cairn_nothing"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
        (await teacher.Get("/learners", ("Authorization", "Bearer cairn_nothing"))).Status.ShouldBe(HttpStatusCode.OK, "a page knows no tokens");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_token_opens_no_page()
    {
        using var system = await _site.Another();
        (await system.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await system.Get("/other-systems")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_tries_tokens_is_slowed_down()
    {
        using var system = _site.With("cairn_" + new string('B', 43));
        for (var i = 0; i < 30; i++) (await system.Get("frameworks")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var slowed = (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many");
        int.Parse(slowed.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        (await system.Get("frameworks")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Abuse", "S6")]
    public async Task Of_a_token_only_its_hash_is_kept_and_no_door_shows_it()
    {
        var (client, token) = await _site.Token(null, 30);
        using var db = _site.District.Open();
        var row = db.ApiClients.AsNoTracking().Single(one => one.Id == client.Id);
        row.TokenHash.Length.ShouldBe(32);
        row.TokenHash.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
        using var leader = await _site.Site.As(_site.Leader);
        var page = await leader.Get("/other-systems");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Whole.ShouldNotContain(token);
        page.Whole.ShouldNotContain(Convert.ToHexString(row.TokenHash), Case.Insensitive);
        _site.Told(JournalAct.Added).ShouldAllBe(one => !one.Words.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_a_system_asked_is_noted_once_a_day()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        for (var day = 0; day < 2; day++)
        {
            for (var i = 0; i < 3; i++) await system.Get("frameworks");
            _site.Clock.Pass(TimeSpan.FromDays(1));
        }

        using var db = _site.District.Open();
        var row = db.ApiClients.AsNoTracking().Single(one => one.Id == client.Id);
        row.LastUsedAt.ShouldBe(ApiSite.Today.AddDays(1));
        row.Version.ShouldBe(3);
    }
}
