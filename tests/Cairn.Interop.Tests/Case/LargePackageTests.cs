using System.Diagnostics;
using System.Text;
using Cairn.Interop.Case;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Case;

/// <summary>Size: a state's framework is quick, and a file without end is not held.</summary>
[Collection(nameof(Alone))]
public sealed class LargePackageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(585, 3_368, 300)]
    [InlineData(5_000, 6_000, 200)]
    public void A_large_framework_is_read_outlined_and_written_back(int items, int associations, int goal)
    {
        var bytes = Encoding.UTF8.GetBytes(Large(items, associations).Text);
        for (var i = 0; i < 8; i++) CaseOutline.Of(PackageBuilder.Read(bytes).Package!);
        var watch = Stopwatch.StartNew();

        var (package, faults) = PackageBuilder.Read(bytes);
        var outline = CaseOutline.Of(package.ShouldNotBeNull());

        Say($"CASE: {items:N0} items, {associations:N0} associations read and outlined in {watch.ElapsedMilliseconds} ms (goal {goal})");
        faults.Errors.ShouldBeEmpty();
        (package.Items.Count, package.Associations.Count).ShouldBe((items, associations));
        (outline.Areas.Count(one => one.Item is not null) + outline.Competencies.Count() + outline.Targets.Count()).ShouldBe(items);
        outline.Associations.Count.ShouldBe(associations - items);
        Written.Of(package).ShouldBeSameAs(bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_above_64_MB_is_refused_and_not_held(bool canSeek)
    {
        var faults = new FaultList();
        using var endless = new Endless(canSeek);

        ReadCase.From(endless, faults, "big.json").ShouldBeNull();

        var error = faults.Errors.ShouldHaveSingleItem();
        (error.File, error.Rule).ShouldBe(("big.json", "a package is at most 64 MB"));
        endless.Given.ShouldBeLessThan(130L * 1024 * 1024);
    }

    private static PackageBuilder Large(int items, int associations) => PackageBuilder.Of(items, [
        .. Enumerable.Range(1, items).Select(number => PackageBuilder.Child(number, number < 10 ? 0 : number / 8, number)),
        .. Enumerable.Range(0, associations - items).Select(at => PackageBuilder.Link(at % items + 1, at / items % 2 == 0 ? "isRelatedTo" : "precedes", (at * 7 + at / items) % items + 1))]);

    private void Say(string figure)
    {
        output.WriteLine(figure);
        if (Environment.GetEnvironmentVariable("CAIRN_FIGURES") is { Length: > 0 } file) File.AppendAllText(file, figure + "\n");
    }

    /// <summary>A stream that would give blanks for ever.</summary>
    private sealed class Endless(bool canSeek) : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => canSeek;

        public override long Length => 1L << 40;

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }
    }
}
