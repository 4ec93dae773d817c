using System.Net;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Imports;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Web;

/// <summary>The form's edges, work that a stopped process left, and roles that wait.</summary>
public sealed class BringFilesTests : IAsyncLifetime
{
    private ImportsSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportsSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("Roster", 0, "Choose the files first")]
    [InlineData("Framework", 2, "choose one file alone")]
    [InlineData("Nonsense", 1, "Say what it is")]
    [InlineData("7", 1, "Say what it is")]
    public async Task A_form_that_lacks_something_says_what_and_keeps_what_was_typed(string kind, int files, string word)
    {
        var page = await _site.Leader.Bring("/imports/files", [("kind", kind), ("source", "My source")], Enumerable.Range(0, files).Select(i => ($"{i}.csv", "x"u8.ToArray())));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Whole.ShouldContain(word);
        page.Body.ShouldContain("value=\"My source\"");
        Runs().ShouldBe(0);
    }

    [Fact]
    public async Task Files_of_more_than_a_megabyte_are_taken_here_and_nowhere_else()
    {
        var large = new byte[3 << 20];
        Random.Shared.NextBytes(large);
        (await _site.Leader.Bring("/imports/files", [("kind", "Roster"), ("source", "")], [("noise.bin", large)])).Status.ShouldBe(HttpStatusCode.Found);

        (await _site.Leader.Bring("/language", [], [("noise.bin", large)])).Status.ShouldNotBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Files_of_more_than_64_megabytes_are_refused_in_words()
    {
        var page = await _site.Leader.Bring("/imports/files", [("kind", "Roster"), ("source", "")], [("huge.bin", new byte[(64 << 20) + 1])]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Whole.ShouldContain("larger than 64 MB");
        Runs().ShouldBe(0);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\rosters\\fall.zip", "fall.zip")]
    [InlineData("<img src=x>.zip", "<img src=x>.zip")]
    public async Task A_files_name_is_only_a_name_and_only_text(string name, string shown)
    {
        var (_, page) = await _site.Look("Roster", (name, new RosterBuilder().Zip().ToArray()));

        page.Whole.ShouldContain($"{shown} can come in");
        page.Body.ShouldNotContain("<img");
    }

    [Theory]
    [InlineData(ImportState.Reading, "The files were not read to the end", false)]
    [InlineData(ImportState.Applying, "Nothing of it came in", true)]
    public async Task Work_that_a_stopped_process_left_is_found_with_a_word_about_it(ImportState state, string word, bool canGoOn)
    {
        var (run, _) = await _site.Look("Roster", ("roster.zip", new RosterBuilder().Zip().ToArray()));
        var id = Guid.Parse(run.Split('/')[^1]);
        await _site.District.Writer.Alone(turn =>
        {
            ImportRuns.Note(turn, id, before => before with { State = state });
            return true;
        });
        await _site.Restart();

        var page = await _site.Leader.Get(run);

        page.Whole.ShouldContain("roster.zip was not finished");
        page.Whole.ShouldContain(word);
        page.Body.Contains($"{run}/apply", StringComparison.Ordinal).ShouldBe(canGoOn);
        if (canGoOn) (await _site.Press(run, "apply")).Whole.ShouldContain("is in");
        else (await _site.Press(run, "discard")).Whole.ShouldContain("Nothing was brought in yet");
    }

    [Fact]
    public async Task A_leader_confirms_or_turns_down_what_a_roster_claims_and_never_about_themselves()
    {
        var (run, page) = await _site.Look("Roster", ("roster.zip", new RosterBuilder().Set("roles.csv", 4, "role", "principal").AddRaw("users.csv", "lead,active,,true,lead,,Dr.,Lead,,,,,,,,,,,,,,s,").AddRaw("roles.csv", "r9,active,,lead,primary,districtAdministrator,,,s,").Zip().ToArray()));
        page.Whole.ShouldContain("Tess Okafor: principal");
        await _site.Press(run, "apply");
        await _site.District.Writer.Alone(turn => turn.Db.Educators.Single(one => one.Username == "lead").Claims("districtAdministrator").Id);
        var list = await _site.Leader.Get("/imports");
        list.Whole.ShouldContain("2 people wait for a role");
        list.Whole.ShouldContain("Another leader decides about you");

        var tess = Educator("tess.o").Id.Value;
        (await Settle(tess, "nonsense")).ShouldBe(HttpStatusCode.NotFound);
        (await Settle(_site.Who.Person, "confirm")).ShouldBe(HttpStatusCode.NotFound);
        (await Settle(tess, "confirm", "elsewhere")).ShouldBe(HttpStatusCode.NotFound);
        (await Settle(tess, "confirm")).ShouldBe(HttpStatusCode.Found);
        (await Settle(tess, "turn-down")).ShouldBe(HttpStatusCode.NotFound);

        (Educator("tess.o").Role, Educator("tess.o").ClaimedRole, Educator("lead").ClaimedRole).ShouldBe((EducatorRole.Leader, "", "districtAdministrator"));
    }

    [Fact]
    public async Task A_page_under_way_refreshes_itself_without_scripts_and_a_still_one_does_not()
    {
        using var first = new HeldWork();
        _site.Site.Work.TryBegin("test", Guid.CreateVersion7(), first.Run).ShouldBeTrue();
        var run = (await _site.Leader.Bring("/imports/files", [("kind", "Roster"), ("source", "")], [("roster.zip", new RosterBuilder().Zip().ToArray())])).Header("Location");

        var page = await _site.Leader.Get(run);
        page.Body.ShouldContain("<noscript><meta http-equiv=\"refresh\" content=\"2\"");
        page.Whole.ShouldContain("Another import is read first");
        page.Whole.ShouldContain("You can leave this page");
        (await _site.Leader.Get("/imports")).Whole.ShouldContain("Under way");
        (await _site.Leader.Send($"{run}/discard", "", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.NotFound);

        first.Dispose();
        (await _site.Settled(run)).Body.ShouldNotContain("http-equiv");
    }

    [Fact]
    public async Task Where_too_much_waits_already_nothing_more_is_taken()
    {
        using var first = new HeldWork();
        _site.Site.Work.TryBegin("test", Guid.CreateVersion7(), first.Run).ShouldBeTrue();
        // The first must be out of the line before the line is full.
        await first.Begun;
        while (_site.Site.Work.TryBegin("test", Guid.CreateVersion7(), _ => Task.CompletedTask)) { }

        var page = await _site.Leader.Bring("/imports/files", [("kind", "Roster"), ("source", "")], [("roster.zip", new RosterBuilder().Zip().ToArray())]);

        page.Whole.ShouldContain("Other imports are still being read");
        Runs().ShouldBe(0);
    }

    /// <summary>Work that goes on until it is let go: at the latest when its test ends, so that nobody waits for it for ever.</summary>
    private sealed class HeldWork : IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public Task Run(Action<string, int> progress)
        {
            _begun.TrySetResult();
            return _held.Task;
        }

        public void Dispose() => _held.TrySetResult();
    }

    private async Task<HttpStatusCode> Settle(Guid educator, string decision, string place = "district") =>
        (await _site.Leader.Send($"/imports/roles/{educator:N}", $"decision={decision}&place={place}", "application/x-www-form-urlencoded")).Status;

    private Educator Educator(string username)
    {
        using var db = _site.District.Open();
        return db.Educators.AsNoTracking().Single(one => one.Username == username);
    }

    private int Runs()
    {
        using var db = _site.District.Open();
        return db.ImportRuns.Count();
    }
}
