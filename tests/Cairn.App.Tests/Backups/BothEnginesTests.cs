using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Cairn.Storage.Postgres;
using Cairn.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Backups;

/// <summary>An archive and a state are the same on both engines.</summary>
public sealed class BothEnginesTests
{
    private static readonly Dictionary<string, string> Alike = new(StringComparer.Ordinal)
    {
        ["uuid"] = "BLOB", ["bytea"] = "BLOB", ["text"] = "TEXT", ["citext"] = "TEXT", ["bigint"] = "INTEGER", ["integer"] = "INTEGER", ["boolean"] = "INTEGER", ["date"] = "INTEGER", ["timestamp with time zone"] = "INTEGER",
    };

    [Fact]
    public void Every_column_of_the_model_has_the_same_line_on_both()
    {
        using Db file = new SqliteDbDesign().CreateDbContext([]), server = new PostgresDbDesign().CreateDbContext([]);
        Columns(server).ToDictionary(one => one.Key, one => Alike.GetValueOrDefault(one.Value, $"{one.Value}: no backup can write it"), StringComparer.Ordinal).ShouldBe(Columns(file), ignoreOrder: true);
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Postgres)]
    public void A_record_moves_from_a_server_into_a_file_and_back_and_is_the_same()
    {
        using var keep = new Keep().Made();
        var file = new DataFolder(keep.To.Of("file")) { Server = null };

        Restoring.Into(file, keep.Archive, null).Engine.ShouldBe("sqlite");
        var moved = District.OpenExisting(file, "default", toWrite: false, TimeProvider.System);
        RecordState.Of(moved).Hash.ShouldBe(Keep.StateOf(keep.From));
        var again = Backup.Make(file, moved, keep.To.Of("again.cairn"), null, DateTime.UtcNow);
        again.Manifest.Tables.ShouldBe(Restoring.Look(keep.Archive, null).Manifest.Tables, new SameTable());

        var back = keep.To.Run("restore", again.File, "--json");
        back.Exit.ShouldBe(CommandLine.Done, back.Err);
        back.Json.GetProperty("engine").GetString().ShouldBe("postgres");
        Keep.StateOf(keep.To).ShouldBe(Keep.StateOf(keep.From));
        keep.To.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Postgres)]
    public void An_older_archive_is_restored_on_its_own_engine_only()
    {
        using var keep = new Keep();
        OlderRecord.Of(keep.From);
        keep.Made();

        Should.Throw<RefusedException>(() => Restoring.Into(new DataFolder(keep.To.Of("file")) { Server = null }, keep.Archive, null)).Message.ShouldContain("Restore it there first");
        Directory.Exists(Path.Combine(keep.To.Of("file"), "districts")).ShouldBeFalse();
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Postgres)]
    public void A_database_that_a_stopped_restore_left_is_taken_and_one_with_a_row_is_not()
    {
        using var keep = new Keep().Made();
        using var theirs = new ServerDatabase();
        var engine = new PostgresEngine(theirs.Connection);
        engine.Dispose();
        using (var db = engine.Open()) db.Database.Migrate();
        engine.Dispose();

        keep.To.Run("restore", keep.Archive, "--postgres", theirs.Connection).Exit.ShouldBe(CommandLine.Done);
        Keep.StateOf(keep.To).ShouldBe(Keep.StateOf(keep.From));

        using var other = new Installation();
        other.Run("restore", keep.Archive, "--postgres", theirs.Connection).ShouldBeRefused("holds something already");
        Keep.StateOf(keep.To).ShouldBe(Keep.StateOf(keep.From));
    }

    private static Dictionary<string, string> Columns(Db db) => db.Model.GetEntityTypes().Where(one => one.GetTableName() is not null)
        .SelectMany(one => one.GetProperties().Select(each => (Key: $"{one.GetTableName()}.{each.GetColumnName()}", Value: each.GetRelationalTypeMapping().StoreTypeNameBase)))
        .DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);

    private sealed class SameTable : IEqualityComparer<TableState>
    {
        public bool Equals(TableState? x, TableState? y) => (x?.Name, x?.Rows, x?.Sha256) == (y?.Name, y?.Rows, y?.Sha256);

        public int GetHashCode(TableState obj) => obj.Sha256.GetHashCode(StringComparison.Ordinal);
    }
}
