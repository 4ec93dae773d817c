using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Storage;
using Microsoft.Data.Sqlite;

namespace Cairn.App.Tests.Storage;

/// <summary>Facts are inserted and never changed: the database itself refuses, whoever asks.</summary>
public sealed class InsertOnlyTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public static TheoryData<string> Tables => ["evidence", "claims", "judgments", "retractions", "stage_entries", "overrides", "evidence_texts", "artifacts", "judgment_texts", "override_texts"];

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        var piece = _district.Piece();
        var (judgment, set) = (_district.Judged(piece, target: _district.Lines), new OverrideId(Guid.CreateVersion7()));
        await _district.Record(new Recording(_district.Ada)
        {
            Evidence = [piece], EvidenceTexts = [new(piece.Id, "A tree", "Studio", "", "")], Artifacts = [new(piece.Id, 1, "A tree", "https://example.org")],
            Judgments = [judgment], JudgmentTexts = [new JudgmentText(judgment.Id, "bold")],
            StageEntries = [new StageEntry(new StageEntryId(Guid.CreateVersion7()), _district.Ada, _district.Drawing, 1, "", null, "", TestDistrict.Day, default)],
            Overrides = [new Override(set, _district.Ada, _district.Drawing, 1, 3, TestDistrict.Teacher, TestDistrict.Day, default, null)], OverrideTexts = [new OverrideText(set, "seen in the studio")],
            Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), _district.Ada, RetractedKind.Judgment, judgment.Id.Value, TestDistrict.Teacher, default)],
        });
        using var db = _district.Open();
        Sql.Run(db, "INSERT INTO claims (evidence, place, competency, stage, target) SELECT id, 1, id, 1, NULL FROM evidence");
    }

    [Fact]
    public void The_list_of_facts_is_the_list_that_is_guarded()
    {
        using var db = _district.Open();

        Cairn.Storage.Db.Facts.Select(type => db.Model.FindEntityType(type)!.GetAnnotation("Relational:TableName").Value).ShouldBe(Tables.Select(row => (object)row.Data), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_row_is_changed(string table)
    {
        using var db = _district.Open();
        var column = Sql.Ask(db, $"SELECT name FROM pragma_table_info('{table}') WHERE pk = 0 LIMIT 1");
        if (column.Length == 0) column = Sql.Ask(db, $"SELECT name FROM pragma_table_info('{table}') LIMIT 1");

        Refused(table, () => Sql.Run(db, $"UPDATE {table} SET {column} = {column}"));
        Refused(table, () => Sql.Run(db, $"UPDATE OR REPLACE {table} SET {column} = {column}"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_row_is_deleted(string table)
    {
        using var db = _district.Open();

        Refused(table, () => Sql.Run(db, $"DELETE FROM {table}"));
        Refused(table, () => Sql.Run(db, $"DELETE FROM {table} WHERE 1 = 1"));
        Sql.Ask(db, $"SELECT count(*) FROM {table}").ShouldBe("1");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_row_is_replaced_by_another_of_its_key(string table)
    {
        using var db = _district.Open();

        Refused(table, () => Sql.Run(db, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
        Refused(table, () => Sql.Run(db, $"REPLACE INTO {table} SELECT * FROM {table}"));
    }

    [Theory]
    [InlineData("NULL, NULL, 0")]
    [InlineData("2, 1, 0")]
    [InlineData("2, NULL, 1")]
    [InlineData("NULL, 1, 1")]
    public void A_judgment_says_exactly_one_thing(string says)
    {
        using var db = _district.Open();
        var columns = Sql.Ask(db, "SELECT group_concat(name) FROM pragma_table_info('judgments') WHERE name NOT IN ('level', 'non_score', 'is_completion', 'id')");

        Should.Throw<SqliteException>(() => Sql.Run(db, $"INSERT INTO judgments (id, level, non_score, is_completion, {columns}) SELECT randomblob(16), {says}, {columns} FROM judgments")).Message.ShouldContain("one_thing");
    }

    [Fact]
    public void A_fact_is_of_a_learner_who_is_there()
    {
        using var db = _district.Open();

        Should.Throw<SqliteException>(() => Sql.Run(db, "DELETE FROM learners")).Message.ShouldContain("FOREIGN KEY");
    }

    private static void Refused(string table, Action act) => Should.Throw<SqliteException>(act).Message.ShouldContain($"{table} holds facts");

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
