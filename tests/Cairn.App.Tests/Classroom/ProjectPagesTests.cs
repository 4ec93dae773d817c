using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Who sees a project, who changes it, and what is never shown of another child.</summary>
public sealed class ProjectPagesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;
    private ProjectId _id;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        _id = await _site.Propose("kid", ($"with-{_site.Family.Ben.Value:N}", "true"));
    }

    private string Path => ProjectSite.Path(_id);

    [Fact]
    public async Task A_project_is_seen_by_whoever_may_read_the_record_of_one_of_its_team()
    {
        foreach (var who in (string[])["kid", "mother", "father", "teacher", "colleague", "leader", "officer", "stranger"]) (await _site.Get(who, Path)).Status.ShouldBe(HttpStatusCode.OK, who);
        // Whose child is in another team, or in none.
        foreach (var who in (string[])["ada", "grown", "parentOfGrown"]) (await _site.Get(who, Path)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Get("ada", _site.Pages("kid"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("mother", _site.Pages("kid"))).Whole.ShouldContain(ProjectSite.Question);
        (await _site.Get("mother", "/projects")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_a_team_mate_a_family_is_told_the_first_name_and_nothing_more()
    {
        var theirs = _site.Family.District.Piece(_site.Kid) with { Experience = new ExperienceId(_id.Value), Kind = EvidenceKind.Project };
        await _site.Family.District.Record(new Recording(_site.Kid) { Evidence = [theirs], EvidenceTexts = [new EvidenceText(theirs.Id, "TILECANARY", "", "", "")] });
        await _site.Family.Put(new CheckIn(new CheckInId(Guid.CreateVersion7()), _site.Kid, _id, Family.Okafor, Family.Today.AddDays(1)));

        // The stranger is the mother of Ben, who is in the team.
        var page = (await _site.Get("stranger", Path)).Whole;
        page.ShouldContain("GivenKid");
        foreach (var hidden in (string[])["FamilyKid", "TILECANARY", "planned for", "From the words", $"{_site.Kid.Value:N}"]) page.ShouldNotContain(hidden, Case.Sensitive, hidden);
        var own = (await _site.Get("mother", Path)).Whole;
        foreach (var shown in (string[])["TILECANARY", "planned for", "From the words: clay"]) own.ShouldContain(shown, Case.Sensitive, shown);
        own.ShouldNotContain("LevelChip", Case.Sensitive, "families see no levels as numbers");
    }

    [Fact]
    public async Task Only_those_who_judge_and_plan_decide_and_a_team_changes_nothing_once_it_asked()
    {
        foreach (var who in (string[])["kid", "mother", "leader", "officer", "principal", "stranger", "ada"])
        {
            (await _site.Do(who, _id, "accept")).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Do(who, _id, "end")).Status.ShouldBe(HttpStatusCode.NotFound, who);
        }

        (await _site.Get("kid", $"{Path}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Fill("kid", $"{Path}/edit", ("question", "Another"), ("do", "save"), ("seen", $"{_site.The(_id).Version}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.The(_id).State.ShouldBe(ProjectState.Proposed);
        (await _site.Do("kid", _id, "take-back")).Status.ShouldBe(HttpStatusCode.Found);
        _site.The(_id).State.ShouldBe(ProjectState.Draft);
        (await _site.Get("kid", $"{Path}/edit")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proposal_is_sent_back_with_words_asked_again_accepted_shown_and_taken_up_again()
    {
        (await _site.Do("teacher", _id, "send-back")).Whole.ShouldContain("it cannot stay empty");
        (await _site.Do("teacher", _id, "send-back", "For whom are the tiles?")).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("kid", Path)).Whole.ShouldContain("For whom are the tiles?");
        (await _site.Do("teacher", _id, "resume")).Whole.ShouldContain("That cannot be done with the project as it is now");
        foreach (var (who, deed, state) in ((string, string, ProjectState)[])[
            ("kid", "ask", ProjectState.Proposed), ("colleague", "accept", ProjectState.Active), ("teacher", "show", ProjectState.Shown), ("teacher", "resume", ProjectState.Active), ("teacher", "end", ProjectState.Ended)])
        {
            (await _site.Do(who, _id, deed)).Status.ShouldBe(HttpStatusCode.Found, deed);
            _site.The(_id).State.ShouldBe(state);
        }

        (await _site.Get("teacher", "/projects?state=ended")).Whole.ShouldContain(ProjectSite.Question);
        (await _site.Get("teacher", "/projects")).Whole.ShouldNotContain(ProjectSite.Question);
    }

    [Fact]
    public async Task Whoever_saw_an_older_project_is_told_and_overwrites_nothing()
    {
        var seen = _site.The(_id).Version;
        (string, string)[] form = [("product", "P"), ("do", "save"), ("seen", $"{seen}"), ($"with-{_site.Kid.Value:N}", "true"), ($"with-{_site.Family.Ben.Value:N}", "true")];
        (await _site.Fill("teacher", $"{Path}/edit", [("question", "First"), .. form])).Status.ShouldBe(HttpStatusCode.Found);
        var stale = await _site.Fill("colleague", $"{Path}/edit", [("question", "Second"), .. form]);
        stale.Whole.ShouldContain("Somebody changed this meanwhile");
        stale.Whole.ShouldContain("Second");
        (await _site.Fill("colleague", $"{Path}/state", ("do", "accept"), ("seen", $"{seen}"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (_site.The(_id).Question, _site.The(_id).State).ShouldBe(("First", ProjectState.Proposed));
    }

    [Fact]
    public async Task Nobody_accepts_for_a_learner_who_is_out_of_their_reach()
    {
        var far = await _site.Faraway();
        await _site.Family.Put(new ProjectMember(_id, far, Family.Today), new ProjectAim(_id, far, _site.Family.District.Clay, 1, ""));
        (await _site.Get("teacher", Path)).Whole.ShouldContain("you do not work with");
        (await _site.Do("teacher", _id, "accept")).Whole.ShouldContain("you do not work with");
        _site.The(_id).State.ShouldBe(ProjectState.Proposed);
    }

    [Fact]
    public async Task Parts_are_added_ticked_by_two_at_once_and_taken_out_by_the_team_and_its_educators()
    {
        (await _site.Fill("kid", $"{Path}/parts", ("do", "add"), ("title", "Buy clay"), ("by", "2026-04-10"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("teacher", $"{Path}/parts", ("do", "add"), ("title", "Draw <b>six</b> tiles"))).Status.ShouldBe(HttpStatusCode.Found);
        Parts().Select(one => (one.Position, one.Title, one.DueOn)).ShouldBe([(1, "Buy clay", new DateOnly(2026, 4, 10)), (2, "Draw <b>six</b> tiles", null)]);
        var (kids, teachers) = (_site.Fill("kid", $"{Path}/parts", ("do", "tick"), ("position", "1")), _site.Fill("teacher", $"{Path}/parts", ("do", "tick"), ("position", "1")));
        (await kids).Status.ShouldBe(HttpStatusCode.Found);
        (await teachers).Status.ShouldBe(HttpStatusCode.Found);
        Parts()[0].DoneOn.ShouldBe(Family.Today);
        var page = await _site.Get("mother", Path);
        page.Whole.ShouldContain("1 of 2 done");
        page.Body.ShouldNotContain("<b>six");
        (await _site.Fill("kid", $"{Path}/parts", ("do", "untick"), ("position", "1"))).Status.ShouldBe(HttpStatusCode.Found);
        Parts()[0].DoneOn.ShouldBeNull();
        (await _site.Fill("kid", $"{Path}/parts", ("do", "edit"), ("position", "2"), ("title", "Draw tiles"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("kid", $"{Path}/parts", ("do", "remove"), ("position", "1"))).Status.ShouldBe(HttpStatusCode.Found);
        Parts().Select(one => one.Title).ShouldBe(["Draw tiles"]);

        foreach (var who in (string[])["mother", "ada", "leader", "stranger"]) (await _site.Fill(who, $"{Path}/parts", ("do", "remove"), ("position", "2"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Fill("kid", $"{Path}/parts", ("do", "add"), ("title", new string('x', 201)))).Whole.ShouldContain("200 fit");
        (await _site.Fill("kid", $"{Path}/parts", ("do", "tick"), ("position", "77"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Do("teacher", _id, "end")).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("kid", $"{Path}/parts", ("do", "tick"), ("position", "2"))).Whole.ShouldContain("cannot be done");
    }

    [Fact]
    public async Task The_copy_that_a_family_gets_holds_the_childs_part_and_names_no_team_mate()
    {
        await _site.Fill("kid", $"{Path}/parts", ("do", "add"), ("title", "Buy clay"));
        var archive = _site.Family.Archive(_site.Kid);
        var json = Family.Json(archive);
        json.GetProperty("projects")[0].GetProperty("question").GetString().ShouldBe(ProjectSite.Question);
        json.GetProperty("projectAims")[0].GetProperty("because").GetString().ShouldBe("clay");
        json.GetProperty("projectParts")[0].GetProperty("title").GetString().ShouldBe("Buy clay");
        foreach (var (file, text) in archive) text.ShouldNotContain($"{_site.Family.Ben.Value:D}", Case.Insensitive, file);
        Family.Json(_site.Family.Archive(_site.Family.Ben)).GetProperty("projectAims").GetArrayLength().ShouldBe(0);
    }

    private List<Deliverable> Parts() => _site.Read(db => db.Deliverables.AsNoTracking().Where(one => one.Project == _id).OrderBy(one => one.Position).ToList());

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
