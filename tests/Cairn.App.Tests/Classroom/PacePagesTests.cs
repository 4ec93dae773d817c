using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Pace, support and their policy: who sees what, who writes, and what stands on the pages.</summary>
public sealed partial class PacePagesTests : IAsyncLifetime
{
    private PacingSite _site = null!;

    private string Pace => $"{_site.Kid}/pace";

    public async ValueTask InitializeAsync() => _site = await PacingSite.Make();

    [Fact]
    public async Task Adults_read_why_to_look_and_families_read_the_answer_without_it()
    {
        await Tries();

        var (teacher, mother) = (await _site.Get("teacher", Pace), await _site.Get("mother", Pace));

        teacher.Whole.ShouldContain("Quiet for ");
        teacher.Whole.ShouldContain("Tried 3 times in the last eight school weeks without a rise: Drawing.");
        mother.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var hidden in (string[])["Quiet for", "Tried 3 times", "For adults", "Draft a support plan"]) mother.Whole.ShouldNotContain(hidden);
        mother.Body.ShouldContain("role=\"img\"><title>");
        Decimals().IsMatch(Prose(mother.Whole)).ShouldBeFalse("a decimal in front of a family");
        foreach (var who in (string[])["stranger", "ada", "elsewhere"]) (await _site.Get(who, Pace)).Status.ShouldBe(HttpStatusCode.NotFound, who);
    }

    [Fact]
    public async Task With_a_plan_that_has_days_pace_is_told_by_its_steps_and_the_page_says_so()
    {
        (await _site.Get("mother", Pace)).Whole.ShouldContain("Pace over the year");
        var plan = new LearningPlan(new LearningPlanId(Guid.CreateVersion7()), _site.Site.Kid, "My <b>year</b>", Family.Today.AddDays(-200), Family.Today.AddDays(60), Storage.TestDistrict.Day);
        await _site.Site.Family.Put(plan);
        await _site.Site.Family.Put(new PlanStep(plan.Id, _site.District.Clay, _site.Site.Kid, 1, Family.Today.AddDays(-60)), new PlanStep(plan.Id, _site.District.Drawing, _site.Site.Kid, 2, Family.Today.AddDays(40)));
        (await _site.Get("mother", Pace)).Whole.ShouldContain("Pace over the year", Case.Sensitive, "nobody works by a draft");
        await Activate();

        foreach (var who in (string[])["kid", "mother", "teacher"])
        {
            var page = await _site.Get(who, Pace);
            page.Whole.ShouldContain("Told by the days of the plan “My <b>year</b>”", Case.Sensitive, who);
            page.Body.ShouldNotContain("<b>year", Case.Sensitive, who);
            page.Whole.ShouldContain("None of 2 steps of the plan are shown. The plan has 1 by today.", Case.Sensitive, who);
            page.Whole.ShouldContain("more time: the plan is 8 school weeks further", Case.Sensitive, who);
            Prose(page.Whole).ShouldNotContain("behind", Case.Insensitive, who);
        }

        (await _site.Get("teacher", Pace)).Whole.ShouldContain("Next: Clay is due first in the plan.");
        var list = (await _site.Get("teacher", "/pace")).Whole;
        list.ShouldContain("Needs more time: 8 school weeks from the plan.");
        (await _site.Get("elsewhere", Pace)).Status.ShouldBe(HttpStatusCode.NotFound);

        Task<int> Activate() => _site.District.District.Writer.Alone(turn =>
        {
            turn.Db.LearningPlans.Single().Activate(Storage.TestDistrict.Day);
            return turn.Db.SaveChanges();
        });
    }

    [Fact]
    public async Task Who_came_this_week_is_neither_quiet_nor_in_need_of_time()
    {
        var fresh = await _site.Site.Family.Learner("Fresh");
        await _site.Site.Family.Put(new Learning.People.Enrollment(new EnrollmentId(Guid.CreateVersion7()), fresh, Family.Loft, Family.Today.AddDays(-1), null));

        var page = await _site.Get("teacher", $"/learners/{fresh.Value:N}/pace");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Whole.ShouldNotContain("needs more time");
        page.Whole.ShouldNotContain("Quiet for");
        // And who leaves on the day that they came has a page that can be read.
        await _site.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == fresh).Leave(_site.Site.Clock.Now);
            return turn.Db.SaveChanges();
        });
        (await _site.Get("teacher", "/pace")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_names_by_reason_those_of_ones_own_groups_and_is_for_adults()
    {
        await Tries();

        var list = await _site.Get("teacher", "/pace");

        list.Whole.ShouldContain("GivenKid");
        list.Whole.ShouldContain("sit down with GivenKid");
        (await _site.Get("elsewhere", "/pace")).Whole.ShouldNotContain("GivenKid");
        (await _site.Get("standIn", "/pace")).Whole.ShouldNotContain("GivenKid");
        foreach (var who in (string[])["kid", "mother"]) (await _site.Get(who, "/pace")).Status.ShouldBe(HttpStatusCode.NotFound, who);
    }

    [Fact]
    public async Task A_dozen_is_shown_the_longest_quiet_first_and_the_rest_is_folded()
    {
        for (var i = 0; i < 15; i++)
        {
            var one = await _site.Site.Family.Learner($"Quiet{i:00}");
            await _site.Site.Family.Put(new Learning.People.Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, Family.Loft, Family.Today.AddDays(-90), null));
            await _site.Judge(3, Family.Today.AddDays(-20 - i).ToDateTime(default, DateTimeKind.Utc), learner: one);
        }

        var page = (await _site.Get("teacher", "/pace")).Whole;

        var (first, last, fold) = (page.IndexOf("GivenQuiet14 ", StringComparison.Ordinal), page.IndexOf("GivenQuiet00 ", StringComparison.Ordinal), page.IndexOf(" more</summary>", StringComparison.Ordinal));
        first.ShouldBeGreaterThan(0);
        fold.ShouldBeInRange(first, last, "the longest quiet stand before the fold, the last within it");
    }

    [Fact]
    public async Task A_draft_is_the_educators_until_it_is_agreed_and_then_the_family_reads_it()
    {
        await Tries();
        var path = await Draft();
        var drafted = Stored();
        drafted.Lines.Count.ShouldBeGreaterThan(2);
        drafted.Lines.ShouldAllBe(one => one.What.Length > 0 && one.Who.Length > 0 && one.Reason.Length > 0 && one.ByDay > Family.Today);
        (await _site.Get("teacher", path)).Whole.ShouldContain("Sit down with GivenKid");
        foreach (var who in (string[])["mother", "kid"]) (await _site.Get(who, Pace)).Whole.ShouldNotContain("Sit down with", Case.Sensitive, who);
        (await Draft()).ShouldBe(path, "one draft at a time");

        (await Write("teacher", path, "agree", ("seen", "1"), ("what-1", "Meet <i>Mondays</i>"), ("who-1", "Ms. Okafor"), ("by-1", "2026-04-10"), ("why-1", "It was quiet."), ("what-3", "Bring the sketchbook"))).Status.ShouldBe(HttpStatusCode.Found);

        Stored().Lines.Select(one => one.What).ShouldBe(["Meet <i>Mondays</i>", "Bring the sketchbook"]);
        foreach (var who in (string[])["mother", "kid"])
        {
            var page = await _site.Get(who, Pace);
            page.Body.ShouldContain("Meet &lt;i&gt;Mondays&lt;/i&gt;", Case.Sensitive, who);
            page.Body.ShouldNotContain("<i>Mondays", Case.Sensitive, who);
        }

        (await Write("teacher", path, "end", ("seen", "2"))).Whole.ShouldContain("Write something here");
        (await Write("teacher", path, "end", ("seen", "2"), ("outcome", "She drew again."))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", Pace)).Whole.ShouldContain("She drew again.");
        Stored().Plan.State.ShouldBe(SupportState.Ended);
    }

    [Fact]
    public async Task A_stale_form_is_told_and_keeps_what_was_typed()
    {
        await Tries();
        var path = await Draft();
        await Write("teacher", path, "save", ("seen", "1"), ("what-1", "From the first"));

        var late = await Write("colleague", path, "save", ("seen", "1"), ("what-1", "From the second"));

        late.Whole.ShouldContain("Somebody changed this meanwhile");
        late.Whole.ShouldContain("From the second");
        Stored().Lines.Select(one => one.What).ShouldBe(["From the first"]);
        (await Write("colleague", path, "save", ("seen", "2"), ("what-1", "From the second"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nobody_drafts_or_changes_in_anothers_place()
    {
        await Tries();
        var path = await Draft();
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("mother", HttpStatusCode.Forbidden), ("kid", HttpStatusCode.Forbidden), ("standIn", HttpStatusCode.Forbidden), ("elsewhere", HttpStatusCode.NotFound), ("stranger", HttpStatusCode.NotFound)])
        {
            (await _site.Get(who, path)).Status.ShouldBe(status, who);
            (await Write(who, path, "agree", ("seen", "1"), ("what-1", "x"))).Status.ShouldBe(status, who);
            (await _site.Post(who, $"{_site.Kid}/supports")).Status.ShouldBe(status, who);
        }

        (await _site.Get("teacher", $"/learners/{_site.Site.Grown.Value:N}/supports/{path[^32..]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Write("teacher", path, "save", ("seen", "1"), ("what-1", new string('x', 501)))).Whole.ShouldContain("501");
        (await Write("teacher", path, "save", ("seen", "1"))).Whole.ShouldContain("Write at least one line.");
        Stored().Plan.State.ShouldBe(SupportState.Draft);
    }

    [Fact]
    public async Task The_learner_chooses_and_nobody_in_their_place()
    {
        (string, string)[] top = [("competency", _site.Drawing), ("step", "GoForTop")];
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("teacher", HttpStatusCode.Forbidden), ("mother", HttpStatusCode.Forbidden), ("stranger", HttpStatusCode.NotFound)])
            (await _site.Post(who, $"{_site.Kid}/choices", top)).Status.ShouldBe(status, who);

        (await _site.Post("kid", $"{_site.Kid}/choices", top)).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Post("kid", $"{_site.Kid}/choices", ("competency", _site.Drawing), ("step", "MoveOn"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Post("kid", $"{_site.Kid}/choices", ("competency", _site.Drawing), ("step", "Nothing"))).Status.ShouldBe(HttpStatusCode.NotFound);

        _site.Read(db => db.PathChoices.AsNoTracking().Single()).Step.ShouldBe(NextStep.MoveOn);
    }

    [Fact]
    public async Task A_policy_holds_from_its_day_at_its_place_and_a_past_day_is_refused()
    {
        await _site.Policy(("cap", "4"));
        await _site.Policy(("cap", "2"), ("place", $"s-{Family.Hill.Value:N}"), ("from", "2026-04-02"));
        _site.Read(db => PacingRows.Policies(db).Count).ShouldBe(2);
        (await _site.Get("leader", "/policies/pacing")).Whole.ShouldContain("Hill School");

        foreach (var (name, value, said) in ((string, string, string)[])[("from", "2026-03-30", "Choose today or a later day"), ("last", "2025-08-01", "A school year ends"), ("days", "400", "365"), ("place", "nowhere", "Choose one of these")])
        {
            (string Name, string Value)[] fields = [("place", "district"), ("from", "2026-03-31"), ("days", "1"), ("band", "3"), ("quiet", "10"), ("loop", "3"), ("first", "2025-08-18"), ("last", "2026-06-12")];
            var answer = await _site.Post("leader", "/policies/pacing", [.. fields.Where(one => one.Name != name), (name, value)]);
            answer.Status.ShouldBe(HttpStatusCode.OK, said);
            answer.Whole.ShouldContain(said);
        }

        _site.Read(db => PacingRows.Policies(db).Count).ShouldBe(2);
        foreach (var who in (string[])["teacher", "principal", "kid"]) (await _site.Post(who, "/policies/pacing", ("place", "district"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
    }

    [Fact]
    public async Task A_closed_day_is_nobodys_fault()
    {
        await _site.Judge(2, Family.Today.AddDays(-14).ToDateTime(default, DateTimeKind.Utc));
        (await _site.Get("teacher", Pace)).Whole.ShouldContain("Quiet for 10 school days.");

        (await _site.Post("leader", "/policies/closed-days", ("do", "close"), ("day", "2026-03-25"), ("why", "Snow"))).Status.ShouldBe(HttpStatusCode.Found);

        (await _site.Get("teacher", Pace)).Whole.ShouldNotContain("Quiet for");
        (await _site.Get("leader", "/policies/pacing")).Whole.ShouldContain("Snow");
        await _site.Post("leader", "/policies/closed-days", ("do", "open"), ("day", "2026-03-25"));
        (await _site.Get("teacher", Pace)).Whole.ShouldContain("Quiet for 10 school days.");
        (await _site.Post("teacher", "/policies/closed-days", ("do", "close"), ("day", "2026-03-25"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_asked_agreed_and_chosen_is_handed_over_and_no_draft_is()
    {
        await Tries();
        await _site.Post("kid", $"{_site.Kid}/ready", ("competency", $"{_site.District.Clay.Value:N}"), ("words", "HANDCANARY"));
        var path = await Draft();
        _site.Site.Family.Archive(_site.Site.Kid)["csv/supportLines.csv"].ShouldNotContain("Sit down");
        await Write("teacher", path, "agree", ("seen", "1"), ("what-1", "AGREEDCANARY"));

        var archive = _site.Site.Family.Archive(_site.Site.Kid);

        archive["csv/checksAsked.csv"].ShouldContain("HANDCANARY");
        archive["csv/supportLines.csv"].ShouldContain("AGREEDCANARY");
        _site.Site.Family.Archive(_site.District.Ben)["csv/checksAsked.csv"].ShouldNotContain("HANDCANARY");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    // Three tries at the first stage's lines, none at the line, and then nothing for weeks.
    private async Task Tries()
    {
        foreach (var day in (int[])[-40, -38, -36]) await _site.Judge(0.5m, Family.Today.AddDays(day).ToDateTime(default, DateTimeKind.Utc));
    }

    private async Task<string> Draft()
    {
        var answer = await _site.Post("teacher", $"{_site.Kid}/supports");
        answer.Status.ShouldBe(HttpStatusCode.Found);
        return answer.Header("Location");
    }

    private Task<Web.Answer> Write(string who, string path, string what, params (string Name, string Value)[] fields) => _site.Post(who, path, [("do", what), .. fields]);

    private SupportOf Stored() => _site.Read(db => new SupportOf(db.SupportPlans.AsNoTracking().Single(), [.. db.SupportLines.AsNoTracking().OrderBy(one => one.Position)]));

    private static string Prose(string page) => Tags().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], " ");

    [GeneratedRegex(@"<svg.*?</svg>|<[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\d\.\d", RegexOptions.None, 1000)]
    private static partial Regex Decimals();
}
