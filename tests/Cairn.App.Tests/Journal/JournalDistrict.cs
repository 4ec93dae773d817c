using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Journal;

/// <summary>What tests of the journal ask of a district.</summary>
internal static class JournalDistrict
{
    public static VerificationReport Verify(this TestDistrict district, long since = 0) => Verify(district.District, district.Folder, since);

    public static VerificationReport Verify(District district, DataFolder folder, long since = 0) => RecordVerification.Of(district, new VerificationAsk(folder.Path) { Since = since });

    public static void ShouldBeWhole(this VerificationReport report)
    {
        report.Findings.Where(one => one.IsFault).Select(one => one.ToString()).ShouldBeEmpty();
        report.Faults.ShouldBe(0);
        report.IsWhole.ShouldBeTrue();
    }

    /// <summary>The entries from a place on, with who wrote them.</summary>
    public static List<(JournalEntry Entry, Occasion Occasion)> Entries(this TestDistrict district, long from = 0)
    {
        using var db = district.Open();
        var occasions = db.Occasions.AsNoTracking().ToDictionary(one => one.Id);
        return [.. db.Journal.AsNoTracking().Where(one => one.Index >= from).OrderBy(one => one.Index).ToList().Select(one => (one, occasions[one.Occasion]))];
    }

    public static long Size(this TestDistrict district)
    {
        using var db = district.Open();
        return db.Journal.Count();
    }

    /// <summary>One fact of each kind, with all the words that there are.</summary>
    public static Recording Everything(this TestDistrict district)
    {
        var piece = district.Piece();
        var (judgment, set) = (district.Judged(piece, target: district.Lines), new OverrideId(Guid.CreateVersion7()));
        return new Recording(district.Ada)
        {
            Evidence = [piece], EvidenceTexts = [new(piece.Id, "A tree", "Studio", "", "")], Artifacts = [new(piece.Id, 1, "A tree", "https://example.org"), new(piece.Id, 2, "Its roots", "https://example.org/2")],
            Judgments = [judgment], JudgmentTexts = [new JudgmentText(judgment.Id, "bold")],
            StageEntries = [new StageEntry(new StageEntryId(Guid.CreateVersion7()), district.Ada, district.Drawing, 1, "", null, "", TestDistrict.Day, default)],
            Overrides = [new Override(set, district.Ada, district.Drawing, 1, 3, TestDistrict.Teacher, TestDistrict.Day, default, null)], OverrideTexts = [new OverrideText(set, "seen in the studio")],
            Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), district.Ada, RetractedKind.Judgment, judgment.Id.Value, TestDistrict.Teacher, default)],
        };
    }

    /// <summary>Switches off what keeps a table from being changed, as somebody with the database's own password could.</summary>
    public static void Unguard(Db db)
    {
        if (Engines.IsPostgres)
            foreach (var table in Sql.List(db, "SELECT DISTINCT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal")) Sql.Run(db, $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER");
        else foreach (var trigger in Sql.List(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) Sql.Run(db, $"DROP TRIGGER \"{trigger}\"");
    }
}
