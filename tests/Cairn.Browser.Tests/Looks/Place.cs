using Cairn.App.Cli.Demo;
using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Looks;

/// <summary>A kind of page to look at.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Role">Who looks; empty for nobody signed in.</param>
/// <param name="Path">Its address; ~ stands for the home of the first learner, + for a draft in the workshop, and what follows > is found on the page before it.</param>
/// <param name="Shows">Proof that it is the page that is meant.</param>
internal sealed record Place(string Name, string Role, string Path, string Shows)
{
    private const string Decided = "?";

    public static readonly IReadOnlyList<Place> All =
    [
        new("front", "", "/", "A demonstration"),
        new("sign in first", "", "/learners", "Sign in first"),
        new("not found", "", "/nothing", "Nothing is here"),
        new("sign in", "", "/sign-in", "Name or email"),
        new("new password", "", "/reset", "Send a link"),
        new("code from school", "", "/claim", "Code from the sheet"),
        new("dead link", "", "/invitation", "does not work any more"),
        new("accounts", "leader", "/accounts", "Code for a family"),
        new("board", "teacher", "/board", "Waiting for you"),
        new("list of a teacher", "teacher", "/learners", "24 learners in The Loft"),
        new("list of a leader", "leader", "/learners?page=2", "All rooms"),
        new("search without result", "teacher", "/learners?q=zzz", "Show everybody"),
        new("home, for a teacher", "teacher", "~", "Where "),
        new("home, for the learner", "learner", "~", "Hello, "),
        new("competency by a score rule", "learner", "~/competencies/RD.1", "Reading for meaning"),
        new("competency of parts", "teacher", "~/competencies/RD.6", "The parts of it"),
        new("competency by a condition", "learner", "~/competencies/PP.4", "The parts of it"),
        new("competency with a decision", "teacher", Decided, "Set by a person"),
        new("habit", "learner", "~/competencies/HB.1", "Why this level?"),
        new("work", "learner", "~/work", "Newest first"),
        new("grid of a room", "teacher", "/grid?area=RD&q=a", "Learners and competencies"),
        new("grid of habits", "teacher", "/grid?area=HB&q=e", "Learners and competencies"),
        new("grid without anybody", "teacher", "/grid?q=zzzz", "Nobody and nothing fits"),
        new("imports", "leader", "/imports", "Bring something in"),
        new("what we look for", "teacher", "/framework", "Every competency in words"),
        new("workshop", "leader", "/workshop", "Nobody sees a draft until you adopt it"),
        new("a new framework", "leader", "/workshop/new", "Written for Cairn"),
        new("draft", "leader", "+", "Nobody else sees it"),
        new("competency of a draft", "leader", "+/competencies/1", "In the voice of who learns"),
        new("levels of a draft", "leader", "+/competencies/1/levels", "Add anchor work"),
        new("target of a draft", "leader", "+/targets/new?competency={RD.1}", "Where the whole concludes by points"),
        new("links of a draft", "leader", "+/links", "What comes before what"),
        new("adopting", "leader", "+/adopt", "What changed, and why"),
        new("rules", "leader", "+/rules", "In force now"),
        new("another rule", "leader", "+/rules/change?competency=1&for=one-1&rule=weighted-by-evidence", "The past never moves"),
        new("another scale", "leader", "/workshop/scales/new", "Begins at"),
        new("programs", "leader", "/workshop/programs", "A pilot beside the graded school"),
        new("own words", "leader", "/workshop/words", "Call things as your school calls them"),
    ];

    /// <summary>Somebody who looks at it.</summary>
    public async Task<Person> Open(Demonstration demo)
    {
        var person = await demo.Somebody(Role.Length == 0 ? null : Role);
        var page = person.Page;
        // Where a teacher finds a learner: they begin at the board.
        if (Role == "teacher") await page.GotoAsync("/learners");
        if (Path == Decided) await OpenDecided(page);
        else if (Path.StartsWith('+')) await page.GotoAsync(await DraftOf(page) + Path[1..].Replace("{RD.1}", $"{DemoFramework.CompetencyOf("RD.1").Value:N}", StringComparison.Ordinal));
        else
        {
            if (Path.StartsWith('~') && Role == "teacher") await page.Link(demo.Way("learner").Name).ClickAsync();
            if (Path.StartsWith('~')) await page.WaitForURLAsync(address => address.Contains("/learners/", StringComparison.Ordinal));
            await page.GotoAsync(await RoomPlaces.Found(page, Path.Replace("~", page.Url, StringComparison.Ordinal)));
        }

        if (Path.StartsWith("/grid?area", StringComparison.Ordinal)) await page.Locator("table[role=grid]").WaitForAsync();
        else await Assertions.Expect(page.GetByText(Shows).First).ToBeAttachedAsync();
        return person;
    }

    /// <summary>The address of the draft, which is begun where there is none.</summary>
    private static async Task<string> DraftOf(IPage page)
    {
        await page.GotoAsync("/workshop");
        var framework = page.GetByRole(AriaRole.Region, new() { Name = "Fern Hollow competencies" });
        var open = framework.GetByRole(AriaRole.Link, new() { Name = "Open the draft" });
        if (await open.CountAsync() == 0)
        {
            await framework.GetByRole(AriaRole.Button, new() { Name = "Start a draft" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Nobody else sees it")).ToBeVisibleAsync();
            await page.GotoAsync("/workshop");
        }

        return (await open.GetAttributeAsync("href"))!;
    }

    /// <summary>The first competency, among the learners of the list, whose level a person set.</summary>
    private static async Task OpenDecided(IPage page)
    {
        var homes = await page.Locator("tbody th a").EvaluateAllAsync<string[]>("links => links.map(one => one.href)");
        foreach (var home in homes)
        {
            await page.GotoAsync(home);
            foreach (var why in await page.Locator(".Area a").EvaluateAllAsync<string[]>("links => links.map(one => one.href)"))
            {
                var answer = await page.Context.APIRequest.GetAsync(why);
                if (!(await answer.TextAsync()).Contains("Set by a person", StringComparison.Ordinal)) continue;
                await page.GotoAsync(why);
                return;
            }
        }

        Assert.Fail("Nobody in the room has a level that a person set: the demonstration shows too little.");
    }
}
