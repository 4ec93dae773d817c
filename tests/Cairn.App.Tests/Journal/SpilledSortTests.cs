using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Tests.Journal;

public sealed class SpilledSortTests
{
    [Fact]
    public void More_than_memory_should_hold_comes_out_in_order_and_leaves_no_file()
    {
        using var temp = new TempFolder();
        var dice = new Random(7);
        List<long> numbers = [.. Enumerable.Range(0, 9_000_000).Select(_ => dice.NextInt64())];
        using (var sort = new SpilledSort<long>(temp.Path, Comparer<long>.Default))
        {
            foreach (var one in numbers) sort.Add(one);
            Directory.EnumerateFiles(temp.Path).ShouldNotBeEmpty();
            numbers.Sort();
            sort.Sorted().SequenceEqual(numbers).ShouldBeTrue();
        }

        Directory.EnumerateFiles(temp.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Few_come_out_in_order_and_nothing_comes_of_nothing()
    {
        using var few = new SpilledSort<long>("no folder is needed", Comparer<long>.Default);
        few.Sorted().ShouldBeEmpty();
        foreach (var one in (long[])[3, -1, 2, 2]) few.Add(one);
        few.Sorted().ShouldBe([-1, 2, 2, 3]);
    }
}
