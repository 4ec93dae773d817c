using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("engine", "sqlite")]
public sealed class ThemeTests(Demonstration demo)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_switch_turns_the_light_and_it_stays_turned(ColorScheme device)
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { ColorScheme = device });
        var page = teacher.Page;
        var before = await Brightness(page);
        (before > 128).ShouldBe(device == ColorScheme.Light);
        await page.Button("Change light or dark").ClickAsync();
        var after = await Brightness(page);
        (after > 128).ShouldBe(device != ColorScheme.Light);
        await page.ReloadAsync();
        (await Brightness(page)).ShouldBe(after);
        await page.GotoAsync("/learners");
        await page.Link(demo.Way("learner").Name).ClickAsync();
        (await Brightness(page)).ShouldBe(after);
        await page.Button("Change light or dark").ClickAsync();
        (await Brightness(page)).ShouldBe(before);
        teacher.Complaints.ShouldBeEmpty();
    }

    private static Task<double> Brightness(IPage page) => page.EvaluateAsync<double>(
        "() => { const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number); return (r + g + b) / 3; }");
}
