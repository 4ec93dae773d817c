using System.Diagnostics;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;

namespace Cairn.App.Tests.Imports;

/// <summary>A district of 10,000 learners through the verb.</summary>
public sealed class LargeRosterImportTests(ITestOutputHelper output) : IDisposable
{
    private const int Learners = 10_000;
    private readonly Installation _cairn = new();

    [Fact]
    public void Ten_thousand_learners_are_looked_at_come_in_and_come_again_without_a_change()
    {
        File.WriteAllBytes(_cairn.Of("large.zip"), new RosterMaker(1, Learners, 600, 60_000).Zip().ToArray());
        _cairn.Run("doctor");

        var dry = Timed("dry run", []);
        Rosters.Part(dry.Json, "learners").ShouldBe((Learners, 0, 0, 0));
        dry.Json.GetProperty("errors").GetArrayLength().ShouldBe(0);
        Timed("apply", ["--apply"]).Exit.ShouldBe(0);
        _cairn.Count("learners").ShouldBe(Learners);
        _cairn.Count("enrollments").ShouldBe(60_000 - 600);
        var again = Told.All(Timed("again", ["--apply"]).Json);
        (again.Added, again.Changed, again.Ended).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Fifty_planted_errors_are_all_told_by_file_row_and_column()
    {
        var maker = new RosterMaker(4, Learners, 600, 60_000);
        var planted = Enumerable.Range(0, 50).Select(i => maker.Plant(i % RosterMaker.Kinds)).ToList();
        File.WriteAllBytes(_cairn.Of("large.zip"), maker.Zip().ToArray());

        var ran = Timed("50 errors", ["--apply"]);

        ran.Exit.ShouldBe(1);
        ran.Json.GetProperty("errors").EnumerateArray().Select(one => (one.GetProperty("file").GetString()!, one.GetProperty("row").GetInt32(), one.GetProperty("column").GetString()!)).Order().ShouldBe(planted.Order());
        _cairn.Count("learners").ShouldBe(0);
    }

    public void Dispose() => _cairn.Dispose();

    private Ran Timed(string what, string[] more)
    {
        var watch = Stopwatch.StartNew();
        var ran = _cairn.Roster(_cairn.Of("large.zip"), more);
        output.WriteLine($"{what} of {Learners} learners: {watch.ElapsedMilliseconds} ms");
        return ran;
    }
}
