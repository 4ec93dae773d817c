using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Classroom;

/// <summary>The one screen of a family, over HTTP.</summary>
public sealed class FamilyPageTests : IAsyncLifetime
{
    private const int FirstLoad = 100 * 1024;
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    [Fact]
    public async Task A_guardian_begins_there_and_reads_the_answer_first()
    {
        await _site.Family.Work(_site.Kid, "CANARY", 3);
        await Enough();
        using var mother = await _site.As("mother");
        (await mother.Get("/")).Header("Location").ShouldBe("/family");

        var page = await mother.Get("/family");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Regex.Match(page.Whole, "<h1>(?<said>[^<]+)</h1>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["said"].Value.ShouldStartWith("GivenKid is on track in");
        page.Whole.ShouldContain("comment CANARY");
        foreach (var never in (string[])["stranger", "father Byron", "ART.1 "]) Shown(page).ShouldNotContain(never);
        Regex.IsMatch(Shown(page), @"\d[.,]\d", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Under_a_statement_is_the_work_and_under_the_work_no_number()
    {
        await _site.Family.Work(_site.Kid, "BEHIND", 3);
        using var mother = await _site.As("mother");
        var hrefs = Regex.Matches((await mother.Get("/family")).Whole, @"href=""(?<at>[^""]*/family/work[^""]*)""", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(one => one.Groups["at"].Value).Distinct(StringComparer.Ordinal).ToList();

        hrefs.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var href in hrefs)
        {
            var page = await mother.Get(href);
            (page.Status, page.Whole.Contains("title BEHIND", StringComparison.Ordinal), Regex.IsMatch(page.Whole, "Drawing[^<]*: going further", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBe((HttpStatusCode.OK, true, true), href);
        }

        (await mother.Get($"{Kid}/family/work?of=ART.2")).Whole.ShouldNotContain("title BEHIND");
        (await mother.Get($"{Kid}/family/work?of=no-such-thing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mother.Get($"{Kid}/family/work?of={Uri.EscapeDataString("<script>")}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Nobody_reads_another_familys_page_and_educators_read_what_the_family_reads()
    {
        await _site.Family.Work(_site.Kid, "KIDCANARY");
        await _site.Family.Work(_site.Family.Ben, "BENCANARY");
        foreach (var path in (string[])["family", "family/work"])
        {
            foreach (var who in (string[])["mother", "father", "kid", "teacher", "leader"]) (await _site.Get(who, $"{Kid}/{path}")).Whole.ShouldContain("KIDCANARY", Case.Sensitive, who);
            foreach (var who in (string[])["stranger", "parentOfGrown", "ada", "grown"])
            {
                var refused = await _site.Get(who, $"{Kid}/{path}");
                (refused.Status, refused.Whole.Contains("GivenKid", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.NotFound, false), who);
            }
        }

        var own = await _site.Get("stranger", "/family");
        (own.Whole.Contains("BENCANARY", StringComparison.Ordinal), own.Whole.Contains("Kid", StringComparison.Ordinal)).ShouldBe((true, false));
        foreach (var who in (string[])["teacher", "kid", "leader"]) (await _site.Get(who, "/family")).Status.ShouldBe(HttpStatusCode.NotFound, who);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task A_block_ends_it_for_one_guardian_at_once_in_a_session_that_lives()
    {
        using var mother = await _site.As("mother");
        using var father = await _site.As("father");
        (await mother.Get("/family")).Whole.ShouldContain("GivenKid");

        await _site.Family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(_site.People["mother"].Person), _site.Kid, TestDistrict.Day, default, "Order 7"));

        (await mother.Get($"{Kid}/family")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mother.Get("/family")).Whole.ShouldNotContain("GivenKid");
        (await father.Get("/family")).Whole.ShouldContain("GivenKid");
        // Nobody's right outlives the eighteenth birthday.
        (await _site.Get("parentOfGrown", "/family")).Whole.ShouldContain("No child is linked to you here yet");
    }

    [Fact]
    public async Task The_days_of_the_plan_that_the_learner_works_by_count()
    {
        (await _site.Get("mother", "/family")).Whole.ShouldContain("too early to say");
        var plan = new Learning.Plans.LearningPlan(new LearningPlanId(Guid.CreateVersion7()), _site.Kid, "This year", Family.Today.AddDays(-90), Family.Today.AddDays(90), TestDistrict.Day);
        await _site.Family.Put(plan);
        await _site.Family.Put(new Learning.Plans.PlanStep(plan.Id, _site.Family.District.Clay, _site.Kid, 2, Family.Today.AddDays(-1)));
        (await _site.Get("mother", "/family")).Whole.ShouldContain("too early to say", Case.Sensitive, "nobody works by a draft");
        await _site.Family.District.District.Writer.Alone(turn =>
        {
            foreach (var step in turn.Db.PlanSteps.ToList()) turn.Db.Remove(step);
            turn.Db.LearningPlans.Single().Activate(TestDistrict.Day);
            return turn.Db.SaveChanges();
        });
        await _site.Family.Put(new Learning.Plans.PlanStep(plan.Id, _site.Family.District.Drawing, _site.Kid, 1, Family.Today.AddDays(-1)));

        var page = await _site.Get("mother", "/family");

        (page.Whole.Contains("GivenKid needs more time in the one area", StringComparison.Ordinal), page.Whole.Contains("The plan had “Drawing” for an earlier day.", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Who_has_several_children_goes_from_one_to_the_other()
    {
        await _site.Family.Put(new Guardianship(new GuardianId(_site.People["mother"].Person), _site.Family.Ben, Family.Today.AddDays(-3), null));
        var page = await _site.Get("mother", "/family");
        page.Whole.ShouldContain($"href=\"/learners/{_site.Family.Ben.Value:N}/family\"");
        page.Whole.ShouldContain($"href=\"{Kid}/family\"");
        (await _site.Get("father", "/family")).Whole.ShouldNotContain($"{_site.Family.Ben.Value:N}");
    }

    [Theory]
    [InlineData("es", "va bien en lo que ya vimos", "Lo que sigue")]
    [InlineData("vi", "đang theo kịp ở lĩnh vực đã xem", "Bước tiếp theo")]
    public async Task It_speaks_the_familys_language_and_nothing_is_left_in_English(string language, string answer, string next)
    {
        await Enough();
        using var mother = await _site.As("mother");
        foreach (var path in (string[])["/family", $"{Kid}/family", $"{Kid}/family/work"])
        {
            var page = await mother.Get(path, ("Accept-Language", language));
            page.Body.ShouldContain($"<html lang=\"{language}\" dir=\"ltr\">");
            if (!path.EndsWith("work", StringComparison.Ordinal)) foreach (var said in (string[])[answer, next]) page.Whole.ShouldContain(said);
            LeftInEnglish.In(page.Body).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_language_of_families_is_offered_on_their_pages_and_forced_on_nobody_elsewhere()
    {
        using var mother = await _site.As("mother");
        using var teacher = await _site.As("teacher");
        (await mother.Get("/family")).Whole.ShouldContain("Tiếng Việt");
        (await teacher.Get("/learners", ("Accept-Language", "vi"))).Body.ShouldContain("<html lang=\"en\" dir=\"ltr\">");
        (await teacher.Get("/learners")).Whole.ShouldNotContain("Tiếng Việt");
        var chosen = await mother.Send("/language", "language=vi&back=%2Ffamily", "application/x-www-form-urlencoded");
        (chosen.Status, chosen.Header("Location")).ShouldBe((HttpStatusCode.Found, "/family"));
        (await mother.Get("/family")).Body.ShouldContain("<html lang=\"vi\" dir=\"ltr\">");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task The_first_load_is_a_hundred_kilobytes_at_most(string language)
    {
        for (var i = 0; i < 5; i++) await _site.Family.Work(_site.Kid, $"piece {i}");
        using var mother = await _site.As("mother");
        var page = await mother.Get("/family", ("Accept-Encoding", "br"), ("Accept-Language", language));
        var plain = await mother.Get("/family", ("Accept-Language", language));
        var paths = Regex.Matches(plain.Body, "(?:href|src)=\"(?<at>/assets/[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(one => one.Groups["at"].Value).Distinct(StringComparer.Ordinal).ToList();
        var sheets = string.Concat(await Task.WhenAll(paths.Where(one => one.Contains(".css", StringComparison.Ordinal)).Select(async one => (await mother.Get(one)).Body)));
        // The face of titles is fetched as soon as the sheet is read; letters beyond Western Europe where a page has them.
        var faces = language == "vi" ? [] : Regex.Matches(sheets, @"url\(""?(?<at>[^)""]*besley-600\.[^)""]*woff2)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(one => new Uri(new Uri("http://x/assets/css/a.css"), one.Groups["at"].Value).AbsolutePath).Distinct(StringComparer.Ordinal).ToList();
        if (language != "vi") faces.ShouldHaveSingleItem();

        var bytes = page.Bytes.Length;
        foreach (var path in paths.Concat(faces))
        {
            var asset = await mother.Get(path, ("Accept-Encoding", "br"));
            asset.Status.ShouldBe(HttpStatusCode.OK, path);
            bytes += asset.Bytes.Length;
        }

        paths.Count.ShouldBeGreaterThan(4);
        bytes.ShouldBeLessThanOrEqualTo(FirstLoad);
    }

    /// <summary>So much that there is a verdict: the whole stage is filled.</summary>
    private async Task Enough()
    {
        var district = _site.Family.District;
        foreach (var target in (TargetId[])[district.Lines, district.Lines, district.Shades])
        {
            var piece = district.Piece(_site.Kid);
            await district.Record(new Recording(_site.Kid) { Evidence = [piece], EvidenceTexts = [new Cairn.Learning.Evidence.EvidenceText(piece.Id, "A tree", "", "", "")], Judgments = [district.Judged(piece, 2, target: target)] });
        }
    }

    private static string Shown(Answer page) => string.Join('\n', LeftInEnglish.Texts(page.Body));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
