using System.Net;
using System.Text.Json;
using Cairn.App.Beginning;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Beginning;

/// <summary>Instead of a new district: a backup, or the demonstration. And what the terminal says.</summary>
public sealed class OtherBeginningsTests : IAsyncLifetime
{
    private const string Passphrase = "four walls and a window";

    private FirstRunSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await FirstRunSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_comes_back_whole_from_the_browser_or_from_the_machine(bool isBrought)
    {
        var archive = await Archive();
        using var lead = await _cairn.Opened();
        var restored = isBrought
            ? await lead.Bring(FirstRun.Path + "/restore", [("passphrase", Passphrase)], [("north.cairn", await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken))])
            : await lead.Bring(FirstRun.Path + "/restore", [("path", archive), ("passphrase", Passphrase)], []);
        (restored.Status, restored.Body.Contains("North is back", StringComparison.Ordinal), restored.Body.Contains("cairn account lead", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true, true), "nobody had an account there");
        _cairn.Folder.Districts.ShouldBe(["north"]);
        _cairn.Read(db => db.Organizations.AsNoTracking().Single().Name).ShouldBe("North");
        _cairn.Occasions().ShouldContain((ActorKind.Operator, "first run"));
        (await lead.Get(FirstRun.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        Directory.Exists(_cairn.Aside).ShouldBeFalse();
    }

    [Theory]
    [InlineData("wrong and long enough", true)]
    [InlineData("short", true)]
    [InlineData("", true)]
    [InlineData(Passphrase, false)]
    [Trait("Abuse", "D2")]
    public async Task What_cannot_be_restored_is_told_and_nothing_changed(string passphrase, bool isArchive)
    {
        var archive = isArchive ? await Archive() : _cairn.Of("no.cairn");
        if (!isArchive) await File.WriteAllTextAsync(archive, "no archive", TestContext.Current.CancellationToken);
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Levels);
        var refused = await lead.Bring(FirstRun.Path + "/restore", [("path", archive), ("passphrase", passphrase)], []);
        (refused.Status, refused.Body.Contains(passphrase.Length == 0 ? "type its passphrase" : "nothing changed", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        refused.Body.ShouldNotContain("--passphrase-file");
        _cairn.Folder.Districts.ShouldBeEmpty();
        (await lead.Get(FirstRun.Path)).Body.ShouldContain("Go on with Fern Hollow");
        (await lead.Bring(FirstRun.Path + "/restore", [("path", _cairn.Of("nothing.cairn"))], [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await lead.Bring(FirstRun.Path + "/restore", [("path", "")], [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await lead.Send(FirstRun.Path + "/restore", "path=x", "text/plain")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_demonstration_is_made_and_its_links_are_shown()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Levels);
        var made = await lead.Post(FirstRun.Path + "/demonstration");
        (made.Status, made.Body.Contains("The demonstration is ready", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        _cairn.Folder.IsDemo.ShouldBeTrue();
        Directory.Exists(_cairn.Aside).ShouldBeFalse("nothing real stands behind its links");
        (await lead.Get(_cairn.Site.Links.All[0].Path)).Header("Location").ShouldBe("/board");
        (await lead.Get(FirstRun.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_site_that_others_can_reach_makes_no_demonstration()
    {
        using var folder = new TempFolder();
        await using var site = await RunningSite.Start(folder.Data, urls: "http://0.0.0.0:0");
        using var lead = new Visitor(new Uri($"http://127.0.0.1:{site.Url.Port}"));
        (await lead.Get(site.Part<FirstRun>().MakeLink()!)).Status.ShouldBe(HttpStatusCode.Found);
        (await lead.Get(FirstRun.Path)).Body.ShouldNotContain("Look around first");
        (await lead.Post(FirstRun.Path + "/demonstration")).Status.ShouldBe(HttpStatusCode.NotFound);
        folder.Data.IsDemo.ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "A5")]
    public async Task Serving_an_empty_folder_prints_the_link_once_and_serving_a_district_prints_none()
    {
        using var here = new Installation();
        (await Served(here)).GetProperty("firstRun").GetString().ShouldNotBeNull().ShouldMatch("^http://localhost:[0-9]+/first-run/[A-Za-z0-9_-]{43}$");
        District.Create(here.Folder, "north", "North", "UTC");
        (await Served(here)).GetProperty("firstRun").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<JsonElement> Served(Installation here)
    {
        using var stop = new CancellationTokenSource();
        var said = new Spoken();
        var serving = ServeVerb.Make(said.Terminal).Parse(["--json", "--urls", "http://127.0.0.1:0", "--data", here.Data]).InvokeAsync(cancellationToken: stop.Token);
        var line = await said.FirstLine.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await serving;
        return JsonDocument.Parse(line).RootElement;
    }

    private static async Task<string> Archive()
    {
        using var there = new TempFolder();
        District.Create(there.Data, "north", "North", "America/Chicago");
        await using var district = District.OpenExisting(there.Data, "north", toWrite: false, TimeProvider.System);
        return Backup.Make(there.Data, district, Path.Combine(Directory.CreateTempSubdirectory("cairn-archive-").FullName, "north.cairn"), new Passphrase(Passphrase), DateTime.UtcNow).File;
    }
}
