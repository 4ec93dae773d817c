using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.Learning.Privacy;

namespace Cairn.App.Tests.Web;

/// <summary>Whoever leads a district finds all of its desks in one place, and what waits there.</summary>
public sealed partial class OfficeTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Nobody_has_more_than_six_entries_to_choose_from()
    {
        foreach (var who in _site.People.Keys)
        {
            var page = (await _site.Get(who, "/framework")).Whole;
            Entries(page).Length.ShouldBeInRange(1, 6, who);
            Entries(page).ShouldBeUnique(who);
        }
    }

    [Fact]
    public async Task Every_desk_of_the_office_opens_and_says_that_it_belongs_there()
    {
        var office = (await _site.Get("leader", "/office")).Whole;
        var desks = Desk().Matches(office).Select(one => one.Groups["path"].Value).ToList();
        desks.Count.ShouldBe(9);
        foreach (var desk in desks)
        {
            var page = await _site.Get("leader", desk);
            page.Status.ShouldBe(HttpStatusCode.OK, desk);
            page.Whole.ShouldContain("href=\"/office\" aria-current=\"page\"", Case.Sensitive, desk);
        }
    }

    [Fact]
    public async Task What_waits_is_told_at_its_desk()
    {
        (await _site.Get("leader", "/office")).Whole.ShouldNotContain("waits");
        var piece = await _site.Family.Work(_site.Kid, "disputed");
        (await _site.Post("mother", $"/learners/{_site.Kid.Value:N}/amendments", ("about", new DisputedPart(DisputedKind.Evidence, piece.Id.Value).ToString()), ("wish", "The day is wrong."))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("officer", $"/erasures/learners/{_site.Kid.Value:N}", ("Work", "true"), ("reason", "the family asked"))).ShouldBe(HttpStatusCode.Found);

        Regex.Count((await _site.Get("leader", "/office")).Whole, "1 waits", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(2);
        foreach (var who in (string[])["principal", "teacher", "mother", "kid", "officer"]) (await _site.Get(who, "/office")).Status.ShouldBe(HttpStatusCode.NotFound, who);
    }

    [Fact]
    public async Task On_a_phone_a_teacher_finds_learners_and_messages_under_more_and_a_learner_is_not_one_of_many()
    {
        var desks = Desk().Matches((await _site.Get("teacher", "/more")).Whole).Select(one => one.Groups["path"].Value).ToList();
        desks.Take(2).ShouldBe(["/learners", "/messages"]);
        foreach (var page in (string[])["/learners", $"/learners/{_site.Kid.Value:N}"])
        {
            var whole = (await _site.Get("teacher", page)).Whole;
            whole.ShouldContain("href=\"/learners\" aria-current=\"page\"", Case.Sensitive, page);
            whole.ShouldNotContain("href=\"/more\" aria-current", Case.Sensitive, page);
        }

        (await _site.Get("teacher", "/projects")).Whole.ShouldContain("href=\"/more\" aria-current=\"page\"");
        (await _site.Get("teacher", "/messages")).Whole.ShouldContain("href=\"/more\" aria-current=\"page\"");
        // Whose bar has an entry for them needs no second one.
        Desk().Matches((await _site.Get("leader", "/more")).Whole).Select(one => one.Groups["path"].Value).ShouldNotContain("/learners");
    }

    [Fact]
    public async Task Who_captures_work_sees_on_every_page_what_waits_and_nobody_else_does()
    {
        foreach (var who in (string[])["teacher", "kid"]) (await _site.Get(who, "/framework")).Whole.ShouldContain($"<captures-waiting data-owner=\"{_site.People[who].Person:N}\"", Case.Sensitive, who);
        (await _site.Get("mother", "/framework")).Whole.ShouldNotContain("captures-waiting");
    }

    private static string[] Entries(string page)
    {
        var from = page.IndexOf("<nav class=\"Nav\"", StringComparison.Ordinal);
        return [.. Link().Matches(page[from..page.IndexOf("</nav>", from, StringComparison.Ordinal)]).Select(one => one.Groups["path"].Value)];
    }

    [GeneratedRegex("""<th scope="row"[^>]*><a href="(?<path>/[^"]+)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Desk();

    [GeneratedRegex(@"href=""(?<path>/[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
