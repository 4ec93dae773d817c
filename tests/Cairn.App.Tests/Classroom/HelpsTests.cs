using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What helps a learner stands beside their work for whoever judges it, and is nowhere for anybody else.</summary>
public sealed class HelpsTests : IAsyncLifetime
{
    private const string Canary = "HELPCANARY";
    private MobilitySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await MobilitySite.Make();

    private string Path => $"/learners/{_site.Nia.Value:N}/helps";

    [Fact]
    public async Task Whoever_judges_reads_it_beside_the_work()
    {
        var judged = await _site.Work(3, _site.District.Drawing);
        (await Add(("text", $"{Canary} <b>aloud</b>"))).ShouldBe(HttpStatusCode.Found);

        foreach (var page in (string[])[$"/learners/{_site.Nia.Value:N}/judge", $"/evidence/{judged.Evidence!.Value.Value:N}", $"/learners/{_site.Nia.Value:N}/competencies/ART.1", $"/learners/{_site.Nia.Value:N}/why/ART.1", "/capture", Path])
        {
            var answer = await _site.Get("teacher", page);
            (answer.Body.Contains(Canary, StringComparison.Ordinal), answer.Body.Contains("<b>aloud</b>", StringComparison.Ordinal)).ShouldBe((true, false), page);
        }
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task To_whoever_may_not_know_of_it_no_page_differs_by_it()
    {
        var judged = await _site.Work(3, _site.District.Drawing);
        string[] pages = ["", "/family", "/competencies/ART.1", "/competencies/ART.2", "/why/ART.1", "/work", "/report", "/plan", "/pace", "/judge", "/rights", "/portfolio", "/notes", "/helps", "/questions", "/credits", "/transcript", "/transcript/courses", "/diploma", "/grades"];
        var before = await All(pages, judged.Evidence!.Value);

        (await Add(("text", Canary))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", "2"), ("on", "2026-03-30"))).ShouldBe(HttpStatusCode.Found);

        foreach (var ((who, page), (status, words)) in await All(pages, judged.Evidence!.Value))
        {
            status.ShouldBe(before[(who, page)].Status, $"{who} {page}");
            words.ShouldNotContain(Canary, Case.Sensitive, $"{who} {page}");
            words.Length.ShouldBe(before[(who, page)].Words.Length, $"{who} {page}");
        }
    }

    [Fact]
    public async Task A_family_that_reads_who_looked_learns_nothing_of_it_and_finds_it_in_the_archive()
    {
        var before = (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/looks")).Body;
        (await Add(("text", Canary))).ShouldBe(HttpStatusCode.Found);

        (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/looks")).Body.Length.ShouldBe(before.Length);
        using var to = new MemoryStream();
        using (var db = _site.District.Open())
            Cairn.App.Features.Archives.MakeArchive.OfLearner(new(_site.District.District, "Test", TimeZoneInfo.Utc, _site.Clock.Now, Cairn.App.Ui.Words.Words.For("en")), db, _site.Scope(db, "mother"), _site.Nia, to).ShouldBeTrue();
        var archive = Family.Json(Family.Files(to.ToArray())).GetRawText();
        (archive.Contains(Canary, StringComparison.Ordinal), archive.Contains("\"accommodation\"", StringComparison.OrdinalIgnoreCase)).ShouldBe((true, false), "its words, and no line of the journal about it");
    }

    [Fact]
    public async Task No_transcript_says_it_to_anybody_nor_the_language_or_what_else_was_expected()
    {
        await _site.Work(3, _site.District.Drawing);
        (await Add(("text", Canary), ("report", "true"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", "2"), ("on", "2026-03-30"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/report/expected", ("competency", $"{_site.District.Drawing.Value:N}"), ("expected", "EXPECTCANARY"))).ShouldBe(HttpStatusCode.Found);

        foreach (var who in (string[])["registrar", "leader", "teacher", "mother", "nia"])
            foreach (var page in (string[])["/transcript", "/transcript/courses"])
            {
                var answer = await _site.Get(who, $"/learners/{_site.Nia.Value:N}{page}");
                foreach (var told in (string[])[Canary, "EXPECTCANARY", "Reading 2", "What helps"]) answer.Whole.ShouldNotContain(told, Case.Sensitive, $"{who} {page}");
            }
    }

    [Fact]
    public async Task The_report_card_says_it_only_while_somebody_lets_it()
    {
        (await Add(("text", Canary), ("competency", $"{_site.District.Drawing.Value:N}"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/report")).Whole.ShouldNotContain("What helped");
        var one = Stored;
        (await Change(one, "report")).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/report")).Whole.ShouldContain($"Drawing: {Canary}");
        (await Change(one, "report")).ShouldBe(HttpStatusCode.Conflict);
        (await Change(Stored, "unreport")).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/report")).Whole.ShouldNotContain(Canary);
    }

    [Fact]
    public async Task One_for_a_competency_stands_beside_that_one_and_what_ended_beside_none()
    {
        await _site.Work(3, _site.District.Drawing);
        await _site.Work(3, _site.District.Clay);
        (await Add(("text", Canary), ("competency", $"{_site.District.Drawing.Value:N}"))).ShouldBe(HttpStatusCode.Found);
        string At(string code) => $"/learners/{_site.Nia.Value:N}/why/{code}";
        ((await _site.Get("teacher", At("ART.1"))).Body.Contains(Canary, StringComparison.Ordinal), (await _site.Get("teacher", At("ART.2"))).Body.Contains(Canary, StringComparison.Ordinal)).ShouldBe((true, false));

        _site.Clock.Now += TimeSpan.FromDays(2);
        (await Change(Stored, "end")).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("teacher", At("ART.1"))).Body.ShouldNotContain(Canary);
        (await _site.Get("teacher", Path)).Whole.ShouldContain("What helped before (1)");
    }

    [Fact]
    public async Task A_page_that_was_kept_is_drawn_anew_once_something_helps()
    {
        await _site.Work(3, _site.District.Drawing);
        using var teacher = await _site.As("teacher");
        var kept = (await teacher.Get($"/learners/{_site.Nia.Value:N}/why/ART.1")).Header("ETag");
        (await teacher.Get($"/learners/{_site.Nia.Value:N}/why/ART.1", ("If-None-Match", kept))).Status.ShouldBe(HttpStatusCode.NotModified);

        (await Add(("text", Canary))).ShouldBe(HttpStatusCode.Found);

        (await teacher.Get($"/learners/{_site.Nia.Value:N}/why/ART.1", ("If-None-Match", kept))).Body.ShouldContain(Canary);
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("competency", "7d1f0f3e5e7b4c3c9a0e6a3f9f1b2c3d")]
    [InlineData("from", "yesterday")]
    [InlineData("from", "0001-01-01")]
    [InlineData("until", "2026-03-01")]
    public async Task What_is_typed_wrong_is_told(string field, string value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "Read aloud", ["from"] = "2026-03-31", [field] = value };
        (await _site.Post("teacher", Path, [.. fields.Select(one => (one.Key, one.Value))])).ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Post("teacher", Path, ("text", new string('x', 501)), ("from", "2026-03-31"))).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.Accommodations.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_else_reads_or_writes_it()
    {
        (await Add(("text", Canary))).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["substitute", "auditor", "mother", "nia", "far", "stranger", "classmate"])
        {
            var told = who is "far" or "stranger" or "classmate" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            (await _site.Get(who, Path)).Status.ShouldBe(told, who);
            (await _site.Post(who, Path, ("text", "x"), ("from", "2026-03-31"))).ShouldBe(told, who);
            (await _site.Post(who, $"{Path}/{Stored.Id.Value:N}", ("do", "end"), ("seen", "1"))).ShouldBe(told, who);
            (await _site.Post(who, $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", "2"), ("on", "2026-03-30"))).ShouldBe(told, who);
        }

        // Of another learner, by its id.
        (await _site.Post("teacher", $"/learners/{_site.District.Ben.Value:N}/helps/{Stored.Id.Value:N}", ("do", "end"), ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => (db.Accommodations.Single().Until, db.LanguageLevels.Count())).ShouldBe((null, 0));
    }

    [Fact]
    public async Task How_far_somebody_is_in_English_stands_beside_the_work_and_changes_no_level_of_it()
    {
        await _site.Work(3, _site.District.Drawing);
        var standing = _site.Read(db => Convert.ToHexString(db.Standings.AsNoTracking().Single(one => one.Learner == _site.Nia).Cells));
        foreach (var (level, on) in ((string, string)[])[("2", "2026-03-01"), ("3", "2026-03-30")]) (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", level), ("level-Speaking", "4"), ("on", on))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", "3"), ("level-Speaking", "4"), ("on", "2026-03-30"))).ShouldBe(HttpStatusCode.Found);
        foreach (var (level, on) in ((string, string)[])[("7", "2026-03-01"), ("0", "2026-03-01"), ("", "2026-03-01"), ("2", "2026-04-02")]) (await _site.Post("teacher", $"/learners/{_site.Nia.Value:N}/languages", ("level-Reading", level), ("on", on))).ShouldBe(HttpStatusCode.BadRequest, $"{level} {on}");

        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}/judge")).Whole.ShouldContain("Speaking 4 of 6, Reading 3 of 6. It says nothing about what they know.");
        (await _site.Get("teacher", Path)).Whole.ShouldContain("The way so far");
        _site.Read(db => (db.LanguageLevels.Count(), Convert.ToHexString(db.Standings.AsNoTracking().Single(one => one.Learner == _site.Nia).Cells))).ShouldBe((4, standing));
    }

    [Fact]
    public async Task Work_in_the_language_of_home_is_said_to_be_so_in_its_own_name()
    {
        var piece = (await _site.Work(3, _site.District.Drawing)).Evidence!.Value.Value;
        (await _site.Get("mother", $"/evidence/{piece:N}")).Body.ShouldNotContain("lang=\"es\">Las");

        (await _site.Post("nia", $"/evidence/{piece:N}/language", ("language", "ES"), ("seen", "0"))).ShouldBe(HttpStatusCode.Found);

        foreach (var who in (string[])["teacher", "mother", "nia"])
        {
            var page = await _site.Get(who, $"/evidence/{piece:N}");
            (page.Body.Contains("lang=\"es\">Las hojas", StringComparison.Ordinal), page.Whole.Contains("Español", StringComparison.Ordinal)).ShouldBe((true, true), who);
        }

        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}/judge?piece={piece:N}")).Body.ShouldContain("lang=\"es\">Las hojas");
        foreach (var odd in (string[])["es\" onload=\"x", "Spanish", "x"]) (await _site.Post("teacher", $"/evidence/{piece:N}/language", ("language", odd), ("seen", "1"))).ShouldBe(HttpStatusCode.BadRequest, odd);
        (await _site.Post("mother", $"/evidence/{piece:N}/language", ("language", "fr"), ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var who in (string[])["classmate", "stranger", "far"]) (await _site.Post(who, $"/evidence/{piece:N}/language", ("language", "fr"), ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Post("substitute", $"/evidence/{piece:N}/language", ("language", "fr"), ("seen", "1"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("teacher", $"/evidence/{piece:N}/language", ("language", ""), ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", $"/evidence/{piece:N}")).Body.ShouldNotContain("lang=\"es\">Las");
    }

    [Fact]
    public async Task An_erasure_takes_words_situations_and_languages_and_leaves_what_was_decided()
    {
        var line = await _site.Enter("TITLECANARY", "GRADECANARY");
        (await _site.Accept(line, more: ("level", "3"))).Status.ShouldBe(HttpStatusCode.Found);
        (await Add(("text", Canary))).ShouldBe(HttpStatusCode.Found);
        await _site.Put(new Cairn.Learning.Credits.SpecialSituation(new(Guid.CreateVersion7()), _site.Nia, Cairn.Learning.Credits.SituationKind.Foster, MobilitySite.Today, _site.IdOf("registrar"), _site.Clock.Now));
        Canaries.Find(_site.District, "TITLECANARY", Canary).ShouldNotBeEmpty();

        var erasure = new Erasure(new(Guid.CreateVersion7()), _site.Nia, nameof(RetainedPart.Record), "the family asked", new(Guid.CreateVersion7()), TestDistrict.Day);
        erasure.Decide(isAgreed: true, new(Guid.CreateVersion7()), TestDistrict.Day.AddDays(1));
        await _site.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == _site.Nia).Leave(TestDistrict.Day);
            turn.Db.Add(erasure);
            return turn.Db.SaveChanges();
        });
        await _site.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(_site.District.District).ShouldBeTrue();

        Canaries.Find(_site.District, "TITLECANARY", "GRADECANARY", Canary).ShouldBeEmpty();
        _site.Read(db => (db.SpecialSituations.Count(), db.ProvisionalLevels.Count(), db.PriorLines.Single().State)).ShouldBe((0, 2, Cairn.Learning.Credits.PriorLineState.Accepted));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Accommodation Stored => _site.Read(db => db.Accommodations.AsNoTracking().Single());

    private Task<HttpStatusCode> Add(params (string Name, string Value)[] more) => _site.Post("teacher", Path, [("once", Guid.NewGuid().ToString("N")), ("from", $"{DateOnly.FromDateTime(_site.Clock.Now):yyyy-MM-dd}"), .. more]);

    private Task<HttpStatusCode> Change(Accommodation one, string what) => _site.Post("teacher", $"{Path}/{one.Id.Value:N}", ("do", what), ("seen", $"{one.Version}"));

    private async Task<Dictionary<(string Who, string Page), (HttpStatusCode Status, string Words)>> All(string[] pages, Cairn.Learning.EvidenceId piece)
    {
        var all = new Dictionary<(string, string), (HttpStatusCode, string)>();
        foreach (var who in (string[])["substitute", "auditor", "mother", "nia", "classmate", "stranger", "far"])
        {
            using var visitor = await _site.As(who);
            foreach (var page in (string[])[.. pages.Select(one => $"/learners/{_site.Nia.Value:N}{one}"), $"/evidence/{piece.Value:N}", "/capture"])
            {
                var answer = await visitor.Get(page);
                all[(who, page)] = (answer.Status, WebUtility.HtmlDecode(answer.Body));
            }
        }

        return all;
    }
}
