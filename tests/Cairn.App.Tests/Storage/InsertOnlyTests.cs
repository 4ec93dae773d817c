using System.Data.Common;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Storage;

namespace Cairn.App.Tests.Storage;

/// <summary>Facts are inserted and never changed: the database itself refuses, whoever asks.</summary>
public sealed class InsertOnlyTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public static TheoryData<string> Tables => ["evidence", "claims", "judgments", "retractions", "stage_entries", "overrides", "evidence_texts", "artifacts", "judgment_texts", "override_texts", "consents",
        "artifact_files", "captures", "sent_originals", "plan_signatures", "feedback",
        "credit_policies", "credit_parts", "credit_awards", "credit_award_texts", "credit_award_parts", "credit_reversals", "credit_agreement_parts", "credit_agreement_signatures", "panel_votes", "panel_vote_texts",
        "diploma_plans", "diploma_choices", "diploma_awards", "diploma_award_texts", "frozen_records", "frozen_bytes", "transcript_openings", "school_profiles", "provisional_levels", "language_levels"];

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        var piece = _district.Piece();
        var (judgment, set) = (_district.Judged(piece, target: _district.Lines), new OverrideId(Guid.CreateVersion7()));
        await _district.Record(new Recording(_district.Ada)
        {
            Evidence = [piece], EvidenceTexts = [new(piece.Id, "A tree", "Studio", "", "")], Artifacts = [new(piece.Id, 1, "A tree", "https://example.org")],
            ArtifactFiles = [new(piece.Id, 1, new string('a', 64), 3, "image/png", "tree.png", "")], Claims = [new(piece.Id, _district.Drawing, null, 1)],
            Judgments = [judgment], JudgmentTexts = [new JudgmentText(judgment.Id, "bold")],
            StageEntries = [new StageEntry(new StageEntryId(Guid.CreateVersion7()), _district.Ada, _district.Drawing, 1, "", null, "", TestDistrict.Day, default)],
            Overrides = [new Override(set, _district.Ada, _district.Drawing, 1, 3, TestDistrict.Teacher, TestDistrict.Day, default, null)], OverrideTexts = [new OverrideText(set, "seen in the studio")],
            Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), _district.Ada, RetractedKind.Judgment, judgment.Id.Value, TestDistrict.Teacher, default)],
        });
        await _district.District.Writer.Alone(turn => turn.Db.Add(new Consent(new ConsentId(Guid.CreateVersion7()), _district.Ada, ConsentPurpose.Directory, null, null, true, TestDistrict.Teacher, null, turn.Next())));
        await _district.District.Writer.Alone(turn =>
        {
            var plan = new LearningPlan(new LearningPlanId(Guid.CreateVersion7()), _district.Ada, "This year", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), TestDistrict.Day);
            turn.Db.AddRange(plan, new PlanSignature(new PlanSignatureId(Guid.CreateVersion7()), _district.Ada, plan.Id, _district.Ada.Person, SignerKind.Learner, 1, turn.Next()));
            turn.Db.AddRange(new Capture(piece.Id, Guid.CreateVersion7(), TestDistrict.Teacher, turn.Next()), new SentOriginal(piece.Id, 1, new string('b', 64), 4));
            turn.Db.Add(new Feedback(new FeedbackId(Guid.CreateVersion7()), piece.Id, TestDistrict.Teacher, null, AnchorKind.Whole, 0, 0, "look here", TestDistrict.Day));
            return turn.Db.SaveChanges();
        });
        await _district.District.Writer.Alone(turn => OfficialRows.Add(turn, _district, piece.Id));
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
        foreach (var column in Sql.ColumnsBesideKey(db, table)) Refused(table, () => Sql.Run(db, $"UPDATE {table} SET \"{column}\" = \"{column}\""));
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
    public void No_row_is_put_in_the_place_of_another(string table)
    {
        using var db = _district.Open();
        var column = Sql.ColumnsBesideKey(db, table)[0];
        var key = string.Join(", ", Sql.Columns(db, table).Except(Sql.ColumnsBesideKey(db, table), StringComparer.Ordinal));

        Refused(table, () => Sql.Run(db, $"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key}) DO UPDATE SET \"{column}\" = EXCLUDED.\"{column}\""));
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Sqlite)]
    [MemberData(nameof(Tables))]
    public void No_row_is_replaced_in_the_ways_that_SQLite_has_besides(string table)
    {
        using var db = _district.Open();
        var column = Sql.ColumnsBesideKey(db, table)[0];

        Refused(table, () => Sql.Run(db, $"UPDATE OR REPLACE {table} SET \"{column}\" = \"{column}\""));
        Refused(table, () => Sql.Run(db, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
        Refused(table, () => Sql.Run(db, $"REPLACE INTO {table} SELECT * FROM {table}"));
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Postgres)]
    [MemberData(nameof(Tables))]
    public void No_row_is_taken_away_in_the_ways_that_PostgreSQL_has_besides(string table)
    {
        using var db = _district.Open();
        var column = Sql.ColumnsBesideKey(db, table)[0];

        Refused(table, () => Sql.Run(db, $"TRUNCATE {table} CASCADE"));
        Refused(table, () => Sql.Run(db, $"MERGE INTO {table} one USING {table} other ON one.{column} = other.{column} WHEN MATCHED THEN DELETE"));
        Refused(table, () => Sql.Run(db, $"WITH gone AS (DELETE FROM {table} RETURNING *) SELECT count(*) FROM gone"));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(2, 1, false)]
    [InlineData(2, null, true)]
    [InlineData(null, 1, true)]
    public void A_judgment_says_exactly_one_thing(int? level, int? nonScore, bool isCompletion)
    {
        using var db = _district.Open();
        var columns = string.Join(", ", Sql.Columns(db, "judgments").Except(["level", "non_score", "is_completion", "id"], StringComparer.Ordinal));
        var says = FormattableString.Invariant($"{(object?)level ?? "NULL"}, {(object?)nonScore ?? "NULL"}, {Sql.Bool(isCompletion)}");

        Should.Throw<DbException>(() => Sql.Run(db, $"INSERT INTO judgments (id, level, non_score, is_completion, {columns}) SELECT {Sql.NewId}, {says}, {columns} FROM judgments")).Message.ShouldContain("one_thing");
    }

    [Fact]
    public void A_fact_is_of_a_learner_who_is_there()
    {
        using var db = _district.Open();

        Should.Throw<DbException>(() => Sql.Run(db, "DELETE FROM learners")).Message.ShouldContain("foreign key", Case.Insensitive);
    }

    private static void Refused(string table, Action act) => Should.Throw<DbException>(act).Message.ShouldContain($"{table} holds facts");

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
