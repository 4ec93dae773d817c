using Cairn.Drills.Faults;
using Cairn.Drills.Power;

namespace Cairn.App.Tests.Drills;

/// <summary>The disk of the drill of power cuts: what was flushed is there, of what was not any part. By hand: <c>./drills powerloss 1000</c>.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class LostPowerTests : IDisposable
{
    private const string Root = "/data";
    private readonly TempFolder _temp = new();
    private readonly Random _chance = new(3);

    [Fact]
    public void What_was_flushed_with_its_name_is_always_there()
    {
        var disk = Disk(new(Deed.Create, 1, 0, Path("a")), Write(1, 0, 2000), new(Deed.Flush, 1, 0, []), new(Deed.FlushFolder, 0, 0, Text(Root)));

        for (var i = 0; i < 30; i++) Found(disk)["a"].ShouldBe([.. Enumerable.Repeat((byte)1, 2000)]);
    }

    [Fact]
    public void What_was_not_flushed_is_there_whole_in_part_or_not_at_all_in_sectors()
    {
        var disk = Disk(new(Deed.Create, 1, 0, Path("a")), new(Deed.FlushFolder, 0, 0, Text(Root)), Write(1, 0, 2048));

        var found = Enumerable.Range(0, 60).Select(_ => Found(disk)["a"]).ToList();

        found.ShouldContain(one => one.Length == 0);
        found.ShouldContain(one => one.Length == 2048 && one.All(each => each == 1));
        found.ShouldContain(one => one.Contains((byte)0) && one.Contains((byte)1));
        found.ShouldAllBe(one => one.Chunk(512).All(sector => sector.Distinct().Count() == 1));
    }

    [Fact]
    public void A_name_is_there_for_sure_only_once_its_folder_was_flushed()
    {
        List<Logged> begun = [new(Deed.Create, 1, 0, Path("new")), Write(1, 0, 10), new(Deed.Flush, 1, 0, []), new(Deed.FlushFolder, 0, 0, Text(Root)), new(Deed.Rename, 0, 0, Path("new\0/data/old"))];
        var (waiting, flushed) = (Disk([.. begun]), Disk([.. begun, new(Deed.FlushFolder, 0, 0, Text(Root))]));

        var names = Enumerable.Range(0, 40).Select(_ => Found(waiting).Keys.Single()).ToList();

        names.Distinct().Order(StringComparer.Ordinal).ShouldBe(["new", "old"]);
        for (var i = 0; i < 20; i++) Found(flushed).Keys.ShouldBe(["old"]);
    }

    [Fact]
    public void What_waited_when_a_flush_failed_may_be_gone_though_the_next_flush_succeeds()
    {
        var lost = 0;
        for (var i = 0; i < 40; i++)
        {
            var disk = Disk(new(Deed.Create, 1, 0, Path("a")), new(Deed.FlushFolder, 0, 0, Text(Root)), Write(1, 0, 512), new(Deed.FailedFlush, 1, 0, []), new(Deed.Flush, 1, 0, []));
            if (Found(disk)["a"].Length == 0) lost++;
        }

        lost.ShouldBeInRange(5, 35);
    }

    [Fact]
    public async Task Cuts_of_a_real_writer_lose_nothing_and_a_disk_that_lies_about_flushes_is_found_out()
    {
        if (Shim.Hindrance is { } why) Assert.Skip($"No power is cut here: {why}.");
        var shim = Shim.Make(_temp.Path);

        var honest = await new PowerDrill(_temp.Path, shim).Run(8, seed: 5);
        var lying = await new PowerDrill(_temp.Path, shim) { IsLying = true }.Run(4, seed: 5);

        honest.Lost.ShouldBeEmpty();
        honest.Broken.ShouldBeEmpty();
        honest.Acknowledged.ShouldBeGreaterThan(0);
        honest.ToString().ShouldStartWith("powerloss: 8 cuts, ");
        lying.IsGood.ShouldBeFalse();
        (lying.Lost.Count + lying.Broken.Count).ShouldBeGreaterThan(0);
    }

    private LosingDisk Disk(params ReadOnlySpan<Logged> deeds)
    {
        var disk = new LosingDisk(Root);
        foreach (var deed in deeds) disk.Take(deed, _chance);
        return disk;
    }

    private Dictionary<string, byte[]> Found(LosingDisk disk)
    {
        var folder = Directory.CreateDirectory(_temp.Of(Guid.NewGuid().ToString("N"))).FullName;
        disk.CutInto(folder, _chance);
        return Directory.GetFiles(folder).ToDictionary(one => System.IO.Path.GetFileName(one), File.ReadAllBytes, StringComparer.Ordinal);
    }

    private static Logged Write(ulong file, long at, int length) => new(Deed.Write, file, at, [.. Enumerable.Repeat((byte)1, length)]);

    private static byte[] Path(string name) => Text($"{Root}/{name}");

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public void Dispose() => _temp.Dispose();
}
