using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

public sealed class TeacherTests(Demonstration demo)
{
    [Fact]
    public async Task A_teacher_finds_a_learner_reads_why_a_level_is_what_it_is_and_finds_the_way_back()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/learners");
        await Expect(page.Heading("24 learners in The Loft"));

        var name = demo.Way("learner").Name;
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name.Split(' ')[0][..3].ToUpperInvariant());
        await page.Button("Search").ClickAsync();
        await page.Link(name).ClickAsync();
        await Expect(page.Heading(name));
        await Expect(page.Heading("Next steps"));

        await page.Link("Reading for meaning").First.ClickAsync();
        await Expect(page.Heading("Reading for meaning"));
        var why = page.GetByRole(AriaRole.Region, new() { Name = "Why this level?" });
        await Expect(why.GetByText("Rule, version"));
        await Expect(why.Heading("The arithmetic"));
        (await why.Locator(".Arithmetic dd").AllInnerTextsAsync()).ShouldAllBe(one => one.Any(char.IsAsciiDigit));
        await Expect(why.Heading("What would change it"));
        (await why.GetByRole(AriaRole.Listitem).CountAsync()).ShouldBeGreaterThan(0);
        var evidence = page.GetByRole(AriaRole.Region, new() { Name = "Evidence (" });
        await Expect(evidence.GetByText("· counts").First);

        await page.Crumb(name).ClickAsync();
        await page.Link("All work").ClickAsync();
        await Expect(page.Heading("Newest first"));
        await page.Crumb(name).ClickAsync();
        await page.Crumb("Learners").ClickAsync();
        await Expect(page.Heading("24 learners in The Loft"));
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_did_not_count_is_shown_with_its_reason()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/learners");
        var homes = await page.Locator("tbody th a").EvaluateAllAsync<string[]>("links => links.map(one => one.href)");
        foreach (var home in homes.Take(5))
        {
            await page.GotoAsync($"{home}/competencies/RD.1");
            if (await page.GetByText("not counted: ").CountAsync() == 0) continue;
            await Expect(page.GetByText("A filled point counts. A hollow one is kept and does not."));
            return;
        }

        Assert.Fail("In five records nothing was left out of a level: the demonstration shows too little.");
    }

    [Fact]
    public async Task A_teacher_who_looks_for_nobody_known_is_told_so_and_shown_everybody_again()
    {
        await using var teacher = await demo.Somebody("teacher");
        var page = teacher.Page;
        await page.GotoAsync("/learners");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("<b>zzz</b> 100%");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Heading("Nobody here is called “<b>zzz</b> 100%”"));
        await page.Link("Show everybody").ClickAsync();
        await Expect(page.Heading("24 learners in The Loft"));
    }

    [Fact]
    public async Task A_leader_turns_pages_and_looks_at_one_room()
    {
        await using var leader = await demo.Somebody("leader");
        var page = leader.Page;
        await Expect(page.Heading("60 learners"));
        await page.Link("Next").ClickAsync();
        await Expect(page.GetByText("Page 2 of 2"));
        await page.Link("Back").ClickAsync();
        await page.GetByLabel("Room").SelectOptionAsync("The Loft");
        await page.Button("Search").ClickAsync();
        await Expect(page.Heading("24 learners in The Loft"));
        (await page.GetByLabel("Room").InputValueAsync()).ShouldNotBeEmpty();
        await page.Tab("Workshop").ClickAsync();
        await Expect(page.Link("New framework"));
    }

    private static Task Expect(ILocator what) => Assertions.Expect(what).ToBeVisibleAsync();
}
