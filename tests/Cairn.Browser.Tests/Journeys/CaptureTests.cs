using System.Security.Cryptography;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>Work is captured where there is no line: the browser is closed and opened, and when the line is back each arrives once.</summary>
[Trait("Journey", "1")]
public sealed class CaptureTests(Demonstration demo)
{
    private const int Many = 5;

    [Fact]
    public async Task A_name_that_is_looked_for_stands_alone_and_who_is_ticked_stays_in_sight()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/capture");
        var names = page.Locator("[data-list=learners] .Check");
        var (first, last) = (names.First, (await names.Last.InnerTextAsync()).Trim());
        await first.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByLabel("Find a name").FillAsync(last.ToLowerInvariant());
        await Assertions.Expect(names.Filter(new() { Visible = true })).ToHaveCountAsync(2);
        await Assertions.Expect(first).ToBeVisibleAsync();
        await Assertions.Expect(names.Last).ToBeVisibleAsync();
        await page.GetByLabel("Find a name").FillAsync("");
        await Assertions.Expect(names.Filter(new() { Visible = true })).ToHaveCountAsync(await names.CountAsync());
    }

    [Fact]
    public async Task What_was_captured_without_a_line_survives_a_closed_browser_and_arrives_once()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var profile = Directory.CreateTempSubdirectory("cairn-profile-").FullName;
        var titles = Enumerable.Range(1, Many).Select(i => $"Bridge {i} {Guid.NewGuid():N}").ToList();
        byte[] paper = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(2_500_000)];
        string learner;
        try
        {
            await using (var first = await Opened(profile))
            {
                var page = first.Pages[0];
                await page.GotoAsync(demo.Way("teacher").Url);
                await page.GotoAsync("/capture");
                await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
                await page.WaitForFunctionAsync("async () => !!(await caches.match('/capture/offline')) && !!(await caches.match('/assets/js/capture-send.js'))");
                learner = await page.Locator("[data-list=learners] input").First.GetAttributeAsync("value") ?? "";

                await first.SetOfflineAsync(true);
                await page.GotoAsync("/capture");
                await Assertions.Expect(page.GetByText("No connection.")).ToBeVisibleAsync();
                foreach (var title in titles)
                {
                    await page.GetByLabel("What is it?").FillAsync(title);
                    await page.Locator("input[type=file]").Nth(1).SetInputFilesAsync(new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = paper });
                    await page.Locator($"input[name=learners][value='{learner}']").First.CheckAsync();
                    await page.Button("Save").ClickAsync();
                    await Assertions.Expect(page.Locator("capture-queue").GetByText(title)).ToBeVisibleAsync();
                }

                await Assertions.Expect(page.GetByText($"Waiting on this device: {Many}")).ToBeVisibleAsync();
            }

            await using (var second = await Opened(profile))
            {
                var page = second.Pages[0];
                await second.SetOfflineAsync(true);
                await page.GotoAsync("/capture");
                await Assertions.Expect(page.GetByText($"Waiting on this device: {Many}")).ToBeVisibleAsync();
                // A session of a browser ends with it: whoever comes back signs in again, and the queue is theirs.
                await second.SetOfflineAsync(false);
                await page.GotoAsync(demo.Way("teacher").Url);
                await page.GotoAsync("/capture");
                await Assertions.Expect(page.Locator("capture-queue [data-state=saved]")).ToHaveCountAsync(Many, new() { Timeout = 60_000 });
                await page.GotoAsync("/capture");
                await Assertions.Expect(page.Locator("capture-queue")).ToBeHiddenAsync();

                await page.GotoAsync($"/learners/{learner}/work");
                foreach (var title in titles) (await page.GetByText(title, new() { Exact = true }).CountAsync()).ShouldBe(1);
                var address = await page.GetByText("plan.pdf").First.GetAttributeAsync("href");
                var hash = await page.EvaluateAsync<string>("async address => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await (await fetch(address)).arrayBuffer()))].map(one => one.toString(16).padStart(2, '0')).join('')", address);
                hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(paper)));
            }
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [Fact]
    [Trait("Abuse", "L16")]
    public async Task Whoever_signs_out_leaves_no_name_and_the_next_person_sends_nothing_of_theirs()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        var asked = "";
        page.Dialog += async (_, dialog) => { asked = dialog.Message; await dialog.AcceptAsync(); };
        await page.GotoAsync("/capture");
        await page.WaitForFunctionAsync("async () => !!(await caches.match('/capture/offline'))");
        await page.RouteAsync("**/captures**", route => route.AbortAsync());
        await page.GetByLabel("In words").FillAsync("Kept for later");
        await page.Locator("[data-list=learners] input").First.CheckAsync();
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("Waiting on this device: 1")).ToBeVisibleAsync();

        await page.Button("Sign out").ClickAsync();
        await Assertions.Expect(page.Heading("Welcome to Cairn")).ToBeVisibleAsync();
        asked.ShouldContain("1");
        (await Names(page)).ShouldBe(0);
        (await page.EvaluateAsync<int>("async () => (await caches.keys()).length")).ShouldBe(0);

        await page.UnrouteAsync("**/captures**");
        await page.GotoAsync(demo.Way("learner").Url);
        await page.GotoAsync("/capture");
        await Assertions.Expect(page.GetByText("Waiting for somebody else who signs in here: 1")).ToBeVisibleAsync();
        (await page.GetByText("Kept for later").CountAsync()).ShouldBe(0);
        teacher.Complaints.Where(one => one.Contains("policy:", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voice_a_picture_and_a_face_fit_a_phone_and_complain_of_nothing()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await using var teacher = await demo.Somebody("teacher", 0, new() { ViewportSize = new ViewportSize { Width = 375, Height = 812 }, HasTouch = true, IsMobile = true });
        var page = teacher.Page;
        await page.GotoAsync("/capture");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await page.Locator(".Capture-ways .Button, .Capture-names .Check").EvaluateAllAsync<float[]>("all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)")).ShouldAllBe(height => height >= 44);
        var picture = await page.EvaluateAsync<string>("() => { const one = document.createElement('canvas'); one.width = one.height = 300; one.getContext('2d').fillRect(40, 40, 90, 90); return one.toDataURL('image/png').split(',')[1]; }");
        var title = $"Picture {Guid.NewGuid():N}";
        await page.GetByLabel("What is it?").FillAsync(title);
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "seen.png", MimeType = "image/png", Buffer = Convert.FromBase64String(picture) });
        await Assertions.Expect(page.Locator("img.Capture-seen")).ToBeVisibleAsync();
        var box = page.Locator("[data-list=learners] input").First;
        var learner = await box.GetAttributeAsync("value");
        await box.CheckAsync();
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.Locator("capture-queue [data-state=saved]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("capture-queue [data-state=saved] a")).ToHaveTextAsync("Judge it in one pass");
        await Assertions.Expect(page.Locator("[data-said] a")).ToHaveTextAsync("Judge it in one pass");
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByLabel("In words")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#capture-wrong")).ToBeInViewportAsync();

        await page.GotoAsync($"/learners/{learner}/work");
        await Assertions.Expect(page.Locator(".WorkFiles img").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        (await page.Locator(".WorkFiles img").First.EvaluateAsync<int>("async one => { await one.decode(); return one.naturalWidth; }")).ShouldBe(300);
        await page.GetByRole(AriaRole.Link, new() { Name = "Faces of others" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("face-marker.Faces")).ToBeVisibleAsync();
        await page.Locator("face-marker img").EvaluateAsync("one => one.decode()");
        await page.Locator("face-marker").ScrollIntoViewIfNeededAsync();
        var seen = await page.Locator("face-marker img").BoundingBoxAsync();
        await page.Mouse.MoveAsync(seen!.X + (seen.Width * 0.2f), seen.Y + (seen.Height * 0.2f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(seen.X + (seen.Width * 0.5f), seen.Y + (seen.Height * 0.6f));
        await page.Mouse.UpAsync();
        (int.Parse(await page.GetByLabel("From the left").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture), int.Parse(await page.GetByLabel("Height").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture)).ShouldBe((200, 400), new PairsNear());
        await page.Button("Mark").ClickAsync();
        await Assertions.Expect(page.Heading("1 face is marked")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        teacher.Complaints.ShouldBeEmpty();
    }

    private static Task<int> Names(IPage page) => page.EvaluateAsync<int>("() => new Promise(done => { const ask = indexedDB.open('cairn-captures'); ask.onsuccess = () => { const all = ask.result.transaction('rosters').objectStore('rosters').count(); all.onsuccess = () => { ask.result.close(); done(all.result); }; }; })");

    private Task<IBrowserContext> Opened(string profile) => demo.Playwright.Chromium.LaunchPersistentContextAsync(profile, new()
    {
        ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-background-networking"], BaseURL = demo.Url.ToString(), ViewportSize = new ViewportSize { Width = 375, Height = 812 },
    });

    // To a dot or two of the screen.
    private sealed class PairsNear : IEqualityComparer<(int, int)>
    {
        public bool Equals((int, int) x, (int, int) y) => Math.Abs(x.Item1 - y.Item1) < 12 && Math.Abs(x.Item2 - y.Item2) < 12;

        public int GetHashCode((int, int) obj) => 0;
    }
}
