using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Journeys;

[Trait("engine", "sqlite")]
public sealed class LanguageTests(Demonstration demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_reads_in_Spanish_from_where_one_is_and_goes_back_to_English(bool scripts)
    {
        await using var teacher = await demo.Somebody("teacher", 0, new() { JavaScriptEnabled = scripts });
        var page = teacher.Page;
        var name = demo.Way("learner").Name;
        await page.GotoAsync($"/learners?q={Uri.EscapeDataString(name)}");
        await page.Button("Español").ClickAsync();
        await Assertions.Expect(page.Link("Estudiantes").First).ToBeVisibleAsync();
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("es");
        // Without scripts the page is the same, and the search is asked for anew.
        new Uri(page.Url).PathAndQuery.ShouldBe(scripts ? $"/learners?q={Uri.EscapeDataString(name)}" : "/learners");
        await page.Link(name).ClickAsync();
        await Assertions.Expect(page.Heading("Próximos pasos")).ToBeVisibleAsync();
        await page.Button("English").ClickAsync();
        await Assertions.Expect(page.Heading("Next steps")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await page.Button("Español").ClickAsync();
        await Assertions.Expect(page.Heading("Le damos la bienvenida a Cairn")).ToBeVisibleAsync();
        teacher.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_choice_is_kept_when_one_signs_out()
    {
        await using var learner = await demo.Somebody("learner");
        await learner.Page.Button("Español").ClickAsync();
        await learner.Page.Button("Salir").ClickAsync();
        await learner.Page.GotoAsync(demo.Way("learner").Url);
        await Assertions.Expect(learner.Page.Heading("Próximos pasos")).ToBeVisibleAsync();
    }
}
