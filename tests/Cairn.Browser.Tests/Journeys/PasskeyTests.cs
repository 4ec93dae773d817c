using Cairn.App.Access.Accounts;
using Cairn.Browser.Tests.Running;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A leader is invited, makes a passkey, comes in without typing, proves who she is, and takes the passkey away again. The authenticator
/// is the browser's own imitation of one; localhost is a place where passkeys work without a certificate.</summary>
[Trait("engine", "sqlite")]
public sealed class PasskeyTests(Demonstration demo)
{
    private const string Password = "harbour lantern okapi 41";

    [Fact]
    public async Task A_passkey_is_made_signs_in_without_typing_proves_who_one_is_and_is_removed()
    {
        var browser = demo.Browser;
        var folder = Directory.CreateTempSubdirectory("cairn-browser-").FullName;
        var invitation = await Invite(new DataFolder(folder));
        await using var cairn = await CairnProcess.Serve(folder);
        await using var leader = await Person.With(await browser.NewContextAsync(new() { BaseURL = $"http://localhost:{cairn.Url.Port}", ViewportSize = new ViewportSize { Width = 1280, Height = 800 } }));
        var page = leader.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(invitation);
        await page.GetByLabel("Name to sign in by").FillAsync("lead");
        var password = page.GetByLabel("New password");
        await password.FillAsync(Password);
        await page.Button("Show").ClickAsync();
        (await password.GetAttributeAsync("type")).ShouldBe("text");
        await page.Button("Hide").ClickAsync();
        await page.Button("Make the account").ClickAsync();
        await Assertions.Expect(page.GetByText("One step before you begin")).ToBeVisibleAsync();
        await page.Link("Set up a passkey instead").ClickAsync();
        await page.Button("Add a passkey").ClickAsync();
        // One signs out on every page: she is in where the passkey has led her home.
        await page.WaitForURLAsync("**/learners*");

        await Out(page).ClickAsync();
        await page.Link("Sign in").ClickAsync();
        await page.Button("Use a passkey").ClickAsync();
        await Assertions.Expect(Out(page)).ToBeVisibleAsync();

        // With the password alone she does not come in any more.
        await Out(page).ClickAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name or email").FillAsync("LEAD");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Button("Sign in").ClickAsync();
        await Assertions.Expect(page.Heading("One more step")).ToBeVisibleAsync();
        await page.Button("Use a passkey").ClickAsync();
        await Assertions.Expect(Out(page)).ToBeVisibleAsync();

        // A form whose sender has to prove first who they are is there again afterwards, as it was typed.
        await page.GotoAsync("/accounts");
        await page.Locator("#username").FillAsync("somebody who is typed once");
        await page.RouteAsync("**/accounts/invite", route => route.FulfillAsync(new() { ContentType = "text/html", Body = """<meta http-equiv="refresh" content="0;url=/prove?back=%2Faccounts">""" }));
        await page.Locator("form[action='/accounts/invite'] button").ClickAsync();
        await page.Button("Use a passkey").ClickAsync();
        await page.WaitForURLAsync("**/accounts");
        (await page.Locator("#username").InputValueAsync()).ShouldBe("somebody who is typed once");
        await page.ReloadAsync();
        (await page.Locator("#username").InputValueAsync()).ShouldBe("", "kept once, and no longer");

        await page.GotoAsync("/prove?back=%2Faccount");
        await page.Button("Use a passkey").ClickAsync();
        await Assertions.Expect(page.Heading("Your sign-in")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("One step before you begin")).ToBeVisibleAsync();
        await page.GotoAsync("/learners");
        await Assertions.Expect(page.GetByText("One step before you begin")).ToBeVisibleAsync();
        leader.Complaints.ShouldBeEmpty();
    }

    // The list of one's sessions has a button of that name for each device.
    private static ILocator Out(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true });

    private static async Task<string> Invite(DataFolder folder)
    {
        District.Create(folder, "test", "Fern Hollow", "UTC");
        await using var district = District.OpenExisting(folder, "test", toWrite: true, TimeProvider.System);
        var lead = new EducatorId(Guid.CreateVersion7());
        return Invitations.PathOf(await district.Writer.Alone(turn =>
        {
            turn.Db.Add(new Educator(lead, "lead", "Dr. Lead", EducatorRole.Leader));
            turn.Db.SaveChanges();
            turn.Db.Add(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), lead, GrantedRole.DistrictLeader, null, null, new DateOnly(2020, 1, 1), null, default));
            return Invitations.Make(turn, ActorKind.Teacher, lead.Value, "", turn.Now);
        }, Acting.Operator));
    }
}
