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
