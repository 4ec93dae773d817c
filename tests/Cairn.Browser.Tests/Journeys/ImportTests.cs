using System.IO.Compression;
using System.Text;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A leader brings a roster in, mends it, and takes it back. In a demonstration of its own: it changes who is there.</summary>
public sealed class ImportTests(Demonstration demo) : IAsyncLifetime
{
    private const string Mended = "loft,ada,student\n";
    private const string Broken = "loft,ada,student\nloft,ghost,student\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-roster-").FullName;
    private CairnProcess? _cairn;

    private string Leader => _cairn!.Ways.Single(one => one.Role == "leader").Url;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null) _cairn = await CairnProcess.Demo(6, invented: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cairn is not null) await _cairn.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_roster_with_errors_is_mended_brought_in_and_undone_by_keyboard()
    {
        await using var leader = await Person(1280);
        var page = leader.Page;
        await Press(page, page.Tab("Office"));
        await Press(page, page.Link("Imports"));
        await Assertions.Expect(page.Heading("Nothing was brought in yet").First).ToBeVisibleAsync();
        await Bring(page, "broken.zip", Broken);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 row needs you", Level = 1 })).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ghost" });
        await Assertions.Expect(row).ToContainTextAsync("userSourcedId");
        await Assertions.Expect(row).ToContainTextAsync("add the person to users.csv");
        await Assertions.Expect(page.Button("Bring it in")).ToHaveCountAsync(0);
        await Press(page, page.Link("Bring something in"));

        await Bring(page, "mended.zip", Mended);
        await Assertions.Expect(page.Heading("mended.zip can come in")).ToBeVisibleAsync();
        await Press(page, page.Button("Bring it in"));
        await Assertions.Expect(page.Heading("mended.zip is in")).ToBeVisibleAsync();
        await page.GotoAsync("/learners?q=Byron");
        await Assertions.Expect(page.Link("Ada Byron")).ToBeVisibleAsync();

        await page.GotoAsync("/imports");
        await Press(page, page.Link("mended.zip"));
        await Press(page, page.GetByText("Undo this import"), "summary");
        await Press(page, page.Button("Undo it now"));
        await Assertions.Expect(page.Heading("mended.zip was undone")).ToBeVisibleAsync();
        await page.GotoAsync("/learners?q=Byron");
        await Assertions.Expect(page.Link("Ada Byron")).ToHaveCountAsync(0);
        leader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_the_page_shows_by_itself_that_the_roster_was_read()
    {
        await using var leader = await Person(1280, scripts: false);
        var page = leader.Page;
        await page.GotoAsync("/imports");
        await Bring(page, "mended.zip", Mended);
        // The page asks again by itself every two seconds.
        await Assertions.Expect(page.Heading("mended.zip can come in")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task In_any_light_width_and_direction_its_pages_have_no_fault()
    {
        await using var leader = await Person(1280);
        var page = leader.Page;
        await page.GotoAsync("/imports");
        await Bring(page, "broken.zip", Broken);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 row needs you", Level = 1 })).ToBeVisibleAsync();
        var broken = page.Url;
        await page.GotoAsync("/imports");
        await Bring(page, "mended.zip", Mended);
        await Assertions.Expect(page.Heading("mended.zip can come in")).ToBeVisibleAsync();
        var faults = new List<string>();
        foreach (var address in (string[])[page.Url, broken, "/imports"])
            foreach (var language in (string[])["en", "ar-XB", "en-XA", "es"])
            {
                await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Language"] = language });
                await page.GotoAsync(address);
                foreach (var (width, light) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (375, ColorScheme.Light), (375, ColorScheme.Dark), (320, ColorScheme.Light)])
                {
                    await page.SetViewportSizeAsync(width, 800);
                    await page.EmulateMediaAsync(new() { ColorScheme = light, ReducedMotion = ReducedMotion.Reduce });
                    faults.AddRange((await Axe.Faults(page)).Concat(await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).Select(one => $"{address} {language} {width} {light}: {one}"));
                }
            }

        faults.ShouldBeEmpty();
        leader.Complaints.ShouldBeEmpty();
    }

    private async Task<Person> Person(int width, bool scripts = true)
    {
        var person = await Running.Person.With(await demo.Browser.NewContextAsync(new() { BaseURL = _cairn!.Url.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 800 }, JavaScriptEnabled = scripts }));
        await person.Page.GotoAsync(Leader);
        return person;
    }

    /// <summary>Chooses a zip and sends the form with Enter.</summary>
    private async Task Bring(IPage page, string name, string enrollments)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, Zip(enrollments));
        await page.GetByLabel("Files").SetInputFilesAsync(path);
        await Press(page, page.Button("Look at it first"));
    }

    private static async Task Press(IPage page, ILocator what, string? within = null)
    {
        await (within is null ? what : page.Locator(within)).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static byte[] Zip(string enrollments)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("orgs.csv", "sourcedId,name,type\ns,Pier School,school\n");
            Put("classes.csv", "sourcedId,title,schoolSourcedId\nloft,The Loft,s\n");
            Put("users.csv", "sourcedId,username,givenName,familyName,role,orgSourcedIds\nada,ada.b,Ada,Byron,student,s\n");
            Put("enrollments.csv", "classSourcedId,userSourcedId,role\n" + enrollments);

            void Put(string name, string text)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return to.ToArray();
    }
}
