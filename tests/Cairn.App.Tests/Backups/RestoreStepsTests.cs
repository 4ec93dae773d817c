using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>A restore that is stopped leaves no district and nothing in the way of the next.</summary>
public sealed class RestoreStepsTests : IDisposable
{
    private readonly Keep _keep = new Keep().Made();

    public static TheoryData<RestoreStep> Before => [RestoreStep.LookedOver, RestoreStep.Filled, RestoreStep.Checked];

    [Theory]
    [MemberData(nameof(Before))]
    public void Stopped_at_a_step_it_leaves_nothing_and_the_next_one_restores(RestoreStep step)
    {
        Should.Throw<OperationCanceledException>(() => Restoring.Into(_keep.To.Folder, _keep.Archive, null, at: one =>
        {
            if (one == step) throw new OperationCanceledException(step.ToString());
        }));

        _keep.NothingIsThere();
        _keep.Restore().Exit.ShouldBe(CommandLine.Done);
        Keep.StateOf(_keep.To).ShouldBe(Keep.StateOf(_keep.From));
    }

    [Theory]
    [Trait(Engines.Trait, Engines.Sqlite)]
    [MemberData(nameof(Before))]
    public void What_a_killed_process_left_beside_is_no_district_and_is_taken_away(RestoreStep step)
    {
        using var after = new Installation();
        Restoring.Into(_keep.To.Folder, _keep.Archive, null, at: one =>
        {
            // As kill -9 leaves it: the files as they are now, and nobody who holds them.
            if (one == step) Disk.Image(_keep.To.Data, after.Data);
        });

        after.Folder.Districts.ShouldBeEmpty();
        after.Run("restore", _keep.Archive).Exit.ShouldBe(CommandLine.Done);
        Keep.StateOf(after).ShouldBe(Keep.StateOf(_keep.From));
        Directory.EnumerateFileSystemEntries(Path.Combine(after.Data, "restoring")).ShouldBeEmpty();
    }

    [Fact]
    public void Two_at_once_do_not_take_each_others_place_away()
    {
        Restoring.Into(_keep.To.Folder, _keep.Archive, null, at: one =>
        {
            if (one == RestoreStep.LookedOver) Restoring.Check(_keep.To.Folder, _keep.Archive, null).StateHash.ShouldBe(Keep.StateOf(_keep.From));
        });

        Keep.StateOf(_keep.To).ShouldBe(Keep.StateOf(_keep.From));
    }

    [Fact]
    public void A_folder_with_something_of_somebodys_in_the_districts_place_is_left_alone()
    {
        Directory.CreateDirectory(_keep.To.Folder.FolderOf("default"));
        File.WriteAllText(Path.Combine(_keep.To.Folder.FolderOf("default"), "note.txt"), "mine");

        _keep.Restore().ShouldBeRefused(_keep.To.Folder.FolderOf("default"), "Move it away");

        File.ReadAllText(Path.Combine(_keep.To.Folder.FolderOf("default"), "note.txt")).ShouldBe("mine");
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Sqlite)]
    public void Where_only_the_database_was_taken_away_it_is_restored_in_its_place()
    {
        _keep.Restore().Exit.ShouldBe(CommandLine.Done);
        Directory.Delete(Path.Combine(_keep.To.Folder.FolderOf("default"), "files"), recursive: true);
        foreach (var left in Directory.EnumerateFiles(_keep.To.Folder.FolderOf("default")).ToList()) File.Delete(left);
        File.WriteAllText(_keep.To.DatabaseOf("default") + ".lock", "");

        _keep.Restore().Exit.ShouldBe(CommandLine.Done);
    }

    public void Dispose() => _keep.Dispose();
}
