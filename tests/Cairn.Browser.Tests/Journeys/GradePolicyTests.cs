using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A grading policy without a walkout: a draft is tried on real work, told what it would do, written anew, proposed, signed by a second person for next August; what
/// was earned keeps its grade, and an interim letter's grade is explained to the digit.</summary>
[Trait("Journey", "7")]
[Collection("A high school of its own")]
public sealed partial class GradePolicyTests(Demonstration demo) : IAsyncLifetime
{
    /// <summary>So many that there is a high school, with somebody who keeps its records.</summary>
    private const int WithHighSchool = 200;

    private const string Legend = "From next August: every line of credit is at Solid or above, and its letter says how far above.";

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
        // From a published table, every row written anew, and too hard: of those who have an A today some would have a B.
        await page.GotoAsync(At("/grades/conversions/new?from=rutland"));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Letters at the high school");
        await page.GetByLabel("Short name").FillAsync("high-school");
        await page.Locator("[name=lowest]").FillAsync("1");
        await Rows(page, ("3.9", "4", "A", "97", "4"), ("3", "3.89", "B", "85", "3"), ("", "2.99", "Not yet", "", ""), ("", "", "", "", ""), ("", "", "", "", ""));
        (await Axe.Faults(page)).ShouldBeEmpty("a table that is written");
        await page.Button("Save").ClickAsync();
        await Expect(page.Heading("The table")).ToBeVisibleAsync();
        var draft = page.Url;

        await page.Link("Try it on real work").ClickAsync();
        await Expect(page.Heading("Who changes")).ToBeVisibleAsync();
        await TellsWhoLosesAnA(page);
        // What a task cannot earn is told beside it, with what it did earn.
        await Expect(page.Heading("Tasks that never gave the top level")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Safety in the lab: twelve questions: 9 learners, the highest was 3 of 4" })).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("a trial");
        var learner = await page.Locator("#who ~ table tbody th a").First.GetAttributeAsync("href");
        await page.Link("What may be shown to others").ClickAsync();
        await Expect(page.Heading("What may be shown to others")).ToBeVisibleAsync();
        (await page.Locator("main td.num").AllInnerTextsAsync()).ShouldNotContain(one => SmallNumber().IsMatch(one.Trim()));
        (await Axe.Faults(page)).ShouldBeEmpty("what may be shown");

        await page.GotoAsync(At($"{learner}/grades"));
        var before = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync($"{draft}/edit");
        await Rows(page, ("3.75", "4", "A", "97", "4"), ("3.5", "3.74", "A-", "92", "3.7"), ("3.25", "3.49", "B+", "88", "3.3"), ("3", "3.24", "B", "85", "3"), ("", "2.99", "Not yet", "", ""));
        await page.GetByLabel("Legend").FillAsync(Legend);
        await page.Button("Save").ClickAsync();
        await page.Link("Try it on real work").ClickAsync();
        await Expect(page.Heading("Who changes")).ToBeVisibleAsync();
        (await ARow(page)).ShouldNotContain("become");

        var august = new DateOnly(DateTime.UtcNow.Year + 1, 8, 1);
        await using var leader = await Somebody("leader");
        await Adopted(page, leader.Page, draft, august);
        await page.GotoAsync(At("/grades/conversions"));
        var coming = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Letters at the high school" });
        await Expect(coming).ToContainTextAsync(august.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture));

        // Nothing that was earned moves, and what is under way is read by the table of today.
        await page.GotoAsync(At($"{learner}/grades"));
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);
        await Explained(page);
        foreach (var one in (Person[])[registrar, leader]) one.Complaints.ShouldBeEmpty();
    }

    // So many of the A's of today, in numbers and in percent, and the same learners by name.
    private static async Task TellsWhoLosesAnA(IPage page)
    {
        var told = LosesAnA().Match(await ARow(page));
        told.Success.ShouldBeTrue(await ARow(page));
        var (all, moved, percent) = (Whole("all"), Whole("moved"), Whole("percent"));
        moved.ShouldBeInRange(1, all);
        percent.ShouldBe((int)Math.Round(100m * moved / all, MidpointRounding.AwayFromZero));
        var named = (await page.Locator("#who ~ table li, #who ~ table td:last-child:not(:has(li))").AllTextContentsAsync()).SelectMany(one => one.Split("; "));
        named.Count(one => one.Trim().EndsWith(": A becomes B", StringComparison.Ordinal)).ShouldBe(moved);

        int Whole(string group) => int.Parse(told.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<string> ARow(IPage page) => Blanks().Replace(await page.Locator("#grades ~ table tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "A", Exact = true }) }).First.InnerTextAsync(), " ");

    private static async Task Adopted(IPage page, IPage second, string draft, DateOnly from)
    {
        await page.GotoAsync(draft);
        await page.Locator("[name=from]").FillAsync(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Button("Propose to adopt it").ClickAsync();
        await Expect(page.GetByText("You proposed it.")).ToBeVisibleAsync();
        await second.GotoAsync(draft);
        await second.Button("Sign and adopt").ClickAsync();
        await Expect(second.GetByText("and signed by")).ToBeVisibleAsync();
        await Expect(second.GetByText($"it grades from {from.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}")).ToBeVisibleAsync();
        await Expect(second.GetByText(Legend)).ToBeVisibleAsync();
        (await Axe.Faults(second)).ShouldBeEmpty("a table that was adopted");
    }

    private string At(string path) => new Uri(_cairn!.Url, path).ToString();

    private async Task<Person> Somebody(string role)
    {
        var person = await Person.With(await demo.Browser.NewContextAsync());
        await person.Page.GotoAsync(_cairn!.Ways.First(one => one.Role == role).Url);
        return person;
    }

    private static async Task Rows(IPage page, params (string From, string To, string Letter, string Percent, string Points)[] rows)
    {
        foreach (var (row, i) in rows.Select((row, i) => (row, i + 1)))
            foreach (var (name, value) in ((string, string)[])[("from", row.From), ("to", row.To), ("letter", row.Letter), ("low", row.Percent), ("high", row.Percent), ("points", row.Points)]) await page.Locator($"[name='{name}-{i}']").FillAsync(value);
    }

    // The letter says that it is interim and by which version; the page behind the grade reckons it again.
    private static async Task Explained(IPage page)
    {
        var grades = page.Url;
        await page.Link("Interim letter").ClickAsync();
        await Expect(page.GetByText("These grades are interim")).ToBeVisibleAsync();
        await Expect(page.GetByText("Letters at Fern Hollow, version 1, in force since")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty("an interim letter");
        var letters = (await page.Locator("#letter ~ table tbody tr").AllInnerTextsAsync()).Select(one => Blanks().Replace(one, " ").Trim()).ToList();
        await page.GotoAsync(grades);
        var row = page.Locator("#under-way ~ table tbody tr").First;
        var (name, letter) = ((await row.Locator("th").InnerTextAsync()).Trim(), (await row.Locator("td a bdi").InnerTextAsync()).Trim());
        letters.ShouldContain(one => one.StartsWith($"{name} {letter} ", StringComparison.Ordinal));
        await row.Locator("td a").First.ClickAsync();
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

    [GeneratedRegex(@"^\s*A (?<all>\d+) \(\d+ %\) .*?(?<moved>\d+) become B \((?<percent>\d+) %\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LosesAnA();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^[1-9]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"\((?<levels>[0-9. +]+)\) / (?<count>\d+) =", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mean();
}
