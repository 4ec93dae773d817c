using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Npgsql;

namespace Cairn.App.Tests.Backups;

/// <summary>An upgrade that fails or is stopped leaves the old record, usable by the old cairn and ready for the next try.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly Installation _cairn = new();

    public UpgradeTests()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        OlderRecord.Of(_cairn);
    }

    public static TheoryData<UpgradeStep> InTheTransaction => [UpgradeStep.Migrated, UpgradeStep.Concluded, UpgradeStep.Checked, UpgradeStep.Kept];

    public static TheoryData<UpgradeStep> Before => [UpgradeStep.Copied, UpgradeStep.Migrated, UpgradeStep.Concluded, UpgradeStep.Checked, UpgradeStep.Kept];

    [Fact]
    public void Brought_up_to_date_it_says_what_it_said_and_the_copy_is_kept()
    {
        var told = _cairn.Run("migrate", "--json").Json;

        told.GetProperty("applied").GetArrayLength().ShouldBe(1);
        File.Exists(told.GetProperty("copy").GetString()).ShouldBeTrue();
        told.GetProperty("stateHash").GetString().ShouldBe(Keep.StateOf(_cairn));
        _cairn.ShouldStandAsConcluded();
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("migrate", "--json").Json.GetProperty("applied").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Before))]
    public void What_fails_at_a_step_leaves_the_old_record_and_the_next_try_succeeds(UpgradeStep step)
    {
        var before = OlderRecord.StateOf(_cairn);

        Should.Throw<IOException>(() => OlderRecord.Upgrade(_cairn, one =>
        {
            if (one == step) throw new IOException("the disk is gone");
        }));

        (OlderRecord.StateOf(_cairn), OlderRecord.IsOlder(_cairn)).ShouldBe((before, true));
        _cairn.Run("recompute").ShouldBeRefused("older cairn", "cairn migrate");
        Leftovers(_cairn).ShouldBeEmpty();
        _cairn.Run("migrate").Exit.ShouldBe(CommandLine.Done);
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void What_fails_behind_the_last_step_has_the_new_record_whole()
    {
        Should.Throw<IOException>(() => OlderRecord.Upgrade(_cairn, one =>
        {
            if (one == UpgradeStep.MovedIn) throw new IOException("the disk is gone");
        }));

        OlderRecord.IsOlder(_cairn).ShouldBeFalse();
        _cairn.ShouldStandAsConcluded();
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Sqlite)]
    [MemberData(nameof(Before))]
    [InlineData(UpgradeStep.MovedIn)]
    public void What_a_killed_process_left_at_a_step_is_usable_and_swept_at_the_next_start(UpgradeStep step)
    {
        var before = OlderRecord.StateOf(_cairn);
        using var after = new Installation();
        OlderRecord.Upgrade(_cairn, one =>
        {
            if (one == step) Disk.Image(_cairn.Data, after.Data);
        });

        OlderRecord.IsOlder(after).ShouldBe(step != UpgradeStep.MovedIn);
        if (step != UpgradeStep.MovedIn) OlderRecord.StateOf(after).ShouldBe(before);
        after.Run("migrate").Exit.ShouldBe(CommandLine.Done);
        Leftovers(after).ShouldBeEmpty();
        after.ShouldStandAsConcluded();
        after.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Postgres)]
    [MemberData(nameof(InTheTransaction))]
    public void A_connection_that_breaks_at_a_step_leaves_the_old_record(UpgradeStep step)
    {
        var before = OlderRecord.StateOf(_cairn);

        Should.Throw<Exception>(() => OlderRecord.Upgrade(_cairn, one =>
        {
            if (one == step) Break();
        }));

        Forget();
        (OlderRecord.StateOf(_cairn), OlderRecord.IsOlder(_cairn)).ShouldBe((before, true));
        _cairn.Run("migrate").Exit.ShouldBe(CommandLine.Done);
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void A_process_that_is_killed_anywhere_leaves_the_old_record_or_the_new_one()
    {
        var before = OlderRecord.StateOf(_cairn);
        var (old, fresh) = (0, 0);
        for (var run = 0; run < 6 && fresh == 0; run++)
        {
            Child.Kill(TimeSpan.FromMilliseconds(250 + run * 250), "migrate", "--data", _cairn.Data);
            if (OlderRecord.IsOlder(_cairn)) OlderRecord.StateOf(_cairn).ShouldBe(before);
            else fresh++;
            old++;
        }

        old.ShouldBeGreaterThan(0);
        _cairn.Run("migrate").Exit.ShouldBe(CommandLine.Done);
        _cairn.ShouldStandAsConcluded();
        Leftovers(_cairn).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_that_is_not_sound_is_not_upgraded_and_stays_as_it_is()
    {
        using (var engine = _cairn.Folder.EngineOf("default"))
        using (var db = engine.Open()) Sql.Run(db, Engines.IsPostgres ? "DROP TRIGGER judgments_only_insert ON judgments" : "DROP TRIGGER judgments_no_update");
        var before = OlderRecord.StateOf(_cairn);

        _cairn.Run("migrate").ShouldBeRefused("not sound", "guards", "as it was");

        (OlderRecord.StateOf(_cairn), OlderRecord.IsOlder(_cairn)).ShouldBe((before, true));
    }

    [Fact]
    public void Facts_that_an_upgrade_changed_are_named()
    {
        TableState Table(string hash) => new("judgments", ["id"], 1, 1, hash);
        Upgrade.RefuseUnsound([Table("a")], [Table("a")], []);
        Should.Throw<RefusedException>(() => Upgrade.RefuseUnsound([Table("a")], [Table("b")], [])).Message.ShouldContain("changed facts of judgments");
    }

    [Fact]
    public void A_backup_of_an_older_schema_is_restored_and_brought_up_to_date()
    {
        using var to = new Installation();
        _cairn.Run("backup", "--to", _cairn.Of("old.cairn")).Exit.ShouldBe(CommandLine.Done);
        Restoring.Look(_cairn.Of("old.cairn"), null).IsOlder.ShouldBeTrue();

        var told = to.Run("restore", _cairn.Of("old.cairn"), "--json");

        told.Exit.ShouldBe(CommandLine.Done, told.Err);
        told.Json.GetProperty("applied").GetArrayLength().ShouldBe(1);
        to.ShouldStandAsConcluded();
        to.Run("doctor").Exit.ShouldBe(CommandLine.Done);
        Told.All(to.Apply(new ProgramFolder(to.Of("program")))).ShouldBe((0, 0, 0, 21));
        to.Run("restore", _cairn.Of("old.cairn"), "--check").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Postgres)]
    public void The_copy_that_is_kept_on_a_server_is_a_backup_that_restores()
    {
        using var to = new Installation();
        var before = OlderRecord.StateOf(_cairn);
        var copy = _cairn.Run("migrate", "--json").Json.GetProperty("copy").GetString()!;

        to.Run("restore", copy, "--json").Json.GetProperty("stateHash").GetString().ShouldBe(before);
    }

    private void Break()
    {
        using var server = new NpgsqlConnection(TestServer.To("postgres") + ";Pooling=false");
        server.Open();
        using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1", server) { Parameters = { new() { Value = _cairn.Folder.Overview().Single().Where.Split('/')[1] } } };
        end.ExecuteScalar();
    }

    // What was broken is still in the pool, for whoever asks next.
    private static void Forget() => NpgsqlConnection.ClearAllPools();

    private static IEnumerable<string> Leftovers(Installation of) =>
        !Directory.Exists(of.Folder.FolderOf("default")) ? [] : Directory.EnumerateFiles(of.Folder.FolderOf("default")).Where(one => one.Contains(".upgrading", StringComparison.Ordinal) || one.Contains(".keeping", StringComparison.Ordinal));

    public void Dispose() => _cairn.Dispose();
}
