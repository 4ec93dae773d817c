using Cairn.Storage;

namespace Cairn.App.Tests.Storage;

[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class DiskTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public void A_file_and_a_folder_are_flushed_and_keep_what_is_in_them()
    {
        File.WriteAllText(_temp.Of("a"), "text");

        Disk.Flush(_temp.Of("a"));
        Disk.Flush(_temp.Path);

        File.ReadAllText(_temp.Of("a")).ShouldBe("text");
    }

    [Fact]
    public void What_is_not_there_cannot_be_flushed() => Should.Throw<FileNotFoundException>(() => Disk.Flush(_temp.Of("nothing")));

    [Fact]
    public void Folders_are_made_with_all_that_are_missing_above_them()
    {
        Disk.MakeFolder(_temp.Of("a", "b", "c") + Path.DirectorySeparatorChar);
        Disk.MakeFolder(_temp.Of("a", "b"));

        Directory.Exists(_temp.Of("a", "b", "c")).ShouldBeTrue();
    }

    [Fact]
    public void A_file_is_moved_whole_and_never_over_another()
    {
        File.WriteAllText(_temp.Of("half"), "one");
        Disk.Move(_temp.Of("half"), _temp.Of("whole"));
        File.WriteAllText(_temp.Of("half"), "two");

        Should.Throw<IOException>(() => Disk.Move(_temp.Of("half"), _temp.Of("whole")));
        File.ReadAllText(_temp.Of("whole")).ShouldBe("one");
    }

    public void Dispose() => _temp.Dispose();
}
