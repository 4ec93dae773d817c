using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Looks;

/// <summary>Every kind of page, in every light, width and direction: nothing that axe finds, nothing that sticks out, nothing the browser complains of.</summary>
[Trait("engine", "sqlite")]
public sealed class PlaceTests(Demonstration demo)
{
    private const string Spanish = "es";
    private const string Longer = "en-XA";
    private const string RightToLeft = "ar-XB";

    /// <summary>What is wider than the page and does not scroll by itself.</summary>
    internal const string SticksOut = """
        () => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
          .filter(one => !one.closest('.Scroll, .Grid-box, .Filters, .sr') && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1))
          .map(one => `${one.tagName.toLowerCase()}.${one.getAttribute('class')}: ${one.textContent.trim().slice(0, 40)}`)
          .concat([`page is ${document.scrollingElement.scrollWidth} wide in a window of ${innerWidth}`]).slice(-5)
        """;

    public static TheoryData<string> Names => [.. Place.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everybody_can_use_it_in_any_light_width_and_direction(string place)
    {
        await using var person = await Place.All.Single(one => one.Name == place).Open(demo);
        var page = person.Page;
        var faults = new List<string>();
        await Look("wide", 1280);
        await Look("wide, dark", 1280, ColorScheme.Dark);
        await Look("wide, forced colours", 1280, forced: ForcedColors.Active);
        await Look("phone, dark", 375, ColorScheme.Dark);
        await Look("phone", 375);
        await Look("narrow", 320, axe: false);
        await Turn(RightToLeft);
        await Look("wide, right to left", 1280);
        await Look("phone, right to left", 375);
        await Look("narrow, right to left", 320, axe: false);
        await Turn(Longer);
        await Look("wide, long words", 1280);
        await Look("phone, long words", 375);
        await Look("narrow, long words", 320, axe: false);
        await Turn(Spanish);
        await Look("wide, Spanish", 1280);
        await Look("phone, Spanish", 375);
        await Look("narrow, Spanish", 320, axe: false);
        faults.ShouldBeEmpty();
        person.Complaints.ShouldBeEmpty();

        async Task Look(string how, int width, ColorScheme light = ColorScheme.Light, ForcedColors forced = ForcedColors.None, bool axe = true)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = light, ForcedColors = forced, ReducedMotion = ReducedMotion.Reduce });
            var found = axe ? await Axe.Faults(page) : [];
            faults.AddRange(found.Concat(await page.EvaluateAsync<string[]>(SticksOut)).Select(one => $"{how}: {one}"));
        }

        async Task Turn(string language)
        {
            await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Language"] = language });
            await page.ReloadAsync();
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        }
    }

    [Fact]
    public async Task A_fault_that_is_put_in_is_found()
    {
        await using var person = await demo.Somebody();
        await person.Page.GotoAsync("/");
        await person.Page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main');
              main.append(document.createElement('img'));
              for (const name of ['a', 'b']) {
                const small = main.appendChild(document.createElement('button'));
                Object.assign(small.style, { width: '10px', height: '10px', padding: 0, border: 0, minHeight: 0 });
                small.setAttribute('aria-label', name);
              }
              const pale = main.appendChild(document.createElement('p'));
              pale.textContent = 'Too pale';
              pale.style.color = '#eee';
              pale.style.width = '3000px';
            }
            """);
        var found = (await Axe.Faults(person.Page)).Select(one => one.Split(':')[0]).ToList();
        foreach (var rule in (string[])["image-alt", "target-size", "color-contrast"]) found.ShouldContain(rule);
        (await person.Page.EvaluateAsync<string[]>(SticksOut)).ShouldNotBeEmpty();
    }
}
