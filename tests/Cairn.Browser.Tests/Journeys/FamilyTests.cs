using System.Text.RegularExpressions;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A parent opens the one screen on a phone, reads the answer, and goes to the work behind it.</summary>
[Trait("Journey", "6")]
public sealed class FamilyTests(Demonstration demo)
{
    private const int Height = 812;

    /// <summary>The words that stand in the window before anybody scrolls.</summary>
    private const string FirstViewport = """
        () => [...document.querySelectorAll('main h1, main .Lead, main h2, main h3, main p, main .Tag')]
          .filter(one => { const at = one.getBoundingClientRect(); return at.height > 0 && at.bottom <= innerHeight; })
          .map(one => one.innerText.trim()).filter(one => one.length > 0)
        """;

    [Theory]
    [InlineData("en", "on track|needs more time|too early", "Next is|All that we look for")]
    [InlineData("es", "va bien|necesita más tiempo|muy pronto", "Sigue|Ya mostró")]
    [InlineData("vi", "theo kịp|cần thêm thời gian|quá sớm", "Bước tiếp theo|Sắp tới|Mọi điều")]
    public async Task The_first_screen_of_a_phone_answers_in_the_familys_language(string language, string answer, string next)
    {
        await using var parent = await demo.Somebody("family", 0, new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 375, Height = Height }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2, ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = language },
        });
        var page = parent.Page;
        await page.WaitForURLAsync("**/family");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);

        var said = await page.EvaluateAsync<string[]>(FirstViewport);
        var all = string.Join('\n', said);
        Is(said[0], answer).ShouldBeTrue(all);
        Is(all, next).ShouldBeTrue(all);
        Is(all, @"\d[.,]\d|\b[A-Z]{2}\.\d").ShouldBeFalse(all);
        (await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).ShouldBeEmpty();
        (await Axe.Faults(page)).ShouldBeEmpty();

        await page.Locator("main a[href*='/family/work']").First.TapAsync();
        await page.WaitForURLAsync("**/family/work**");
        (await page.Locator(".EvidenceCard").CountAsync()).ShouldBeGreaterThan(0);
        (await Axe.Faults(page)).ShouldBeEmpty();
        parent.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parent_changes_the_language_where_they_are()
    {
        await using var parent = await demo.Somebody("family");
        await parent.Page.WaitForURLAsync("**/family");
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếng Việt" }).ClickAsync();
        (await parent.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("vi");
        new Uri(parent.Page.Url).AbsolutePath.ShouldBe("/family");
        parent.Complaints.ShouldBeEmpty();
    }

    private static bool Is(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
