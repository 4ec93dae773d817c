using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>From the link that is printed to a district that is open, with a passkey; every page on the way is looked at by axe.</summary>
public sealed class FirstRunTests(Demonstration demo)
{
    [Fact]
    public async Task Who_opens_the_link_begins_a_district_and_is_signed_in_by_a_passkey()
    {
        await using var cairn = await CairnProcess.Serve(Directory.CreateTempSubdirectory("cairn-browser-").FullName);
        await using var lead = await Person.With(await demo.Browser.NewContextAsync(new() { BaseURL = $"http://localhost:{cairn.Url.Port}", ViewportSize = new ViewportSize { Width = 1280, Height = 800 }, TimezoneId = "America/Denver" }));
        var page = lead.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(cairn.FirstRun!);
        await Look(page, "Welcome to Cairn");
        await page.Link("Restore a backup").ClickAsync();
        await Look(page, "Bring back a district");
        await page.Link("Back").ClickAsync();
        await page.Link("Begin a district").ClickAsync();
        await Look(page, "What are you called?");
        (await page.GetByLabel("Time zone").InputValueAsync()).ShouldBe("America/Denver", "that of whoever sets it up, not of the server");
        await page.Button("Next: Levels").ClickAsync();
        await Look(page, "What are you called?");
        await page.GetByLabel("Name of the district or school").FillAsync("Fern Hollow");
        await page.Button("Next: Levels").ClickAsync();
        await Look(page, "How do you name your levels?");
        await page.Button("Next: Competencies").ClickAsync();
        await Look(page, "What is to be learned?");
        await page.Button("Next: People").ClickAsync();
        await Look(page, "Who is here?");

        // Left, and found again.
        await page.Link("Finish later, without this page").ClickAsync();
        await page.Link("Go on here").ClickAsync();
        await page.Link("Go on with Fern Hollow").ClickAsync();
        await page.GetByLabel("Nobody yet").CheckAsync();
        await page.Button("Next: You").ClickAsync();
        await Look(page, "Who are you?");
        await page.GetByLabel("Your name").FillAsync("Dr. Lead");
        await page.GetByLabel("Name to sign in by").FillAsync("lead");
        await page.Button("Next: your sign-in").ClickAsync();
        await Look(page, "How will you sign in?");
        await page.Button("Make a passkey").ClickAsync();
        // The district goes through a backup into its place, and is looked over there.
        await Assertions.Expect(page.Heading("Fern Hollow is open")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Look(page, "Fern Hollow is open");
        await page.Link("Go to your district").ClickAsync();
        await Assertions.Expect(page.Button("Sign out")).ToBeVisibleAsync();

        await page.Button("Sign out").ClickAsync();
        await page.Link("Sign in").ClickAsync();
        await page.Button("Use a passkey").ClickAsync();
        await Assertions.Expect(page.Button("Sign out")).ToBeVisibleAsync();
    }

    private static async Task Look(IPage page, string title)
    {
        await Assertions.Expect(page.Heading(title)).ToBeVisibleAsync();
        (await Axe.Faults(page)).ShouldBeEmpty(title);
    }
}
