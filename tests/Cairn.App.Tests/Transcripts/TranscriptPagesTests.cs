using System.Net;
using System.Security.Cryptography;
using Cairn.App.Tests.Privacy;
using Cairn.Interop.SignedRecords;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Transcripts;

public sealed class TranscriptPagesTests : IAsyncLifetime
{
    private const string Table = "mean decimals=2 scale=1..4\n[3, 4] letter=B percent=85 points=3";
    private TranscriptSite _here = null!;

    public async ValueTask InitializeAsync() => _here = await TranscriptSite.Make();

    private string Kid => $"{TranscriptSite.Of(_here.Kid)}/transcript";

    [Fact]
    public async Task Both_transcripts_answer_in_their_first_sentence_and_say_the_same_credit()
    {
        await _here.Table(1, Table, Family.Today.AddDays(-300));
        await _here.Award(_here.Kid, "Algebra I", 150);
        await _here.Award(_here.Kid, "Biology", 50, source: CreditSource.Transfer, level: null, grade: "A-", origin: "Northport High");
        await _here.Award(_here.Kid, "Drawing", 100, with: one => one with { Grading = GradingOption.NoGrade });

        var (areas, courses) = (await _here.Get("mother", Kid), await _here.Get("mother", $"{Kid}/courses"));

        foreach (var page in (string[])[areas.Whole, courses.Whole]) page.ShouldContain("has earned 3.00 credits");
        courses.Whole.ShouldContain("Algebra I");
        courses.Whole.ShouldContain("85%");
        courses.Whole.ShouldContain("From Northport High");
        courses.Whole.ShouldContain("A-");
        courses.Whole.ShouldContain("Credit without a grade");
        courses.Whole.ShouldContain("Grade point average: 3.00.");
        courses.Whole.ShouldContain("Letters 1, version 1");
        areas.Whole.ShouldContain("This page was not issued");
        areas.Header("Cache-Control").ShouldContain("no-store");
    }

    [Fact]
    public async Task Who_has_nothing_yet_is_told_what_will_stand_there()
    {
        foreach (var page in (string[])["", "/courses"]) (await _here.Get("kid", Kid + page)).Whole.ShouldContain("Nothing is earned yet. What is shown and judged will stand here.");
    }

    [Fact]
    public async Task A_transcript_is_read_by_whoever_sees_the_record_and_not_found_by_anybody_else()
    {
        foreach (var page in (string[])["", "/courses"])
        {
            foreach (var who in (string[])["kid", "mother", "teacher", "principal", "leader", "officer"]) (await _here.Get(who, Kid + page)).Status.ShouldBe(HttpStatusCode.OK, who + page);
            foreach (var who in (string[])["stranger", "ada", "grown", "parentOfGrown", "elsewhere"]) (await _here.Get(who, Kid + page)).Status.ShouldBe(HttpStatusCode.NotFound, who + page);
        }
    }

    [Fact]
    public async Task What_somebody_typed_is_text_in_every_format()
    {
        await _here.Award(_here.Kid, "<script>alert(1)</script>", origin: "\"><img src=x onerror=alert(1)>", source: CreditSource.Equivalency);

        foreach (var page in (string[])["", "/courses"])
        {
            var answer = await _here.Get("mother", Kid + page);
            answer.Body.ShouldContain("&lt;script&gt;alert(1)");
            answer.Body.ShouldNotContain("<script>alert");
            answer.Body.ShouldNotContain("<img src=x");
        }
    }

