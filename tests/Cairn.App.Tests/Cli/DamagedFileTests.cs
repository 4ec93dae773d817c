using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Cairn.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Cairn.App.Tests.Cli;

/// <summary>A file that is not what it should be: a clear message, exit 1, and never a stack trace.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class DamagedFileTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public DamagedFileTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    public static TheoryData<string> Verbs => ["recompute", "migrate", "explain ada ART.1", "export determinations --csv -", "import program PROGRAM", "import program PROGRAM --apply"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_file_that_is_no_database_is_named(string verb)
    {
        Replace("this is no database, it only has its name and is long enough to have a header of one hundred bytes, and more"u8.ToArray());

        Run(verb).ShouldBeRefused(_cairn.DatabaseOf("default"), "backup");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void An_empty_file_is_no_record(string verb)
    {
        Replace([]);

        Run(verb).ShouldBeRefused(_cairn.DatabaseOf("default"));
        new FileInfo(_cairn.DatabaseOf("default")).Length.ShouldBeLessThan(10_000);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_database_of_another_program_is_no_record_and_is_left_alone(string verb)
    {
        Replace([]);
        using (var other = new SqliteConnection($"Data Source={_cairn.DatabaseOf("default")};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE songs (title TEXT)";
            command.ExecuteNonQuery();
        }

        Run(verb).ShouldBeRefused(_cairn.DatabaseOf("default"));
        using var again = new SqliteConnection($"Data Source={_cairn.DatabaseOf("default")};Pooling=False");
        again.Open();
        using var count = again.CreateCommand();
        count.CommandText = "SELECT count(*) FROM sqlite_master";
        count.ExecuteScalar().ShouldBe(1L);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_damaged_database_is_named(string verb)
    {
        var bytes = File.ReadAllBytes(_cairn.DatabaseOf("default"));
        bytes.AsSpan(4096).Fill(0xA5);
        Replace(bytes);

        Run(verb).ShouldBeRefused(_cairn.DatabaseOf("default"), "backup");
    }

    [Fact]
    public void Damage_anywhere_is_refused_or_not_touched_and_never_a_stack_trace()
    {
        var good = File.ReadAllBytes(_cairn.DatabaseOf("default"));
        for (var page = 2; page < good.Length / 4096; page += 3)
        {
            var bytes = good.ToArray();
            bytes.AsSpan(page * 4096, 4096).Fill(0xA5);
            foreach (var verb in (string[])["recompute", "import program PROGRAM --apply", "export determinations --csv -"])
            {
                Replace(bytes);
                var ran = Run(verb);
                if (ran.Exit != CommandLine.Done) ran.ShouldBeRefused();
            }
        }
    }

    [Fact]
    public void A_copy_that_was_kept_beside_is_restored_by_putting_it_in_place()
    {
        var before = _cairn.Standings();
        var copy = _cairn.Of("copy.db");
        using (var db = _cairn.Open().Open()) Sql.Run(db, $"VACUUM INTO '{copy}'");
        Replace(File.ReadAllBytes(copy));

        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
        _cairn.Standings().ShouldBe(before);
    }


    [Fact]
    public void The_doctor_finds_a_file_that_is_no_database()
    {
        Replace("this is no database, it only has its name and is long enough to have a header of one hundred bytes, and more"u8.ToArray());

        var ran = _cairn.Run("doctor");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Out.ShouldContain("BAD");
        ran.Out.ShouldContain("backup");
    }

    [Fact]
    public void A_disk_that_is_full_is_said_and_nothing_is_half_stored()
    {
        using (var db = _cairn.Open().Open()) Sql.Run(db, "CREATE TRIGGER full BEFORE UPDATE ON standings BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

        _cairn.Run("import", "program", _program.Set("judgments", "level", "3", "1"), "--apply").ShouldBeRefused("database or disk is full");

        _cairn.Count("retractions").ShouldBe(0);
    }



    private Ran Run(string verb) => _cairn.Run([.. verb.Split(' ').Select(word => word == "PROGRAM" ? _program : word)]);

    private void Replace(byte[] bytes)
    {
        // The pool may hold what was there before.
        SqliteDb.Close(_cairn.DatabaseOf("default"));
        foreach (var rest in (string[])["-wal", "-shm"]) File.Delete(_cairn.DatabaseOf("default") + rest);
        File.WriteAllBytes(_cairn.DatabaseOf("default"), bytes);
    }

    public void Dispose() => _cairn.Dispose();
}
