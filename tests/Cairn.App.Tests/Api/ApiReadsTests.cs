using System.Net;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Api;

public sealed class ApiReadsTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_system_reads_who_is_there()
    {
        using var system = await _site.Another();
        var organizations = (await system.Get("organizations")).Json.GetProperty("organizations").EnumerateArray().ToList();
        organizations.Select(one => one.GetProperty("kind").GetString()).ShouldBe(["district", "school", "school"]);
        (await system.Get("groups")).Json.GetProperty("groups").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["The Dock", "The Loft"]);
        var learners = (await system.Get("learners")).Json.GetProperty("learners").EnumerateArray().ToList();
        learners.Select(one => one.GetProperty("username").GetString()).ShouldBe(["ada", "ben", "cy"]);
        learners[0].GetProperty("id").GetGuid().ShouldBe(_site.Ada.Value);
        learners[0].TryGetProperty("birthDate", out _).ShouldBeFalse("a birth date goes out of no door here");
    }

    [Fact]
    public async Task Learners_come_page_by_page_and_each_once()
    {
        using var system = await _site.Another();
        var found = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = (await system.Get($"learners?limit=1{next}")).Json;
            found.AddRange(page.GetProperty("learners").EnumerateArray().Select(one => one.GetProperty("username").GetString()!));
            next = page.TryGetProperty("next", out var cursor) ? $"&cursor={cursor.GetString()}" : null;
        }

        found.ShouldBe(["ada", "ben", "cy"]);
    }

    [Fact]
    public async Task Learners_are_found_by_group_school_username_and_ids()
    {
        using var system = await _site.Another();
        (await Names($"learners?group={_site.RoomB.Value}")).ShouldBe(["cy"]);
        (await Names($"learners?school={_site.SchoolA.Value}")).ShouldBe(["ada", "ben"]);
        (await Names("learners?username=BEN")).ShouldBe(["ben"]);
        (await Names($"learners?id={_site.Cy.Value},{_site.Ada.Value}&school={_site.SchoolB.Value}")).ShouldBe(["cy"]);

        async Task<List<string>> Names(string path) => [.. (await system.Get(path)).Json.GetProperty("learners").EnumerateArray().Select(one => one.GetProperty("username").GetString()!)];
    }

    [Fact]
    public async Task Where_a_learner_stands_comes_with_its_reasons()
    {
        var (_, judgment) = await _site.Recorded();
        using var system = await _site.Another();
        var all = (await system.Get($"learners/{_site.Ada.Value}/determinations")).Json.GetProperty("determinations").EnumerateArray().ToList();
        var drawing = all.Single(one => one.GetProperty("code").GetString() == "ART.1");
        (drawing.GetProperty("level").GetDecimal(), drawing.GetProperty("stage").GetInt32(), drawing.GetProperty("rule").GetProperty("name").GetString()).ShouldBe((3, 1, "most-recent"));
        drawing.GetProperty("counted").EnumerateArray().Select(one => one.GetGuid()).ShouldBe([judgment]);
        all.Single(one => one.GetProperty("code").GetString() == "ART.2").GetProperty("notYet").GetProperty("reason").GetString().ShouldBe("noEvidence");
    }

    [Fact]
    public async Task Evidence_and_judgments_come_newest_first_with_what_was_retracted_marked()
    {
        var (old, _) = await _site.Recorded();
        var (piece, judgment) = await _site.Recorded();
        using var system = await _site.Another();
        (await system.Post($"learners/{_site.Ada.Value}/retractions", new { educator = _site.Teacher.Person, kind = "judgment", fact = judgment })).Status.ShouldBe(HttpStatusCode.Created);
        var first = (await system.Get($"learners/{_site.Ada.Value}/evidence?limit=1")).Json;
        first.GetProperty("evidence")[0].GetProperty("id").GetGuid().ShouldBe(piece);
        first.GetProperty("evidence")[0].GetProperty("title").GetString().ShouldBe("A tree");
        var second = (await system.Get($"learners/{_site.Ada.Value}/evidence?limit=1&cursor={first.GetProperty("next").GetString()}")).Json;
        second.GetProperty("evidence")[0].GetProperty("id").GetGuid().ShouldBe(old);
        var judgments = (await system.Get($"learners/{_site.Ada.Value}/judgments")).Json.GetProperty("judgments").EnumerateArray().ToList();
        judgments.Select(one => one.GetProperty("isInForce").GetBoolean()).ShouldBe([false, true]);
        judgments[0].GetProperty("reason").GetString().ShouldBe("Clear lines");
        judgments[0].GetProperty("judge").GetGuid().ShouldBe(_site.Teacher.Person);
    }

    [Fact]
    public async Task A_framework_comes_with_its_scales_and_targets_and_a_draft_does_not()
    {
        using var system = await _site.Another();
        var line = (await system.Get("frameworks")).Json.GetProperty("frameworks")[0];
        var whole = (await system.Get($"frameworks/{line.GetProperty("id").GetGuid()}")).Json;
        whole.GetProperty("areas")[0].GetProperty("competencies").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ShouldBe(["ART.1", "ART.2"]);
        whole.GetProperty("areas")[0].GetProperty("competencies")[0].GetProperty("targets").GetArrayLength().ShouldBe(2);
        whole.GetProperty("scales")[0].GetProperty("levels").GetArrayLength().ShouldBe(4);
        (await system.Get($"frameworks/{Guid.NewGuid()}")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        using var system = await _site.Another();
        foreach (var path in (string[])["learners", $"learners/{_site.Ada.Value}", "frameworks"])
        {
            var once = await system.Get(path);
            var again = await system.Get(path, ("If-None-Match", once.Header("ETag")));
            (again.Status, again.Bytes.Length).ShouldBe((HttpStatusCode.NotModified, 0), path);
            once.Header("ETag").ShouldNotContain("Ada", Case.Sensitive);
            once.Header("Vary").ShouldContain("Authorization");
        }
    }

    [Fact]
    public async Task A_record_that_goes_to_another_system_stands_in_the_journal()
    {
        var (client, token) = await _site.Token(null, 30, ClientScope.DeterminationsRead, ClientScope.RecordRead);
        using var system = _site.With(token);
        foreach (var what in (string[])["determinations", "evidence", "judgments"]) (await system.Get($"learners/{_site.Ada.Value}/{what}")).Status.ShouldBe(HttpStatusCode.OK);
        var told = _site.Told(JournalAct.Exported);
        told.Count.ShouldBe(3);
        told.ShouldAllBe(one => one.Occasion.Person == client.Id && one.Entry.Learner == _site.Ada);
        told[0].Words.ShouldContain("determinations");
        told[0].Occasion.Where.ShouldBe("GET /api/v1/learners/{id:guid}/determinations");
    }

    [Fact]
    public async Task A_person_reads_with_their_session_what_their_relations_allow()
    {
        using var self = await _site.Person(_site.Self);
        (await self.Get("learners")).Json.GetProperty("learners").EnumerateArray().Select(one => one.GetProperty("username").GetString()).ShouldBe(["ada"]);
        (await self.Get($"learners/{_site.Ada.Value}/determinations")).Status.ShouldBe(HttpStatusCode.OK);
        (await self.Get($"learners/{_site.Ben.Value}/determinations")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        using var guardian = await _site.Person(_site.Guardian);
        (await guardian.Get($"learners/{_site.Ada.Value}/evidence")).Status.ShouldBe(HttpStatusCode.OK);
        (await guardian.Get($"learners/{_site.Ben.Value}/evidence")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Get("learners")).Json.GetProperty("learners").GetArrayLength().ShouldBe(2);
        (await teacher.Get("organizations")).Json.GetProperty("organizations").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    [Trait("Abuse", "X13")]
    public async Task Ids_are_random_enough_and_nothing_counts()
    {
        await _site.Recorded();
        using var system = await _site.Another();
        foreach (var path in (string[])["learners", "groups", "organizations", $"learners/{_site.Ada.Value}/evidence", $"learners/{_site.Ada.Value}/judgments"])
        {
            var page = await system.Get(path);
            foreach (var id in Values(page.Json, "id")) Guid.TryParseExact(id, "D", out _).ShouldBeTrue($"{path}: {id}");
            page.Body.ShouldNotContain("\"count\"");
            page.Body.ShouldNotContain("\"total\"");
        }

        (await system.Get("learners/1")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private static IEnumerable<string> Values(System.Text.Json.JsonElement at, string name) => at.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => at.EnumerateObject().SelectMany(one => one.Name == name ? [one.Value.GetString()!] : Values(one.Value, name)),
        System.Text.Json.JsonValueKind.Array => at.EnumerateArray().SelectMany(one => Values(one, name)),
        _ => [],
    };
}
