using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

/// <summary>A graduation audit, as one story: every gap of a class has its cause, its fastest way and who can close it; one learner closes by an exam and work before a panel, one
/// by the rules of another diploma, one because somebody looked again; each class has its own version of the rules, and what was frozen stays whatever rules come later.</summary>
[Trait("Journey", "3")]
public sealed partial class GraduationTests(Demonstration demo) : IAsyncLifetime
{
    /// <summary>So many that there is a high school, with somebody who keeps its records.</summary>
    private const int WithHighSchool = 200;

    private const string English = "English language arts";
    private const string Places = "People and places";

    private CairnProcess? _cairn;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null) _cairn = await CairnProcess.Demo(WithHighSchool);
    }

    public ValueTask DisposeAsync() => _cairn?.DisposeAsync() ?? default;

    [Fact]
    public async Task Three_gaps_close_each_in_its_own_way_and_what_was_frozen_stays()
    {
        await using var registrar = await Somebody("registrar");
        await using var counselor = await Somebody("counselor");
        await using var senior = await Somebody("learner", 2);
        await using var leader = await Somebody("leader");
        var page = registrar.Page;

        // Where the record is kept the class stands first; every gap tells its cause, its fastest way and who can close it.
        var year = int.Parse(ClassOf().Match(await page.Locator("h1").InnerTextAsync()).Groups["year"].Value, CultureInfo.InvariantCulture);
        await GraduationLook.At(registrar, dark: true);
        var learners = await EveryGapIsExplained(registrar);

        var self = new Uri(senior.Page.Url).AbsolutePath;
        var waiting = learners.Where(one => one.Gaps.SequenceEqual([English]) && one.Path != $"{self}/diploma").Select(one => one.Path).ToList();
        // A counselor sees those of the own caseload.
        var own = await counselor.Page.Locator("#learners ~ table tbody th a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        var byExam = await ClosesByExamAndWork(registrar, counselor, [.. waiting.Where(own.Contains)]);
        await ClosesByAnotherDiploma(registrar, waiting.First(one => one != byExam));
        await ClosesByAnotherLook(senior, counselor, self);

        // Each class by its own version.
        await EachClassHasItsVersion(registrar, self, year);

        // What is awarded stays to the letter when the rules of the class ask for more.
        var frozen = await GraduationFreeze.Award(registrar, byExam);
        var before = await GraduationFreeze.Read(registrar, frozen);
        await TheRulesAskForMore(registrar, leader, year);
        await page.GotoAsync(At(self + "/diploma"));
        await Expect(page.GetByText("version 3, ")).ToBeVisibleAsync();
        await Expect(page.GetByText($"1. {English}, 4.5 credits")).ToBeVisibleAsync();
        var after = await GraduationFreeze.Read(registrar, frozen);
        after.Count.ShouldBe(before.Count);
        foreach (var (what, bytes) in before) after[what].SequenceEqual(bytes).ShouldBeTrue($"{what} is to the byte what it was");
        await page.GotoAsync(At(frozen));
        await Expect(page.GetByText("It is to the letter what was stored")).ToBeVisibleAsync();
        foreach (var one in (Person[])[registrar, counselor, senior, leader]) one.Complaints.ShouldBeEmpty();
    }

    // The page of each learner says as many gaps as the class counts.
    private async Task<IReadOnlyList<(string Path, IReadOnlyList<string> Gaps)>> EveryGapIsExplained(Person registrar)
    {
        var page = registrar.Page;
        var counted = int.Parse(Gaps().Match(await page.Locator("#causes").InnerTextAsync()).Groups["count"].Value, CultureInfo.InvariantCulture);
        var paths = await page.Locator("#learners ~ table tbody th a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        List<(string, IReadOnlyList<string>)> found = [];
        var told = 0;
        foreach (var path in paths)
        {
            await page.GotoAsync(At(path));
            List<string> names = [];
            foreach (var gap in await page.Locator(".Tree li:has(> details > .Gap)").AllAsync())
            {
                names.Add(NameOf().Match(await gap.Locator("> details > summary .Tree-name").InnerTextAsync()).Groups["name"].Value);
                var said = await gap.Locator("> details > .Gap > dl > dt").AllTextContentsAsync();
                foreach (var asked in (string[])["Why a gap", "Fastest way", "Who can close it"]) said.ShouldContain(asked, path);
                (await gap.Locator("> details > .Gap > dl > dd").AllTextContentsAsync()).ShouldAllBe(one => one.Trim().Length > 0);
            }

            told += names.Count;
            found.Add((path, names));
        }

        told.ShouldBe(counted);
        counted.ShouldBeGreaterThan(5);
        return found;
    }

    private async Task<string> ClosesByExamAndWork(Person registrar, Person counselor, IReadOnlyList<string> waiting)
    {
        var page = registrar.Page;
        foreach (var path in waiting)
        {
            // What it would do, before anybody does it.
            await page.GotoAsync(At(path));
            await page.GetByLabel("English 4 by exam and work").CheckAsync();
            await page.Button("See what would be").ClickAsync();
            await Expect(page.Locator("[role=status]:not([data-live])")).ToContainTextAsync("all that");
            await page.GotoAsync(At(path.Replace("/diploma", "/credits", StringComparison.Ordinal)));
            await page.Locator("summary").Filter(new() { HasText = "English 4 by exam and work" }).ClickAsync();
            await page.Locator("#policy-english-4-exam").GetByRole(AriaRole.Link, new() { Name = "Look closer" }).ClickAsync();
            // Of one a panel looks already.
            if (await page.GetByLabel("Exam", new() { Exact = true }).CountAsync() > 0)
            {
                await LooksAsPanel(registrar, counselor);
                await IsMet(registrar, path, English, "English 4");
                await Expect(page.Locator("h1")).ToContainTextAsync("all that the diploma asks for");
                return path;
            }
        }

        throw new InvalidOperationException("Nobody of the class waits for an exam.");
    }

    private static async Task LooksAsPanel(Person registrar, Person counselor)
    {
        var page = registrar.Page;
        await page.GetByLabel("Exam", new() { Exact = true }).FillAsync("English at the end of school");
        await page.GetByLabel("Score").FillAsync("86");
        await page.GetByLabel("Day of the exam").FillAsync(DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("Work that the panel looks at").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await GraduationLook.At(registrar);
        await page.Button("Open the panel").ClickAsync();
        await Expect(page.GetByText("0 of 2 have looked.")).ToBeVisibleAsync();
        foreach (var (person, level, why) in (IEnumerable<(Person, string, string)>)[(registrar, "3", "It argues, and answers what speaks against it."), (counselor, "4", "Its sources are weighed, and one is turned down with a reason.")])
        {
            await person.Page.GotoAsync(page.Url);
            // Nobody reads what others said before they have looked.
            (await person.Page.GetByText("It argues, and answers").CountAsync()).ShouldBe(0);
            await person.Page.GetByLabel("The level you see").SelectOptionAsync(level);
            await person.Page.GetByLabel("What shows it").FillAsync(why);
            await person.Page.Button("Say it").ClickAsync();
            await Expect(person.Page.GetByText(why)).ToBeVisibleAsync();
            await GraduationLook.At(person);
        }

        await page.ReloadAsync();
        await page.Button("Award it").ClickAsync();
        await Expect(page.Heading("Earned")).ToBeVisibleAsync();
    }

    private async Task ClosesByAnotherDiploma(Person registrar, string path)
    {
        var page = registrar.Page;
        await page.GotoAsync(At(path));
        var rules = page.Locator("li").Filter(new() { HasText = "Fern Hollow career diploma" });
        await Expect(rules).ToContainTextAsync("all would be met");
        await page.GetByText("Choose another diploma").ClickAsync();
        await page.GetByLabel("Which").SelectOptionAsync(new SelectOptionValue { Label = "Fern Hollow career diploma" });
        await page.GetByLabel("Why, and who agreed").FillAsync("Begins as an apprentice at the boatyard in July. Learner, family and counselor agreed.");
        await page.Button("Choose it").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("all that the diploma asks for");
        await Expect(page.Link("Fern Hollow career diploma").First).ToBeVisibleAsync();
        await IsMet(registrar, path, English, "English 3");
        await IsMet(registrar, path, "Learning outside the school", "Career Exploration 2");
    }

    private async Task ClosesByAnotherLook(Person senior, Person counselor, string self)
    {
        var page = senior.Page;
        await page.GotoAsync(At(self + "/diploma"));
        await Expect(page.Locator("summary").Filter(new() { HasText = Places })).Not.ToContainTextAsync("Met");
        await GraduationLook.At(senior, dark: true);
        await page.GotoAsync(At(self + "/credits"));
        await page.Locator("#gone ~ ul li").Filter(new() { HasText = "Social Studies 3" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("About credit: Social Studies 3")).ToBeVisibleAsync();
        await page.GetByLabel("What should be looked at again, and why").FillAsync("That transcript is mine. I took it at Harbor High, with Mr. Benally.");
        await GraduationLook.At(senior);
        await page.Button("Ask").ClickAsync();
        await Expect(page.GetByText("Waits for an answer")).ToBeVisibleAsync();

        var other = counselor.Page;
        await other.GotoAsync(At("/credits/appeals"));
        var asked = other.Locator("section.Sheet").Filter(new() { HasText = "That transcript is mine." });
        await asked.GetByLabel("Granted: it is put right").CheckAsync();
        await asked.GetByLabel("Give this credit back with it").CheckAsync();
        await asked.GetByLabel("The answer").FillAsync("It is yours: the room's list of that year names you.");
        await GraduationLook.At(counselor);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(other.Heading("Earned")).ToBeVisibleAsync();
        await IsMet(senior, $"{self}/diploma", Places, "Social Studies 3");
        await page.GotoAsync(At(self + "/appeals"));
        await Expect(page.GetByText("the room's list of that year names you")).ToBeVisibleAsync();
    }

    /// <summary>A requirement is met, and opens to the credit that it rests on, which opens to what it was awarded for.</summary>
    private async Task IsMet(Person person, string path, string requirement, string credit)
    {
        var page = person.Page;
        await page.GotoAsync(At(path));
        var row = page.Locator(".Tree > li").Filter(new() { HasText = requirement });
        await Expect(row.Locator("> details > summary .Mark")).ToHaveTextAsync("Met");
        await row.Locator("> details > summary").ClickAsync();
        await GraduationLook.At(person);
        await row.GetByRole(AriaRole.Link, new() { Name = credit, Exact = true }).ClickAsync();
        var evidence = page.Locator("details[open]").Filter(new() { HasText = credit });
        await Expect(evidence.Locator("summary").First).ToBeInViewportAsync();
        await Expect(evidence.Locator("p, li").First).ToBeVisibleAsync();
        await GraduationLook.At(person);
        if (credit.StartsWith("English", StringComparison.Ordinal) || credit.StartsWith("Social", StringComparison.Ordinal)) (await evidence.Locator("li a").CountAsync()).ShouldBeGreaterThan(3, "each competency opens");
        await page.GotoAsync(At(path));
    }

    private async Task EachClassHasItsVersion(Person registrar, string senior, int year)
    {
        var page = registrar.Page;
        await page.GotoAsync(At($"/diplomas?class={year + 1}"));
        var junior = (await page.Locator("#learners ~ table tbody th a").First.GetAttributeAsync("href"))!;
        foreach (var (path, version, health) in (IEnumerable<(string, string, string)>)[($"{senior}/diploma", $"version 1, classes up to {year}.", "6. Health and living, 0.75 credits"), (junior, $"version 2, classes from {year + 1} on.", "6. Health and living, 1 credit")])
        {
            await page.GotoAsync(At(path));
            await Expect(page.GetByText(version)).ToBeVisibleAsync();
            await Expect(page.Locator(".Tree-name").GetByText(health)).ToBeVisibleAsync();
        }
    }

    private async Task TheRulesAskForMore(Person registrar, Person leader, int year)
    {
        var page = registrar.Page;
        await page.GotoAsync(At("/diplomas/plans"));
        await GraduationLook.At(registrar);
        await page.Locator("section.Sheet").Filter(new() { HasText = "version 1" }).First.GetByRole(AriaRole.Link, new() { Name = "Next version" }).First.ClickAsync();
        var rules = page.GetByLabel("The policy as JSON");
        var text = await rules.InputValueAsync();
        text.ShouldContain("\"need\": 4,");
        await rules.FillAsync(text.Replace("\"need\": 4,", "\"need\": 4.5,", StringComparison.Ordinal));
        await page.GetByLabel("First class").FillAsync("");
        await page.GetByLabel("Last class").FillAsync($"{year}");
        await page.Locator("[name=note]").FillAsync("Half a credit of English more. Decided by the board in October.");
        await GraduationLook.At(registrar);
        await page.Button("Save and see what it would do").ClickAsync();
        await Expect(page.Heading("What it asks")).ToBeVisibleAsync();
        await GraduationLook.At(registrar, dark: true);
        await leader.Page.GotoAsync(page.Url);
        await leader.Page.Button("Adopt these rules").ClickAsync();
        await Expect(leader.Page.GetByText("Version 3, for classes up to")).ToBeVisibleAsync();
        await GraduationLook.At(leader);
    }

    private string At(string path) => new Uri(_cairn!.Url, path).ToString();

    private async Task<Person> Somebody(string role, int which = 0)
    {
        var person = await Person.With(await demo.Browser.NewContextAsync(new() { BaseURL = _cairn!.Url.ToString(), ViewportSize = new() { Width = 1280, Height = 900 } }));
        await person.Page.GotoAsync(_cairn.Ways.Where(one => one.Role == role).ElementAt(which).Url);
        return person;
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    [GeneratedRegex(@"Class of (?<year>\d{4}): \d+ ready, \d+ with gaps", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassOf();

    [GeneratedRegex(@"(?<count>\d+) gaps, by cause", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^(\d+\. )?(?<name>[^,]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameOf();
}
