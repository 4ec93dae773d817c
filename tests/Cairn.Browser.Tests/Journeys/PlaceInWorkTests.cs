using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A picture and a text are captured without a line, seen to wait on another page, and sent from there; then a teacher points at places in them.</summary>
[Trait("Journey", "1")]
public sealed class PlaceInWorkTests(Demonstration demo)
{
    private const string Second = """
        () => {
          const text = document.querySelector('[data-reading]').firstChild;
          const at = text.data.lastIndexOf('the bridge');
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 10);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """;

    [Fact]
    public async Task Words_are_said_at_a_spot_by_keys_and_by_a_tap_and_at_a_passage_by_choosing_it()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        var title = $"Bridge {Guid.NewGuid():N}";
        await page.GotoAsync("/capture");
        var picture = await page.ScreenshotAsync();
        await page.GetByLabel("What is it?").FillAsync(title);
        await page.GetByLabel("In words").FillAsync("It is wide.\nI think the bridge holds because the bridge is wide.");
        await page.Locator("input[type=file]").Nth(1).SetInputFilesAsync(new FilePayload { Name = "bridge.png", MimeType = "image/png", Buffer = picture });
        await page.GetByLabel("What is in the picture?").FillAsync("A paper bridge with three coins on it");
        var learner = page.Locator("[data-list=learners] input").First;
        var home = $"/learners/{await learner.GetAttributeAsync("value")}";
        await learner.CheckAsync();
        await page.RouteAsync("**/captures", route => route.AbortAsync());
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.Locator("capture-queue [data-state=waiting]")).ToContainTextAsync("Waiting for the internet");
        await page.GotoAsync("/board");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Not sent yet: 1. Open them." })).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.UnrouteAsync("**/captures");
        await page.GotoAsync("/grid");
        await Assertions.Expect(page.Locator("captures-waiting")).ToBeHiddenAsync(new() { Timeout = 20_000 });

        await page.GotoAsync(home + "/work");
        await page.Link(title).ClickAsync();
        var seen = page.GetByRole(AriaRole.Img, new() { Name = "A paper bridge with three coins on it" });
        // A picture is drawn by a process of its own, which takes a while on a machine that is busy.
        await Assertions.Expect(seen).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.WaitForFunctionAsync("() => document.querySelector('[data-spots] img').naturalWidth > 0");
        await page.Button("Point at a spot").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator("[data-place] [data-said]")).ToContainTextAsync("49 % across, 55 % down");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Button("Point at a spot")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Look at this joint");
        await page.Button("Say it").ClickAsync();
        await Assertions.Expect(page.Link("50 % across, 49 % down")).ToBeVisibleAsync();

        await page.WaitForFunctionAsync("() => document.querySelector('[data-spots] img').naturalWidth > 0");
        var box = (await seen.BoundingBoxAsync())!;
        await seen.ClickAsync(new() { Position = new() { X = box.Width / 4, Y = box.Height / 5 } });
        await Assertions.Expect(page.GetByLabel("What would you like to say?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("And at this one");
        await page.Button("Say it").ClickAsync();
        await Assertions.Expect(page.Locator(".Pins circle")).ToHaveCountAsync(2);
        var pin = (await page.Locator(".Pins circle").Nth(1).BoundingBoxAsync())!;
        box = (await seen.BoundingBoxAsync())!;
        (pin.X + (pin.Width / 2) - box.X).ShouldBe(box.Width / 4, 3);
        (pin.Y + (pin.Height / 2) - box.Y).ShouldBe(box.Height / 5, 3);

        await page.EvaluateAsync(Second);
        await Assertions.Expect(page.Locator("[data-place] [data-said]")).ToContainTextAsync("About these words: the bridge");
        await page.GetByLabel("What would you like to say?").FillAsync("How do you know?");
        await page.Button("Say it").ClickAsync();
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("the bridge");
        (await page.Locator("mark").EvaluateAsync<string>("one => one.previousSibling.data")).ShouldEndWith("because ");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(375, 800);
        (await Axe.Faults(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).ShouldBeEmpty();
        teacher.Complaints.Where(one => !one.Contains("ERR_FAILED", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
