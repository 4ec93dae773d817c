using System.CommandLine;
using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Storage;
using Cairn.Storage;

namespace Cairn.App.Tests.Cli;

public sealed class DemoTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void A_demonstration_refuses_a_folder_that_holds_anything_else()
    {
        var letter = System.IO.Path.Combine(Directory.CreateDirectory(_here.Data).FullName, "letter.txt");
        File.WriteAllText(letter, "dear Nadia");
        var refused = Make(2);
        refused.ShouldBeRefused("holds something else");
        refused.Out.ShouldBeEmpty();
        Directory.GetFileSystemEntries(_here.Data).ShouldBe([letter]);
    }

    [Fact]
    public void A_demonstration_refuses_a_folder_with_a_real_district()
    {
        District.Create(_here.Folder, "default", "Default", "UTC");
        var refused = Make(2, "--json");
        refused.ShouldBeRefused("holds something else");
        refused.Json.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain(_here.Data);
        _here.Folder.Districts.ShouldBe(["default"]);
        _here.Folder.IsDemo.ShouldBeFalse();
    }

    [Fact]
    public void A_demonstration_is_used_again_as_it_is()
    {
        Make(2).Exit.ShouldBe(CommandLine.Done);
        using (var demo = new Opened(_here.Folder)) Sql.Run(demo.Db, "UPDATE learners SET given_name = 'Somebody'");
        var again = Make(2, "--json");
        (again.Exit, again.Err).ShouldBe((CommandLine.Done, ""));
        again.Json.GetProperty("learners").GetInt32().ShouldBe(2);
        using var after = new Opened(_here.Folder);
        after.Db.Learners.Select(one => one.GivenName).ToList().ShouldBe(["Somebody", "Somebody"]);
    }

    [Fact]
    public void Without_a_number_the_demonstration_that_is_there_is_used()
    {
        Make(2).Exit.ShouldBe(CommandLine.Done);
        _here.Run("demo", "--no-serve", "--json").Json.GetProperty("learners").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void A_demonstration_of_another_number_of_learners_is_refused_and_stays()
    {
        Make(2).Exit.ShouldBe(CommandLine.Done);
        Make(3).ShouldBeRefused("holds a demonstration of 2 learners");
        using var demo = new Opened(_here.Folder);
        demo.Db.Learners.Count().ShouldBe(2);
    }

    [Fact]
    public void A_demonstration_that_was_not_made_to_the_end_is_made_anew()
    {
        Make(2).Exit.ShouldBe(CommandLine.Done);
        var whole = Export(_here);
        (DemoMark.Of(_here.Folder)! with { IsComplete = false }).Set(_here.Folder);
        Make(2).Exit.ShouldBe(CommandLine.Done);
        DemoMark.Of(_here.Folder)!.IsComplete.ShouldBeTrue();
        Export(_here).ShouldBe(whole);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("5001")]
    [InlineData("many")]
    public void A_number_of_learners_that_makes_no_sense_is_wrong_usage(string learners)
    {
        _here.Run("demo", "--no-serve", $"--learners={learners}").Exit.ShouldBe(CommandLine.WrongUsage);
        Directory.Exists(_here.Data).ShouldBeFalse();
    }

    [Fact]
    public void Two_demonstrations_of_one_seed_are_the_same_to_the_byte_and_the_id()
    {
        using var there = new Installation();
        Make(4).Exit.ShouldBe(CommandLine.Done);
        there.Run("demo", "--no-serve", "--learners", "4").Exit.ShouldBe(CommandLine.Done);
        var exported = Export(_here);
        exported.Length.ShouldBeGreaterThan(1000);
        Export(there).ShouldBe(exported);
        using var one = new Opened(_here.Folder);
        using var other = new Opened(there.Folder);
        Ids(other.Db).ShouldBe(Ids(one.Db));
        there.Standings(MakeDemo.District).ShouldBe(_here.Standings(MakeDemo.District));
    }

    [Fact]
    public void More_learners_leave_the_others_as_they_were()
    {
        using var more = new Installation();
        Make(2).Exit.ShouldBe(CommandLine.Done);
        more.Run("demo", "--no-serve", "--learners", "3").Exit.ShouldBe(CommandLine.Done);
        Export(_here).Split('\n').ShouldBeSubsetOf(Export(more).Split('\n'));
    }

    [Fact]
    public void Concluding_again_changes_nothing()
    {
        Make(3).Exit.ShouldBe(CommandLine.Done);
        var before = _here.Standings(MakeDemo.District);
        _here.Run("recompute", "--json").Json.GetProperty("changed").GetInt32().ShouldBe(0);
        _here.Standings(MakeDemo.District).ShouldBe(before);
    }

    [Fact]
    public async Task Serving_an_empty_folder_makes_no_district()
    {
        using var stop = new CancellationTokenSource();
        var said = new Spoken();
        var serving = ServeVerb.Make(said.Terminal).Parse(["--json", "--urls", "http://127.0.0.1:0", "--data", _here.Data]).InvokeAsync(cancellationToken: stop.Token);
        var line = await said.FirstLine.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var answer = JsonDocument.Parse(line).RootElement;
        answer.GetProperty("links").GetArrayLength().ShouldBe(0);
        using var http = new HttpClient();
        (await http.GetStringAsync(answer.GetProperty("url").GetString(), TestContext.Current.CancellationToken)).ShouldContain("This Cairn is empty");
        await stop.CancelAsync();
        (await serving).ShouldBe(CommandLine.Done);
        Directory.Exists(_here.Data).ShouldBeFalse();
    }

    private static string Export(Installation of)
    {
        var ran = of.Run("export", "determinations", "--csv", "-");
        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        return ran.Out;
    }

    private static List<Guid> Ids(Db db) =>
    [
        .. db.Learners.Select(one => one.Id.Value).ToList().Order(), .. db.Evidence.Select(one => one.Id.Value).ToList().Order(),
        .. db.Judgments.Select(one => one.Id.Value).ToList().Order(), .. db.Overrides.Select(one => one.Id.Value).ToList().Order(),
        .. db.Retractions.Select(one => one.Id.Value).ToList().Order(), .. db.StageEntries.Select(one => one.Id.Value).ToList().Order(),
    ];

    private Ran Make(int learners, params string[] more) => _here.Run(["demo", "--no-serve", "--learners", $"{learners}", .. more]);
}
