namespace Cairn.House.Tests;

/// <summary>Files stay small enough to read whole.</summary>
public sealed class Budgets(ITestOutputHelper output)
{
    private const int LongestFile = 300;
    private const int Median = 60;
    private const int NinetiethPercentile = 140;
    private const int LongestComponent = 160;
    private const int LongestModule = 150;
    private const decimal TestsPerSource = 0.5m;

    [Fact]
    public void No_hand_written_file_is_long() =>
        Over(Tree.HandWritten("src", "tests", "bench"), LongestFile).ShouldBeNone("split the noun by capability into files of 30 to 90 lines.");

    [Fact]
    public void Most_files_of_the_source_are_short()
    {
        var lines = Tree.HandWritten("src").Select(file => file.Lines).Order().ToList();
        var (median, ninetieth) = (At(lines, 50), At(lines, 90));
        Say($"src: {lines.Count} C# files, {lines.Sum()} lines; median {median}, 90th percentile {ninetieth}, longest {lines[^1]}");
        median.ShouldBeLessThanOrEqualTo(Median, "split files by capability: the median file of src is too long.");
        ninetieth.ShouldBeLessThanOrEqualTo(NinetiethPercentile, "split the longest files of src: one in ten is too long.");
    }

    [Fact]
    public void No_component_is_long() =>
        Over(Tree.EndingIn(".razor"), LongestComponent).ShouldBeNone("draw the parts that stand alone as components of their own.");

    [Fact]
    public void No_script_module_is_long() =>
        Over([.. Tree.EndingIn(".js", "src/"), .. Tree.EndingIn(".mjs", "src/")], LongestModule).ShouldBeNone("one module a component of the Kit.");

    [Fact]
    public void There_are_enough_tests_for_the_source()
    {
        var source = Tree.HandWritten("src").Concat(Tree.EndingIn(".razor", "src/")).Sum(file => file.Lines);
        var tests = Tree.HandWritten("tests").Sum(file => file.Lines);
        var ratio = (decimal)tests / source;
        Say($"tests: {tests} lines for {source} lines of C# and Razor in src: {ratio:0.00} a line");
        ratio.ShouldBeGreaterThanOrEqualTo(TestsPerSource, $"tests are {tests} lines for {source} lines of source: write the missing tests.");
    }

    private static IEnumerable<string> Over(IReadOnlyList<TreeFile> files, int most) =>
        files.Where(file => file.Lines > most).Select(file => $"{file.Path} has {file.Lines} lines; at most {most}");

    private static int At(List<int> sorted, int percent) => sorted[(int)Math.Ceiling(sorted.Count * percent / 100.0) - 1];

    // The test script shows what is written to this file; a runner shows the output of a test that passed nowhere.
    private void Say(string figure)
    {
        output.WriteLine(figure);
        if (Environment.GetEnvironmentVariable("CAIRN_FIGURES") is { Length: > 0 } file) File.AppendAllText(file, figure + "\n");
    }
}
