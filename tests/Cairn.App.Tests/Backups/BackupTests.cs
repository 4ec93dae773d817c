using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>A backup holds everything, is made while others write, and restores to the same state.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Keep _keep = new();

    [Fact]
    public void What_was_backed_up_is_restored_to_the_same_state_with_its_files()
    {
        var made = _keep.Backup().Json;
        var restored = _keep.Restore();

        restored.Exit.ShouldBe(CommandLine.Done, restored.Err);
        restored.Json.GetProperty("stateHash").GetString().ShouldBe(made.GetProperty("stateHash").GetString());
        Keep.StateOf(_keep.To).ShouldBe(Keep.StateOf(_keep.From));
        _keep.To.Standings().ShouldBe(_keep.From.Standings());
        (_keep.FileOf("ab/cdef.pdf"), _keep.FileOf("photo.jpg")).ShouldBe(("a report", "a photo"));
        Directory.EnumerateFileSystemEntries(Path.Combine(_keep.To.Data, "restoring")).ShouldBeEmpty();
    }

    [Fact]
    public void A_restored_district_is_guarded_and_goes_on_as_any_other()
    {
        _keep.Made().Restore().Exit.ShouldBe(CommandLine.Done);

        _keep.To.Run("doctor").Exit.ShouldBe(CommandLine.Done);
        _keep.To.ShouldStandAsConcluded();
        Cairn.App.Tests.Imports.Told.All(_keep.To.Apply(new Imports.ProgramFolder(_keep.To.Of("program")))).ShouldBe((0, 0, 0, 21));
        using var db = _keep.To.Open().Open();
        Should.Throw<System.Data.Common.DbException>(() => Sql.Run(db, "UPDATE judgments SET stage = 3")).Message.ShouldContain("never changed");
        Should.Throw<System.Data.Common.DbException>(() => Sql.Run(db, "UPDATE competencies SET title = 'x'")).Message.ShouldContain("an adopted version never changes");
    }

    [Fact]
    public void The_manifest_says_what_is_in_it()
    {
        _keep.Made();

        var look = Restoring.Look(_keep.Archive, null);

        (look.IsSealed, look.IsOlder).ShouldBe((false, false));
        look.Manifest.District.Name.ShouldBe("default");
        look.Manifest.Engine.ShouldBe(Engines.IsPostgres ? "postgres" : "sqlite");
        (look.Manifest.Facts["judgments"], look.Manifest.Facts["evidence"]).ShouldBe((5, 3));
        look.Manifest.Files.Select(one => (one.Path, one.Bytes)).ShouldBe([("photo.jpg", 7L), ("ab/cdef.pdf", 8L)], ignoreOrder: true);
        look.Manifest.StateHash.ShouldBe(Keep.StateOf(_keep.From));
        using var db = _keep.From.Open().Open();
        var tables = Sql.List(db, Engines.IsPostgres ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table'");
        look.Manifest.Tables.Select(one => one.Name).ShouldBe(tables.Where(one => !one.StartsWith("__EF", StringComparison.Ordinal)).Except(["sessions", "kept_answers"], StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void Sealed_it_opens_by_its_passphrase_only_and_shows_nothing_without()
    {
        var words = _keep.From.Of("words");
        File.WriteAllText(words, "three cairns on a hill\n");
        _keep.Backup("--passphrase-file", words).Json.GetProperty("isSealed").GetBoolean().ShouldBeTrue();
        File.ReadAllText(_keep.Archive, System.Text.Encoding.Latin1).ShouldNotContain("manifest");

        _keep.ShouldBeRefused(_keep.Restore(), "sealed", "--passphrase-file");
        File.WriteAllText(words, "four cairns on a hill");
        _keep.ShouldBeRefused(_keep.Restore("--passphrase-file", words), "passphrase is not the one");
        Installation.Run("three cairns on a hill\n", ["restore", _keep.Archive, "--passphrase-file", "-", "--data", _keep.To.Data]).Exit.ShouldBe(CommandLine.Done);
        Keep.StateOf(_keep.To).ShouldBe(Keep.StateOf(_keep.From));
    }

    [Fact]
    public async Task It_shows_one_moment_while_others_go_on_writing()
    {
        await using var district = await TestDistrict.With();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => district.Record(district.OnePiece())));
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await district.Record(district.OnePiece(district.Ben));
                Interlocked.Increment(ref written);
            }
        });

        var before = Volatile.Read(ref written);
        var made = Enumerable.Range(0, 4).Select(i => Backup.Make(district.Folder, district.District, folder.Of($"{i}.cairn"), null, TestDistrict.Day)).ToList();
        while (Volatile.Read(ref written) <= before) await Task.Yield();
        await stop.CancelAsync();
        await writing;

        foreach (var one in made)
        {
            // A recording is one piece with one judgment: never one without the other.
            (one.Manifest.Facts["evidence"] - one.Manifest.Facts["judgments"]).ShouldBe(0);
            one.Manifest.Facts["judgments"].ShouldBeGreaterThanOrEqualTo(40);
            var restored = Restoring.Check(new DataFolder(folder.Of("data")) { Server = null }, one.File, null);
            restored.StateHash.ShouldBe(one.Manifest.StateHash);
            restored.Findings.ShouldAllBe(found => found.IsGood);
        }
    }

    [Fact]
    public void What_may_be_written_while_a_backup_reads_waits_for_nobody()
    {
        var district = _keep.From.Open();
        using var db = district.Open();
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnection(db.Database);
        var at = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        using var frozen = district.Engine.Tables.Freeze(at);

        _keep.From.Import(new Imports.ProgramFolder(_keep.From.Of("program")).Set("judgments", "level", "1", "1"), "--apply").Exit.ShouldBe(CommandLine.Done);

        var state = RecordState.Of([.. district.Engine.Tables.All(at).Select(table => TableState.Write(district.Engine.Tables, at, table, Stream.Null))]);
        state.Tables.Single(one => one.Name == "judgments").Rows.ShouldBe(5);
        _keep.From.Count("judgments").ShouldBe(6);
    }

    [Fact]
    public void Every_change_of_a_row_changes_the_state()
    {
        var before = Keep.StateOf(_keep.From);
        Keep.StateOf(_keep.From).ShouldBe(before);
        using (var db = _keep.From.Open().Open()) Sql.Run(db, "UPDATE organizations SET time_zone = 'Europe/Paris'");
        Keep.StateOf(_keep.From).ShouldNotBe(before);
    }

    [Fact]
    public void A_backup_never_takes_the_place_of_a_file_that_is_there()
    {
        File.WriteAllText(_keep.Archive, "mine");

        _keep.Backup().ShouldBeRefused(_keep.Archive, "Name another file");

        File.ReadAllText(_keep.Archive).ShouldBe("mine");
    }

    [Fact]
    public void A_link_among_the_files_is_not_followed_and_said()
    {
        File.CreateSymbolicLink(Path.Combine(_keep.From.Folder.FolderOf("default"), "files", "secret"), "/etc/hostname");

        _keep.Backup().ShouldBeRefused("is a link");

        File.Exists(_keep.Archive).ShouldBeFalse();
        Directory.EnumerateFiles(Path.GetDirectoryName(_keep.Archive)!, ".half*").ShouldBeEmpty();
    }

    [Fact]
    public void Only_its_owner_may_read_an_archive_and_the_folder_it_goes_to_by_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such mode here.");
        var made = _keep.From.Run("backup", "--json").Json.GetProperty("file").GetString()!;

        made.ShouldStartWith(Path.Combine(_keep.From.Data, "backups", "default-"));
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.GetDirectoryName(made)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Checked_it_leaves_nothing_and_says_its_state()
    {
        var made = _keep.Backup().Json;

        var ran = _keep.Restore("--check");

        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        ran.Json.GetProperty("stateHash").GetString().ShouldBe(made.GetProperty("stateHash").GetString());
        ran.Json.GetProperty("findings").GetArrayLength().ShouldBeGreaterThan(3);
        _keep.NothingIsThere();
    }

    public void Dispose() => _keep.Dispose();
}
