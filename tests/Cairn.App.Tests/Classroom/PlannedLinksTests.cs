using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Plans;

namespace Cairn.App.Tests.Classroom;

/// <summary>Whoever follows a link from a plan or from the pace arrives: at what is planned and was never seen, too.</summary>
public sealed partial class PlannedLinksTests : IAsyncLifetime
{
    private PacingSite _site = null!;

    private string Clay => $"{_site.Kid}/competencies/ART.2";

    public async ValueTask InitializeAsync()
    {
        _site = await PacingSite.Make();
        var plan = new LearningPlan(new LearningPlanId(Guid.CreateVersion7()), _site.Site.Kid, "Our year", Family.Today.AddDays(-30), Family.Today.AddDays(60), Storage.TestDistrict.Day);
        plan.Activate(Storage.TestDistrict.Day);
        await _site.Site.Family.Put(plan);
        await _site.Site.Family.Put(new PlanStep(plan.Id, _site.District.Clay, _site.Site.Kid, 1, Family.Today.AddDays(20)), new PlanStep(plan.Id, _site.District.Drawing, _site.Site.Kid, 2, Family.Today.AddDays(40)));
    }

    [Theory]
    [InlineData("kid")]
    [InlineData("mother")]
    [InlineData("teacher")]
    public async Task Every_link_of_the_pace_and_of_the_plan_leads_to_a_page(string who)
    {
        using var visitor = await _site.As(who);
        foreach (var page in (string[])["pace", "plan"])
        {
            var body = (await visitor.Get($"{_site.Kid}/{page}")).Body;
            var main = body[body.IndexOf("<main", StringComparison.Ordinal)..];
            var links = Links().Matches(main).Select(one => WebUtility.HtmlDecode(one.Groups["path"].Value)).Where(one => !one.Contains("/files/", StringComparison.Ordinal)).Distinct().ToList();
            links.ShouldContain(Clay, $"{who} {page}");
            foreach (var link in links) (await visitor.Get(link)).Status.ShouldBe(HttpStatusCode.OK, $"{who} {page} {link}");
        }
    }

    [Fact]
    public async Task A_competency_that_nobody_saw_says_what_it_asks_for_to_whoever_may_see_the_learner()
    {
        foreach (var who in (string[])["kid", "mother", "teacher"])
        {
            var page = (await _site.Get(who, $"{_site.Kid}/competencies/ART.1")).Whole;
            foreach (var said in (string[])["Drawing", "Not yet seen", "not yet seen", "Lines", "Shades", "That is fine"]) page.ShouldContain(said, Case.Sensitive, who);
        }

        (await _site.Get("kid", Clay)).Whole.ShouldContain("your work");
        (await _site.Get("mother", Clay)).Whole.ShouldContain("work of GivenKid");
        foreach (var who in (string[])["stranger", "ada", "elsewhere"]) (await _site.Get(who, Clay)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        foreach (var none in (string[])[$"{_site.Kid}/competencies/NONE.1", $"{Clay}?stage=7", $"{Clay}?shownBy=2026-03-02"]) (await _site.Get("teacher", none)).Status.ShouldBe(HttpStatusCode.NotFound, none);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [GeneratedRegex("<a [^>]*href=\"(?<path>/[^\"#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
