using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Journal;

/// <summary>Whatever column of whatever table somebody alters past the program is found, and whatever row is removed or put in.</summary>
public sealed class AlteredTablesTests(SampleDistrict sample) : IClassFixture<SampleDistrict>
{
    private static readonly string[] OfJournal = ["journal", "occasions", "journal_payloads"];

    public static TheoryData<string> Tables
    {
        get
        {
            using var db = new Cairn.Storage.Sqlite.SqliteDb(Cairn.Storage.Sqlite.SqliteDb.On("no-file.db"));
            return [.. SampleDistrict.Held.Concat(Db.OfVersions).Select(type => db.Model.FindEntityType(type)!.GetTableName()!), "framework_versions", .. OfJournal];
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void An_altered_value_of_any_column_is_found_and_the_table_is_named(string table)
    {
        using var db = sample.District.Open();
        Loosen(db);
        var missed = new List<string>();
        foreach (var column in Sql.Columns(db, table))
        {
            if (!Alter(db, table, column, out var back)) continue;
            var report = sample.District.Verify();
            if (report.IsWhole || !report.Findings.Any(one => one.IsFault && (one.Table == table || OfJournal.Contains(table)))) missed.Add(column);
            back();
        }

        missed.ShouldBeEmpty();
        sample.District.Verify().ShouldBeWhole();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_row_that_is_removed_is_found_and_so_is_one_that_is_put_in(string table)
    {
        using var db = sample.District.Open();
        Loosen(db);
        if (Sql.Ask(db, $"SELECT count(*) FROM \"{table}\"") == "0") return;
        var columns = string.Join(", ", Sql.Columns(db, table).Select(one => $"\"{one}\""));
        Sql.Run(db, "DROP TABLE IF EXISTS aside");
        Sql.Run(db, $"CREATE TABLE aside AS SELECT {columns} FROM \"{table}\"");
        Sql.Run(db, $"DELETE FROM \"{table}\"");

        var removed = sample.District.Verify();

        removed.IsWhole.ShouldBeFalse();
        removed.Findings.ShouldContain(one => one.IsFault && (one.Table == table || OfJournal.Contains(table)));
        Sql.Run(db, $"INSERT INTO \"{table}\" ({columns}) SELECT {columns} FROM aside");
        sample.District.Verify().ShouldBeWhole();
    }

    // Somebody who writes past the program does not mind references either.
    private static void Loosen(Db db)
    {
        if (!Engines.IsPostgres) Sql.Run(db, "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON");
        else Sql.Run(db, "SET session_replication_role = replica; ALTER TABLE judgments DROP CONSTRAINT IF EXISTS one_thing");
    }

    /// <summary>Alters a column of the last row; false where the table is empty or the column holds nothing.</summary>
    private static bool Alter(Db db, string table, string column, out Action back)
    {
        back = () => { };
        var type = Sql.Ask(db, Engines.IsPostgres ? $"SELECT data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND column_name = '{column}'" : $"SELECT typeof(\"{column}\") FROM \"{table}\" ORDER BY 1 DESC LIMIT 1");
        var other = type switch
        {
            "integer" or "bigint" or "smallint" => $"\"{column}\" + 100000", "text" or "USER-DEFINED" => $"\"{column}\" || 'x'", "boolean" => $"NOT \"{column}\"",
            "date" => $"CASE WHEN isfinite(\"{column}\") THEN \"{column}\" + 1 ELSE DATE '2026-01-02' END", "uuid" => "gen_random_uuid()", "blob" => $"randomblob(max(1, length(\"{column}\")))", "bytea" => $"\"{column}\" || '\\x00'::bytea",
            "timestamp with time zone" => $"\"{column}\" + interval '1 microsecond'", "real" or "double precision" => $"\"{column}\" + 1", _ => null,
        };
        if (other is null) return false;
        Sql.Run(db, "DROP TABLE IF EXISTS aside");
        Sql.Run(db, $"CREATE TABLE aside AS SELECT * FROM \"{table}\"");
        // One row only: the one with the greatest key by that column that holds something.
        var row = Engines.IsPostgres ? $"ctid = (SELECT ctid FROM \"{table}\" WHERE \"{column}\" IS NOT NULL ORDER BY 1 LIMIT 1)" : "";
        var changed = Engines.IsPostgres ? Sql.Run(db, $"UPDATE \"{table}\" SET \"{column}\" = {other} WHERE {row}") : OneOfFile(db, table, column, other);
        back = () =>
        {
            Sql.Run(db, $"DELETE FROM \"{table}\"");
            Sql.Run(db, $"INSERT INTO \"{table}\" SELECT * FROM aside");
        };
        return changed > 0;
    }

    private static int OneOfFile(Db db, string table, string column, string other)
    {
        var key = Sql.List(db, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0").ConvertAll(one => $"\"{one}\"");
        return Sql.Run(db, $"UPDATE \"{table}\" SET \"{column}\" = {other} WHERE ({string.Join(", ", key)}) = (SELECT {string.Join(", ", key)} FROM \"{table}\" WHERE \"{column}\" IS NOT NULL LIMIT 1)");
    }
}
