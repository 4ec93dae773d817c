using System.Text.Json;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("engine", "sqlite")]
public sealed class KeyboardTests(Demonstration demo)
{
    private const int MostStops = 120;

    /// <summary>Where the focus is, whether its ring shows, and whether anything that stays on top covers it.</summary>
    private const string Focused = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const style = getComputedStyle(at), box = at.getBoundingClientRect();
          const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2);
          const top = document.elementFromPoint(x, y);
          return {
            name: (at.getAttribute('aria-label') || at.innerText || at.getAttribute('name') || at.tagName).trim(),
            ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            seen: !!top && (at.contains(top) || top.contains(at)),
            address: at.href || '',
          };
        }
        """;

    [Fact]
    public async Task From_the_address_bar_to_a_reason_with_Tab_and_Enter_alone()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        var name = demo.Way("learner").Name;
        await page.GotoAsync("/learners");
        await To(page, one => one.Name == name);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading(name)).ToBeVisibleAsync();
        await To(page, one => one.Address.EndsWith("/competencies/RD.1", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading("Why this level?")).ToBeVisibleAsync();
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.Keyboard.PressAsync("Tab");
        (await Where(page)).ShouldNotBeNull().Name.ShouldBe("Skip to content");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "/", 1280)]
    [InlineData("teacher", "/learners", 1280)]
    [InlineData("teacher", "/framework", 1280)]
    [InlineData("teacher", "/grid", 1280)]
    [InlineData("teacher", "/grid", 375)]
    [InlineData("leader", "/imports", 1280)]
    [InlineData("leader", "/imports", 375)]
    [InlineData("teacher", "/learners", 375)]
    [InlineData("learner", "/", 1280)]
    [InlineData("learner", "/", 375)]
    [InlineData("learner", "RD.1", 1280)]
    [InlineData("learner", "RD.1", 375)]
    [InlineData("learner", "work", 375)]
    public async Task Every_stop_shows_its_ring_and_none_is_covered(string role, string path, int width)
    {
        await using var person = await demo.Somebody(role.Length == 0 ? null : role, 0, new() { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        var page = person.Page;
        await page.GotoAsync(path.StartsWith('/') ? path : path == "work" ? $"{page.Url}/work" : $"{page.Url}/competencies/{path}");
        var stops = await To(page, _ => false);
        stops.Count.ShouldBeGreaterThan(role.Length == 0 ? 0 : 4);
        stops.Where(one => !one.Ring).Select(one => one.Name).ShouldBeEmpty("no ring");
        stops.Where(one => !one.Seen).Select(one => one.Name).ShouldBeEmpty("covered");
    }

    /// <summary>Tabs on until a stop is the one that is looked for, or the page ends.</summary>
    private static async Task<IReadOnlyList<Stop>> To(IPage page, Func<Stop, bool> isIt)
    {
        var stops = new List<Stop>();
        while (stops.Count < MostStops)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await Where(page) is not { } stop) return stops;
            stops.Add(stop);
            if (isIt(stop)) return stops;
        }

        return stops;
    }

    private static async Task<Stop?> Where(IPage page) =>
        await page.EvaluateAsync<JsonElement?>(Focused) is { ValueKind: JsonValueKind.Object } at
            ? new Stop(at.GetProperty("name").GetString()!, at.GetProperty("ring").GetBoolean(), at.GetProperty("seen").GetBoolean(), at.GetProperty("address").GetString()!) : null;

    private sealed record Stop(string Name, bool Ring, bool Seen, string Address);
}
