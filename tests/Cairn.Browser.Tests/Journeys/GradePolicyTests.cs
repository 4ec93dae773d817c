using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A grading policy without a walkout: a draft is tried on real work, told what it would do, written anew, proposed, signed by a second person for next August; what
/// was earned keeps its grade, and an interim letter's grade is explained to the digit.</summary>
[Trait("Journey", "7")]
public sealed partial class GradePolicyTests(Demonstration demo)
{
    [Fact]
    public async Task A_draft_is_tried_revised_and_signed_and_the_past_stays()
    {
        await using var registrar = await demo.Somebody("registrar");
        var page = registrar.Page;
        await page.GotoAsync("/grades/conversions");
        await page.Link("Letters at Fern Hollow").First.ClickAsync();
        await page.Link("Next version").ClickAsync();

        // Everybody whose levels are all at the line would have no letter any more.
        await page.Locator("[name='from-4']").FillAsync("3.2");
        await page.Locator("[name='to-5']").FillAsync("3.19");
        await page.Button("Save").ClickAsync();
        var draft = new Uri(page.Url).AbsolutePath;
        await page.Link("Try it on real work").ClickAsync();
        var harsh = await page.Locator("main").InnerTextAsync();
        Becomes().IsMatch(harsh).ShouldBeTrue(harsh);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tasks that never gave the top level" })).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("a trial");
        var learner = await page.Locator("#who ~ table tbody th a").First.GetAttributeAsync("href");
        await page.Link("What may be shown to others").ClickAsync();
        (await page.Locator("main table").InnerTextAsync()).Split('\n').ShouldNotContain(one => SmallNumber().IsMatch(one));
        (await Axe.Faults(page)).ShouldBeEmpty("what may be shown");

        await page.GotoAsync($"{learner}/grades");
        var before = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync($"{draft}/edit");
        await page.Locator("[name='from-4']").FillAsync("3");
        await page.Locator("[name='to-5']").FillAsync("2.99");
        (await Axe.Faults(page)).ShouldBeEmpty("a table that is written");
        await page.Button("Save").ClickAsync();
        await page.Link("Try it on real work").ClickAsync();
        await Expect(page.GetByText("Nothing changes for anybody.")).ToBeVisibleAsync();

        await page.GotoAsync(draft);
        var august = new DateOnly(DateTime.UtcNow.AddYears(1).Year, 8, 1);
        await page.GetByLabel("From").FillAsync(august.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Button("Propose to adopt it").ClickAsync();
        await Expect(page.GetByText("You proposed it.")).ToBeVisibleAsync();
        await using var leader = await demo.Somebody("leader");
        await leader.Page.GotoAsync(draft);
        await leader.Page.Button("Sign and adopt").ClickAsync();
        await Expect(leader.Page.GetByText("signed by")).ToBeVisibleAsync();
        (await Axe.Faults(leader.Page)).ShouldBeEmpty("a table that was adopted");

        await page.GotoAsync($"{learner}/grades");
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);
        await Explained(page);
        foreach (var one in (Person[])[registrar, leader]) one.Complaints.ShouldBeEmpty();
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

    [GeneratedRegex(@"(^|\s)[1-9](\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"\((?<levels>[0-9. +]+)\) / (?<count>\d+) =", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mean();
}
