using System.Diagnostics;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>
/// A Moonshot day, as one story: a nine-year-old proposes, a teacher edits and accepts, a phone captures, one pass judges, everybody's board
/// follows, and a parent reads it in Spanish. Nobody enters a grade level, a course or a period anywhere.
/// </summary>
[Trait("Journey", "1")]
public sealed class MoonshotDayTests(Demonstration demo)
{
    private const float TwoSeconds = 2000;
    private const int MostEvents = 12;
    private const string CountEvents = "() => { window.events = 0; for (const one of ['keydown', 'pointerdown']) addEventListener(one, () => window.events++, true); }";
    private const string HeardAtLeast = "async one => { one.preload = 'auto'; one.load(); await new Promise((done, fail) => { one.oncanplay = done; one.onerror = () => fail(new Error('no sound')); }); return one.currentSrc.length; }";
    private static readonly TimeSpan Note = TimeSpan.FromSeconds(20);

    // Three subjects: people and places, mathematics, reading and writing. Ratios have two parts: five skills in all.
    private static readonly string[] Aims = ["Maps and places", "Parts, shares and ratios", "Measuring well", "Explaining in writing"];
    private const int Skills = 5;

    [Theory]
    [InlineData(1280, false)]
    [InlineData(375, false)]
    [InlineData(1280, true)]
    public async Task From_a_childs_idea_to_what_a_parent_reads(int width, bool byKeyboard)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        var options = Demonstration.Options();
        options.Args = [.. options.Args!, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
        await using var browser = await demo.Playwright.Chromium.LaunchAsync(options);
        var question = $"African foods {Guid.NewGuid():N}"[..22];
        var title = $"Stall {Guid.NewGuid():N}"[..14];
        await using var teacher = await Open(browser, "teacher", width);
        await using var colleague = await Open(browser, "co-teacher", 1280);
        await using var wall = await Open(browser, "co-teacher", 1280);
        await using var kid = await Open(browser, "learner", width);
        await colleague.Page.GotoAsync("/board");
        await wall.Page.GotoAsync(colleague.Page.Url + "?wall");
        foreach (var board in (Person[])[colleague, wall]) await board.Page.WaitForFunctionAsync("() => customElements.get('cairn-board')");
        await Look(colleague);
        await Look(wall);
        var home = new Uri(kid.Page.Url).AbsolutePath;

        var project = await Propose(kid, home, question);
        await Expect(colleague.Page.Locator("[data-list=waiting]").GetByText(question)).ToBeVisibleAsync(new() { Timeout = TwoSeconds });

        // The teacher puts another word into it and accepts.
        var page = teacher.Page;
        await page.GotoAsync(project);
        await Look(teacher);
        await Do(page.Link("Change the project"), byKeyboard);
        await page.GetByLabel("What comes of it").FillAsync("A market stall with a price list, and a map of where each dish comes from");
        await Look(teacher);
        await Do(page.Button("Save"), byKeyboard);
        await page.GetByLabel("Words for the team").FillAsync("Ask somebody at home for one recipe.");
        await Do(page.Button("Accept"), byKeyboard);
        foreach (var board in (Person[])[colleague, wall]) await Expect(board.Page.Locator("[data-list=planning], [data-list=making]").GetByText(question).First).ToBeVisibleAsync(new() { Timeout = TwoSeconds });
        await Expect(page.GetByText("Under way", new() { Exact = true })).ToBeVisibleAsync();
        await Look(teacher);

        await using (var phone = await Open(browser, "learner", 375)) await Capture(phone, home, question, title);

        // Five skills of the piece that is there: one pass, one request.
        await page.GotoAsync(project);
        await Do(page.Link(title), byKeyboard);
        await Expect(page.Heading(title)).ToBeVisibleAsync();
        await Look(teacher);
        await Do(page.Link("Judge it in one pass"), byKeyboard);
        await JudgeInOnePass(teacher, byKeyboard);

        await OnlyWords(teacher, byKeyboard);

        await using (var parent = await Open(browser, "family", width, "es-US")) await Read(parent, home, title);

        // A hand goes up, and all boards show it.
        await kid.Page.GotoAsync(home);
        await Look(kid);
        await Do(kid.Page.Button($"I’m on this now: {question}"), byKeyboard);
        await Expect(kid.Page.GetByText("You are on this now").First).ToBeVisibleAsync();
        var name = (await kid.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync())["Hello, ".Length..];
        await Do(kid.Page.Button("I would like a hand"), byKeyboard);
        await Expect(colleague.Page.Locator("[data-list=waiting]").GetByText($"{name} would like a hand")).ToBeVisibleAsync(new() { Timeout = TwoSeconds });
        await Expect(wall.Page.Locator("li").Filter(new() { HasText = question }).GetByText("Would like a hand").First).ToBeVisibleAsync(new() { Timeout = TwoSeconds });
        await Do(kid.Page.Button("I don’t need it any more"), byKeyboard);
        await Expect(colleague.Page.Locator("[data-list=waiting]").GetByText($"{name} would like a hand")).ToBeHiddenAsync(new() { Timeout = TwoSeconds });
        foreach (var one in (Person[])[teacher, colleague, wall, kid]) one.Complaints.ShouldBeEmpty();
    }