    [Fact]
    public async Task An_edition_prints_to_the_letter_what_it_was_issued_with_whatever_is_awarded_and_adopted_later()
    {
        await _here.Table(1, Table, Family.Today.AddDays(-300));
        await _here.Award(_here.Kid, "Algebra I", 150);
        var record = await _here.Issue("leader", _here.Kid);
        var (bytes, before) = (_here.Bytes(record), Paper((await _here.Get("mother", $"{Kid}/courses?edition={record.Code}")).Body));

        await _here.Award(_here.Kid, "Geometry", 100);
        await _here.Table(2, "mean decimals=0 scale=1..4\n[1, 4] letter=Z percent=1 points=0", Family.Today.AddDays(-200));
        await _here.Post("principal", "/transcripts/profile", ("school", $"{Family.Hill.Value:N}"), ("seen", "0"), ("title", "Profile 2027"), ("signer", "Somebody New"));
        await _here.Site.Family.District.District.Writer.Alone(turn => { turn.Db.Learners.Single(one => one.Id == _here.Kid).Rename("Other", "Name"); return turn.Db.SaveChanges(); });

        Paper((await _here.Get("mother", $"{Kid}/courses?edition={record.Code}")).Body).ShouldBe(before);
        _here.Bytes(record).ShouldBe(bytes);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(record.Hash);
        var now = await _here.Get("mother", $"{Kid}/courses");
        now.Whole.ShouldContain("Geometry");
        now.Whole.ShouldContain("Somebody New");
        (await _here.Get("mother", $"{Kid}?edition=AAAA-AAAA")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _here.Get("grown", $"{TranscriptSite.Of(_here.Grown)}/transcript?edition={record.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_signed_file_is_sound_holds_both_transcripts_and_an_edition_is_sent_to_the_byte()
    {
        await _here.Award(_here.Kid, "Algebra I", 150);
        await _here.Site.Family.Work(_here.Kid, "canary", 3);
        var record = await _here.Issue("leader", _here.Kid);

        var (copy, edition) = (await _here.Get("mother", $"{Kid}/file"), await _here.Get("mother", $"{Kid}/file?edition={record.Code}"));

        edition.Bytes.ShouldBe(_here.Bytes(record));
        copy.Header("Content-Disposition").ShouldContain("attachment");
        var (check, issued) = (RecordCheck.Of(copy.Bytes), RecordCheck.Of(edition.Bytes));
        (check.IsSound, check.File!.Code, issued.IsSound, issued.File!.Code).ShouldBe((true, "", true, record.Code));
        check.File.Sheet()!.Hundredths.ShouldBe(150);
        copy.Body.ShouldContain("title canary");
        copy.Body.ShouldNotContain("reason canary");
        copy.Body.ShouldNotContain("decision canary");
        // The key is the one that the district publishes.
        (await _here.Anybody("/v/key")).Body.ShouldContain(issued.Key!.Text);
        (await _here.Get("stranger", $"{Kid}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Works_that_the_learner_chose_for_others_are_shown_and_no_other()
    {
        var (chosen, own) = (await _here.Site.Family.Work(_here.Kid, "chosen"), await _here.Site.Family.Work(_here.Kid, "own"));
        foreach (var (piece, reader) in ((PieceOfEvidence, PortfolioReader)[])[(chosen, PortfolioReader.Family), (own, PortfolioReader.Educators)])
        {
            var pick = new PortfolioPick(new PortfolioPickId(Guid.CreateVersion7()), _here.Kid, piece.Id, _here.Kid.Person, TestTime);
            pick.Pick("Because people listened", reader);
            await _here.Site.Family.Put(pick);
        }

        var page = (await _here.Get("mother", Kid)).Whole;

        page.ShouldContain("title chosen");
        page.ShouldContain("Because people listened");
        page.ShouldNotContain("title own");
    }

    [Fact]
    public async Task Each_change_of_the_profile_is_a_version_by_who_keeps_the_record_there_and_a_stale_form_is_told()
    {
        (string, string)[] Said(string title, int seen) => [("school", $"{Family.Hill.Value:N}"), ("seen", $"{seen}"), ("title", title), ("signer", "M. Feld"), ("about", "640 learners <b>here</b>")];
        (await _here.Post("principal", "/transcripts/profile", Said("Profile 2026", 0))).Status.ShouldBe(HttpStatusCode.Found);
        (await _here.Post("leader", "/transcripts/profile", Said("Overwritten", 0))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await _here.Post("elsewhere", "/transcripts/profile", Said("Not mine", 1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _here.Post("teacher", "/transcripts/profile", Said("Not mine", 1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _here.Post("principal", "/transcripts/profile", ("seen", "0"), ("school", ""), ("title", "The district"), ("signer", "X"))).Status.ShouldNotBe(HttpStatusCode.OK);

        _here.Site.Read(db => db.SchoolProfiles.Where(one => one.School == Family.Hill).Select(one => one.Title).ToList()).ShouldBe(["Profile 2026"]);
        var page = await _here.Get("mother", Kid);
        page.Body.ShouldContain("640 learners &lt;b&gt;here&lt;/b&gt;");
        page.Whole.ShouldContain("M. Feld");
        (await _here.Get("elsewhere", "/transcripts/profile")).Whole.ShouldContain("Other School");
    }

    [Fact]
    [Trait("Abuse", "C5")]
    public async Task Pages_and_files_that_are_asked_for_at_once_hold_one_learner_each()
    {
        var (kid, grown) = (_here.Kid, _here.Grown);
        await _here.Award(kid, "CourseOfKid");
        await _here.Award(grown, "CourseOfGrown");

        foreach (var page in (string[])["transcript", "transcript/courses", "transcript/file"])
        {
            var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _here.Get("leader", $"{TranscriptSite.Of(i % 2 == 0 ? kid : grown)}/{page}")));
            foreach (var (i, one) in both.Index())
            {
                one.Body.ShouldContain(i % 2 == 0 ? "GivenKid" : "GivenGrown");
                one.Body.ShouldNotContain(i % 2 == 0 ? "Grown" : "GivenKid");
            }
        }
    }

    private static DateTime TestTime => new(2026, 3, 30, 12, 0, 0, DateTimeKind.Utc);

    private static string Paper(string body) => body[body.IndexOf("<article", StringComparison.Ordinal)..body.IndexOf("</article>", StringComparison.Ordinal)];

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
