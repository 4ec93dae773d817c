using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Classroom;

/// <summary>A guardian whose language says the pages of families only: whatever they open from their page, they read on in it.</summary>
public sealed class FamilyLanguageTests : IAsyncLifetime
{
    // The district of these tests is called Test, and so is something in English.
    private const string District = "Test";
    private const int MostPages = 120;
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        for (var i = 0; i < 4; i++) await _site.Family.Work(_site.Kid, $"piece {i}");
    }

    [Theory]
    [InlineData("es")]
    [InlineData("vi")]
    public async Task Nothing_is_left_in_English_on_any_page_that_a_guardian_reaches_from_theirs(string language)
    {
        using var mother = await _site.As("mother");
        // What another person does is read here by name; who looked is a page of its own words.
        (await _site.Get("leader", $"/learners/{_site.Kid.Value:N}")).Status.ShouldBe(HttpStatusCode.OK);
        var (open, seen, left) = (new Queue<(string, string)>([("/family", ""), ($"/learners/{_site.Kid.Value:N}", "")]), new HashSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        while (seen.Count < MostPages && open.TryDequeue(out var next))
        {
            var (path, from) = next;
            if (!seen.Add(path)) continue;
            var page = await mother.Get(path, ("Accept-Language", language));
            if (!page.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal)) continue;
            page.Status.ShouldBe(HttpStatusCode.OK, $"{path}, from {from}");
            page.Body.ShouldContain($"<html lang=\"{language}\"", Case.Sensitive, path);
            page.Body.ShouldContain("value=\"en\"", Case.Sensitive, $"{path}: the way back to English stays");
            foreach (var one in LeftInEnglish.In(page.Body).Where(one => one != District)) left.Add($"{Regex.Replace(path, "[0-9a-f]{32}", "…", RegexOptions.None, TimeSpan.FromSeconds(1))}: {one}");
            foreach (Match link in Regex.Matches(page.Body, "<a[^>]* href=\"(?<at>/[^\"#]*)", RegexOptions.None, TimeSpan.FromSeconds(5)))
                if (WebUtility.HtmlDecode(link.Groups["at"].Value) is var at && !at.StartsWith("/assets", StringComparison.Ordinal)) open.Enqueue((at, path));
        }

        left.ShouldBeEmpty();
        // The list of learners is for who works here.
        seen.ShouldNotContain("/learners");
        seen.Count.ShouldBeGreaterThan(15, string.Join(' ', seen));
        foreach (var wanted in (string[])["/looks", "/archive", "/rights", "/family/work", "/plan", "/messages"]) seen.ShouldContain(one => one.EndsWith(wanted, StringComparison.Ordinal), wanted);
    }

    [Fact]
    public async Task Who_looked_in_the_same_way_on_one_day_is_one_line_that_says_how_often()
    {
        // Two entries of the making of this school are alike.
        using var mother = await _site.As("mother");
        foreach (var (language, often) in ((string, string)[])[("en", "2 times"), ("es", "2 veces"), ("vi", "2 lần")])
        {
            var page = await mother.Get($"/learners/{_site.Kid.Value:N}/looks", ("Accept-Language", language));
            page.Whole.ShouldContain(often, Case.Sensitive, page.Whole);
        }
    }

    [Fact]
    public async Task What_a_person_wrote_runs_in_the_direction_of_its_own_letters_whatever_the_language_of_the_page()
    {
        const string hello = "مرحبا بكم";
        var begun = await _site.Send("teacher", $"/learners/{_site.Kid.Value:N}/messages", ("to", $"{_site.People["mother"].Person:N}"), ("subject", "Hello"), ("text", hello));
        begun.Status.ShouldBe(HttpStatusCode.Found, begun.Whole);
        (await _site.Get("mother", begun.Header("Location"))).Whole.ShouldContain($"dir=\"auto\">{hello}");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/reset")]
    [InlineData("/claim")]
    public async Task The_way_in_speaks_it_too(string path)
    {
        using var nobody = _site.Site.Visitor();

        var page = await nobody.Get(path, ("Accept-Language", "vi"));

        page.Body.ShouldContain("<html lang=\"vi\"");
        LeftInEnglish.In(page.Body).Where(one => one != District).ShouldBeEmpty(path);
        (await nobody.Get(path, ("Accept-Language", "en"))).Whole.ShouldContain("Tiếng Việt");
    }

    [Fact]
    public async Task It_is_offered_to_families_on_every_page_and_to_nobody_who_works_here()
    {
        using var mother = await _site.As("mother");
        using var teacher = await _site.As("teacher");
        foreach (var path in (string[])["/family", "/messages", $"/learners/{_site.Kid.Value:N}/looks", $"/learners/{_site.Kid.Value:N}/archive", "/framework"])
            (await mother.Get(path)).Whole.ShouldContain("Tiếng Việt", Case.Sensitive, path);
        foreach (var path in (string[])[$"/learners/{_site.Kid.Value:N}", "/framework", "/messages", "/board"])
            (await teacher.Get(path)).Whole.ShouldNotContain("Tiếng Việt", Case.Sensitive, path);
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("es", true)]
    [InlineData("vi", true)]
    public async Task What_the_framework_says_is_marked_as_its_own_language_where_the_page_has_another(string language, bool isMarked)
    {
        using var mother = await _site.As("mother");
        foreach (var path in (string[])["/family", "/framework", $"/learners/{_site.Kid.Value:N}"])
        {
            var page = await mother.Get(path, ("Accept-Language", language));
            Regex.IsMatch(page.Body, "<(h3|span|strong|div|p|a)[^>]* lang=\"en\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).ShouldBe(isMarked, path);
        }
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
