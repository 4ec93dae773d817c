using Cairn.App.Jobs;
using Cairn.App.Tests.Journal;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Captures;
using Cairn.Storage.Files;
using Cairn.Storage.Journal.Verification;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What a capture leaves in the record: the journal holds it, files are looked for, and an erasure takes out what it has to.</summary>
public sealed class CaptureRecordTests : IAsyncLifetime
{
    private static readonly PersonId Agreer = new(Guid.CreateVersion7());
    private PrivacySite _site = null!;
    private FileStore _files = null!;
    private EvidenceId _piece;
    private StoredFile _kept = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        _files = new FileStore(_site.Family.District.Folder.FolderOf("test"));
        _kept = (await _files.Put(new MemoryStream("%PDF-1.7 a plan"u8.ToArray()), 100))!;
        var ask = new CaptureAsk(Guid.CreateVersion7(), EvidenceKind.Project, "PLANCANARY", "WORDCANARY", [_site.Kid, _site.Family.Ada], [(_site.Family.District.Drawing, null), (_site.Family.District.Drawing, null)], null, "https://files.example/LINKCANARY");
        var (fault, pieces) = await Write(turn => CaptureRows.Store(turn, Teacher(turn), ask, [new CapturedFile(_kept, new StoredFile(new string('a', 64), 99), "application/pdf", "NAMECANARY.pdf")], _site.Family.District.District.Frameworks, DateOnly.FromDateTime));
        (fault, pieces.Count).ShouldBe((CaptureFault.None, 2));
        _piece = Capture.PieceOf(Family.Okafor.Person, ask.Key, _site.Kid);
        (await Write(turn => FaceRows.Mark(turn, Teacher(turn), _piece, 1, new FaceBox(0, 0, 1000, 1000), _site.Family.Ada))).ShouldBeTrue();
        (await Write(turn => FaceRows.Choose(turn, Teacher(turn), _site.Kid, _piece, 0, [ShownPlace.Portfolio]))).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void The_journal_holds_every_row_of_it_and_each_claim_once()
    {
        Faults().ShouldBeEmpty();
        _site.Read(db => db.Claims.Count(one => one.Evidence == _piece)).ShouldBe(1);
        // Nobody entered a stage: it is said at none.
        _site.Read(db => db.Claims.Single(one => one.Evidence == _piece).Stage).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_is_gone_and_a_row_that_was_changed_are_named()
    {
        _files.Delete(_kept.Hash).ShouldBeTrue();
        Faults().Select(one => (one.Kind, one.Id)).ShouldBe([(FoundKind.FileMissing, _kept.Hash)]);
        using var db = _site.Family.District.Open();
        JournalDistrict.Unguard(db);
        Sql.Run(db, "UPDATE captures SET \"by\" = evidence");
        Sql.Run(db, "UPDATE sent_originals SET length = 1");
        Faults().Count(one => one.Kind != FoundKind.FileMissing).ShouldBe(4);
    }

    [Fact]
    public void The_database_refuses_to_change_or_delete_it()
    {
        using var db = _site.Family.District.Open();
        foreach (var table in (string[])["captures", "sent_originals", "artifact_files"])
        {
            Should.Throw<Exception>(() => Sql.Run(db, $"DELETE FROM {table}")).Message.ShouldContain("facts");
            Should.Throw<Exception>(() => Sql.Run(db, $"UPDATE {table} SET evidence = evidence")).Message.ShouldContain("facts");
        }
    }

    [Fact]
    public async Task An_erasure_takes_words_and_the_file_once_nobody_elses_work_shows_it()
    {
        await Erase(_site.Kid, RetainedPart.Work);
        Canaries.Find(_site.Family.District, "PLANCANARY").Count.ShouldBe(Canaries.Find(_site.Family.District, "WORDCANARY").Count);
        (_site.Read(db => db.ArtifactFiles.Count()), _site.Read(db => db.SentOriginals.Count()), _site.Read(db => db.FaceMarks.Count()), _site.Read(db => db.ShownTo.Count())).ShouldBe((1, 1, 1, 0));
        // Another learner's piece of the same capture shows it still.
        _files.Open(_kept.Hash)!.Dispose();
        await Erase(_site.Family.Ada, RetainedPart.Work);
        _files.Open(_kept.Hash).ShouldBeNull();
        Canaries.Find(_site.Family.District, "PLANCANARY", "WORDCANARY", "LINKCANARY", "NAMECANARY").ShouldBeEmpty();
        Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_face_it_was_is_forgotten_with_the_person_and_stays_hidden()
    {
        await Erase(_site.Family.Ada, [.. Enum.GetValues<RetainedPart>()]);
        var mark = _site.Read(db => db.FaceMarks.Single(one => one.Evidence == _piece));
        mark.Who.ShouldBeNull();
        _site.Read(db => FaceRows.To(db, _site.People["mother"], _site.Kid, db.ArtifactFiles.Single(one => one.Evidence == _piece), canHide: false, Family.Today, _site.Clock.Now)).How.ShouldBe(ShownHow.NotAtAll);
        Faults().ShouldNotContain(one => one.Table == "face_marks");
    }

    [Fact]
    public async Task A_file_that_nobody_judged_goes_with_the_last_of_those_whose_work_shows_it_and_so_does_what_was_left_on_the_way()
    {
        using var device = new Device(await _site.As("teacher"), _site.Site.Url, _site.People["teacher"].Person);
        var (own, shared, key, both) = (Device.Paper(20_000, 71), Device.Paper(20_000, 72), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await device.All(device.Said(key, [_site.Family.Ada.Value], ("own.pdf", own)), own)).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        (await device.All(device.Said(both, [_site.Family.Ada.Value, _site.Family.Ben.Value], ("shared.pdf", shared)), shared)).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        foreach (var bytes in (byte[][])[own, shared]) _files.ChangedAt(Device.HashOf(bytes)).ShouldNotBe(default);
        // A teacher's device is halfway through a file of the same child when the erasure comes.
        var halfway = Guid.CreateVersion7();
        (await device.Begin(device.Said(halfway, [_site.Family.Ada.Value], ("half.pdf", own)))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await device.Bring(halfway, 0, 0, own[..9_000]);

        await Erase(_site.Family.Ada, [.. Enum.GetValues<RetainedPart>()]);

        _files.All.ShouldNotContain(Device.HashOf(own));
        _files.All.ShouldContain(Device.HashOf(shared), "Ben's work shows it");
        (await device.Look(halfway)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound, "what was on its way goes too");
        await Erase(_site.Family.Ben, [.. Enum.GetValues<RetainedPart>()]);
        _files.All.ShouldNotContain(Device.HashOf(shared));
    }

    private IReadOnlyList<Found> Faults() =>
        [.. RecordVerification.Of(_site.Family.District.District, new VerificationAsk(_site.Family.District.Folder.Path) { Files = _files }).Findings.Where(one => one.IsFault)];

    private async Task Erase(LearnerId learner, params RetainedPart[] parts)
    {
        await Write(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == learner).Leave(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
            return turn.Db.SaveChanges();
        });
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), learner, string.Join(' ', parts), "the family asked", Family.Okafor.Person, TestDistrict.Day);
        erasure.Decide(isAgreed: true, Agreer, TestDistrict.Day.AddDays(1));
        await _site.Family.Put(erasure);
        var outcome = await Write(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        _site.Site.Part<ErasuresDue>().CleanUp(_site.Family.District.District, outcome);
    }

    private Task<T> Write<T>(Func<WriteTurn, T> work) => _site.Family.District.District.Writer.Alone(work);

    private Scope Teacher(WriteTurn turn) => new(turn.Db, _site.People["teacher"], Family.Today, _site.Clock.Now);
}
