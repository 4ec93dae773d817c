using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Looks;

/// <summary>Every page of the classroom, in both lights and at both widths: nothing that axe finds, nothing that sticks out, with long words and from right to left too.</summary>
[Trait("engine", "sqlite")]
public sealed class RoomPlaceTests(Demonstration demo)
{
    public static TheoryData<string> Names => [.. RoomPlaces.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everybody_can_use_a_page_of_the_classroom(string place)
    {
        await using var person = await RoomPlaces.All.Single(one => one.Name == place).Open(demo);
        var (page, faults) = (person.Page, new List<string>());
        await Look("wide", 1280);
        await Look("wide, dark", 1280, ColorScheme.Dark);
        await Look("phone, dark", 375, ColorScheme.Dark);
        await Look("phone", 375);
        await Look("narrow", 320, axe: false);
        foreach (var language in (string[])["en-XA", "ar-XB"])
        {
            await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Language"] = language });
            await page.ReloadAsync();
            await Look($"narrow, {language}", 320, axe: false);
        }

        faults.ShouldBeEmpty();
        person.Complaints.ShouldBeEmpty();

        async Task Look(string how, int width, ColorScheme light = ColorScheme.Light, bool axe = true)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = light, ReducedMotion = ReducedMotion.Reduce });
            var found = axe ? await Axe.Faults(page) : [];
            faults.AddRange(found.Concat(await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).Select(one => $"{how}: {one}"));
        }
    }

    [Fact]
    public async Task What_was_just_made_can_be_used_too()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/learners");
        await page.Link(demo.Way("learner").Name).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/learners/", StringComparison.Ordinal));
        var (home, faults) = (page.Url, new List<string>());

        await page.GotoAsync("/flex");
        await Press("Make it");
        var slot = page.Url.Split('?')[0];
        foreach (var path in (string[])["/draft", "/lists"]) await Open(slot + path);
        await page.GotoAsync("/plans/templates");
        await page.GetByLabel("Name").FillAsync("First year in the Loft, for those who come in the middle of it");
        await Press("Make it");
        await page.GotoAsync("/resources");
        await page.GetByLabel("What it helps with").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Name").FillAsync("Where rivers begin");
        await Press("Save");
        await page.GotoAsync(home + "/plan");
        await Press("Begin the plan");
        await page.GotoAsync(home + "/check-ins");
        await Press("Plan it");
        await page.GotoAsync("/tasks/new");
        await page.GetByLabel("Title or question").FillAsync("How does a river begin?");
        await Press("Save");
        faults.ShouldBeEmpty();
        teacher.Complaints.ShouldBeEmpty();

        async Task Press(string name)
        {
            await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync(), answer => answer.Status == 200 && answer.Request.IsNavigationRequest);
            await page.WaitForLoadStateAsync();
            await Look();
        }

        async Task Open(string path)
        {
            await page.GotoAsync(path);
            await Look();
        }

        async Task Look()
        {
            foreach (var (width, light) in ((int, ColorScheme)[])[(375, ColorScheme.Dark), (1280, ColorScheme.Light)])
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = light, ReducedMotion = ReducedMotion.Reduce });
                faults.AddRange((await Axe.Faults(page)).Concat(await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).Select(one => $"{page.Url} at {width}: {one}"));
            }
        }
    }
}
