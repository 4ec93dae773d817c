using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A grading policy without a walkout: a draft is tried on real work, told what it would do, written anew, proposed, signed by a second person for next August; what
/// was earned keeps its grade, and an interim letter's grade is explained to the digit.</summary>
[Trait("Journey", "7")]
public sealed partial class GradePolicyTests(Demonstration demo) : IAsyncLifetime
{
    /// <summary>So many that there is a high school, with somebody who keeps its records.</summary>
    private const int WithHighSchool = 200;

    private CairnProcess? _cairn;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null) _cairn = await CairnProcess.Demo(WithHighSchool);
    }

    public ValueTask DisposeAsync() => _cairn?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_draft_is_tried_revised_and_signed_and_the_past_stays()
    {
        await using var registrar = await Somebody("registrar");
        var page = registrar.Page;
        // From a published table, every row written anew: everybody whose levels are all at the line would have no letter any more.
        await page.GotoAsync(At("/grades/conversions/new?from=rutland"));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Letters at the high school");
        await page.GetByLabel("Short name").FillAsync("high-school");
        await page.Locator("[name=lowest]").FillAsync("1");
        await Row(page, 1, "3.75", "4", "A", "97", "4");
        await Row(page, 2, "3.5", "3.74", "A-", "92", "3.7");
        await Row(page, 3, "3.25", "3.49", "B+", "88", "3.3");
        await Row(page, 4, "3.2", "3.24", "B", "85", "3");
        await Row(page, 5, "", "3.19", "Not yet", "", "");
        (await Axe.Faults(page)).ShouldBeEmpty("a table that is written");
        await page.Button("Save").ClickAsync();
        await Expect(page.Heading("The table")).ToBeVisibleAsync();
        var draft = page.Url;

        await page.Link("Try it on real work").ClickAsync();
        await Expect(page.Heading("Who changes")).ToBeVisibleAsync();
        var harsh = await page.Locator("main").InnerTextAsync();
        Becomes().IsMatch(harsh).ShouldBeTrue(harsh);
        await Expect(page.Heading("Tasks that never gave the top level")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("a trial");
        var learner = await page.Locator("#who ~ table tbody th a").First.GetAttributeAsync("href");
        await page.Link("What may be shown to others").ClickAsync();
        await Expect(page.Heading("What may be shown to others")).ToBeVisibleAsync();
        (await page.Locator("main td.num").AllInnerTextsAsync()).ShouldNotContain(one => SmallNumber().IsMatch(one.Trim()));
        (await Axe.Faults(page)).ShouldBeEmpty("what may be shown");

        await page.GotoAsync(At($"{learner}/grades"));
        var before = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync($"{draft}/edit");
        await Row(page, 4, "3", "3.24", "B", "85", "3");
        await Row(page, 5, "", "2.99", "Not yet", "", "");
        await page.Button("Save").ClickAsync();
        await page.Link("Try it on real work").ClickAsync();
        await Expect(page.Heading("Who changes")).ToBeVisibleAsync();
        Becomes().IsMatch(await page.Locator("main").InnerTextAsync()).ShouldBeFalse();

        await page.GotoAsync(draft);
        var august = new DateOnly(DateTime.UtcNow.Year + 1, 8, 1);
        await page.Locator("[name=from]").FillAsync(august.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Button("Propose to adopt it").ClickAsync();
        await Expect(page.GetByText("You proposed it.")).ToBeVisibleAsync();
        await using var leader = await Somebody("leader");
        await leader.Page.GotoAsync(draft);
        await leader.Page.Button("Sign and adopt").ClickAsync();
        await Expect(leader.Page.GetByText("and signed by")).ToBeVisibleAsync();
        (await Axe.Faults(leader.Page)).ShouldBeEmpty("a table that was adopted");

        await page.GotoAsync(At($"{learner}/grades"));
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);
        await Explained(page);
        foreach (var one in (Person[])[registrar, leader]) one.Complaints.ShouldBeEmpty();
    }

    private string At(string path) => new Uri(_cairn!.Url, path).ToString();

    private async Task<Person> Somebody(string role)
    {
        var person = await Person.With(await demo.Browser.NewContextAsync());
        await person.Page.GotoAsync(_cairn!.Ways.First(one => one.Role == role).Url);
        return person;
    }

    private static async Task Row(IPage page, int row, string from, string to, string letter, string percent, string points)
    {
        foreach (var (name, value) in ((string, string)[])[("from", from), ("to", to), ("letter", letter), ("low", percent), ("high", percent), ("points", points)]) await page.Locator($"[name='{name}-{row}']").FillAsync(value);
    }

    // The letter says that it is interim and by which version; the page behind the grade reckons it again.
    private static async Task Explained(IPage page)
    {
        var grades = new Uri(page.Url).AbsolutePath;
        await page.Link("Interim letter").ClickAsync();
        await Expect(page.GetByText("These grades are interim")).ToBeVisibleAsync();
        await Expect(page.GetByText("Letters at Fern Hollow, version 1, in force since")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("an interim letter");
        await page.GotoAsync(grades);
        var row = page.Locator("#under-way ~ table tbody tr td a").First;
        var letter = (await row.Locator("bdi").InnerTextAsync()).Trim();
        await row.ClickAsync();
        var why = await page.Locator("main").InnerTextAsync();
        var said = Mean().Match(why);
        said.Success.ShouldBeTrue(why);
        var levels = said.Groups["levels"].Value.Split(" + ").Select(one => decimal.Parse(one, CultureInfo.InvariantCulture)).ToList();
        var mean = Math.Round(levels.Average(), 2, MidpointRounding.AwayFromZero);
        levels.Count.ShouldBe(int.Parse(said.Groups["count"].Value, CultureInfo.InvariantCulture));
        why.ShouldContain($"→ {mean.ToString("0.##", CultureInfo.InvariantCulture)}");
        letter.ShouldBe(mean switch { >= 3.75m => "A", >= 3.5m => "A-", >= 3.25m => "B+", >= 3m => "B", _ => "Not yet" });
        (await Axe.Faults(page)).ShouldBeEmpty("why this grade");
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    [GeneratedRegex(@"\d+ become Not yet \(\d+ %\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Becomes();

    [GeneratedRegex("^[1-9]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"\((?<levels>[0-9. +]+)\) / (?<count>\d+) =", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mean();
}
