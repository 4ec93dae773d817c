using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A teacher makes badges and opens a tablet; a child touches her name and three pictures, reads, and is done.</summary>
public sealed class BadgeTests(Demonstration demo)
{
    [Fact]
    public async Task A_child_comes_in_on_a_tablet_that_the_teacher_opened()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.SetViewportSizeAsync(768, 1024);
        await page.GotoAsync("/learners");
        await page.Link("Class badges").ClickAsync();
        await Look(page, "Class badges");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "The Loft" }).ClickAsync();
        await Look(page, "Badges of The Loft");
        foreach (var field in await page.GetByLabel("From", new() { Exact = true }).AllAsync()) await field.FillAsync("00:00");
        foreach (var field in await page.GetByLabel("Until", new() { Exact = true }).AllAsync()) await field.FillAsync("23:59");
        await page.Button("Save").ClickAsync();
        // Each badge has a slow hash, and a busy machine takes its time.
        await page.Button("Make and print them all").ClickAsync(new() { Timeout = 60_000 });
        await Look(page, "New badges");
        var row = page.GetByRole(AriaRole.Row).Nth(1);
        var name = await row.GetByRole(AriaRole.Rowheader).InnerTextAsync();
        var pictures = (await row.GetByRole(AriaRole.Cell).InnerTextAsync()).Split(", ");
        await page.Link("Printed: leave this page").ClickAsync();
        await page.Button("Open this device for the class").ClickAsync();
        await Look(page, "Come in");

        // Nobody goes on as the teacher, and the history shows nothing of theirs.
        await page.GotoAsync("/grid");
        await Assertions.Expect(page.Button("Sign out")).Not.ToBeVisibleAsync();
        await page.GotoAsync("/class");
        (await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(72, "a child's finger finds it");
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await Look(page, $"Hello, {name}");
        foreach (var picture in pictures) await page.GetByRole(AriaRole.Button, new() { Name = picture, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Button("I’m done")).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.Button("I’m done").ClickAsync();
        await Look(page, "Come in");
    }

    private static async Task Look(IPage page, string title)
    {
        await Assertions.Expect(page.Heading(title)).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty(title);
    }
}
