using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("Journey", "1")]
public sealed class JudgingTests(Demonstration demo)
{
    private const string CountEvents = "() => { window.events = 0; for (const one of ['keydown', 'pointerdown']) addEventListener(one, () => window.events++, true); }";

    [Fact]
    public async Task A_teacher_judges_a_whole_room_with_one_key_each()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/grid");
        var rows = await page.Locator("tbody tr[aria-rowindex]").CountAsync();
        rows.ShouldBeGreaterThan(20);
        var posts = 0;
        page.Response += (_, answer) => { if (answer.Url.EndsWith("/grid/judgments", StringComparison.Ordinal) && answer.Status == 200) posts++; };
        await page.Locator("table [tabindex='0']").FocusAsync();
        await page.EvaluateAsync(CountEvents);
        for (var i = 0; i < rows; i++) await page.Keyboard.PressAsync($"{2 + (i % 3)}");
        await page.WaitForFunctionAsync("() => !document.querySelector('.is-saving')");
        (posts, await page.EvaluateAsync<int>("() => window.events")).ShouldBe((rows, rows));
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("Saved");

        // It is seen, too.
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("U takes it back");
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("[data-comment]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        // The last is taken back on the server, and said again.
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("Taken back");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("Missed chance");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Was away at the doctor's");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("your words");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(375, 800);
        (await Axe.Faults(page)).ShouldBeEmpty();
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_go_through_is_shown_kept_and_sent_again()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/grid");
        await page.RouteAsync("**/grid/judgments", route => route.AbortAsync());
        await page.Locator("table [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator("[data-bar]")).ToContainTextAsync("Not saved yet");
        await page.UnrouteAsync("**/grid/judgments");
        await page.Button("Try again").ClickAsync();
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("Saved");
        await Expect(page.Locator("[data-bar]")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task One_piece_for_five_competencies_takes_twelve_events_and_one_request(int width)
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        var page = teacher.Page;
        await page.GotoAsync("/grid");
        var home = await page.Locator("tbody th a").First.GetAttributeAsync("href");
        await page.GotoAsync($"{home}/judge?competency=RD.1&competency=RD.2&competency=RD.3&competency=RD.4&competency=MA.1");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.EvaluateAsync(CountEvents);
        var requests = 0;
        page.Request += (_, asked) => { if (asked.Method == "POST") requests++; };
        await page.Locator("[name=title]").FillAsync("Model bridge");
        await page.Locator("[data-row] input[type=radio]").First.ClickAsync();
        foreach (var key in (string[])["3", "2", "4", "m", "3"]) await page.Keyboard.PressAsync(key);
        // What was typed into the title counts as one more.
        (1 + await page.EvaluateAsync<int>("() => window.events")).ShouldBeLessThanOrEqualTo(11);
        await page.Button("Save and next").ClickAsync();
        await Expect(page.Heading("Saved").Or(page.GetByText("Here is the next one."))).ToBeVisibleAsync();
        requests.ShouldBe(1);
        await Expect(page.Locator("[name=title]")).ToHaveValueAsync("Model bridge");
        (await page.Locator("[data-row] input[type=radio]:checked:not([value=''])").CountAsync()).ShouldBe(0);
        await Expect(page.GetByText("2 of")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty();
        teacher.Complaints.ShouldBeEmpty();
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
