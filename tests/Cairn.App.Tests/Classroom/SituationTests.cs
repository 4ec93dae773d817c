using System.Net;
using Cairn.App.Features.Archives;
using Cairn.App.Tests.Privacy;
using Cairn.App.Ui.Words;
using Cairn.Learning.Credits;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Situations that the law protects: known to who keeps the official record, and to nobody else not even that there are any.</summary>
public sealed class SituationTests : IAsyncLifetime
{
    private MobilitySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await MobilitySite.Make();

    [Fact]
    public async Task Who_keeps_the_record_writes_one_down_once_and_ends_it()
    {
        (await Add("registrar", "Foster")).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["registrar", "leader", "counselor"]) (await _site.Get(who, _site.TransferIn)).Whole.ShouldContain("<h3>In foster care</h3>", Case.Sensitive, who);
        (await Add("registrar", "Foster")).ShouldBe(HttpStatusCode.BadRequest);
        (await Add("registrar", "Rich")).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => SituationRows.GivesParts(db, _site.Scope(db, "teacher"), _site.Nia, MobilitySite.Today)).ShouldBeTrue("credit is decided by it, without a word of why");

        var one = _site.Read(db => db.SpecialSituations.Single());
        (await End("registrar", one, 9)).ShouldBe(HttpStatusCode.Conflict);
        (await End("registrar", one, 1)).ShouldBe(HttpStatusCode.Found);
        (await End("registrar", one, 2)).ShouldBe(HttpStatusCode.Conflict);
        _site.Read(db => db.SpecialSituations.Single().Until).ShouldBe(MobilitySite.Today);
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task To_everybody_else_no_page_differs_by_it()
    {
        string[] pages = ["", "/family", "/competencies/ART.1", "/why/ART.1", "/work", "/report", "/plan", "/pace", "/helps", "/judge", "/rights", "/portfolio", "/notes", "/credits", "/transcript", "/transcript/courses", "/diploma", "/grades"];
        await _site.Work(3, _site.District.Drawing);
        var before = await All(pages);

        (await Add("registrar", "Homeless")).ShouldBe(HttpStatusCode.Found);

        foreach (var ((who, page), (status, words)) in await All(pages))
        {
            status.ShouldBe(before[(who, page)].Status, $"{who} {page}");
            foreach (var told in (string[])["Homeless", "fixed home", "situation", "protects"]) words.ShouldNotContain(told, Case.Insensitive, $"{who} {page}");
            words.Length.ShouldBe(before[(who, page)].Words.Length, $"{who} {page}");
        }
    }

    [Fact]
    public async Task Credit_is_given_in_parts_without_a_word_of_why()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _site.Clock.Now += TimeSpan.FromMinutes(1);
            await _site.Work(4, _site.District.Drawing);
        }

        var path = $"/learners/{_site.Nia.Value:N}/credits/policies/{_site.Biology.Value:N}";
        await _site.Post("registrar", path, ("do", "partial"), ("amount", "40"), ("once", Guid.NewGuid().ToString("N")));
        _site.Read(db => db.CreditAwards.Count()).ShouldBe(0, "somebody says why, where the law does not");
        (await Add("registrar", "Military")).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("registrar", path)).Whole.ShouldContain("The law gives credit in parts here");
        (await _site.Get("teacher", path)).Whole.ShouldNotContain("The law gives");

        (await _site.Post("registrar", path, ("do", "partial"), ("amount", "40"), ("once", Guid.NewGuid().ToString("N")))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => (db.CreditAwards.Single().Hundredths, db.CreditAwardTexts.Single().Reason)).ShouldBe((40, ""));
    }

    [Fact]
    public async Task Nobody_else_writes_one_down_or_ends_one()
    {
        (await Add("registrar", "Military")).ShouldBe(HttpStatusCode.Found);
        var one = _site.Read(db => db.SpecialSituations.Single());
        foreach (var who in MobilitySite.Others)
        {
            var told = who is "far" or "stranger" or "classmate" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            (await Add(who, "Foster")).ShouldBe(told, who);
            (await End(who, one, 1)).ShouldBe(told, who);
        }

        _site.Read(db => db.SpecialSituations.AsNoTracking().Single().Until).ShouldBeNull();
    }

    [Fact]
    public async Task A_family_that_reads_who_looked_and_what_was_changed_learns_nothing_of_it()
    {
        _ = await _site.Get("registrar", _site.TransferIn);
        var before = (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/looks")).Body;
        (await Add("registrar", "Migratory")).ShouldBe(HttpStatusCode.Found);
        var one = _site.Read(db => db.SpecialSituations.Single());
        (await End("registrar", one, 1)).ShouldBe(HttpStatusCode.Found);

        var after = (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/looks")).Body;

        // Somebody of the office opened the page of where learners come from, as for everybody who comes: nothing was changed that a family reads of.
        foreach (var told in (string[])["ituation", "igratory", "transfer"]) after.ShouldNotContain(told);
        Lines(after, "changed").ShouldBe(Lines(before, "changed"));
        Lines(after, "added").ShouldBe(Lines(before, "added"));
    }

    [Fact]
    public async Task The_journal_holds_it_without_saying_whose_it_is_and_shows_it_to_who_leads_the_district_alone()
    {
        (await Add("registrar", "Foster")).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/helps", ("text", "Read aloud"), ("from", "2026-03-31"))).ShouldBe(HttpStatusCode.Found);
        var rows = _site.Read(db => (Guid[])[db.SpecialSituations.Single().Id.Value, db.Accommodations.Single().Id.Value]);

        var entries = _site.Read(db => db.Journal.AsNoTracking().Where(one => rows.Contains(one.Row)).ToList());
        (entries.Count, entries.TrueForAll(one => one.Learner is null)).ShouldBe((2, true));
        var ask = new JournalAsk(null, null, null, null, null, null);
        _site.Read(db => JournalLines.Newest(db, ask, 1000)).ShouldNotContain(one => rows.Contains(one.Row));
        _site.Read(db => JournalLines.Newest(db, ask with { IsWhole = true }, 1000)).Count(one => rows.Contains(one.Row)).ShouldBe(2);
        _site.Read(db => JournalFeed.After(db, -1, 10_000)).Where(one => rows.Contains(one.Entry.Row)).ShouldAllBe(one => one.Kind == null && one.Entry.Learner == null);
        (await _site.Get("auditor", "/journal?kind=SpecialSituation")).Whole.ShouldNotContain(rows[0].ToString("N"));
    }

    [Fact]
    public async Task The_archive_holds_it_only_where_who_hands_it_out_may_know()
    {
        await _site.Put(new SpecialSituation(new(Guid.CreateVersion7()), _site.Nia, SituationKind.Homeless, MobilitySite.Today, _site.IdOf("registrar"), _site.Clock.Now));

        foreach (var who in (string[])["mother", "nia", "teacher"])
            foreach (var (file, words) in Archive(who)) (words.Contains("Homeless", StringComparison.Ordinal) || words.Contains("situation", StringComparison.OrdinalIgnoreCase)).ShouldBeFalse($"{who} {file}");
        Archive("registrar").Values.ShouldContain(one => one.Contains("Homeless", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_keeps_the_record_knows_nothing_of_their_own_child_by_it()
    {
        await _site.Put(new SpecialSituation(new(Guid.CreateVersion7()), _site.Nia, SituationKind.Foster, MobilitySite.Today, _site.IdOf("leader"), _site.Clock.Now),
            new Cairn.Learning.People.Guardian(new(Guid.CreateVersion7()), "registrar", "The registrar"));
        var own = _site.Read(db => db.Guardians.Single(one => one.Username == "registrar").Id);
        await _site.Put(new Cairn.Learning.People.Guardianship(own, _site.Nia, MobilitySite.Today.AddDays(-1), null));

        _site.Read(db => SituationRows.Of(db, _site.Scope(db, "registrar"), _site.Nia)).ShouldBeEmpty();
        (await _site.Get("registrar", _site.TransferIn)).Whole.ShouldNotContain("foster care");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpStatusCode> Add(string who, string kind) => _site.Post(who, _site.TransferIn, ("do", "situation"), ("once", Guid.NewGuid().ToString("N")), ("kind", kind), ("since", "2026-03-31"));

    private Task<HttpStatusCode> End(string who, SpecialSituation one, int seen) => _site.Post(who, _site.TransferIn, ("do", "situation-end"), ("situation", $"{one.Id.Value:N}"), ("seen", $"{seen}"), ("last", "2026-03-31"));

    private async Task<Dictionary<(string Who, string Page), (HttpStatusCode Status, string Words)>> All(string[] pages)
    {
        var all = new Dictionary<(string, string), (HttpStatusCode, string)>();
        foreach (var who in (string[])["teacher", "substitute", "auditor", "mother", "nia", "classmate"])
        {
            using var visitor = await _site.As(who);
            foreach (var page in pages)
            {
                var answer = await visitor.Get($"/learners/{_site.Nia.Value:N}{page}");
                all[(who, page)] = (answer.Status, System.Net.WebUtility.HtmlDecode(answer.Body));
            }
        }

        return all;
    }

    private static int Lines(string page, string word) => page.Split(word, StringSplitOptions.None).Length;

    private IReadOnlyDictionary<string, string> Archive(string who)
    {
        using var to = new MemoryStream();
        using (var db = _site.District.Open())
            MakeArchive.OfLearner(new ArchiveMaking(_site.District.District, "Test", TimeZoneInfo.Utc, _site.Clock.Now, Words.For("en")), db, _site.Scope(db, who), _site.Nia, to).ShouldBeTrue();
        return Family.Files(to.ToArray());
    }
}
