using Cairn.Storage;

namespace Cairn.App.Tests.Storage;

/// <summary>A district that could not be made is not there, and can be made once what stood in the way is mended.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class BegunAgainTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public void In_the_same_process_after_it_failed_in_the_middle()
    {
        var folder = new DataFolder(_temp.Of("data"));
        var engine = new Cairn.Storage.Sqlite.SqliteEngine(Path.Combine(folder.FolderOf("north"), District.FileName));
        for (var i = 0; i < 3; i++) Should.Throw<FormatException>(() => engine.Make(_ => throw new FormatException("no")));
        folder.Districts.ShouldBeEmpty();

        District.Create(folder, "north", "North", "UTC");

        Opens(folder);
    }

    [Fact]
    public void After_another_process_left_a_half_file_and_its_log()
    {
        var folder = new DataFolder(_temp.Of("data"));
        var half = Path.Combine(folder.FolderOf("north"), District.FileName + ".new");
        Directory.CreateDirectory(folder.FolderOf("north"));
        foreach (var left in (string[])[half, half + "-wal", half + "-shm"]) File.WriteAllBytes(left, [.. Enumerable.Repeat((byte)7, 9000)]);

        District.Create(folder, "north", "North", "UTC");

        Opens(folder);
        Directory.GetFiles(folder.FolderOf("north")).Select(one => Path.GetFileName(one)).ShouldNotContain(one => one!.Contains(".new", StringComparison.Ordinal));
    }

    private static void Opens(DataFolder folder)
    {
        using var engine = folder.EngineOf("north");
        using var db = engine.Open();
        db.Organizations.Single().Name.ShouldBe("North");
    }

    public void Dispose() => _temp.Dispose();
}
