using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

public sealed class GridTests(Demonstration demo)
{
    private const string Here = "() => { const at = document.activeElement.closest('th, td'), row = at?.parentElement; return at ? [Number(row.getAttribute('aria-rowindex')), at.cellIndex] : null }";

    /// <summary>Does anything that stays on top cover the focused cell?</summary>
    private const string Seen = """
        () => {
          const cell = document.activeElement.closest('th, td'), box = cell.getBoundingClientRect();
          return [[box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4]].every(([x, y]) => cell.contains(document.elementFromPoint(x, y)));
        }
        """;

    [Fact]
    public async Task A_teacher_looks_through_the_grid_and_opens_a_reason_by_keyboard_alone()
    {
        await using var teacher = await Open("teacher");
        var page = teacher.Page;
        (await page.Locator("table [tabindex='0']").CountAsync()).ShouldBe(1);
        await IntoGrid(page);
        (await At(page)).ShouldBe([3, 1]);
        await Keys(page, "ArrowDown", "ArrowDown", "ArrowRight");
        (await At(page)).ShouldBe([5, 2]);
        await Keys(page, "End");
        (await At(page)).ShouldBe([5, 40]);
        await Keys(page, "Control+End");
        (await At(page)).ShouldBe([26, 40]);
        await Keys(page, "Control+Home", "ArrowUp");
        (await At(page)).ShouldBe([2, 0]);
        await Keys(page, "ArrowRight");
        await Expect(page.Locator("[data-line]")).ToContainTextAsync("I can");
        await Keys(page, "PageDown", "PageDown", "PageUp", "ArrowRight");
        (await At(page)).ShouldBe([13, 2]);
        (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue("covered");

        await Keys(page, "Enter");
        await Expect(page.Heading("Why this level?")).ToBeFocusedAsync();
        await Expect(page.Heading("What would change it")).ToBeVisibleAsync();
        await Expect(page.Link("See the whole page")).ToBeVisibleAsync();
        await Keys(page, "Escape");
        (await At(page)).ShouldBe([13, 2]);
        await Expect(page.Heading("Why this level?")).ToBeHiddenAsync();
        await Keys(page, "Home", "Enter");
        await Expect(page.Heading("Next steps")).ToBeVisibleAsync();
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_pointed_at_is_said_in_full_and_once()
    {
        await using var teacher = await Open("teacher");
        var page = teacher.Page;
        var cell = page.Locator("tbody td:has(s)").First;
        var seen = (await cell.Locator("s").First.TextContentAsync())!;
        seen.ShouldContain("/");
        await cell.HoverAsync();
        await Expect(page.Locator("[data-line]")).ToContainTextAsync("boxes");
        (await page.Locator("[data-line]").TextContentAsync())!.ShouldNotContain(seen);
    }

    [Fact]
    public async Task The_keys_are_told_and_single_keys_can_be_switched_off()
    {
        await using var teacher = await Open("teacher");
        var page = teacher.Page;
        await IntoGrid(page);
        await Keys(page, "?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.GetByLabel("Single keys work").UncheckAsync();
        await Keys(page, "Escape");
        await Keys(page, "?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.ReloadAsync();
        await IntoGrid(page);
        await Keys(page, "?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.Button("Keys").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_leader_walks_into_rows_that_have_not_come_yet()
    {
        await using var leader = await Open("leader");
        var page = leader.Page;
        // The next portion may have come by itself, because it is near; the last is far.
        (await page.Locator("tbody tr[aria-rowindex]").CountAsync()).ShouldBeOneOf(15, 30, 45);
        await IntoGrid(page);
        await Keys(page, "Control+End");
        await page.WaitForFunctionAsync("() => document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '62'");
        (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue("covered");
        await Keys(page, "Enter");
        await Expect(page.Heading("Why this level?")).ToBeFocusedAsync();
        leader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_that_are_pressed_while_rows_come_are_not_lost()
    {
        await using var leader = await Open("leader");
        var page = leader.Page;
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/grid/rows*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await IntoGrid(page);
        await Keys(page, "PageDown", "PageDown", "PageDown", "PageDown", "ArrowDown");
        held.SetResult();
        await page.WaitForFunctionAsync("() => document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '44'");
    }

    [Fact]
    public async Task Rows_that_do_not_come_are_told()
    {
        await using var leader = await Open("leader");
        var page = leader.Page;
        await page.RouteAsync("**/grid/rows*", route => route.AbortAsync());
        await IntoGrid(page);
        await Keys(page, "Control+End");
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("did not come");
        await page.UnrouteAsync("**/grid/rows*");
        await Keys(page, "Control+End");
        await page.WaitForFunctionAsync("() => document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '62'");
    }

    [Fact]
    public async Task Right_to_left_the_arrows_go_where_they_point()
    {
        await using var teacher = await Open("teacher", "ar-XB");
        var page = teacher.Page;
        await IntoGrid(page);
        await Keys(page, "ArrowLeft", "ArrowLeft");
        (await At(page)).ShouldBe([3, 3]);
        await Keys(page, "ArrowRight");
        (await At(page)).ShouldBe([3, 2]);
        (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue("covered");
    }

    [Fact]
    public async Task On_a_phone_the_reasons_stand_below_and_names_stay_in_sight()
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { ViewportSize = new ViewportSize { Width = 375, Height = 800 } });
        var page = teacher.Page;
        await page.GotoAsync("/grid");
        await IntoGrid(page);
        await Keys(page, "End", "ArrowDown");
        (await page.EvaluateAsync<bool>(Seen)).ShouldBeTrue("covered");
        (await page.EvaluateAsync<bool>("() => { const name = document.activeElement.parentElement.cells[0].getBoundingClientRect(); return name.left >= 0 && name.right <= 375 }")).ShouldBeTrue();
        await Keys(page, "Enter");
        await Expect(page.Heading("Why this level?")).ToBeInViewportAsync();
        (await Axe.Faults(page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_one_filters_turns_pages_and_follows_a_cell()
    {
        await using var leader = await demo.Somebody("leader", 0, new() { JavaScriptEnabled = false });
        var page = leader.Page;
        await page.Tab("Grid").ClickAsync();
        await page.Link("Next").ClickAsync();
        await Expect(page.GetByText("Page 2 of 4")).ToBeVisibleAsync();
        await page.GetByLabel("Area").SelectOptionAsync("Mathematics");
        await page.Button("Show").ClickAsync();
        await page.Link("Make every cell a link to its reasons").ClickAsync();
        await page.Locator("tbody td a").First.ClickAsync();
        await Expect(page.Heading("Why this level?")).ToBeVisibleAsync();
    }

    private async Task<Person> Open(string role, string? language = null)
    {
        var person = await demo.Somebody(role);
        if (language is not null) await person.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["Accept-Language"] = language });
        var group = role == "teacher" ? await LoftOf(person.Page) : "";
        await person.Page.GotoAsync($"/grid{group}");
        return person;
    }

    private static async Task<string> LoftOf(IPage page)
    {
        await page.GotoAsync("/grid");
        var option = page.Locator("[name=group] option", new() { HasText = "The Loft" });
        return await option.CountAsync() == 0 ? "" : $"?group={await option.GetAttributeAsync("value")}";
    }

    private static async Task IntoGrid(IPage page)
    {
        await page.Locator("table[role=grid]").WaitForAsync();
        await page.Button("Keys").Or(page.Locator("[data-do=keys]")).First.FocusAsync();
        for (var i = 0; i < 9 && await page.EvaluateAsync<int[]?>(Here) is null; i++) await page.Keyboard.PressAsync("Tab");
    }

    private static Task<int[]?> At(IPage page) => page.EvaluateAsync<int[]?>(Here);

    private static async Task Keys(IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
