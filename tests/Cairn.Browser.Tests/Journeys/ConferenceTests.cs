using System.Text.RegularExpressions;
using Cairn.App.Tests.Classroom;
using Cairn.Browser.Tests.Looks;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A family conference as one story: the learner gets ready and rehearses, the family reads one screen in Vietnamese and asks why, goals are signed, and who could not come reads what was decided.</summary>
[Trait("Journey", "6")]
public sealed class ConferenceTests(Demonstration demo)
{
    private const double HighestGrade = 6;

    /// <summary>The words that stand in the window before anybody scrolls.</summary>
    private const string FirstViewport = """
        () => [...document.querySelectorAll('main h1, main .Lead, main h2, main h3, main p, main .Tag')]
          .filter(one => { const at = one.getBoundingClientRect(); return at.height > 0 && at.bottom <= innerHeight; })
          .map(one => one.innerText.trim()).filter(one => one.length > 0)
        """;

    private const string CodeOrDecimal = @"\d[.,]\d|\b[A-Z]{2}\.\d";
    private const string LevelNumber = @"\b\d+ (Starting|Building|Solid|Extending)\b";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(375, false)]
    [InlineData(1280, true)]
    public async Task A_learner_leads_the_family_signs_and_the_absent_parent_reads_what_was_decided(int width, bool isKeyboard)
    {
        var mark = $"{width}{(isKeyboard ? "k" : "p")}";
        await using var learner = await Open("learner", 0, width);
        await GetReady(learner.Page, new Hands(learner.Page, isKeyboard), mark);

        await using var parent = await Open("family", 0, width, "vi-VN");
        await ReadInVietnamese(parent.Page, new Hands(parent.Page, isKeyboard));
        await AskWhy(parent.Page, new Hands(parent.Page, isKeyboard));

        await using var teacher = await Open("teacher", 0, width);
        await Decide(teacher.Page, new Hands(teacher.Page, isKeyboard), mark);
        await Sign(parent.Page, new Hands(parent.Page, isKeyboard), mark);
        await Close(teacher.Page, new Hands(teacher.Page, isKeyboard));

        await using var absent = await Open("family", 1, width);
        await ReadDecisions(absent.Page, new Hands(absent.Page, isKeyboard), mark);
        foreach (var one in (Person[])[learner, parent, teacher, absent]) one.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "on track|needs more time|too early", "Next is|Coming up|All that we look for")]
    [InlineData("es", "va bien|necesita más tiempo|muy pronto", "Sigue|Ya mostró")]
    [InlineData("vi", "theo kịp|cần thêm thời gian|quá sớm", "Bước tiếp theo|Sắp tới|Mọi điều")]
    public async Task In_five_seconds_a_phone_says_whether_the_learner_is_on_track_in_how_many_areas_and_what_is_next(string language, string answer, string next)
    {
        await using var parent = await Open("family", 1, 375, language);
        await parent.Page.GotoAsync($"{Learner}/family");
        var said = await parent.Page.EvaluateAsync<string[]>(FirstViewport);
        var all = string.Join('\n', said);
        Is(said[0], answer).ShouldBeTrue(all);
        Is(said[0], @"\d|one|una|đã xem").ShouldBeTrue(all);
        Is(all, next).ShouldBeTrue(all);
        Is(all, CodeOrDecimal).ShouldBeFalse(all);
        if (language == "en") ReadingGrade.Of(said).ShouldBeLessThanOrEqualTo(HighestGrade, all);
        await Whole(parent.Page);
    }

    [Fact]
    public async Task Of_all_that_a_family_reaches_from_its_page_nothing_shows_a_levels_number()
    {
        await using var parent = await Open("family", 0, 1280);
        var page = parent.Page;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var from in (string[])[$"{Learner}/family", Learner, $"{Learner}/work"])
        {
            await page.GotoAsync(from);
            await Look(from);
            // Of each kind of page one, and a few reasons.
            var links = await page.Locator("main a[href^='/']").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
            foreach (var link in links.GroupBy(one => Regex.Replace(one, "[0-9a-f]{32}|[?#].*|competencies/.*", "", RegexOptions.None, TimeSpan.FromSeconds(1))).SelectMany(one => one.Distinct(StringComparer.Ordinal).Take(2)))
                if (seen.Add(link) && !link.EndsWith("/archive", StringComparison.Ordinal))
                {
                    // A recording or a picture is no page: the browser shows it or keeps it.
                    await using var answer = await page.APIRequest.GetAsync(link);
                    answer.Status.ShouldBe(200, link);
                    if (!answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal)) continue;
                    await page.GotoAsync(link);
                    await Look(link);
                }
        }

        seen.Count.ShouldBeGreaterThan(20);

        // The official record is the same paper for everybody: who admits a learner reads its levels by the number on its legend.
        async Task Look(string path)
        {
            if (!path.EndsWith("/transcript", StringComparison.Ordinal)) Is(await page.Locator("main").InnerTextAsync(), LevelNumber).ShouldBeFalse(path);
        }
    }

    private string? _learner;

    /// <summary>The home of the learner whom the story is about.</summary>
    private string Learner => _learner ?? throw new InvalidOperationException("Nobody has come yet.");

    private async Task<Person> Open(string role, int which, int width, string language = "en-US")
    {
        if (_learner is null)
        {
            await using var first = await demo.Somebody("learner");
            _learner = new Uri(first.Page.Url).AbsolutePath;
        }

        return await demo.Somebody(role, which, new() { ViewportSize = new ViewportSize { Width = width, Height = 812 }, HasTouch = width < 500, IsMobile = width < 500, Locale = language });
    }

    private static async Task GetReady(IPage page, Hands hands, string mark)
    {
        await hands.Go(page.GetByRole(AriaRole.Link, new() { Name = "The talk", Exact = true }));
        // One that somebody left open is gone on with.
        if (await page.Button("Begin a new talk").CountAsync() > 0) await hands.Go(page.Button("Begin a new talk"));
        var form = page.GetByRole(AriaRole.Region, new() { Name = "Get ready" });
        await Whole(page);
        await hands.Write(form.GetByLabel("Find a work by its name"), "qqqq");
        await Expect(form.Locator(".Check:visible:not(:has(:checked))")).ToHaveCountAsync(0);
        await hands.Write(form.GetByLabel("Find a work by its name"), "");
        for (var i = 0; i < 3; i++)
            if (!await form.GetByRole(AriaRole.Checkbox).Nth(i).IsCheckedAsync()) await form.GetByRole(AriaRole.Checkbox).Nth(i).PressAsync(" ");
        await hands.Write(form.GetByLabel("What was hard"), $"I stop too late, {mark}.");
        await hands.Write(form.GetByLabel("What to say"), $"Hello, {mark}.\nI am proud of the first one.\nWhat do you see at home?");
        await hands.Write(form.GetByLabel("Goals"), $"I plan my week, {mark}.\nI read it aloud.");
        await hands.Go(form.GetByRole(AriaRole.Button, new() { Name = "Save" }));

        await hands.Go(page.Button("Say it aloud"));
        await Expect(page.GetByText($"Hello, {mark}.")).ToBeVisibleAsync();
        await Expect(page.GetByText("You have begun.")).ToBeVisibleAsync();
        await Whole(page);
        await hands.Go(page.Button("I said it aloud"));
        await Expect(page.GetByText("Said aloud")).ToBeVisibleAsync();
        if (await page.Button("Open it to the family").CountAsync() > 0) await hands.Go(page.Button("Open it to the family"));
        await Expect(page.Heading("What we agreed")).ToBeVisibleAsync();
        await Whole(page);
    }

    private async Task ReadInVietnamese(IPage page, Hands hands)
    {
        var name = demo.Way("learner").Name.Split(' ')[0];
        await page.WaitForURLAsync("**/family");
        // Who has several children goes to the one whom this is about.
        await hands.Go(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));
        await Expect(page.Locator("h1")).ToContainTextAsync(name);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("vi");
        var all = string.Join('\n', await page.EvaluateAsync<string[]>(FirstViewport));
        Is(all, @"đang theo kịp ở (\d trong số \d|cả \d|lĩnh vực)").ShouldBeTrue(all);
        Is(all, "Bước tiếp theo|Sắp tới").ShouldBeTrue(all);
        Is(all, CodeOrDecimal).ShouldBeFalse(all);
        await Expect(page.Heading("Quý vị có thể giúp thế nào")).ToBeVisibleAsync();
        await Expect(page.GetByText($"{name} muốn trình bày bài làm với quý phụ huynh")).ToBeVisibleAsync();
        await Whole(page);
    }

    private static async Task AskWhy(IPage page, Hands hands)
    {
        var areas = page.GetByRole(AriaRole.Region, new() { Name = "Từng lĩnh vực" });
        await hands.Press(areas.Locator("summary").First);
        // A 2 is a word and two stones here.
        await hands.Go(areas.Locator("details[open] a.LevelChip").First);
        await page.WaitForURLAsync("**/competencies/**");
        await Expect(page.Heading("Nhà trường quyết định thế nào")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Vì sao “.+”\\?$", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeVisibleAsync();
        (await page.Locator(".EvidenceCard .LevelChip").CountAsync()).ShouldBeGreaterThan(0, "the work that counted is there");
        var text = await page.Locator("main").InnerTextAsync();
        Is(text, LevelNumber).ShouldBeFalse(text);
        Is(text, CodeOrDecimal).ShouldBeFalse(text);
        await Whole(page);
        await hands.Go(page.Locator(".EvidenceCard-title a").First);
        await page.WaitForURLAsync("**/evidence/**");
        Is(await page.Locator("main").InnerTextAsync(), LevelNumber).ShouldBeFalse();
        await Whole(page);
    }

    private async Task Decide(IPage page, Hands hands, string mark)
    {
        await page.GotoAsync($"{Learner}/conference");
        var agreed = page.GetByRole(AriaRole.Region, new() { Name = "What we agreed" });
        await hands.Write(agreed.GetByLabel("What was decided"), $"We look at the plan on Wednesdays, {mark}.\nWe meet again in spring.");
        await hands.Go(agreed.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await hands.Go(agreed.GetByRole(AriaRole.Button, new() { Name = "Sign the goals" }));
        await Expect(agreed.GetByText("You, ")).ToBeVisibleAsync();
        await Whole(page);
    }

    private async Task Sign(IPage page, Hands hands, string mark)
    {
        await page.GotoAsync($"{Learner}/family");
        await hands.Go(page.GetByRole(AriaRole.Link, new() { Name = "Mở ra xem" }));
        await Expect(page.GetByText($"I plan my week, {mark}.")).ToBeVisibleAsync();
        await Expect(page.GetByText($"We look at the plan on Wednesdays, {mark}.")).ToBeVisibleAsync();
        await Expect(page.GetByText($"Hello, {mark}.")).ToBeHiddenAsync();
        await Whole(page);
        await hands.Go(page.Button("Ký mục tiêu"));
        await Expect(page.GetByText("Quý vị, ")).ToBeVisibleAsync();
        await Whole(page);
    }

    private static async Task Close(IPage page, Hands hands)
    {
        await page.ReloadAsync();
        await hands.Go(page.Button("Close it as it stands"));
        await Expect(page.GetByText("It was closed on")).ToBeVisibleAsync();
        await Whole(page);
    }

    private async Task ReadDecisions(IPage page, Hands hands, string mark)
    {
        await page.GotoAsync($"{Learner}/family");
        await Expect(page.GetByText("is written down. Please read it and sign.")).ToBeVisibleAsync();
        await Whole(page);
        await hands.Go(page.GetByRole(AriaRole.Link, new() { Name = "Go there" }));
        await Expect(page.GetByText($"We look at the plan on Wednesdays, {mark}.")).ToBeVisibleAsync();
        await hands.Go(page.Button("Sign the goals"));
        await Expect(page.GetByText("You, ")).ToBeVisibleAsync();
        await page.GotoAsync($"{Learner}/family");
        await Expect(page.GetByText("Please read it and sign.")).ToBeHiddenAsync();
    }

    /// <summary>Nothing stands in anybody's way: axe finds no fault, and nothing is wider than the window.</summary>
    private static async Task Whole(IPage page)
    {
        (await Axe.Faults(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<string[]>(PlaceTests.SticksOut)).ShouldBeEmpty(page.Url);
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    private static bool Is(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
