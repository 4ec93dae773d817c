using System.Net;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Api;

/// <summary>Another system follows the journal.</summary>
public sealed class ApiJournalTests(SharedApiSite shared) : IClassFixture<SharedApiSite>
{
    private readonly ApiSite _site = shared.Site;

    [Fact]
    public async Task Every_entry_comes_once_in_its_order_and_without_its_words()
    {
        await _site.Recorded();
        using var system = await _site.Another(null, ClientScope.JournalRead);
        var found = new List<long>();
        for (long? after = null; after != -2;)
        {
            var page = await system.Get($"journal?limit=7{(after is { } place ? $"&after={place}" : "")}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
            page.Body.ShouldNotContain("A tree");
            page.Body.ShouldNotContain("127.0.0.1");
            found.AddRange(page.Json.GetProperty("entries").EnumerateArray().Select(one => one.GetProperty("index").GetInt64()));
            after = page.Json.TryGetProperty("next", out var next) ? next.GetInt64() : -2;
        }

        found.ShouldBe(Enumerable.Range(0, found.Count).Select(one => (long)one));
        found.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task An_entry_says_who_did_what_to_whom_and_in_whose_name()
    {
        var (_, judgment) = await _site.Recorded();
        var last = _site.Told(JournalAct.Added).Last(one => one.Entry.Row == judgment && one.Entry.Kind == 3).Entry;
        using var system = await _site.Another(null, ClientScope.JournalRead);
        var entry = (await system.Get($"journal?after={last.Index - 1}&limit=1")).Json.GetProperty("entries")[0];
        (entry.GetProperty("act").GetString(), entry.GetProperty("actor").GetString(), entry.GetProperty("kind").GetString()).ShouldBe(("added", "client", "judgment"));
        entry.GetProperty("row").GetGuid().ShouldBe(judgment);
        entry.GetProperty("onBehalfOf").GetGuid().ShouldBe(_site.Teacher.Person);
        entry.GetProperty("leaf").GetString().ShouldBe(Convert.ToHexStringLower(last.Leaf));
    }

    [Fact]
    [Trait("Abuse", "K2")]
    [Trait("Abuse", "S3")]
    public async Task Who_is_held_to_a_school_or_reads_their_own_records_finds_no_journal_and_nobody_writes_to_it()
    {
        var (client, token) = await _site.Token(_site.SchoolA, 30);
        using var system = _site.With(token);
        (await _site.Refused(new Actor(ActorKind.Client, client.Id, ""), () => system.Get("journal"))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        foreach (var actor in (Actor[])[_site.Teacher, _site.Self, _site.Guardian])
        {
            using var person = await _site.Person(actor);
            (await _site.Refused(actor, () => person.Get("journal"))).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        }

        using var leader = await _site.Person(_site.Leader);
        (await leader.Get("journal?limit=1")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var method in (string[])["POST", "PUT", "PATCH", "DELETE"])
            (await leader.Send(new HttpMethod(method), "journal", "{}"u8.ToArray(), [])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [Trait("Abuse", "K8")]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("after=99999999999999999999")]
    public async Task A_place_that_cannot_be_is_named(string query)
    {
        using var system = await _site.Another(null, ClientScope.JournalRead);
        (await system.Get($"journal?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldBe(["after"]);
    }
}
