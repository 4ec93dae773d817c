using System.Net;
using AngleSharp.Html.Parser;

namespace Cairn.App.Tests.Workshop;

/// <summary>What the school looks for, as each reader needs it, an area at a time.</summary>
public sealed class WhatWeLookForTests
{
    private const string Mine = "I can read a text, say what it means, and point to what makes me think so.";
    private const string Ours = "Your child reads something, tells what it means, and points to the words that show it.";

    [Fact]
    public async Task A_learner_and_a_teacher_read_both_wordings_and_the_rule_and_a_family_reads_its_own()
    {
        await using var work = await Workplace.Make();
        foreach (var reader in (Cairn.Storage.Actor[])[work.Teacher, Web.DemoSite.Self(work.Ada)])
        {
            using var visitor = await work.Site.As(reader);
            var page = (await visitor.Get("/framework")).Whole;
            foreach (var said in (string[])[Mine, Ours, "The median of the latest 3 pieces.", "Version 1, in force since October 5, 2024", "Priority", "What comes before what"]) page.ShouldContain(said);
        }

        using var parent = await work.Site.As(work.Parent);
        var family = (await parent.Get("/framework")).Whole;
        family.ShouldContain(Ours);
        family.ShouldContain("Your child can say the main idea of a text in their own words.");
        family.ShouldNotContain(Mine);
        family.ShouldNotContain("The median of");
    }

    [Fact]
    public async Task Each_area_is_a_light_page_of_its_own()
    {
        await using var work = await Workplace.Make();
        using var teacher = await work.Site.As(work.Teacher);
        foreach (var area in work.District.Frameworks[0].Content.Areas)
        {
            var page = await teacher.Get($"/framework?of=fern-hollow&area={area.Code}");
            page.Bytes.Length.ShouldBeLessThan(30 * 1024, area.Code);
            new HtmlParser().ParseDocument(page.Body).QuerySelectorAll(".Competency").Length.ShouldBe(work.District.Frameworks[0].Content.Competencies.Count(one => one.Area == area.Id));
        }

        (await teacher.Get("/framework?of=nothing&area=zz")).Whole.ShouldContain(Mine, customMessage: "an address that leads nowhere shows the beginning");
    }

    [Fact]
    public async Task The_workshop_stays_light_too()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        foreach (var page in (string[])["", "/links", "/rules", "/compare", "/competencies/1", "/scales", "/links/new"])
            (await bench.Visitor.Get(work.Path + page)).Bytes.Length.ShouldBeLessThan(32 * 1024, page);
    }

    [Fact]
    public async Task Official_wording_in_Markdown_is_drawn_and_stays_harmless()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/competencies/1", ("official", "Cite *evidence*, see <script>alert(1)</script> [here](javascript:alert(1)) and [there](https://example.org)."));
        await bench.Done($"{work.Path}/adopt", ("about", "The state's words."), ("sure", "true"));
        var page = new HtmlParser().ParseDocument((await bench.Visitor.Get("/framework")).Body);
        page.QuerySelector(".Prose em")!.TextContent.ShouldBe("evidence");
        page.QuerySelectorAll(".Prose a").Select(one => one.GetAttribute("href")).ShouldBe([null, "https://example.org"], ignoreOrder: true);
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_rules_or_words_is_seen_by_who_keeps_the_page()
    {
        await using var work = await Workplace.Make();
        using var teacher = await work.Site.As(work.Teacher);
        var tag = (await teacher.Get("/framework")).Header("ETag");
        (await teacher.Get("/framework", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotModified);
        using var bench = await work.Bench();
        await bench.Done($"{work.Path}/rules/change?for=all&rule=mean");
        (await teacher.Get("/framework", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.OK);
    }
}
