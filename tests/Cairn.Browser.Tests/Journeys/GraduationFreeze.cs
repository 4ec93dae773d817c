using System.Text;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A diploma that is awarded, and all that is frozen with it: the audit, the award's page, and the issued record in each form.</summary>
internal static class GraduationFreeze
{
    /// <summary>Awards the diploma of a learner who has all of it; says where the award is.</summary>
    public static async Task<string> Award(Person registrar, string diploma)
    {
        var page = registrar.Page;
        await page.GotoAsync(diploma);
        await page.GetByLabel("I looked at all of it").CheckAsync();
        await page.Button("Award it").ClickAsync();
        await Assertions.Expect(page.Heading("Who, when, by which rules")).ToBeVisibleAsync();
        await GraduationLook.At(registrar, dark: true);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>The bytes of everything that was frozen, by what it is. What stands around a page, such as the reader's own entries, is no part of it.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Read(Person registrar, string award)
    {
        var page = registrar.Page;
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["the audit"] = await Bytes(page, $"{award}/audit.json") };
        await page.GotoAsync(award);
        found["the page of the award"] = await Inner(page);
        // Issued by the award itself, with why.
        var record = page.Locator("main a[href*='transcript?edition=']");
        var edition = (await record.GetAttributeAsync("href"))!.Split('=')[^1];
        var transcript = (await record.GetAttributeAsync("href"))!.Split('?')[0];
        foreach (var form in (string[])["", "/courses"])
        {
            await page.GotoAsync($"{transcript}{form}?edition={edition}");
            found[$"the transcript{form}"] = await Inner(page);
            await GraduationLook.At(registrar);
        }

        found["the record as a file"] = await Bytes(page, $"{transcript}/file?edition={edition}");
        await page.GotoAsync(transcript.Replace("/transcript", "/records", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("graduation", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("Issue it")).ToHaveCountAsync(0);
        return found;
    }

    private static async Task<byte[]> Inner(IPage page) => Encoding.UTF8.GetBytes(await page.Locator("main").EvaluateAsync<string>("one => one.innerHTML"));

    private static async Task<byte[]> Bytes(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), path).ToString());
        answer.Ok.ShouldBeTrue($"{path}: {answer.Status}");
        return await answer.BodyAsync();
    }
}

/// <summary>A page as the eye and a screen reader meet it: nothing that axe finds, nothing wider than the window, on a desk and on a phone.</summary>
internal static class GraduationLook
{
    public static async Task At(Person person, bool dark = false)
    {
        var page = person.Page;
        (await Looks.Axe.Faults(page)).ShouldBeEmpty(page.Url);
        if (dark)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            (await Looks.Axe.Faults(page)).ShouldBeEmpty($"{page.Url} in the dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        await page.SetViewportSizeAsync(375, 800);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{page.Url} on a phone");
        await page.SetViewportSizeAsync(1280, 900);
    }
}
