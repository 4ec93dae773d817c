using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Transcripts;

/// <summary>Records that were issued: they never change, are corrected by two people, and whoever has the code can check them.</summary>
public sealed class IssuedTests : IAsyncLifetime
{
    private TranscriptSite _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TranscriptSite.Make();
        await _here.Award(_here.Kid, "Algebra I", 150);
    }

    private string Records => $"{TranscriptSite.Of(_here.Kid)}/records";

    [Fact]
    [Trait("Abuse", "A6")]
    public async Task The_public_check_says_that_a_record_holds_and_nothing_of_whom_it_is_about()
    {
        await _here.Post("mother", $"{TranscriptSite.Of(_here.Kid)}/consents", ("purpose", "Directory"), ("answer", "no"));
        var record = await _here.Issue("principal", _here.Kid);

        foreach (var path in (string[])[$"/v/{record.Code}", $"/v?code={record.Code.ToLowerInvariant().Replace("-", "+")}"])
        {
            var page = await _here.Anybody(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Whole.ShouldContain("This record holds");
            page.Whole.ShouldContain(record.Hash[..8]);
            foreach (var word in (string[])["Kid", "Algebra", "1.50", "2015", "Hill School", _here.Kid.Value.ToString("N"), record.Id.Value.ToString("N")]) page.Whole.ShouldNotContain(word);
        }

        await _here.Refused.ByStranger(HttpStatusCode.NotFound, "DeadLink", () => _here.Anybody("/v/AAAA-AAAA"));
        (await _here.Anybody("/v/%3Cscript%3E")).Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    [Trait("Abuse", "A7")]
    public async Task A_record_that_was_taken_back_says_so_everywhere()
    {
        var link = await Shared();
        var record = _here.Newest(_here.Kid)!;
        await Told(record, "withdraw", "Not hers");
        (await Decided("second", "approve")).Status.ShouldBe(HttpStatusCode.Found);

        (await _here.Anybody($"/v/{record.Code}")).Whole.ShouldContain("took back record");
        (await _here.Get("mother", $"{TranscriptSite.Of(_here.Kid)}/transcript?edition={record.Code}")).Whole.ShouldContain("This record was taken back. Do not rely on it.");
        (await _here.Anybody(link)).ShouldSatisfyAllConditions(one => one.Status.ShouldBe(HttpStatusCode.Gone), one => one.Whole.ShouldNotContain("Algebra"));
        var key = RecordFile.Read(_here.Bytes(record))!.Key!;
        var list = WithdrawnList.Read((await _here.Anybody("/v/withdrawn")).Body, key)!;
        RecordCheck.Of(_here.Bytes(record), key, list).Faults.Single().Kind.ShouldBe(RecordFaultKind.Withdrawn);
        // Who asks for it in a wrong spelling is told the same, and nobody's guess passes for it.
        await _here.Refused.ByStranger(HttpStatusCode.NotFound, "DeadLink", () => _here.Anybody("/v/AAAA-AAAB"));
    }

    [Fact]
    public async Task A_correction_is_told_of_by_one_and_approved_by_another_and_takes_the_place_of_what_was_wrong()
    {
        var link = await Shared();
        var first = _here.Newest(_here.Kid)!;
        await _here.Award(_here.Kid, "Geometry", 100);
        (await _here.Get("leader", Records)).Whole.ShouldContain("The record has moved on since this edition");
        await Told(first, "correct", "Geometry <b>is</b> missing");
        (await _here.Get("second", Records)).Body.ShouldContain("Geometry &lt;b&gt;is");

        (await Decided("leader", "approve")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Decided("second", "approve", seen: 9)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Decided("teacher", "approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Decided("mother", "approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Decided("elsewhere", "approve")).Status.ShouldBe(HttpStatusCode.NotFound);
        _here.Newest(_here.Kid)!.Edition.ShouldBe(1);
        (await Decided("second", "approve")).Status.ShouldBe(HttpStatusCode.Found);
        (await Decided("principal", "approve", seen: 2)).Status.ShouldBe(HttpStatusCode.BadRequest);

        var second = _here.Newest(_here.Kid)!;
        (second.Edition, second.InsteadOf, second.For).ShouldBe((2, first.Id, IssuedFor.Correction));
        (await _here.Anybody($"/v/{first.Code}")).Whole.ShouldContain(second.Code);
        (await _here.Anybody(link)).Whole.ShouldContain("Geometry");
        (await _here.Get("mother", Records)).Whole.ShouldContain("approved and done");
    }

    [Fact]
    [Trait("Abuse", "T3")]
    public async Task What_a_teacher_changes_after_graduation_moves_no_issued_record_and_only_an_erratum_makes_another()
    {
        var record = await _here.Issue("principal", _here.Kid, "Graduation");
        var bytes = _here.Bytes(record);

        // A teacher goes on judging: facts are added, and the record that was issued stays.
        await _here.Site.Family.Work(_here.Kid, "later", 3);
        await _here.Award(_here.Kid, "Geometry", 100);
        _here.Bytes(record).ShouldBe(bytes);
        (await _here.Anybody($"/v/{record.Code}")).Whole.ShouldContain("This record holds");
        await _here.Refused.ByPerson(_here.Site.People["teacher"].Person, HttpStatusCode.Forbidden, "NotTheirs", () => _here.Post("teacher", Records, ("for", "Request"), ("seen", "1")));
        await _here.Refused.ByPerson(_here.Site.People["principal"].Person, HttpStatusCode.BadRequest, "AgainstRule", () => _here.Post("principal", Records, ("for", "Request"), ("seen", "1")));
        (await _here.Get("principal", Records)).Whole.ShouldContain("frozen at graduation");
        await Told(record, "correct", "Geometry is missing");
        (await Decided("second", "refuse")).Status.ShouldBe(HttpStatusCode.Found);
        _here.Newest(_here.Kid)!.Id.ShouldBe(record.Id);
    }

    [Fact]
    public async Task A_record_is_issued_once_by_who_keeps_it_and_a_stale_page_is_told()
    {
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("mother", HttpStatusCode.Forbidden), ("kid", HttpStatusCode.Forbidden), ("teacher", HttpStatusCode.Forbidden), ("officer", HttpStatusCode.Forbidden), ("stranger", HttpStatusCode.NotFound), ("elsewhere", HttpStatusCode.NotFound)])
            (await _here.Post(who, Records, ("for", "Request"), ("seen", "0"))).Status.ShouldBe(status, who);
        (await _here.Post("principal", Records, ("for", "Correction"), ("seen", "0"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _here.Post("principal", Records, ("for", "Request"), ("seen", "0"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _here.Post("leader", Records, ("for", "Request"), ("seen", "0"))).Status.ShouldBe(HttpStatusCode.Conflict);
        _here.Site.Read(db => db.FrozenRecords.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_issue_at_once_one_does()
    {
        var both = await Task.WhenAll(((string[])["leader", "second"]).Select(who => _here.Post(who, Records, ("for", "Request"), ("seen", "0"))));

        both.Select(one => one.Status).Order().ShouldBe([HttpStatusCode.Found, HttpStatusCode.Conflict]);
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task Erased_no_byte_of_an_issued_record_is_left_its_links_are_closed_and_the_journal_verifies()
    {
        var link = await _here.Share("mother", _here.Kid, ("whom", "WHOMCANARY"));
        var record = await _here.Issue("principal", _here.Kid);
        await Told(record, "correct", "ERRATUMCANARY");
        var archive = Family.Json(_here.Site.Family.Archive(_here.Kid));
        archive.GetProperty("issuedRecords")[0].GetProperty("code").GetString().ShouldBe(record.Code);
        archive.GetProperty("transcriptLinks")[0].GetProperty("toWhom").GetString().ShouldBe("WHOMCANARY");
        archive.GetProperty("errata")[0].GetProperty("text").GetString().ShouldBe("ERRATUMCANARY");

        string[] canaries = ["WHOMCANARY", "ERRATUMCANARY"];
        Canaries.Find(_here.Site.Family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);
        await Erase(_here.Site.Family, _here.Kid);
        ErasedRemains.Clean(_here.Site.Family.District.District).ShouldBeTrue();

        _here.Site.Read(db => db.FrozenBytes.Count()).ShouldBe(0);
        Canaries.Find(_here.Site.Family.District, canaries).ShouldBeEmpty();
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await _here.Anybody($"/v/{record.Code}")).Status.ShouldBe(HttpStatusCode.OK);
        using var folder = new TempFolder(ownsServer: false);
        RecordVerification.Of(_here.Site.Family.District.District, new VerificationAsk(folder.Path)).Findings.Where(one => one.IsFault).ShouldBeEmpty();
    }

    private static async Task Erase(Family family, LearnerId learner)
    {
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), learner, "Record", "the family asked", new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        erasure.Decide(true, new PersonId(Guid.CreateVersion7()), TestDistrict.Day);
        await family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == learner).Leave(TestDistrict.Day.AddYears(-20));
            return turn.Db.SaveChanges();
        });
        await family.Put(erasure);
        await family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
    }

    private async Task<string> Shared()
    {
        await _here.Issue("principal", _here.Kid);
        var link = await _here.Share("mother", _here.Kid);
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
        return link;
    }

    private async Task Told(FrozenRecord record, string what, string text) =>
        (await _here.Post("leader", $"{Records}/errata", ("record", $"{record.Id.Value:N}"), ("do", what), ("text", text))).Status.ShouldBe(HttpStatusCode.Found);

    private async Task<Web.Answer> Decided(string who, string what, int seen = 1)
    {
        var erratum = _here.Site.Read(db => db.Errata.AsNoTracking().Single().Id);
        return await _here.Post(who, $"{Records}/errata/{erratum.Value:N}", ("do", what), ("decision", "So it is"), ("seen", $"{seen}"));
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
