using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Api;

public sealed class ApiScopeTests(SharedApiSite shared) : IClassFixture<SharedApiSite>
{
    private readonly ApiSite _site = shared.Site;

    private (string Scope, string Path)[] Reads =>
    [
        (ClientScope.RosterRead, "organizations"), (ClientScope.RosterRead, "groups"), (ClientScope.RosterRead, "learners"), (ClientScope.RosterRead, $"learners/{_site.Ada.Value}"),
        (ClientScope.FrameworksRead, "frameworks"), (ClientScope.FrameworksRead, $"frameworks/{_site.Test.Framework.Value}"), (ClientScope.DeterminationsRead, $"learners/{_site.Ada.Value}/determinations"),
        (ClientScope.RecordRead, $"learners/{_site.Ada.Value}/evidence"), (ClientScope.RecordRead, $"learners/{_site.Ada.Value}/judgments"), (ClientScope.JournalRead, "journal"),
    ];

    [Fact]
    [Trait("Abuse", "K1")]
    public async Task A_token_opens_what_its_scope_says_and_nothing_else()
    {
        foreach (var scope in ClientScope.All)
        {
            var (client, token) = await _site.Token(null, 30, scope);
            using var system = _site.With(token);
            foreach (var (needed, path) in Reads)
            {
                if (needed == scope)
                {
                    (await system.Get(path)).Status.ShouldBe(HttpStatusCode.OK, $"{scope} {path}");
                    continue;
                }

                var refused = await _site.Refused(new Actor(ActorKind.Client, client.Id, ""), () => system.Get(path));
                refused.ShouldBeProblem(HttpStatusCode.Forbidden, "scope-needed").Json.GetProperty("detail").GetString().ShouldBe(needed);
                refused.Whole.ShouldNotContain("Byron");
            }
        }
    }

    [Fact]
    [Trait("Abuse", "K1")]
    public async Task A_token_that_reads_writes_nothing()
    {
        var (client, token) = await _site.Token(null, 30, [.. ClientScope.All.Where(one => one != ClientScope.RecordWrite)]);
        using var system = _site.With(token);
        foreach (var (path, body) in Writes())
            (await _site.Refused(new Actor(ActorKind.Client, client.Id, ""), () => system.Post(path, body))).ShouldBeProblem(HttpStatusCode.Forbidden, "scope-needed");
    }

    [Fact]
    [Trait("Abuse", "K2")]
    public async Task A_system_of_one_school_finds_nothing_of_another()
    {
        var (piece, _) = await _site.Recorded(_site.Cy, _site.OtherTeacher);
        var (client, token) = await _site.Token(_site.SchoolA, 30);
        var who = new Actor(ActorKind.Client, client.Id, "");
        using var system = _site.With(token);
        (await system.Get("learners")).Json.GetProperty("learners").EnumerateArray().Select(one => one.GetProperty("username").GetString()).ShouldBe(["ada", "ben"]);
        (await system.Get("groups")).Json.GetProperty("groups").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["The Loft"]);
        (await system.Get("organizations")).Whole.ShouldNotContain("Moss School");
        foreach (var part in (string[])["", "/determinations", "/evidence", "/judgments"])
            (await _site.Refused(who, () => system.Get($"learners/{_site.Cy.Value}{part}"))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        (await _site.Refused(who, () => system.Post($"learners/{_site.Cy.Value}/evidence", _site.Piece(_site.OtherTeacher)))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        (await _site.Refused(who, () => system.Post("judgments", new { educator = _site.OtherTeacher.Person, judgments = new[] { _site.Claim(3, ("learner", _site.Cy.Value), ("evidence", piece)) } })))
            .ShouldBeProblem(HttpStatusCode.NotFound, "not-found").Places.ShouldBe(["/judgments/0/learner"]);
        (await system.Get($"learners?group={_site.RoomB.Value}")).Json.GetProperty("learners").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "K8")]
    [Trait("Abuse", "D1")]
    public async Task Ids_from_elsewhere_are_simply_not_found()
    {
        using var system = await _site.Another(_site.SchoolA);
        var found = await system.Get($"learners?id={_site.Ada.Value},{_site.Cy.Value},{Guid.NewGuid()}");
        found.Json.GetProperty("learners").EnumerateArray().Select(one => one.GetProperty("username").GetString()).ShouldBe(["ada"]);
    }

    [Fact]
    [Trait("Abuse", "X14")]
    public async Task A_search_for_who_may_not_be_seen_answers_as_one_for_nobody()
    {
        using var system = await _site.Another(_site.SchoolA);
        var hidden = await system.Get("learners?username=cy");
        var missing = await system.Get("learners?username=zz");
        (hidden.Status, hidden.Body, hidden.Header("ETag")).ShouldBe((missing.Status, missing.Body, missing.Header("ETag")));
        var hiddenRow = await system.Get($"learners/{_site.Cy.Value}");
        var missingRow = await system.Get($"learners/{Guid.NewGuid()}");
        (hiddenRow.Status, hiddenRow.Body).ShouldBe((missingRow.Status, missingRow.Body));
        hiddenRow.Headers.Keys.Order().ShouldBe(missingRow.Headers.Keys.Order());
    }

    [Theory]
    [Trait("Abuse", "K8")]
    [InlineData("limit=1000000000", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1e9", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("filter=familyName eq 'x' or 1=1", "filter")]
    [InlineData("sort=passwordHash", "sort")]
    [InlineData("fields=password", "fields")]
    [InlineData("expand=guardians", "expand")]
    [InlineData("access_token=cairn_x", "access_token")]
    [InlineData("cursor=x!", "cursor")]
    [InlineData("cursor=AA", "cursor")]
    [InlineData("group=1 or 1=1", "group")]
    [InlineData("id=1,2", "id")]
    [InlineData("limit=1&limit=2", "limit")]
    public async Task What_the_query_does_not_know_is_refused_by_its_name(string query, string name)
    {
        using var system = await _site.Another();
        (await system.Get($"learners?{query}")).Places.ShouldBe([name]);
    }

    [Fact]
    [Trait("Abuse", "K8")]
    public async Task A_username_is_never_part_of_a_question()
    {
        using var system = await _site.Another();
        foreach (var text in (string[])["' or 1=1 --", "%", "a_a", "*", "\\"])
            (await system.Get($"learners?username={Uri.EscapeDataString(text)}")).Json.GetProperty("learners").GetArrayLength().ShouldBe(0, text);
    }

    [Fact]
    [Trait("Abuse", "A13")]
    public async Task No_other_origin_is_let_in_not_even_to_ask_whether_it_may()
    {
        using var system = await _site.Another();
        foreach (var origin in (string[])["https://evil.example", "null", "http://127.0.0.1"])
        {
            var read = await system.Get("learners", ("Origin", origin));
            var before = await system.Send(HttpMethod.Options, "learners", null, [("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization")]);
            foreach (var answer in (Answer[])[read, before]) answer.Headers.Keys.ShouldNotContain(one => one.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    private (string Path, object Body)[] Writes() =>
    [
        ($"learners/{_site.Ada.Value}/evidence", _site.Piece(_site.Teacher)), ("judgments", new { educator = _site.Teacher.Person, judgments = new[] { _site.Claim(3, ("learner", _site.Ada.Value)) } }),
        ($"learners/{_site.Ada.Value}/retractions", new { educator = _site.Teacher.Person, kind = "judgment", fact = Guid.NewGuid() }),
        ($"learners/{_site.Ada.Value}/overrides", new { educator = _site.Teacher.Person, competency = _site.Test.Drawing.Value, level = 3, reason = "x" }),
    ];
}
