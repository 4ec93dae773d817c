using System.Data.Common;
using Cairn.App.Tests.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Journal;

/// <summary>The database itself refuses to change or delete what the journal holds, whoever asks.</summary>
public sealed class JournalGuardTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public static TheoryData<string> Tables => ["journal", "occasions", "journal_payloads", "journal_seals", "checkpoints"];

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        await _district.Record(_district.Everything());
        await _district.District.Writer.Alone(turn => Checkpointing.Make(turn, "test", _ => ("key", new byte[64])));
        using var db = _district.Open();
        // A seal stands for the words of one fact.
        var (index, of) = (Sql.Ask(db, "SELECT \"index\" FROM journal WHERE kind = 22"), Engines.IsPostgres ? "'" + Sql.Ask(db, "SELECT judgment::text FROM judgment_texts") + "'" : "x'" + Sql.Ask(db, "SELECT hex(judgment) FROM judgment_texts") + "'");
        Sql.Run(db, $"INSERT INTO journal_seals (\"index\", kind, \"of\", seal) VALUES ({index}, 22, {of}, {(Engines.IsPostgres ? "'\\x00'" : "x'00'")})");
    }

    [Theory]
    [Trait("Abuse", "S3")]
    [MemberData(nameof(Tables))]
    public void No_row_of_the_journal_is_changed(string table)
    {
        using var db = _district.Open();
        var before = Sql.Dump(db, table);
        before.ShouldNotBeEmpty();

        foreach (var column in Sql.Columns(db, table)) Should.Throw<DbException>(() => Sql.Run(db, $"UPDATE {table} SET \"{column}\" = \"{column}\""), column);

        Sql.Dump(db, table).ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [Trait("Abuse", "S3")]
    [MemberData(nameof(Tables))]
    public void No_row_of_the_journal_is_deleted(string table)
    {
        using var db = _district.Open();
        var before = Sql.Dump(db, table);

        Should.Throw<DbException>(() => Sql.Run(db, $"DELETE FROM {table}"));
        if (Engines.IsPostgres) Should.Throw<DbException>(() => Sql.Run(db, $"TRUNCATE {table}"));
        else Should.Throw<DbException>(() => Sql.Run(db, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));

        Sql.Dump(db, table).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public void Words_go_only_where_a_seal_stands_for_them()
    {
        using var db = _district.Open();
        var sealedEntry = Sql.Ask(db, "SELECT \"index\" FROM journal_seals");

        Should.Throw<DbException>(() => Sql.Run(db, "DELETE FROM evidence_texts"));
        Should.Throw<DbException>(() => Sql.Run(db, $"DELETE FROM journal_payloads WHERE \"index\" <> {sealedEntry}"));
        Sql.Run(db, "DELETE FROM judgment_texts").ShouldBe(1);
        Sql.Run(db, $"DELETE FROM journal_payloads WHERE \"index\" = {sealedEntry}").ShouldBe(1);

        // And that it went without an entry is found.
        _district.Verify().Findings.Select(one => one.Kind).ShouldContain(Cairn.Storage.Journal.Verification.FoundKind.ErasedWithoutEntry);
    }

    public ValueTask DisposeAsync() => _district.DisposeAsync();
}
