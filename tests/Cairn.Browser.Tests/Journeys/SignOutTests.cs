using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("engine", "sqlite")]
public sealed class SignOutTests(Demonstration demo)
{
    [Fact]
    public async Task After_signing_out_the_Back_button_shows_no_record()
    {
        // Playwright switches off the pages that a browser keeps whole to go back to: here they are what is tried.
        var options = Demonstration.Options();
        options.IgnoreDefaultArgs = ["--disable-back-forward-cache"];
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var browser = await demo.Playwright.Chromium.LaunchAsync(options);
        await using var learner = await Person.With(await browser.NewContextAsync(new() { BaseURL = demo.Url.ToString() }));
        var page = learner.Page;
        var way = demo.Way("learner");
        await page.GotoAsync(way.Url);
        var home = page.Url;
        await Assertions.Expect(page.Heading("Next steps")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await Assertions.Expect(page.Heading("Welcome to Cairn")).ToBeVisibleAsync();

        await page.EvaluateAsync("() => history.back()");
        await Assertions.Expect(page.Heading("Sign in first")).ToBeVisibleAsync();
        (await page.ContentAsync()).ShouldNotContain(way.Name.Split(' ')[0]);
        var reloaded = await page.GotoAsync(home);
        reloaded.ShouldNotBeNull().Status.ShouldBe(401);
        (await page.ContentAsync()).ShouldNotContain(way.Name.Split(' ')[0]);
    }

    [Fact]
    public async Task Signing_out_in_one_window_ends_the_other()
    {
        await using var teacher = await demo.Somebody("teacher");
        var other = await teacher.Page.Context.NewPageAsync();
        await other.GotoAsync("/learners");
        await teacher.Page.Button("Sign out").ClickAsync();
        await Assertions.Expect(teacher.Page.Heading("Welcome to Cairn")).ToBeVisibleAsync();
        (await other.ReloadAsync()).ShouldNotBeNull().Status.ShouldBe(401);
        await Assertions.Expect(other.Heading("Sign in first")).ToBeVisibleAsync();
        await other.Link("Back to the start").ClickAsync();
        await Assertions.Expect(other.Heading("Welcome to Cairn")).ToBeVisibleAsync();
    }
}
