using Cairn.Storage;

namespace Cairn.App.Tests.Backups;

/// <summary>A file is there whole or not at all, and a disk that did not take it is told.</summary>
public sealed class DurableFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void It_takes_the_place_of_the_one_before_and_is_its_owners_alone()
    {
        var file = _folder.Of("note");
        DurableFile.Write(file, to => to.Write("one"u8));
        DurableFile.Write(file, to => to.Write("two"u8));

        File.ReadAllText(file).ShouldBe("two");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Where_writing_fails_the_one_before_stays_and_no_half_is_left()
    {
        var file = _folder.Of("note");
        DurableFile.Write(file, to => to.Write("one"u8));

        Should.Throw<IOException>(() => DurableFile.Write(file, to =>
        {
            to.Write("tw"u8);
            throw new IOException("No space left on device");
        }));

        File.ReadAllText(file).ShouldBe("one");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_flush_that_fails_is_told_where_the_frameworks_own_hides_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such a device.");
        // What is no file on a disk cannot be flushed to one.
        using var device = new FileStream("/dev/null", FileMode.Open, FileAccess.Write);
        device.Flush(flushToDisk: true);

        Should.Throw<IOException>(() => DiskFlush.File(device, "the record")).Message.ShouldContain("'the record' did not reach the disk");
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed() => Should.Throw<IOException>(() => DiskFlush.Folder(_folder.Of("nowhere"))).Message.ShouldContain("nowhere");

    [Fact]
    public void Everything_below_a_folder_is_flushed()
    {
        Directory.CreateDirectory(_folder.Of("a", "b"));
        File.WriteAllText(_folder.Of("a", "b", "c"), "x");
        DiskFlush.Everything(_folder.Path);
        File.ReadAllText(_folder.Of("a", "b", "c")).ShouldBe("x");
    }

    public void Dispose() => _folder.Dispose();
}
