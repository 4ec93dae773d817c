using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>Two adults in one room of mixed ages: what one taps, the other sees.</summary>
[Trait("Journey", "1")]
public sealed class BoardTests(Demonstration demo)
{
    private const float TwoSeconds = 2000;

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task What_one_teacher_taps_by_keyboard_the_other_sees_within_two_seconds(int width)
    {
        await using var one = await Open(width);
        await using var other = await Open(width, "co-teacher");
        await Quiet(one.Page);
        var (mine, theirs) = (one.Page.Locator("form:has(button[value=raise]) button").First, other.Page);
        var said = (await mine.GetAttributeAsync("aria-label"))!;
        var name = said[..^" would like a hand".Length];

        await mine.FocusAsync();
        await one.Page.Keyboard.PressAsync("Enter");

        await Expect(theirs.Locator("[data-list=waiting]").GetByText($"{name} would like a hand")).ToBeVisibleAsync(new() { Timeout = TwoSeconds });
        await Expect(one.Page.Locator(".Toast")).ToContainTextAsync(said);
        (await one.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldStartWith("hand-", Case.Sensitive, "the focus stays where it was");
        await Expect(theirs.Locator("[data-said]")).Not.ToBeEmptyAsync();

        await one.Page.Locator(".Toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).PressAsync("Enter");
        await Expect(theirs.Locator("[data-list=waiting]").GetByText($"{name} would like a hand")).ToBeHiddenAsync(new() { Timeout = TwoSeconds });
        (one.Complaints, other.Complaints).ShouldSatisfyAllConditions(all => all.Item1.ShouldBeEmpty(), all => all.Item2.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_form_that_is_open_stays_as_it_is_while_another_changes_the_board()
    {
        await using var one = await Open(1280);
        await using var other = await Open(1280, "co-teacher");
        var question = one.Page.GetByLabel("The question");
        await question.FillAsync("What does moss");
        await one.Page.Locator(".ProjectCard-more").First.Locator("summary").ClickAsync();
        await question.FocusAsync();

        await other.Page.GetByLabel("Who", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await other.Page.GetByLabel("The question").FillAsync("Who ate the plums?");
        await other.Page.Locator("section:has(#put-on)").GetByRole(AriaRole.Button, new() { Name = "Put on it" }).ClickAsync();

        await Expect(one.Page.Locator("[data-list=making]").GetByRole(AriaRole.Link, new() { Name = "Who ate the plums?" })).ToBeVisibleAsync(new() { Timeout = TwoSeconds });
        await Expect(question).ToBeFocusedAsync();
        await Expect(question).ToHaveValueAsync("What does moss");
        (await one.Page.Locator("details[open]").CountAsync()).ShouldBe(1);
        await other.Page.Locator(".Toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(one.Page.Locator("[data-list=making]").GetByRole(AriaRole.Link, new() { Name = "Who ate the plums?" })).ToBeHiddenAsync(new() { Timeout = TwoSeconds });
        (one.Complaints.Concat(other.Complaints)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 1280)]
    [InlineData("", 375)]
    [InlineData("", 320)]
    [InlineData("?wall", 1280)]
    public async Task Nothing_stands_in_anybodys_way(string view, int width)
    {
        await using var teacher = await Open(width);
        var page = teacher.Page;
        if (view.Length > 0) await page.GotoAsync(page.Url + view);
        else foreach (var card in await page.Locator(".ProjectCard-more summary").AllAsync()) await card.ClickAsync();

        (await Axe.Faults(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, "nothing is wider than the page");
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_wall_names_are_read_from_afar_and_nothing_is_for_adults()
    {
        await using var teacher = await Open(1280);
        var page = teacher.Page;
        await page.Link("Wall view").ClickAsync();
        await Expect(page.Locator(".Wall")).ToBeVisibleAsync();
        (await page.Locator(".Wall .BoardName").First.EvaluateAsync<double>("one => parseFloat(getComputedStyle(one).fontSize)")).ShouldBeGreaterThanOrEqualTo(22);
        (await page.Locator("nav.Nav, form[data-tap], .Waiting").CountAsync()).ShouldBe(0);
        await Expect(page.GetByText("Quiet for a week")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_a_tap_loads_the_page_and_says_what_was_done()
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { JavaScriptEnabled = false });
        var page = teacher.Page;
        await page.GotoAsync("/board");
        var button = page.Locator("form:has(button[value=raise]) button").Last;
        var said = (await button.GetAttributeAsync("aria-label"))!;
        await button.ClickAsync();
        await Expect(page.Locator(".Toast")).ToContainTextAsync(said);
        await page.Locator(".Toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".Toast")).ToContainTextAsync("It is as it was.");
    }

    private async Task<Person> Open(int width, string who = "teacher")
    {
        var teacher = await demo.Somebody(who, 0, new() { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        await teacher.Page.GotoAsync("/board");
        await Expect(teacher.Page.Heading("Who is on what")).ToBeVisibleAsync();
        return teacher;
    }

    // The line stands before anything is tapped.
    private static async Task Quiet(IPage page) => await page.WaitForFunctionAsync("() => customElements.get('cairn-board')");

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
