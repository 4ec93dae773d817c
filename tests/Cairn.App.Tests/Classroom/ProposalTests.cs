using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Learners propose projects; what they could show is suggested from their words.</summary>
public sealed class ProposalTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string New => $"{_site.Pages("kid")}/new";

    [Fact]
    public async Task A_proposal_sent_twice_is_one_and_a_day_of_1990_is_refused_with_the_days_that_can_be_meant()
    {
        var once = $"{Guid.CreateVersion7():N}";
        for (var i = 0; i < 2; i++) (await _site.Send("kid", New, ("do", "save"), ("question", "Why?"), ("once", once))).Status.ShouldBe(HttpStatusCode.Found);
        _site.All().ShouldHaveSingleItem();
        foreach (var day in (string[])["1990-05-01", "2190-05-01"])
        {
            var page = await _site.Send("kid", New, ("do", "save"), ("question", "When?"), ("due", day));
            page.Body.ShouldContain("Choose a day from");
            page.Body.ShouldContain("href=\"#due\"");
        }

        _site.All().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_ten_year_old_proposes_a_teacher_edits_and_accepts()
    {
        var clay = _site.Family.District.Clay;
        await _site.Family.District.Record(new Recording(_site.Kid) { StageEntries = [new StageEntry(new StageEntryId(Guid.CreateVersion7()), _site.Kid, clay, 2, "", null, "", TestDistrict.Day, default)] });
        (await _site.Get("kid", New)).Whole.ShouldContain("Start with your question.");

        // Suggested from the words, without scripts: the words are underlined, and nothing is ticked for the child.
        var suggested = await _site.Fill("kid", New, ("question", ProjectSite.Question), ("do", "suggest"));
        suggested.Status.ShouldBe(HttpStatusCode.OK);
        ProjectSite.Marked(suggested.Body).ShouldBe(["clay", "drawing"], ignoreOrder: true);
        suggested.Body.ShouldNotContain(" checked");
        _site.All().ShouldBeEmpty();

        var id = await _site.Propose("kid", ($"with-{_site.Family.Ada.Value:N}", "true"));
        var made = _site.The(id);
        (made.State, made.Question, made.ProposedBy, made.Group).ShouldBe((ProjectState.Proposed, ProjectSite.Question, _site.Kid.Person, Family.Loft));
        _site.Read(db => db.ProjectMembers.Where(one => one.Project == id).Select(one => one.Learner).ToList()).ShouldBe([_site.Kid, _site.Family.Ada], ignoreOrder: true);
        _site.Read(db => db.ProjectAims.Single(one => one.Project == id)).ShouldBe(new ProjectAim(id, _site.Kid, clay, 2, "clay"));

        (await _site.Get("teacher", "/projects?waiting")).Whole.ShouldContain(ProjectSite.Question);
        var edit = await _site.Fill("teacher", $"{ProjectSite.Path(id)}/edit", ("question", "What can drawings in clay tell us?"), ("product", "Six tiles"), ("do", "save"), ("due", "2026-05-01"), ("seen", $"{made.Version}"),
            ($"with-{_site.Kid.Value:N}", "true"), ($"with-{_site.Family.Ada.Value:N}", "true"), (_site.Box("kid", _site.Family.District.Clay), "true"), (_site.Box("kid", _site.Family.District.Drawing), "true"), (_site.Box("ada", _site.Family.District.Drawing), "true"));
        edit.Status.ShouldBe(HttpStatusCode.Found, edit.Whole);
        _site.Read(db => db.ProjectAims.Count(one => one.Project == id)).ShouldBe(3);
        _site.The(id).DueOn.ShouldBe(new DateOnly(2026, 5, 1));

        (await _site.Do("teacher", id, "accept", "Good. Say how you know each fact.")).Status.ShouldBe(HttpStatusCode.Found);
        _site.The(id).State.ShouldBe(ProjectState.Active);
        _site.WhoDid(typeof(Project)).ShouldBe(_site.People["teacher"].Person);
        var page = (await _site.Get("kid", ProjectSite.Path(id))).Whole;
        foreach (var text in (string[])["Ms. Okafor accepted it.", "Good. Say how you know each fact.", "Clay", "Drawing", "Ada"]) page.ShouldContain(text);
        (await _site.Get("teacher", "/projects?waiting")).Whole.ShouldNotContain("clay tell us");
    }

    [Fact]
    public async Task While_somebody_types_only_the_part_that_changes_comes_and_a_pause_keeps_the_draft_once()
    {
        var part = await _site.Fill("kid", New, ("question", "About clay"), ("do", "suggest"), ("part", "1"), (_site.Box("kid", _site.Family.District.Clay), "true"));
        part.Body.ShouldNotContain("<main");
        part.Body.ShouldContain(" checked");
        _site.All().ShouldBeEmpty();

        var kept = await _site.Fill("kid", New, ("question", "About clay"), ("do", "keep"), ("part", "1"));
        var made = _site.All().Single();
        kept.Body.ShouldContain($"data-address=\"{ProjectSite.Path(made.Id)}/edit\"");
        kept.Body.ShouldContain($"data-seen=\"{made.Version}\"");
        (await _site.Fill("kid", $"{ProjectSite.Path(made.Id)}/edit", ("question", "About clay tiles"), ("do", "keep"), ("part", "1"), ("seen", $"{made.Version}"))).Whole.ShouldContain("Draft saved at");
        var now = _site.All().Single();
        (now.Question, now.State).ShouldBe(("About clay tiles", ProjectState.Draft));
    }

    [Fact]
    public async Task What_stands_further_off_is_found_by_a_search_and_by_its_code()
    {
        (await _site.Fill("kid", New, ("question", "Why?"), ("do", "find"), ("find", "drawing"))).Whole.ShouldContain("Drawing");
        (await _site.Fill("kid", New, ("question", "Why?"), ("do", "find"), ("find", "art.2"))).Whole.ShouldContain("Clay");
        (await _site.Fill("kid", New, ("question", "Why?"), ("do", "suggest"))).Whole.ShouldContain("Write a little more of the idea.");
    }

    [Fact]
    public async Task Nobody_proposes_for_a_child_they_do_not_plan_with()
    {
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("mother", HttpStatusCode.Forbidden), ("stranger", HttpStatusCode.NotFound), ("ada", HttpStatusCode.NotFound), ("leader", HttpStatusCode.Forbidden), ("officer", HttpStatusCode.Forbidden)])
            (await _site.Fill(who, New, ("question", "Mine?"), ("product", "No"), ("do", "save"))).Status.ShouldBe(status, who);
        _site.All().ShouldBeEmpty();
        (await _site.Fill("teacher", New, ("question", "For the kid"), ("do", "save"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.All().Single().ProposedBy.Value.ShouldBe(_site.People["teacher"].Person);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_stored()
    {
        (await _site.Fill("kid", New, ("question", new string('x', 301)), ("product", "P"), ("do", "save"))).Whole.ShouldContain("300 fit");
        (await _site.Fill("kid", New, ("question", ""), ("do", "save"))).Whole.ShouldContain("it cannot stay empty");
        (await _site.Fill("kid", New, ("question", "Q"), ("product", "P"), ("do", "ask"))).Whole.ShouldContain("Tick at least one thing");
        (await _site.Fill("kid", New, ("question", "Q"), ("product", "P"), ("starts", "2026-05-02"), ("due", "2026-05-01"), ("do", "save"))).Whole.ShouldContain("Choose a later day");
        (await _site.Fill("kid", New, ("question", "Q"), ("product", "P"), ("due", "2026-02-31"), ("do", "save"))).Whole.ShouldContain("This is no day.");
        _site.All().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_team_is_of_classmates_and_no_made_up_id_gets_in()
    {
        var far = await _site.Faraway();
        var id = await _site.Propose("kid", ($"with-{far.Value:N}", "true"), ($"with-{Guid.NewGuid():N}", "true"), ($"with-{_site.Family.Ben.Value:N}", "true"), ($"aim-{_site.Family.Ben.Value:N}-{_site.Family.District.Clay.Value:N}", "true"));
        _site.Read(db => db.ProjectMembers.Where(one => one.Project == id).Select(one => one.Learner).ToList()).ShouldBe([_site.Kid, _site.Family.Ben], ignoreOrder: true);
        _site.Read(db => db.ProjectAims.Where(one => one.Project == id).Select(one => one.Learner).ToList()).ShouldBe([_site.Kid]);
        (await _site.Get("kid", New)).Whole.ShouldNotContain("GivenFar");
    }

    [Fact]
    public async Task What_a_child_writes_is_text_and_nothing_else()
    {
        const string evil = "<script>alert('clay')</script>";
        var shown = await _site.Fill("kid", New, ("question", evil), ("product", "\"><img src=x onerror=1> drawing"), ("do", "suggest"));
        shown.Body.ShouldNotContain("<script>alert");
        shown.Body.ShouldNotContain("<img");
        ProjectSite.Marked(shown.Body).ShouldContain("clay");
        var id = await _site.Propose("kid", ("question", evil));
        foreach (var (who, path) in ((string, string)[])[("kid", ProjectSite.Path(id)), ("teacher", "/projects?waiting"), ("kid", _site.Pages("kid")), ("teacher", $"{ProjectSite.Path(id)}/edit")])
        {
            var page = await _site.Get(who, path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Body.ShouldNotContain("<script>alert", Case.Sensitive, path);
            page.Whole.ShouldContain("alert('clay')", Case.Sensitive, path);
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
