using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("engine", "sqlite")]
public sealed class WithoutScriptTests(Demonstration demo)
{
    [Fact]
    public async Task Without_scripts_everything_reads_and_one_can_search_and_leave()
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { JavaScriptEnabled = false });
        var page = teacher.Page;
        var name = demo.Way("learner").Name;
        await page.GotoAsync("/learners");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await page.Button("Search").ClickAsync();
        await page.Link(name).ClickAsync();
        await Assertions.Expect(page.Heading("Next steps")).ToBeVisibleAsync();
        await page.Link("Reading for meaning").First.ClickAsync();
        await Assertions.Expect(page.Heading("What would change it")).ToBeVisibleAsync();
        await page.Crumb(name).ClickAsync();
        await page.Link("All work").ClickAsync();
        await Assertions.Expect(page.Heading("Newest first")).ToBeVisibleAsync();
        await page.Tab("More").ClickAsync();
        await page.Link("What we look for").ClickAsync();
        await Assertions.Expect(page.Heading("What we look for")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await Assertions.Expect(page.Heading("Welcome to Cairn")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_button_that_needs_scripts_is_not_offered_without_them()
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { JavaScriptEnabled = false });
        await Assertions.Expect(teacher.Page.Button("Change light or dark")).ToBeHiddenAsync();
    }
}
