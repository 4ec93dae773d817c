using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

public sealed class LearnerOnAPhoneTests(Demonstration demo)
{
    private static BrowserNewContextOptions Phone => new() { ViewportSize = new ViewportSize { Width = 375, Height = 812 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    [Fact]
    public async Task A_learner_sees_the_next_steps_opens_one_and_looks_around_by_the_tabs()
    {
        await using var learner = await demo.Somebody("learner", 0, Phone);
        var page = learner.Page;
        var given = demo.Way("learner").Name.Split(' ')[0];
        await Expect(page.Heading($"Hello, {given}"));
        var steps = page.GetByRole(AriaRole.Region, new() { Name = "Next steps" });
        (await steps.GetByRole(AriaRole.Heading, new() { Level = 3 }).CountAsync()).ShouldBe(3);

        var step = steps.GetByRole(AriaRole.Link).First;
        var title = await step.InnerTextAsync();
        await step.TapAsync();
        await Expect(page.Heading(title));
        await Expect(page.GetByText("more piece").First);

        await page.Tab("Work").TapAsync();
        await Expect(page.Heading("Newest first"));
        await Marks("Work");
        await page.Tab("Messages").TapAsync();
        await Expect(page.Heading("Messages"));
        await Marks("Messages");
        await page.Tab("Home").TapAsync();
        await Expect(page.Heading($"Hello, {given}"));
        await Marks("Home");
        learner.Complaints.ShouldBeEmpty();

        async Task Marks(string tab) => (await page.Tab(tab).GetAttributeAsync("aria-current")).ShouldBe("page");
    }

    [Fact]
    public async Task Every_target_is_large_enough_for_a_thumb()
    {
        await using var learner = await demo.Somebody("learner", 0, Phone);
        var tabs = await learner.Page.Locator(".Nav a, .Top button, .Step a").EvaluateAllAsync<float[]>("all => all.map(one => one.getBoundingClientRect().height)");
        tabs.Length.ShouldBeGreaterThan(5);
        tabs.ShouldAllBe(height => height >= 24);
        var navigation = await learner.Page.Locator(".Nav a").EvaluateAllAsync<float[]>("all => all.map(one => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width))");
        navigation.ShouldAllBe(size => size >= 44);
    }

    [Fact]
    public async Task A_younger_and_an_older_learner_of_one_room_each_see_their_own_stages()
    {
        await using var younger = await demo.Somebody("learner", 0, Phone);
        await using var older = await demo.Somebody("learner", 1, Phone);
        var (one, other) = (await younger.Page.Locator("main").InnerTextAsync(), await older.Page.Locator("main").InnerTextAsync());
        one.ShouldContain("stages ");
        other.ShouldContain("stages ");
        one.ShouldNotBe(other);
        one.ShouldNotContain(demo.Way("learner", 1).Name);
    }

    private static Task Expect(ILocator what) => Assertions.Expect(what).ToBeVisibleAsync();
}
