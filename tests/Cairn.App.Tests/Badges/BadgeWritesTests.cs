using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Classroom;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Badges;

/// <summary>A second-grader at the class's device does what a child does in class, for themself and for nobody else.</summary>
public sealed class BadgeWritesTests : IAsyncLifetime
{
    private PacingSite _site = null!;
    private Visitor _badge = null!;
    private string _cookie = "";

    private string Kid => _site.Kid;

    private LearnerId Own => _site.Site.Kid;

    private LearnerId Ada => _site.Site.Family.Ada;

    private string OfAda => $"/learners/{Ada.Value:N}";

    public async ValueTask InitializeAsync()
    {
        _site = await PacingSite.Make();
        var device = new OpenedDevice(Guid.CreateVersion7(), Sessions.HashBytes(Sessions.NewToken()), Family.Loft, Family.Okafor, _site.Site.Clock.Now, _site.Site.Clock.Now.AddHours(3));
        await _site.Site.Family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Add(device);
            return turn.Db.SaveChanges();
        });
        var start = new SessionStart(_site.Site.People["kid"], Guid.Empty, SignInMethods.Badge, "") { OpenedDevice = device.Id, Until = device.Until };
        _cookie = $"{Sessions.Cookie}={await _site.Site.Site.Part<Sessions>().Begin(_site.Site.Family.District.District, start, Acting.Operator)}";
        _badge = new Visitor(_site.Site.Site.Url, ("Cookie", _cookie));
    }

    [Fact]
    public async Task They_capture_their_own_work_and_look_at_it_themselves_before_anybody_judges()
    {
        var page = (await _badge.Get("/capture")).Body;
        (page.Contains("data-shared=\"yes\"", StringComparison.Ordinal), page.Contains("name=\"learners\"", StringComparison.Ordinal)).ShouldBe((true, false), "the device keeps no page, and nobody else is on it");
        (await Post("/capture", ("kind", "Demonstration"), ("title", "My horse"), ("words", "I drew it <b>alone</b>."), ("competencies", _site.Drawing), ("learners", $"{Ada.Value:N}"))).Header("Location").ShouldStartWith("/capture?saved=");
        var piece = _site.Read(db => db.Captures.AsNoTracking().Single()).Evidence;
        _site.Read(db => db.Evidence.AsNoTracking().Single(one => one.Id == piece)).Learner.ShouldBe(Own, "whatever a form says");

        var seen = await _badge.Get($"/evidence/{piece.Value:N}");
        var own = System.Text.RegularExpressions.Regex.Match(seen.Body, "said\\.[^\"]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        (seen.Body.Contains("I drew it &lt;b&gt;alone&lt;/b&gt;.", StringComparison.Ordinal), seen.Body.Contains("/own\"", StringComparison.Ordinal)).ShouldBe((true, true));
        (await Post($"/evidence/{piece.Value:N}/own", (own, "3"), (own.Replace("said.", "why.", StringComparison.Ordinal), "The legs are right."))).Status.ShouldBe(HttpStatusCode.Found);
        var said = _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Evidence == piece));
        (said.Role, said.Judge.Value).ShouldBe((JudgeRole.Learner, Own.Value), "it counts as their own word, and as nobody's judgment");
        (await Post($"/evidence/{piece.Value:N}/judgments", ("claim", _site.Drawing), ("said", "4"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _badge.Get($"{Kid}/work")).Body.ShouldNotContain("/amendments");
    }

    [Fact]
    public async Task They_say_that_they_are_ready_and_take_it_back()
    {
        (await _badge.Get(Kid)).Body.ShouldContain($"{Kid}/ready");
        (await Post($"{Kid}/ready", ("competency", _site.Drawing), ("words", "Horses"))).Status.ShouldBe(HttpStatusCode.Found);
        var asked = _site.Asked().Single();
        (await _badge.Get($"{Kid}/ready")).Whole.ShouldContain("Horses");
        (await Post($"{Kid}/ready/{asked.Id.Value:N}/back", ("version", $"{asked.Version}"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Asked().Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task They_put_up_a_hand_and_say_what_they_are_on()
    {
        (await _badge.Get(Kid)).Whole.ShouldContain("Would you like a hand?");
        (await Post($"{Kid}/hand", ("do", "raise"), ("words", "stuck"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Hands.AsNoTracking().Single()).Learner.ShouldBe(Own);

        var (bread, kite) = (await Project(Own, "Why does bread rise?"), await Project(Own, "Which kite climbs?"));
        (await Post($"{Kid}/focus", ("project", $"{bread.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await Post($"{Kid}/focus", ("project", $"{kite.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        var on = _site.Read(db => db.Focuses.AsNoTracking().Single());
        (on.Learner, on.Project, on.Group).ShouldBe((Own, kite, Family.Loft));
        (await _badge.Get(Kid)).Whole.ShouldContain("You are on this now");
        using var teacher = await _site.As("teacher");
        (await teacher.Get($"/groups/{Family.Loft.Value:N}/board")).Whole.ShouldContain("Which kite climbs?");
        _site.Site.WhoDid(typeof(Focus)).ShouldBe(Own.Value);
    }

    [Fact]
    public async Task They_propose_a_project()
    {
        (await Post($"{Kid}/projects/new", ("do", "save"), ("question", "African foods"), ("product", "A stall and a map"))).Status.ShouldBe(HttpStatusCode.Found);
        var project = _site.Read(db => db.Projects.AsNoTracking().Single());
        (project.Question, project.State, project.ProposedBy.Value).ShouldBe(("African foods", ProjectState.Draft, Own.Value));
    }

    [Fact]
    [Trait("Abuse", "L1")]
    public async Task Nothing_of_another_childs_is_there_to_read_or_to_write()
    {
        var theirs = await Project(Ada, "Who ate the plums?");
        (await _site.Post("ada", "/capture", ("kind", "Demonstration"), ("words", "Ada's"), ("competencies", _site.Drawing))).Status.ShouldBe(HttpStatusCode.Found);
        var piece = _site.Read(db => db.Captures.AsNoTracking().Single()).Evidence.Value;
        (string Path, (string, string)[] Fields)[] tries =
        [
            ($"{OfAda}/hand", [("do", "raise")]), ($"{OfAda}/ready", [("competency", _site.Drawing)]), ($"{OfAda}/focus", [("project", $"{theirs.Value:N}")]), ($"{Kid}/focus", [("project", $"{theirs.Value:N}")]),
            ($"{OfAda}/projects/new", [("do", "save"), ("question", "?")]), ($"/evidence/{piece:N}/own", [("claim", _site.Drawing), ("said", "4")]), ($"/projects/{theirs.Value:N}/state", [("do", "ask")]),
        ];
        foreach (var (path, fields) in tries) (await Post(path, fields)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in (string[])[$"/evidence/{piece:N}", $"{OfAda}/ready", OfAda, $"/projects/{theirs.Value:N}"]) (await _badge.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);

        // By the door of the page's own modules: in another's name, and for another.
        using var device = new Device(_site.Site.Site.Url, _cookie, Ada.Value);
        (await device.Begin(device.Said(Guid.CreateVersion7(), [Ada.Value]))).Status.ShouldBe(HttpStatusCode.Forbidden, "it waited in another's queue");
        using var own = new Device(_site.Site.Site.Url, _cookie, Own.Value);
        (await own.Begin(own.Said(Guid.CreateVersion7(), [Ada.Value]))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.Begin(own.Said(Guid.CreateVersion7(), [Own.Value, Ada.Value]))).Status.ShouldBe(HttpStatusCode.NotFound, "all of it or nothing");
        var said = own.Said(Guid.CreateVersion7(), [Own.Value]);
        said["project"] = theirs.Value;
        (await own.Begin(said)).Status.ShouldBe(HttpStatusCode.NotFound, "nor into another's project");
        _site.Read(db => (db.Captures.Count(), db.Hands.Count(), db.Focuses.Count(), db.ReadyRequests.Count(), db.Projects.Count())).ShouldBe((1, 0, 0, 0, 1));
    }

    [Fact]
    [Trait("Abuse", "L14")]
    public async Task Messages_signing_and_what_a_family_decides_stay_closed()
    {
        foreach (var path in (string[])[$"{Kid}/messages", $"{Kid}/family", $"{Kid}/notes", $"{Kid}/rights", $"{Kid}/amendments", $"{Kid}/questions", $"{Kid}/conference", "/account", "/capture/offline", "/sw.js"])
            (await _badge.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        var home = (await _badge.Get(Kid)).Body;
        foreach (var path in (string[])["/messages", "/family\"", "/notes", "/rights", "/conference", "/amendments"]) home.ShouldNotContain($"{Kid}{path}");
        foreach (var path in (string[])[$"{Kid}/plan", $"{Kid}/messages", $"{Kid}/conference", $"{Kid}/portfolio"]) (await Post(path, ("do", "sign"), ("words", "me"))).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    public async ValueTask DisposeAsync()
    {
        _badge.Dispose();
        await _site.DisposeAsync();
    }

    private Task<Answer> Post(string path, params (string Name, string Value)[] fields) => _badge.Send(path, PacingSite.Form(fields), "application/x-www-form-urlencoded");

    private async Task<ProjectId> Project(LearnerId learner, string question)
    {
        var project = new Project(new ProjectId(Guid.CreateVersion7()), learner.Person, question, "Something", _site.Site.Clock.Now);
        project.Plan(Family.Loft, Family.Today, null);
        project.Accept(new PersonId(Family.Okafor.Value), "", _site.Site.Clock.Now);
        await _site.Site.Family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Add(project);
            turn.Db.SaveChanges();
            turn.Db.Add(new ProjectMember(project.Id, learner, Family.Today));
            return turn.Db.SaveChanges();
        });
        return project.Id;
    }
}
