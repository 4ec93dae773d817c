using Cairn.App.Cli;
using Cairn.Storage;

namespace Cairn.App.Tests.Cli;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public WholeFileTests() => Directory.CreateDirectory(_temp.Of("out"));

    private string Out => _temp.Of("out", "sheet.csv");

    [Fact]
    public void What_is_written_takes_the_place_of_what_was_there()
    {
        File.WriteAllText(Out, "what was there before, which is longer");

        WholeFile.Write(Out, to => to.Write("new"u8));

        File.ReadAllText(Out).ShouldBe("new");
        All().ShouldBe(["sheet.csv"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_fails_on_the_way_leaves_what_was_there_and_no_half(bool isThere)
    {
        if (isThere) File.WriteAllText(Out, "before");

        Should.Throw<IOException>(() => WholeFile.Write(Out, to =>
        {
            to.Write("half"u8);
            to.Flush();
            throw new IOException("No space left on device", 28);
        }));

        All().ShouldBe(isThere ? ["sheet.csv"] : []);
        if (isThere) File.ReadAllText(Out).ShouldBe("before");
    }

    [Fact]
    public void A_link_goes_on_pointing_where_it_points()
    {
        File.WriteAllText(Out, "before");
        File.CreateSymbolicLink(_temp.Of("link.csv"), Out);

        WholeFile.Write(_temp.Of("link.csv"), to => to.Write("new"u8));

        File.ReadAllText(Out).ShouldBe("new");
        new FileInfo(_temp.Of("link.csv")).LinkTarget.ShouldBe(Out);
    }

    [Fact]
    public void Who_may_read_the_file_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        File.WriteAllText(Out, "before");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Out, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        WholeFile.Write(Out, to => to.Write("new"u8));

        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Out).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_device_is_written_and_stays_what_it_is()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "There is no /dev/null here.");

        WholeFile.Write("/dev/null", to => to.Write("gone"u8));

        new FileInfo("/dev/null").Length.ShouldBe(0);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_and_a_folder_is_no_file()
    {
        Should.Throw<RefusedException>(() => WholeFile.Write(_temp.Of("nowhere", "sheet.csv"), _ => { })).Message.ShouldContain($"There is no folder {_temp.Of("nowhere")}");
        Should.Throw<RefusedException>(() => WholeFile.Write(_temp.Of("out"), _ => { })).Message.ShouldContain("is a folder, not a file");
        All().ShouldBeEmpty();
    }

    private string[] All() => [.. Directory.EnumerateFiles(_temp.Of("out")).Select(one => Path.GetFileName(one)!)];

    public void Dispose() => _temp.Dispose();
}
