using Cairn.Storage;

namespace Cairn.App.Tests.Storage;

[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class DurableFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public void Folders_are_made_with_all_that_are_missing_above_them()
    {
        DurableFile.MakeFolder(_temp.Of("a", "b", "c") + Path.DirectorySeparatorChar);
        DurableFile.MakeFolder(_temp.Of("a", "b"));

        Directory.Exists(_temp.Of("a", "b", "c")).ShouldBeTrue();
    }

    [Fact]
    public void A_file_is_moved_whole_and_never_over_another()
    {
        File.WriteAllText(_temp.Of("half"), "one");
        DurableFile.MoveIn(_temp.Of("half"), _temp.Of("whole"));
        File.WriteAllText(_temp.Of("half"), "two");

        Should.Throw<IOException>(() => DurableFile.MoveIn(_temp.Of("half"), _temp.Of("whole")));
        File.ReadAllText(_temp.Of("whole")).ShouldBe("one");
    }

    [Fact]
    public void What_is_not_there_cannot_be_moved() => Should.Throw<FileNotFoundException>(() => DurableFile.MoveIn(_temp.Of("nothing"), _temp.Of("whole")));

    public void Dispose() => _temp.Dispose();
}
