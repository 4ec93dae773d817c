using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Report cards: what is on them, who writes them, and whose they are.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Path => $"/learners/{_site.Kid.Value:N}/report";

    [Theory]
    [InlineData("area", true, false)]
    [InlineData("competency", true, false)]
    [InlineData("target", true, true)]
    [InlineData("nonsense", true, false)]
    public async Task It_is_as_fine_as_was_asked_and_says_levels_in_words(string grain, bool hasTitles, bool hasTargets)
    {
        await _site.Family.Work(_site.Kid, "x", 3);
        var page = await _site.Get("mother", $"{Path}?grain={grain}");

        var card = Regex.Match(page.Whole, "<article class=\"Report.*?</article>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
        (card.Contains("<strong>Drawing</strong>", StringComparison.Ordinal), card.Contains("<span>Lines</span>", StringComparison.Ordinal)).ShouldBe((hasTitles, hasTargets), grain);
        card.ShouldContain("going further");
        Regex.IsMatch(string.Join('\n', LeftInEnglish.Texts(card)), @"\d[.,]\d", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_goes_home_with_school_time_day_advisor_what_the_levels_mean_and_lines_to_sign()
    {
        await _site.Family.Work(_site.Kid, "x", 3);
        var card = Regex.Match((await _site.Get("mother", Path)).Whole, "<article class=\"Report Report--alone\".*?</article>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;

        foreach (var word in (string[])["Ms. Okafor", "Made on", "March 31, 2026", "This is the aim.", "Goes beyond the aim.", "It counts neither for nor against.", "Family: name, signature and date", "School: name, signature and date"]) card.ShouldContain(word);
        card.IndexOf("This is the aim.", StringComparison.Ordinal).ShouldBeLessThan(card.IndexOf("<strong>Drawing</strong>", StringComparison.Ordinal), "the legend comes before what it explains");
    }

    [Fact]
    public async Task A_narrative_is_the_authors_until_it_is_released_and_changes_only_after_it_was_taken_back()
    {
        (await Write("teacher", ("do", "write"), ("text", "TOLDCANARY"))).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["mother", "kid", "colleague", "leader"]) (await _site.Get(who, Path)).Whole.ShouldNotContain("TOLDCANARY", Case.Sensitive, who);
        (await _site.Get("teacher", Path)).Whole.ShouldContain("TOLDCANARY");
        var one = Stored;

        (await Write("colleague", Of(one.Id.Value), ("seen", "2"), ("do", "write"), ("text", "Theirs"))).ShouldBe(HttpStatusCode.NotFound);
        (await Write("teacher", Of(one.Id.Value), ("seen", $"{one.Version}"), ("do", "release"), ("text", "TOLDCANARY"))).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["mother", "father", "kid", "colleague"]) (await _site.Get(who, Path)).Whole.ShouldContain("TOLDCANARY", Case.Sensitive, who);

        (await Write("teacher", Of(one.Id.Value), ("seen", $"{one.Version}"), ("do", "write"), ("text", "Stale"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Write("teacher", Of(one.Id.Value), ("seen", $"{Stored.Version}"), ("do", "write"), ("text", "Under its readers"))).ShouldBe(HttpStatusCode.BadRequest);
        Stored.Text.ShouldBe("TOLDCANARY");
        (await Write("teacher", Of(one.Id.Value), ("seen", $"{Stored.Version}"), ("do", "back"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", Path)).Whole.ShouldNotContain("TOLDCANARY");
    }

    [Fact]
    public async Task It_is_about_its_time()
    {
        await Piece("OLD", Family.Today.AddDays(-300), 1);
        await Piece("NEW", Family.Today.AddDays(-2), 1);
        (await Write("teacher", ("do", "release"), ("text", "OFTHEN"), ("from", "2025-04-01"), ("until", "2025-07-01"))).ShouldBe(HttpStatusCode.Found);

        var (then, now) = (await _site.Get("mother", $"{Path}?from=2025-04-01&until=2025-07-01"), await _site.Get("mother", Path));

        (then.Whole.Contains("OFTHEN", StringComparison.Ordinal), now.Whole.Contains("OFTHEN", StringComparison.Ordinal)).ShouldBe((true, false));
        (await _site.Get("mother", $"{Path}?from=2025-05-01&until=2025-06-20")).Whole.ShouldContain("One piece of work was seen in this time.");
        (await _site.Get("mother", $"{Path}?from=2024-01-01&until=2024-06-01")).Whole.ShouldContain("No new work was seen in this time.");
        now.Whole.ShouldContain("One piece of work was seen in this time.");
        // What makes no sense is as usual, and nothing lies after today.
        foreach (var odd in (string[])["from=x&until=y", "from=2026-12-31&until=2026-01-01", "until=9999-12-31", "from=0001-01-01"]) (await _site.Get("mother", $"{Path}?{odd}")).Status.ShouldBe(HttpStatusCode.OK, odd);
    }

    [Fact]
    public async Task Another_expectation_stands_on_the_report_and_nowhere_else()
    {
        (await _site.Post("teacher", $"{Path}/expected", ("competency", $"{_site.Family.District.Drawing.Value:N}"), ("expected", "EXPECTCANARY <b>x</b>"))).ShouldBe(HttpStatusCode.Found);
        foreach (var grain in (string[])["area", "competency", "target"])
        {
            var page = await _site.Get("mother", $"{Path}?grain={grain}");
            (page.Whole.Contains("EXPECTCANARY", StringComparison.Ordinal), page.Body.Contains("<b>x</b>", StringComparison.Ordinal), page.Whole.Contains("nowhere else", StringComparison.Ordinal)).ShouldBe((true, false, true), grain);
        }

        foreach (var elsewhere in (string[])["", "/family", "/work", "/competencies/ART.1"]) (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}{elsewhere}")).Whole.ShouldNotContain("EXPECTCANARY");
        foreach (var who in (string[])["mother", "kid"]) (await _site.Post(who, $"{Path}/expected", ("competency", $"{_site.Family.District.Drawing.Value:N}"), ("expected", "x"))).ShouldBe(HttpStatusCode.Forbidden, who);
        (await _site.Post("teacher", $"{Path}/expected", ("competency", $"{Guid.NewGuid():N}"), ("expected", "x"))).ShouldBe(HttpStatusCode.BadRequest);

        (await _site.Post("teacher", $"{Path}/expected", ("competency", $"{_site.Family.District.Drawing.Value:N}"), ("expected", ""))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.ModifiedExpectations.AsNoTracking().Single().Until).ShouldBe(Family.Today);
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Nobody_reads_or_writes_anothers()
    {
        foreach (var who in (string[])["stranger", "parentOfGrown", "grown", "ada"])
        {
            (await _site.Get(who, Path)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await Write(who, ("do", "release"), ("text", "x"))).ShouldBe(HttpStatusCode.NotFound, who);
        }

        foreach (var who in (string[])["mother", "kid"]) (await Write(who, ("do", "release"), ("text", "x"))).ShouldBe(HttpStatusCode.Forbidden, who);
        (await Write("teacher", ("do", "release"), ("text", new string('x', 6001)))).ShouldBe(HttpStatusCode.BadRequest);
        (await Write("teacher", ("do", "release"), ("text", "x"), ("area", $"{Guid.NewGuid():N}"))).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.ReportNarratives.Count()).ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "C5")]
    public async Task A_batch_holds_each_learner_on_a_sheet_of_their_own_and_mixes_nobody()
    {
        var learners = new List<(LearnerId Id, string Mark)>();
        for (var i = 0; i < 25; i++)
        {
            var (id, mark) = (await _site.Family.Learner($"Sheet{i:00}"), $"CANARY{i:00}END");
            await _site.Family.Put(new Learning.People.Enrollment(new EnrollmentId(Guid.CreateVersion7()), id, Family.Loft, Family.Today.AddDays(-9), null));
            (await _site.Post("teacher", $"/learners/{id.Value:N}/report", ("do", "release"), ("text", mark))).ShouldBe(HttpStatusCode.Found);
            (await _site.Post("teacher", $"/learners/{id.Value:N}/report/expected", ("competency", $"{_site.Family.District.Clay.Value:N}"), ("expected", $"own {mark}"))).ShouldBe(HttpStatusCode.Found);
            learners.Add((id, mark));
        }

        var batch = await _site.Get("teacher", $"/groups/{Family.Loft.Value:N}/reports?grain=target");

        var sheets = Regex.Matches(batch.Whole, "<article class=\"Report\" aria-labelledby=\"report-(?<id>[0-9a-f]+)\".*?</article>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).ToDictionary(one => one.Groups["id"].Value, one => one.Value);
        sheets.Count.ShouldBe(learners.Count + 4);
        foreach (var (id, mark) in learners)
        {
            var sheet = sheets[$"{id.Value:N}"];
            Regex.Matches(sheet, "CANARY[0-9]{2}END", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(one => one.Value).Distinct().ShouldBe([mark]);
            Regex.Matches(sheet, "GivenSheet[0-9]{2}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(one => one.Value).Distinct().Count().ShouldBe(1);
        }

        // Each that left the house stands in the journal; nobody else prints them.
        _site.Read(db => db.Journal.Count(one => one.Act == Cairn.Storage.Journal.JournalAct.Exported)).ShouldBe(sheets.Count);
        foreach (var who in (string[])["mother", "kid"]) (await _site.Get(who, $"/groups/{Family.Loft.Value:N}/reports")).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Get("teacher", $"/groups/{Guid.NewGuid():N}/reports")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Learning.Families.ReportNarrative Stored => _site.Read(db => db.ReportNarratives.AsNoTracking().Single());

    private static (string, string) Of(Guid narrative) => ("narrative", $"{narrative:N}");

    private async Task Piece(string title, DateOnly day, decimal level)
    {
        var district = _site.Family.District;
        var piece = district.Piece(_site.Kid, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        await district.Record(new Recording(_site.Kid) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, title, "", "", "")], Judgments = [district.Judged(piece, level, target: district.Lines)] });
    }

    private Task<HttpStatusCode> Write(string who, params (string, string)[] fields) => _site.Post(who, Path, fields);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
