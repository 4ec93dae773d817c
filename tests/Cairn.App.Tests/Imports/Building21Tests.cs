using System.Diagnostics;
using System.Globalization;
using Cairn.App.Tests.Cli;

namespace Cairn.App.Tests.Imports;

/// <summary>A real programme, with a sample of what its own system concluded.</summary>
public sealed class Building21Tests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void It_is_imported_in_under_5_seconds_into_an_empty_folder_and_again_changes_nothing()
    {
        var program = TestData.Path("building21");
        var watch = Stopwatch.StartNew();

        var told = _cairn.Apply(program);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        told.GetProperty("errors").GetArrayLength().ShouldBe(0);
        Told.Of(told, "judgments").Added.ShouldBe(2500);
        _cairn.ShouldStandAsConcluded();
        var before = _cairn.Standings();
        var (added, changed, ended, unchanged) = Told.All(_cairn.Apply(program));
        (added, changed, ended).ShouldBe((0, 0, 0));
        unchanged.ShouldBe(Told.All(told).Added);
        _cairn.Standings().ShouldBe(before);
    }

    [Fact]
    public void Every_value_that_its_own_system_states_is_matched()
    {
        var program = TestData.Path("building21");
        var stated = Table(File.ReadAllLines(Path.Combine(program, "expected-sample.csv")));
        _cairn.Apply(program);

        _cairn.Run("export", "determinations", "--csv", _cairn.Of("out.csv")).Exit.ShouldBe(0);

        var exported = Table(File.ReadAllLines(_cairn.Of("out.csv"))).ToDictionary(row => (row["username"], row["competency"], row["stage"]));
        stated.Count.ShouldBeGreaterThan(10);
        foreach (var row in stated)
        {
            var ours = exported[(row["username"], row["competency"], row["stage"])];
            foreach (var (column, value) in row)
            {
                // An empty "missed" is not stated; any other empty cell means none.
                if (column == "missed" && value.Length == 0) continue;
                var (theirs, mine) = (Number(value), Number(ours[column]));
                if (column is "username" or "competency") ours[column].ShouldBe(value);
                else mine.ShouldBe(theirs, $"{row["username"]} {row["competency"]} {row["stage"]}: {column}");
            }
        }
    }

    [Fact]
    public void It_stands_beside_itself_under_another_source_only_with_other_usernames()
    {
        var program = TestData.Path("building21");
        _cairn.Apply(program, "--source", "first");

        var ran = _cairn.Import(program, "--source", "second", "--apply");

        ran.Exit.ShouldBe(1);
        ran.Json.GetProperty("errors").EnumerateArray().Select(one => (one.GetProperty("file").GetString(), one.GetProperty("column").GetString())).Distinct().ShouldBe([("learners.csv", "username")]);
        ran.Json.GetProperty("errors").EnumerateArray().First().GetProperty("row").GetInt32().ShouldBe(2);
        _cairn.Count("frameworks").ShouldBe(1);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<Dictionary<string, string>> Table(string[] lines) =>
        [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => lines[0].Split(',').Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];

    public void Dispose() => _cairn.Dispose();
}
