using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Storage;

namespace Cairn.App.Tests.Languages;

/// <summary>Every page of the route matrix, as everybody sees it, in every language that Cairn speaks and in the invented ones.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class EveryLanguageTests(DemoSite demo)
{
    [Theory]
    [InlineData("es", "ltr")]
    [InlineData("en-XA", "ltr")]
    [InlineData("ar-XB", "rtl")]
    public async Task Every_page_is_drawn_and_nothing_of_it_is_left_in_English(string language, string direction)
    {
        var pages = 0;
        var left = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var actor in (Actor?[])[null, DemoSite.Self(demo.Own), demo.Teacher, demo.OtherTeacher, demo.Leader])
        {
            using var visitor = actor is null ? demo.Site.Visitor() : await demo.Site.As(actor);
            foreach (var path in RouteMatrixTests.Pages(demo).Concat(Deeper))
            {
                var page = await visitor.Get(path, ("Accept-Language", language));
                ((int)page.Status).ShouldBeLessThan(500, $"{path} {actor?.Name}");
                if (!page.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal)) continue;
                pages++;
                // A part of a page that a script asks for has the language of the page around it.
                if (page.Body.Contains("<html", StringComparison.Ordinal)) page.Body.ShouldContain($"<html lang=\"{language}\" dir=\"{direction}\">", customMessage: path);
                foreach (var one in LeftInEnglish.In(page.Body)) left.Add($"{path}: {one}");
            }
        }

        left.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task An_English_page_would_be_found_out()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), DemoSite.Competency(demo.Own), "/framework", "/nothing"])
            LeftInEnglish.In((await teacher.Get(path)).Body).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(4, path);
        LeftInEnglish.In("<p>nav.home</p>").ShouldHaveSingleItem();
        LeftInEnglish.In("<img alt=\"Sign out\"> <b>\u202ESign out\u202C</b>").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_page_of_a_failure_speaks_the_readers_language()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, also: app =>
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/broken", string () => throw new InvalidOperationException("broken")));
        using var visitor = site.Visitor();
        var page = await visitor.Get("/broken", ("Accept-Language", "es"));
        (page.Status, LeftInEnglish.In(page.Body).Any()).ShouldBe((HttpStatusCode.InternalServerError, false));
        page.Body.ShouldContain("Cairn cometió un error");
    }

    private IEnumerable<string> Deeper =>
        ((string[])["RD.6", "MA.1", "PP.4", "HB.1", "SC.1"]).Select(code => DemoSite.Competency(demo.Own, code)).Concat(["/learners?q=zzz", "/learners?page=2", DemoSite.Home(demo.Room[12]), DemoSite.Competency(demo.Room[12], "RD.2")]);
}
