using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage;
using Cairn.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cairn.App.Tests.Storage;

/// <summary>A record in the schema of the first release is brought up to this one, and says what it would say had it been imported today.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class FirstReleaseTests : IDisposable
{
    private const string First = "00000000000001_Core";

    private readonly Installation _fresh = new();
    private readonly Installation _old = new();

    public FirstReleaseTests()
    {
        _fresh.Apply(new ProgramFolder(_fresh.Of("program")));
        DurableFile.MakeFolder(Path.GetDirectoryName(File)!);
        using (var db = new SqliteDb(SqliteDb.On(File))) db.GetService<IMigrator>().Migrate(First);
        Fill();
        SqliteDb.Close(File);
    }

    private string File => _old.DatabaseOf(DataFolder.DefaultDistrict);

    [Theory]
    [InlineData("recompute")]
    [InlineData("explain ada ART.1")]
    [InlineData("export determinations --csv -")]
    public void Before_it_is_migrated_every_verb_says_what_to_run(string verb) => _old.Run(verb.Split(' ')).ShouldBeRefused("older cairn", "cairn migrate");

    [Fact]
    public void Before_it_is_migrated_doctor_says_so_and_looks_at_the_rest()
    {
        var told = _old.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain("was written by an older cairn");
        told.Out.ShouldContain("run cairn migrate");
        told.Out.ShouldNotContain("SQLite", Case.Insensitive);
        told.Out.ShouldContain("ok   database");
    }

    [Fact]
    public void Migrated_everything_is_concluded_again_as_in_a_fresh_import()
    {
        var told = _old.Run("migrate", "--json").Json;

        told.GetProperty("applied").EnumerateArray().Select(one => one.GetString()).ShouldNotContain(First);
        told.GetProperty("applied").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
        Standings(_old).ShouldBe(Standings(_fresh));
        _old.ShouldStandAsConcluded();
        Export(_old).ShouldBe(Export(_fresh));
    }

    [Fact]
    public void Every_fact_is_there_as_it_was_and_the_next_import_changes_nothing()
    {
        _old.Run("migrate").Exit.ShouldBe(CommandLine.Done);

        using (var here = _old.Open().Open())
        using (var there = _fresh.Open().Open())
            foreach (var type in Cairn.Storage.Db.Facts)
                if (here.Model.FindEntityType(type)!.GetAnnotation("Relational:TableName").Value is string table) Sql.Dump(here, table).ShouldBe(Sql.Dump(there, table), ignoreOrder: true);
        Told.All(_old.Apply(new ProgramFolder(_old.Of("program")))).ShouldBe((0, 0, 0, 21));
        _old.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_copy_from_before_is_kept_beside_and_can_be_put_back()
    {
        var copy = _old.Run("migrate", "--json").Json.GetProperty("copy").GetString()!;

        copy.ShouldStartWith(File);
        using var kept = new SqliteConnection($"Data Source={copy};Pooling=False;Mode=ReadOnly");
        kept.Open();
        using var ask = new SqliteCommand("SELECT count(*) FROM judgments", kept);
        ask.ExecuteScalar().ShouldBe(5L);
        using var schema = new SqliteCommand("SELECT count(*) FROM __EFMigrationsHistory", kept);
        schema.ExecuteScalar().ShouldBe(1L);
    }

    [Fact]
    public void What_was_adopted_then_is_guarded_now()
    {
        _old.Run("migrate").Exit.ShouldBe(CommandLine.Done);

        using var db = _old.Open().Open();
        Should.Throw<SqliteException>(() => Sql.Run(db, "UPDATE competencies SET title = 'x'")).Message.ShouldContain("an adopted version never changes");
    }

    /// <summary>Takes every row of the fresh import, as far as the old tables have its columns; standings as an older packing left them.</summary>
    private void Fill()
    {
        SqliteDb.Close(_fresh.DatabaseOf(DataFolder.DefaultDistrict));
        using var old = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False");
        old.Open();
        Do(old, $"ATTACH '{_fresh.DatabaseOf(DataFolder.DefaultDistrict)}' AS fresh");
        foreach (var table in Asked(old, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"))
        {
            var columns = string.Join(", ", Asked(old, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main') WHERE name IN (SELECT name FROM pragma_table_info('{table}', 'fresh'))"));
            Do(old, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM fresh.{table}");
        }

        Do(old, "UPDATE main.standings SET cells = x'00112233'");
        Do(old, "DETACH fresh");
    }

    private static List<string> Standings(Installation of) => [.. of.Standings().Select(one => one.Split(' ')).Select(words => string.Join(' ', [words[0], words[1], .. words[3..]]))];

    private static string Export(Installation of) => of.Run("export", "determinations", "--csv", "-").Out;

    private static void Do(SqliteConnection at, string sql)
    {
        using var command = new SqliteCommand(sql, at);
        command.ExecuteNonQuery();
    }

    private static List<string> Asked(SqliteConnection at, string sql)
    {
        using var command = new SqliteCommand(sql, at);
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(rows.GetString(0));
        return all;
    }

    public void Dispose()
    {
        _fresh.Dispose();
        _old.Dispose();
    }
}
