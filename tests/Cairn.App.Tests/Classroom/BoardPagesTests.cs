using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;

namespace Cairn.App.Tests.Classroom;

/// <summary>The board of a room: who sees it, who changes it in a tap, and how a tap is taken back.</summary>
public sealed class BoardPagesTests : IAsyncLifetime
{
    private BoardSite _board = null!;
    private Visitor _teacher = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await BoardSite.Make();
        _teacher = _board.As("teacher");
    }

    [Fact]
    public async Task A_teacher_of_one_room_begins_at_its_board_and_a_leader_among_the_learners()
    {
        (await _teacher.Get("/")).Header("Location").ShouldBe("/board");
        (await _teacher.Get("/board")).Header("Location").ShouldBe(BoardSite.Path);
        var page = await _teacher.Get(BoardSite.Path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var name in (string[])["GivenKid", "GivenGrown", "Ada", "Ben"]) page.Whole.ShouldContain(name);

        using var leader = _board.As("leader");
        (await leader.Get("/")).Header("Location").ShouldBe("/learners");
        (await leader.Get("/board")).Whole.ShouldContain("The Loft");
        using var nobodys = _board.As("officer");
        (await nobodys.Get("/board")).Header("Location").ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_found_by_those_who_work_with_the_room_and_by_nobody_else()
    {
        foreach (var (who, status) in (( string, HttpStatusCode)[])[("colleague", HttpStatusCode.OK), ("principal", HttpStatusCode.OK), ("leader", HttpStatusCode.OK), ("kid", HttpStatusCode.NotFound), ("mother", HttpStatusCode.NotFound), ("stranger", HttpStatusCode.NotFound)])
        {
            using var visitor = _board.As(who);
            (await visitor.Get(BoardSite.Path)).Status.ShouldBe(status, who);
            (await visitor.Get($"{BoardSite.Path}?wall")).Status.ShouldBe(status, who);
        }

        using var other = _board.As(_board.Stranger);
        (await other.Get(BoardSite.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BoardSite.Tap(other, ("do", "raise"), ("who", BoardSite.N(_board.Kid)))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_substitute_and_a_leader_look_and_change_nothing()
    {
        foreach (var visitor in (Visitor[])[_board.As(_board.Substitute), _board.As("leader"), _board.As("principal")])
        {
            using var _ = visitor;
            var page = await visitor.Get(BoardSite.Path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Whole.ShouldNotContain("data-tap");
            (await BoardSite.Tap(visitor, ("do", "raise"), ("who", BoardSite.N(_board.Kid)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        _board.Read(db => db.Hands.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_question_and_a_learner_are_enough_to_begin_and_it_is_taken_back_without_a_trace()
    {
        var done = await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)), ("question", "Why <script>alert(1)</script>?"));

        var page = await _teacher.Get(done.Header("Location")!);
        page.Body.ShouldContain("Why &lt;script&gt;alert(1)&lt;/script&gt;?");
        page.Body.ShouldNotContain("<script>alert");
        page.Whole.ShouldContain("Undo");
        _board.Read(db => db.Projects.Single()).State.ShouldBe(ProjectState.Active);

        (await BoardSite.Undo(_teacher, done)).Status.ShouldBe(HttpStatusCode.Found);
        _board.Read(db => (db.Projects.Count(), db.ProjectMembers.Count(), db.Focuses.Count())).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task What_something_came_of_is_not_taken_back()
    {
        var done = await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)), ("question", "How tall is a cloud?"));
        var project = _board.Read(db => db.Projects.Single().Id);
        await BoardSite.Tap(_teacher, ("do", "plan"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(project)), ("next", ""), ("in", "1"));

        (await BoardSite.Undo(_teacher, done)).Status.ShouldBe(HttpStatusCode.Conflict);
        _board.Project(project).State.ShouldBe(ProjectState.Active);
    }

    [Fact]
    public async Task A_learner_is_put_on_another_project_and_back()
    {
        var (first, second) = (await _board.Begin(_teacher, _board.Kid), await _board.Begin(_teacher, _board.Ada, "Who was here first?"));

        var done = await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(second)));
        _board.Read(db => db.Focuses.Single(one => one.Learner == _board.Kid).Project).ShouldBe(second);
        _board.Read(db => db.ProjectMembers.Count(one => one.Project == second)).ShouldBe(2);

        await BoardSite.Undo(_teacher, done);
        _board.Read(db => db.Focuses.Single(one => one.Learner == _board.Kid).Project).ShouldBe(first);
        _board.Read(db => db.ProjectMembers.Single(one => one.Project == second).Learner).ShouldBe(_board.Ada);
    }

    [Fact]
    public async Task Nobody_of_another_room_is_put_on_it_and_nothing_of_another_board()
    {
        var project = await _board.Begin(_teacher, _board.Kid);

        (await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Elsewhere)), ("project", BoardSite.N(project)))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BoardSite.Tap(_teacher, ("do", "raise"), ("who", BoardSite.N(_board.Elsewhere)))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BoardSite.Tap(_teacher, ("do", "plan"), ("who", BoardSite.N(_board.Elsewhere)), ("in", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)), ("project", $"{Guid.NewGuid():N}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await BoardSite.Tap(_teacher, ("do", "nothing"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _board.Read(db => db.ProjectMembers.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task A_hand_goes_up_once_is_answered_and_stays_up_when_that_was_a_mistake()
    {
        var raised = await BoardSite.Tap(_teacher, ("do", "raise"), ("who", BoardSite.N(_board.Kid)));
        await BoardSite.Tap(_teacher, ("do", "raise"), ("who", BoardSite.N(_board.Kid)));
        var hand = _board.Read(db => db.Hands.Single());
        (await _teacher.Get(raised.Header("Location")!)).Whole.ShouldContain("<strong>GivenKid</strong> would like a hand");

        using var colleague = _board.As("colleague");
        var lowered = await BoardSite.Tap(colleague, ("do", "lower"), ("hand", $"{hand.Id.Value:N}"));
        _board.Read(db => db.Hands.Single()).LoweredBy.Value.ShouldBe(_board.Whole.People["colleague"].Person);

        await BoardSite.Undo(colleague, lowered);
        _board.Read(db => db.Hands.Single()).LoweredAt.ShouldBeNull();
        await BoardSite.Undo(_teacher, raised);
        _board.Read(db => db.Hands.Single()).LoweredAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task The_next_talk_is_planned_in_a_tap_moved_by_another_and_put_back(string days, int after)
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        (string, string)[] Form(string next, string name, string value) => [("do", "plan"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(project)), ("next", next), (name, value)];

        var first = await BoardSite.Tap(_teacher, Form("", "in", days));
        _board.Read(db => db.CheckIns.Single()).PlannedFor.ShouldBe(Family.Today.AddDays(after));

        var moved = await BoardSite.Tap(_teacher, Form($"{Family.Today.AddDays(after):yyyy-MM-dd}", "day", "2026-04-20"));
        _board.Read(db => db.CheckIns.Single()).PlannedFor.ShouldBe(new DateOnly(2026, 4, 20));
        await BoardSite.Undo(_teacher, moved);
        _board.Read(db => db.CheckIns.Single()).PlannedFor.ShouldBe(Family.Today.AddDays(after));
        await BoardSite.Undo(_teacher, first);
        _board.Read(db => db.CheckIns.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_saw_an_older_board_is_told_and_overwrites_nothing()
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        (string, string)[] Form(string next, string days) => [("do", "plan"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(project)), ("next", next), ("in", days)];
        await BoardSite.Tap(_teacher, Form("", "1"));

        using var colleague = _board.As("colleague");
        var late = await BoardSite.Tap(colleague, Form("", "2"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Whole.ShouldContain("Somebody else changed this");
        _board.Read(db => db.CheckIns.Single()).PlannedFor.ShouldBe(Family.Today.AddDays(1));

        var seen = $"{_board.Project(project).Version}";
        var shown = await BoardSite.Tap(_teacher, ("do", "show"), ("project", BoardSite.N(project)), ("seen", seen));
        (await BoardSite.Tap(colleague, ("do", "end"), ("project", BoardSite.N(project)), ("seen", seen))).Status.ShouldBe(HttpStatusCode.Conflict);
        _board.Project(project).State.ShouldBe(ProjectState.Shown);
        await BoardSite.Undo(_teacher, shown);
        _board.Project(project).State.ShouldBe(ProjectState.Active);
    }

    [Theory]
    [InlineData("2026-03-30")]
    [InlineData("2027-12-01")]
    [InlineData("tomorrow")]
    public async Task A_day_that_was_or_is_far_away_is_refused(string day)
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        (await BoardSite.Tap(_teacher, ("do", "plan"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(project)), ("next", ""), ("day", day))).Status.ShouldBe(HttpStatusCode.Conflict);
        _board.Read(db => db.CheckIns.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_told_and_nothing_begins()
    {
        var told = await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)), ("question", new string('q', 201)));
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        (await BoardSite.Tap(_teacher, ("do", "on"), ("question", "Who?"))).Whole.ShouldContain("Choose who it is about.");
        (await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Kid)))).Whole.ShouldContain("or write a question");
        _board.Read(db => db.Projects.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_talk_is_held_in_a_tap_with_everybody_on_it_and_taken_back()
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Ada)), ("project", BoardSite.N(project)));
        await BoardSite.Tap(_teacher, ("do", "plan"), ("who", BoardSite.N(_board.Kid)), ("project", BoardSite.N(project)), ("next", ""), ("in", "0"));

        var held = await BoardSite.Tap(_teacher, ("do", "held"), ("who", $"{BoardSite.N(_board.Kid)} {BoardSite.N(_board.Ada)}"), ("project", BoardSite.N(project)));
        _board.Read(db => db.CheckIns.Count(one => one.HeldAt != null)).ShouldBe(2);

        await BoardSite.Undo(_teacher, held);
        _board.Read(db => db.CheckIns.Single()).HeldAt.ShouldBeNull("hers was planned, the other was not");
    }

    [Fact]
    public async Task Todays_talks_come_first_and_a_day_that_was_is_no_next_one()
    {
        var (project, other) = (await _board.Begin(_teacher, _board.Kid), await _board.Begin(_teacher, _board.Ada, "Who was here first?"));
        await _board.Whole.Family.Put(Talk(_board.Kid, project, -3), Talk(_board.Ada, other, 0));

        var page = (await _teacher.Get(BoardSite.Path)).Whole;

        page.ShouldContain("<strong>Today:</strong> Ada");
        page.ShouldContain("<strong>Waiting since Mar 28:</strong> GivenKid");
        page.IndexOf("Today:", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Waiting since", StringComparison.Ordinal));
        page.ShouldContain("was due Mar 28");
        page.ShouldNotContain("next check-in </span>Mar 28");

        CheckIn Talk(LearnerId learner, ProjectId about, int day) => new(new CheckInId(Guid.CreateVersion7()), learner, about, Family.Okafor, Family.Today.AddDays(day));
    }

    [Fact]
    public async Task The_board_begins_with_what_is_done_there_and_every_hand_is_seen()
    {
        foreach (var learner in (LearnerId[])[_board.Kid, _board.Ada, _board.Whole.Grown, _board.Whole.Family.Ben]) await BoardSite.Tap(_teacher, ("do", "raise"), ("who", BoardSite.N(learner)));

        var page = (await _teacher.Get(BoardSite.Path)).Whole;

        page.ShouldContain("href=\"#put-on\"");
        page.IndexOf("id=\"lane-waiting\"", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf("id=\"put-on\"", StringComparison.Ordinal), "who waits comes before who is put on something");
        Regex.Count(page, "data-key=\"w-").ShouldBe(4);
        Regex.Count(page, ">Would like a hand<").ShouldBe(4, "one sign each");
        using var leader = _board.As("leader");
        (await leader.Get(BoardSite.Path)).Whole.ShouldNotContain("#put-on");
        using var substitute = _board.As(_board.Substitute);
        (await substitute.Get(BoardSite.Path)).Whole.ShouldNotContain("/reports");
        (await substitute.Get("/more")).Whole.ShouldNotContain("/reports");
        (await _teacher.Get("/more")).Whole.ShouldContain($"/groups/{Family.Loft.Value:N}/reports");
    }

    [Fact]
    public async Task Names_on_the_wall_have_commas_and_both_count_alike()
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        await BoardSite.Tap(_teacher, ("do", "on"), ("who", BoardSite.N(_board.Ada)), ("project", BoardSite.N(project)));
        await BoardSite.Tap(_teacher, ("do", "show"), ("project", BoardSite.N(project)), ("seen", $"{_board.Project(project).Version}"));

        foreach (var path in (string[])[BoardSite.Path, $"{BoardSite.Path}?wall"]) (await _teacher.Get(path)).Whole.ShouldContain("1 project.</strong>", Case.Sensitive, path);
        (await _teacher.Get($"{BoardSite.Path}?wall")).Whole.ShouldContain("<bdi>Ada</bdi>,");
        await BoardSite.Tap(_teacher, ("do", "raise"), ("who", BoardSite.N(_board.Ada)));
        (await _teacher.Get($"{BoardSite.Path}?wall")).Whole.ShouldNotContain("<bdi>Ada</bdi>,", Case.Sensitive, "a raised hand parts two names by itself");
    }

    [Fact]
    public async Task The_wall_shows_names_questions_and_hands_and_nothing_that_is_for_adults()
    {
        var project = await _board.Begin(_teacher, _board.Kid);
        var draft = new Project(new ProjectId(Guid.CreateVersion7()), new PersonId(_board.Ada.Value), "A secret question?", "", new DateTime(2026, 3, 30, 9, 0, 0, DateTimeKind.Utc));
        draft.Plan(Family.Loft, null, null);
        await _board.Whole.Family.Put(draft);
        await _board.Whole.Family.Put(new ProjectMember(draft.Id, _board.Ada, Family.Today), new Hand(new HandId(Guid.CreateVersion7()), _board.Kid, project, "my private trouble", new DateTime(2026, 3, 31, 9, 0, 0, DateTimeKind.Utc)),
            new ReadyRequest(new ReadyRequestId(Guid.CreateVersion7()), _board.Kid, _board.Whole.Family.District.Clay, null, 1, "", new DateTime(2026, 3, 31, 9, 0, 0, DateTimeKind.Utc)));

        var adults = (await _teacher.Get(BoardSite.Path)).Whole;
        foreach (var words in (string[])["Quiet for a week", "my private trouble", "A secret question?", "Clay", "Ready for a check"]) adults.ShouldContain(words);

        var wall = await _teacher.Get($"{BoardSite.Path}?wall");
        wall.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var words in (string[])["How tall is a cloud?", "GivenKid", "Ada", "Would like a hand"]) wall.Whole.ShouldContain(words);
        foreach (var words in (string[])["Quiet for", "private trouble", "secret question", "Clay", "Ready for a check", "data-tap", "FamilyKid", "/learners/"]) wall.Whole.ShouldNotContain(words);
    }

    public async ValueTask DisposeAsync()
    {
        _teacher.Dispose();
        await _board.DisposeAsync();
    }
}
