using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A leader writes a framework from nothing, is told of a slip, compares and adopts; a teacher then reads it. Without scripts too.</summary>
public sealed class WorkshopTests(Demonstration demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_nothing_to_a_framework_that_everybody_reads(bool scripts)
    {
        var title = scripts ? "Workshop trial" : "Workshop trial in plain pages";
        await using var leader = await demo.Somebody("leader", how: new BrowserNewContextOptions { JavaScriptEnabled = scripts, ViewportSize = new ViewportSize { Width = 375, Height = 812 } });
        var page = leader.Page;
        await page.Tab("Workshop").ClickAsync();
        await page.Link("New framework").ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("From nothing").CheckAsync();
        await page.Button("Make a draft").ClickAsync();
        await Assertions.Expect(page.Heading(title)).ToBeVisibleAsync();

        await page.Link("Add: area").ClickAsync();
        await page.GetByLabel("Title").FillAsync("Working with wood");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("one field needs another look");
        await Assertions.Expect(page.GetByLabel("Title")).ToHaveValueAsync("Working with wood");
        if (scripts) (await Axe.Faults(page)).ShouldBeEmpty("a form that says what is wrong");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("WW");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("Saved")).ToBeVisibleAsync();

        await page.Link("Add: competency").ClickAsync();
        await page.GetByLabel("Title").FillAsync("Joining");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("WW.1");
        await page.GetByLabel("Statement").FillAsync("I can join two pieces so that they hold.");
        await page.GetByLabel("For families").FillAsync("Your child joins wood so that it holds.");
        await page.Button("Save").ClickAsync();
        await page.GetByLabel("What it looks like").First.FillAsync("I glue two pieces.");
        await page.Button("Save").ClickAsync();

        await page.Link("Compare").ClickAsync();
        await Assertions.Expect(page.Heading("Joining Competency WW.1")).ToBeVisibleAsync();
        await page.Link("Adopt").ClickAsync();
        await page.GetByLabel("What changed, and why").FillAsync("Our workshop counts.");
        await page.GetByLabel("Put it in force now").CheckAsync();
        await page.Button("Adopt this version").ClickAsync();
        await Assertions.Expect(page.GetByText("Our workshop counts.").First).ToBeVisibleAsync();

        await using var teacher = await demo.Somebody("teacher");
        await teacher.Page.GotoAsync("/framework");
        await teacher.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(teacher.Page.GetByText("I can join two pieces so that they hold.")).ToBeVisibleAsync();
        await teacher.Page.GetByText("What each level looks like").ClickAsync();
        await Assertions.Expect(teacher.Page.GetByText("I glue two pieces.")).ToBeVisibleAsync();
        leader.Complaints.ShouldBeEmpty();
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_in_the_workshop_is_reached_by_keyboard()
    {
        await using var leader = await demo.Somebody("leader");
        await leader.Page.GotoAsync("/workshop/new");
        await leader.Page.GetByLabel("Title").FocusAsync();
        await leader.Page.Keyboard.TypeAsync("Fern Hollow");
        await leader.Page.Keyboard.PressAsync("Tab");
        await leader.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(leader.Page.GetByLabel("From nothing")).ToBeCheckedAsync();
        await leader.Page.Keyboard.PressAsync("Tab");
        await leader.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(leader.Page.Button("Make a draft")).ToBeFocusedAsync();
    }
}