    private static async Task<string> Propose(Person kid, string home, string question)
    {
        var page = kid.Page;
        await page.GotoAsync($"{home}/projects/new");
        await Look(kid);
        await page.GetByLabel("My question").FillAsync(question);
        await page.GetByLabel("What comes of it").FillAsync("A market stall with a price list and a map");
        await page.GetByLabel("How people will see what was learned").FillAsync("I scale each recipe for the class by ratio, measure the amounts, and write labels that explain where each dish comes from");
        foreach (var aim in Aims)
        {
            var row = page.Locator(".Suggest").Filter(new() { Has = page.GetByText(aim, new() { Exact = true }) });
            await Expect(row).ToBeVisibleAsync();
            (await row.Locator("mark").CountAsync()).ShouldBeGreaterThan(0, $"{aim}: the words that say why");
            (await row.Locator("[class^=Level]").CountAsync()).ShouldBe(1, $"{aim}: at their own level");
            await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await Look(kid);
        await page.Button("Ask my teacher").ClickAsync();
        await Expect(page.GetByText("Waits for an answer", new() { Exact = true })).ToBeVisibleAsync();
        await Look(kid);
        return page.Url;
    }

    private static async Task Capture(Person phone, string home, string question, string title)
    {
        var page = phone.Page;
        await page.GotoAsync(home);
        await page.Link($"Add to it: {question}").ClickAsync();
        await Expect(page.GetByText($"For “{question}”")).ToBeVisibleAsync();
        await Look(phone);
        foreach (var aim in Aims) (await page.GetByLabel(aim).IsCheckedAsync()).ShouldBeTrue($"{aim}: said already, by the project");
        await page.GetByLabel("What is it?").FillAsync(title);
        var picture = await page.EvaluateAsync<string>("() => { const one = document.createElement('canvas'); one.width = one.height = 300; one.getContext('2d').fillRect(40, 40, 90, 90); return one.toDataURL('image/png').split(',')[1]; }");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "stall.png", MimeType = "image/png", Buffer = Convert.FromBase64String(picture) });
        var began = Stopwatch.StartNew();
        await page.Button("Record your voice").ClickAsync();
        // The clock of the note itself says when it is long enough.
        await Expect(page.Locator("voice-note button")).ToContainTextAsync("0:20", new() { Timeout = 40_000 });
        began.Elapsed.ShouldBeGreaterThan(Note - TimeSpan.FromSeconds(1));
        await page.Locator("voice-note button").ClickAsync();
        await Expect(page.Locator("[data-chosen] li")).ToHaveCountAsync(2);
        await Look(phone);
        await page.Button("Save").ClickAsync();
        await Expect(page.Locator("capture-queue [data-state=saved]")).ToHaveCountAsync(1);
        phone.Complaints.ShouldBeEmpty();
    }

    private static async Task JudgeInOnePass(Person teacher, bool byKeyboard)
    {
        var page = teacher.Page;
        await Expect(page.Locator("cairn-rubric fieldset:has([name=competency])")).ToHaveCountAsync(Skills);
        await Expect(page.Locator(".WorkFiles img")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator(".WorkFiles audio")).ToBeVisibleAsync();
        await Look(teacher);
        await page.EvaluateAsync(CountEvents);
        var (requests, events) = (0, 0);
        page.Request += (_, asked) => { if (asked.Method == "POST") requests++; };
        var first = page.Locator("[data-row] input[type=radio]").First;
        if (byKeyboard) await first.FocusAsync();
        else await first.ClickAsync();
        foreach (var key in (string[])["3", "2", "4", "3", "3"]) await page.Keyboard.PressAsync(key);
        await page.Locator("[name=note]").FillAsync("Your map tells where each dish lives.");
        events = await page.EvaluateAsync<int>("() => window.events");
        await Do(page.Button("Save"), byKeyboard);
        await Expect(page.GetByText("Your map tells where each dish lives.")).ToBeVisibleAsync();
        // The words count as one more, and so does the button.
        (events + 2, requests).ShouldSatisfyAllConditions(all => all.Item1.ShouldBeLessThanOrEqualTo(MostEvents), all => all.requests.ShouldBe(1));
        await Look(teacher);
    }

    // Of another child no level is said, and words alone.
    private static async Task OnlyWords(Person teacher, bool byKeyboard)
    {
        var page = teacher.Page;
        await page.GotoAsync("/grid");
        await page.GotoAsync((await page.Locator("tbody th a").Last.GetAttributeAsync("href"))! + "/judge");
        await page.Locator("[name=title]").FillAsync("Counting plums");
        await page.Locator("[name=note]").FillAsync("You counted on from ten. I saw that!");
        await Do(page.Button("Save").Last, byKeyboard);
        await Expect(page.GetByText("Nobody has said what this shows")).ToBeVisibleAsync();
        await Expect(page.GetByText("You counted on from ten. I saw that!")).ToBeVisibleAsync();
        await Look(teacher);
    }

    private static async Task Read(Person parent, string home, string title)
    {
        var page = parent.Page;
        await page.GotoAsync($"{home}/family");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("es");
        await Look(parent);
        await page.GotoAsync($"{home}/family/work");
        var piece = page.Locator("article").Filter(new() { HasText = title });
        await piece.Locator("img").ScrollIntoViewIfNeededAsync();
        (await piece.Locator("img").EvaluateAsync<int>("async one => { await one.decode(); return one.naturalWidth; }")).ShouldBe(300);
        (await piece.Locator("audio").EvaluateAsync<int>(HeardAtLeast)).ShouldBeGreaterThan(0);
        await Expect(piece.GetByText("Ms. Okafor escribió:")).ToBeVisibleAsync();
        await Expect(piece.GetByText("Your map tells where each dish lives.")).ToBeVisibleAsync();
        await Expect(piece.GetByText("Este trabajo cuenta en 3 materias")).ToBeVisibleAsync();
        await Look(parent);
        parent.Complaints.ShouldBeEmpty();
    }

    private async Task<Person> Open(IBrowser browser, string role, int width, string locale = "en-US")
    {
        var person = await Person.With(await browser.NewContextAsync(new()
        {
            BaseURL = demo.Url.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 800 }, Locale = locale, Permissions = ["microphone"],
        }));
        await person.Page.GotoAsync(demo.Way(role).Url);
        return person;
    }

    private static Task Do(ILocator what, bool byKeyboard) => byKeyboard ? ByKeyboard(what) : what.ClickAsync();

    private static async Task ByKeyboard(ILocator what)
    {
        await what.FocusAsync();
        await what.PressAsync("Enter");
    }

    /// <summary>Nothing stands in anybody's way, nothing is wider than the page, and nobody is asked for a grade, a course or a period.</summary>
    private static async Task Look(Person person)
    {
        var page = person.Page;
        (await Axe.Faults(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('input, select, textarea')].map(one => `${one.name} ${one.labels?.[0]?.textContent ?? ''}`).filter(one => /\\b(grade|course|period|semester|section)\\b/i.test(one))")).ShouldBeEmpty(page.Url);
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
