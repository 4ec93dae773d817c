using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Cairn.App.Access;
using Cairn.App.Beginning;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Beginning;

/// <summary>Nobody else begins the district: the link is for one browser of this machine, once, and nothing is left of it afterwards.</summary>
[Trait("Abuse", "A5")]
public sealed class FirstRunDoorTests : IAsyncLifetime
{
    private static readonly string[] Pages = ["", "/restore", "/district", "/levels", "/competencies", "/people", "/you", "/sign-in"];
    private static readonly string[] Deeds = ["/demonstration", "/restore", "/district", "/levels", "/competencies", "/people", "/you", "/sign-in", "/passkey", "/passkey/options"];

    private FirstRunSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await FirstRunSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Without_the_link_nothing_is_there_and_nothing_begins()
    {
        using var stranger = _cairn.Site.Visitor();
        await ShouldFindNothing(stranger);
        (await stranger.Get(FirstRun.Path + "/" + Sessions.NewToken())).Status.ShouldBe(HttpStatusCode.NotFound, "a link is not guessed");
        (await stranger.Get(_cairn.Link[..^1])).Status.ShouldBe(HttpStatusCode.NotFound);
        _cairn.Whole().ShouldBeEmpty();
        (await _cairn.Opened()).Dispose();
    }

    [Fact]
    public async Task The_link_is_dead_once_it_was_opened_and_of_two_browsers_one_gets_it()
    {
        var visitors = Enumerable.Range(0, 8).Select(_ => _cairn.Site.Visitor()).ToList();
        var answers = await Task.WhenAll(visitors.Select(one => one.Get(_cairn.Link)));
        answers.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Count(one => one.Status == HttpStatusCode.NotFound).ShouldBe(7);
        foreach (var (visitor, answer) in visitors.Zip(answers))
        {
            if (answer.Status == HttpStatusCode.Found) (await visitor.Get(_cairn.Link)).Header("Location").ShouldBe(FirstRun.Path, "who opened it goes on");
            else await ShouldFindNothing(visitor);
            visitor.Dispose();
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "learn.example.org")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [Trait("Abuse", "A10")]
    public async Task What_was_passed_on_or_came_by_another_name_opens_nothing_and_leaves_the_link(string header, string value)
    {
        using var through = _cairn.Site.Visitor();
        (await through.Get(_cairn.Link, (header, value))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var lead = await _cairn.Opened();
        (await lead.Get(FirstRun.Path, (header, value))).Status.ShouldBe(HttpStatusCode.NotFound, "and so it is for who holds the wizard");
        (await lead.Get(FirstRun.Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task From_another_address_than_this_machines_own_it_is_not_there()
    {
        if (NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus == OperationalStatus.Up).SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address)
            .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one)) is not { } other)
        {
            Assert.Skip("This machine has no other address.");
            return;
        }

        using var folder = new TempFolder();
        await using var site = await RunningSite.Start(folder.Data, urls: $"http://{other}:0");
        using var visitor = site.Visitor();
        (await visitor.Get(site.Part<FirstRun>().MakeLink()!, ("Host", "localhost"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_that_nobody_opened_dies_after_a_day_and_so_does_what_it_opened()
    {
        _cairn.Clock.Pass(TimeSpan.FromHours(24));
        using (var late = _cairn.Site.Visitor()) (await late.Get(_cairn.Link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await _cairn.Restart();
        using var lead = await _cairn.Opened();
        _cairn.Clock.Pass(TimeSpan.FromHours(24));
        await ShouldFindNothing(lead);
    }

    [Fact]
    public async Task A_stopped_process_goes_on_by_a_new_link_and_the_old_browser_holds_nothing()
    {
        using var before = await _cairn.Opened();
        var old = _cairn.Link;
        await FirstRunSite.Through(before, FirstRunStep.Competencies);
        await _cairn.Restart();
        using var other = _cairn.Site.Visitor();
        (await other.Get(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var lead = await _cairn.Opened();
        (await lead.Get(FirstRun.Path)).Body.ShouldContain("Go on with Fern Hollow");
        (await lead.Get(FirstRun.Path + "/sign-in")).Header("Location").ShouldBe(FirstRun.Path + "/people");
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "people", "Nobody"), "you");
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Dr. Lead"), ("login", "lead")), "sign-in");
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
        _cairn.Read(db => db.Accounts.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_kill_in_the_last_step_left_is_no_district_and_its_account_is_nobodys()
    {
        using var before = await _cairn.Opened();
        await FirstRunSite.Through(before, FirstRunStep.People);
        // The account is made, and the district is not in its place yet.
        await _cairn.Run.Making.Write(turn => Cairn.App.Access.Accounts.NewAccount.Make(turn, "thief", ""));
        await _cairn.Restart();
        _cairn.Folder.Districts.ShouldBeEmpty();
        using var lead = await _cairn.Opened();
        _cairn.Run.Making.Answers.ShouldBeNull("it begins anew");
        Directory.Exists(_cairn.Aside).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_read_of_an_earlier_run_begins_anew()
    {
        using (var before = await _cairn.Opened()) await FirstRunSite.Through(before, FirstRunStep.Levels);
        await _cairn.Site.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_cairn.Aside, "answers.json"), "{ half", TestContext.Current.CancellationToken);
        await _cairn.Begin();
        using var lead = await _cairn.Opened();
        _cairn.Run.Making.Answers.ShouldBeNull();
        await FirstRunSite.Through(lead, FirstRunStep.You);
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_district_that_came_by_another_way_closes_the_wizard_and_stays_as_it_is()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.You);
        District.Create(_cairn.Folder, "other", "Other", "UTC");
        await ShouldFindNothing(lead);
        _cairn.Folder.Districts.ShouldBe(["other"]);
        await _cairn.Site.DisposeAsync();
        await _cairn.Begin();
        _cairn.Link.ShouldBeEmpty("a second start has nothing to begin");
        Directory.Exists(_cairn.Aside).ShouldBeFalse("what was half made is gone");
    }

    [Fact]
    public async Task Once_the_district_is_open_the_wizard_is_nowhere_and_the_journal_says_that_it_was_tried()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.You);
        await _cairn.Finish(lead);
        var accounts = _cairn.Read(db => db.Accounts.AsNoTracking().Single().Version);
        using var stranger = _cairn.Site.Visitor();
        await ShouldFindNothing(stranger);
        (await stranger.Get(_cairn.Link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await ShouldFindNothing(lead);
        _cairn.Read(db => db.Accounts.AsNoTracking().Single().Version).ShouldBe(accounts);
        _cairn.Run.MakeLink().ShouldBeNull();
        await _cairn.Site.Part<Refusals>().TellStrangers(_cairn.Site.Part<OpenDistricts>().Now());
        _cairn.Read(db => db.Journal.Count(one => one.Act == JournalAct.Refused)).ShouldBeGreaterThan(1, "one of a person, and one of strangers");
    }

    [Fact]
    public async Task Another_sites_form_does_nothing_in_the_wizard()
    {
        using var lead = await _cairn.Opened();
        (await lead.Send(HttpMethod.Post, FirstRun.Path + "/demonstration", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        _cairn.Whole().ShouldBeEmpty();
    }

    private static async Task ShouldFindNothing(Visitor visitor)
    {
        foreach (var page in Pages) (await visitor.Get(FirstRun.Path + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        foreach (var deed in Deeds) (await visitor.Post(FirstRun.Path + deed)).Status.ShouldBe(HttpStatusCode.NotFound, deed);
    }
}
