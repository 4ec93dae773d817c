using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Journal;

/// <summary>Whatever somebody alters, removes or inserts past the program is found, and named.</summary>
public sealed class AlteredRecordTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync() => _district = await SampleDistrict.Make();

    [Theory]
    [InlineData("row_hash")]
    [InlineData("words")]
    public void A_byte_more_in_any_entry_is_found_where_the_row_itself_is_sealed_too(string column)
    {
        using var db = _district.Open();
        var (more, missed) = (Engines.IsPostgres ? $"\"{column}\" || '\\x00'::bytea" : $"CAST(\"{column}\" || x'00' AS BLOB)", new List<string>());
        Sql.Run(db, "CREATE TABLE aside AS SELECT * FROM journal_payloads");
        foreach (var index in Sql.List(db, "SELECT \"index\" FROM journal_payloads ORDER BY \"index\""))
        {
            Sql.Run(db, $"UPDATE journal_payloads SET \"{column}\" = {more} WHERE \"index\" = {index}").ShouldBe(1);
            if (_district.Verify().IsWhole) missed.Add(index);
            Sql.Run(db, $"UPDATE journal_payloads SET \"{column}\" = (SELECT \"{column}\" FROM aside WHERE \"index\" = {index}) WHERE \"index\" = {index}");
        }

        missed.ShouldBeEmpty();
        _district.Verify().ShouldBeWhole();
    }

    [Fact]
    public void Words_that_are_moved_into_the_hash_beside_them_are_found_though_the_seal_is_the_same()
    {
        using var db = _district.Open();
        var (first, rest) = Engines.IsPostgres ? ("substring(words from 1 for 32)", "substring(words from 33)") : ("substr(words, 1, 32)", "substr(words, 33)");
        Sql.Run(db, $"UPDATE journal_payloads SET row_hash = {first}, words = {rest} WHERE \"index\" = (SELECT max(\"index\") FROM journal_payloads WHERE length(words) > 32 AND length(row_hash) = 0)").ShouldBe(1);

        _district.Verify().Findings.ShouldContain(one => one.IsFault);
    }

    [Fact]
    public async Task A_fact_that_is_put_in_is_named_by_its_id()
    {
        var before = _district.OnePiece();
        await _district.Record(before);
        using var db = _district.Open();
        var columns = Sql.Columns(db, "judgments");
        Sql.Run(db, $"INSERT INTO judgments SELECT {string.Join(", ", columns.Select(one => one == "id" ? Sql.Id(Samples.IdOf("forged")) : $"\"{one}\""))} FROM judgments WHERE id = {Sql.Id(before.Judgments[0].Id.Value)}");

        var found = _district.Verify().Findings.Single(one => one.IsFault);

        (found.Kind, found.Table, found.Id).ShouldBe((FoundKind.RowInserted, "judgments", Samples.IdOf("forged").ToString()));
    }

    [Fact]
    public async Task An_altered_level_is_named_with_its_entry_when_it_was_written_and_by_whom()
    {
        var (facts, who) = (_district.OnePiece(), new Acting(ActorKind.Teacher, TestDistrict.Teacher.Value, "POST /judge"));
        await _district.District.Writer.Record(facts, who);
        using var db = _district.Open();
        Sql.Run(db, $"UPDATE judgments SET level = level + 1 WHERE id = {Sql.Id(facts.Judgments[0].Id.Value)}");

        var found = _district.Verify().Findings.Single(one => one.IsFault);

        (found.Kind, found.Table, found.Id, found.Actor, found.Person, found.Door).ShouldBe((FoundKind.RowAltered, "judgments", facts.Judgments[0].Id.Value.ToString(), who.Kind, who.Person, who.Where));
        found.Entry.ShouldBe(_district.Entries().Single(one => one.Entry.Row == facts.Judgments[0].Id.Value).Entry.Index);
        found.At.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_column_of_a_row_that_changed_is_named_where_an_entry_said_it()
    {
        await _district.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _district.Ada), one => one.Rename("Ada", "Lovelace"));
            return true;
        });
        using var db = _district.Open();
        Sql.Run(db, $"UPDATE learners SET family_name = 'Nobody' WHERE id = {Sql.Id(_district.Ada.Value)}");

        var found = _district.Verify().Findings.Single(one => one.IsFault);

        (found.Kind, found.Table, found.Id).ShouldBe((FoundKind.RowAltered, "learners", _district.Ada.Value.ToString()));
        found.Columns.ShouldBe(["family_name"]);
    }

    [Theory]
    [Trait("Abuse", "D3")]
    [InlineData("changed")]
    [InlineData("removed")]
    public async Task What_was_altered_before_an_ordinary_change_is_not_taken_up_as_right(string then)
    {
        var id = Guid.CreateVersion7();
        await _district.District.Writer.Alone(turn => turn.Db.Add(new Account(id, "grace", turn.Now)).Entity.Id);
        await Touch(turn => turn.Db.Accounts.Single(one => one.Id == id).Email = "grace@example.org");
        _district.Verify().Findings.ShouldNotContain(one => one.IsFault);
        using (var db = _district.Open()) Sql.Run(db, $"UPDATE accounts SET email = 'thief@example.org' WHERE id = {Sql.Id(id)}");
        _district.Verify().Findings.Single(one => one.IsFault).Kind.ShouldBe(FoundKind.RowAltered);

        if (then == "changed") await Touch(turn => turn.Db.Accounts.Single(one => one.Id == id).Version++);
        else await Touch(turn => turn.Db.Remove(turn.Db.Accounts.Single(one => one.Id == id)));
        if (then == "changed") await Touch(turn => turn.Db.Accounts.Single(one => one.Id == id).Version++);

        var found = _district.Verify().Findings.Single(one => one.IsFault);
        (found.Kind, found.Table, found.Id).ShouldBe((FoundKind.RowAlteredBefore, "accounts", id.ToString()));

        Task Touch(Action<WriteTurn> change) => _district.District.Writer.Alone(turn =>
        {
            change(turn);
            return true;
        });
    }

    [Fact]
    public void An_altered_word_of_an_adopted_version_is_named_by_its_row()
    {
        using var db = _district.Open();
        Sql.Run(db, $"UPDATE competencies SET title = 'Painting' WHERE id = {Sql.Id(_district.Drawing.Value)}");

        var found = _district.Verify().Findings.Single(one => one.IsFault);

        (found.Kind, found.Table, found.Id).ShouldBe((FoundKind.AdoptedAltered, "competencies", _district.Drawing.Value.ToString()));
    }

    [Fact]
    public async Task Entries_that_are_cut_off_at_the_end_are_found_and_so_are_some_in_the_middle()
    {
        await _district.Record(_district.OnePiece());
        using var db = _district.Open();
        var size = _district.Size();
        Sql.Run(db, "CREATE TABLE aside AS SELECT * FROM journal");
        foreach (var (from, to) in ((long, long)[])[(size - 2, size - 1), (5, 7)])
        {
            Sql.Run(db, $"DELETE FROM journal WHERE \"index\" BETWEEN {from} AND {to}");

            var missing = _district.Verify().Findings.Single(one => one.Kind == FoundKind.EntryMissing);

            (missing.Entry, missing.LastEntry).ShouldBe((from, to));
            Sql.Run(db, "DELETE FROM journal");
            Sql.Run(db, "INSERT INTO journal SELECT * FROM aside");
        }
    }

    [Fact]
    public async Task An_altered_file_is_named_by_its_hash_and_so_is_one_that_is_gone()
    {
        var files = new Cairn.Storage.Files.FileStore(_district.Folder.FolderOf("test"));
        var (kept, gone) = ((await files.Put(new MemoryStream([1, 2, 3]), 100, TestContext.Current.CancellationToken))!.Hash, new string('a', 64));
        var piece = _district.Piece();
        await _district.Record(new Cairn.Storage.Recording(_district.Ada)
        {
            Evidence = [piece],
            Artifacts = [new(piece.Id, 1, "kept", $"/files/{kept}"), new(piece.Id, 2, "gone", $"/files/{gone}"), new(piece.Id, 3, "elsewhere", $"https://example.org/{new string('b', 64)}")],
        });
        // The sample of a row about a file names no hash at all: that is told too, and is no part of this.
        var ask = new VerificationAsk(_district.Folder.Path) { Files = files };
        RecordVerification.Of(_district.District, ask).Findings.Where(one => one.IsFault && !one.Id.Contains("Zoë", StringComparison.Ordinal)).Select(one => (one.Kind, one.Id)).ShouldBe([(FoundKind.FileMissing, gone)]);

        var path = Path.Combine(files.Folder, kept[..2], kept);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var report = RecordVerification.Of(_district.District, ask);
        report.Findings.Where(one => one.IsFault && !one.Id.Contains("Zoë", StringComparison.Ordinal)).Select(one => (one.Kind, one.Id)).ShouldBe([(FoundKind.FileAltered, kept), (FoundKind.FileMissing, gone)]);
        report.Files.ShouldBe(1);
    }

    [Fact]
    public async Task Only_what_came_since_a_size_is_looked_at_where_that_is_asked()
    {
        var (early, late) = (_district.OnePiece(), _district.OnePiece());
        await _district.Record(early);
        var size = _district.Size();
        await _district.Record(late);
        using var db = _district.Open();
        Sql.Run(db, $"UPDATE judgments SET level = level + 1 WHERE id IN ({Sql.Id(early.Judgments[0].Id.Value)}, {Sql.Id(late.Judgments[0].Id.Value)})");

        _district.Verify(size).Findings.Where(one => one.IsFault).Select(one => one.Id).ShouldBe([late.Judgments[0].Id.Value.ToString()]);
    }

    public ValueTask DisposeAsync() => _district.DisposeAsync();
}
