using System.Net;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Tasks are kept, shared, copied and given; a copy never changes the bank, and the bank no copy.</summary>
public sealed class TaskBankTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    [Fact]
    public async Task A_group_gets_a_task_each_at_their_own_stage_late_joiners_too_and_nobody_twice()
    {
        var clay = _site.Family.District.Clay;
        foreach (var (learner, stage) in ((LearnerId, int)[])[(_site.Kid, 1), (_site.Family.Ada, 3)])
            await _site.Family.District.Record(new Recording(learner) { StageEntries = [new StageEntry(new StageEntryId(Guid.CreateVersion7()), learner, clay, stage, "", null, "", TestDistrict.Day, default)] });
        var task = await Write("teacher", "Own");
        (await Give("teacher", task, Family.Loft)).Status.ShouldBe(HttpStatusCode.Found);

        Stages(clay).ShouldBe(new Dictionary<LearnerId, int?> { [_site.Kid] = 1, [_site.Family.Ada] = 3, [_site.Family.Ben] = null, [new LearnerId(_site.People["grown"].Person)] = null }, ignoreOrder: true);
        _site.All().ShouldAllBe(one => one.State == ProjectState.Active && one.Group == Family.Loft && one.Question == "Measure a clay pot");
        (await _site.Get("kid", _site.Pages("kid"))).Whole.ShouldContain("Measure a clay pot");
        (await Give("teacher", task, Family.Loft)).Whole.ShouldContain("This group has it already");

        var late = await _site.Family.Learner("Late");
        await _site.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), late, Family.Loft, Family.Today, null));
        var job = new TasksDue(_site.Family.District.Folder, _site.Site.Part<OpenDistricts>(), _site.Clock);
        (await job.Look()).ShouldBe(1);
        (await job.Look()).ShouldBe(0);
        Stages(clay).ShouldContainKey(late);

        var given = _site.Read(db => db.TaskAssignments.Single().Id);
        (await _site.Fill("teacher", $"/tasks/{task.Value:N}/give", ("do", "end"), ("given", $"{given.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        var later = await _site.Family.Learner("Later");
        await _site.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), later, Family.Loft, Family.Today, null));
        (await job.Look()).ShouldBe(0);
        _site.All().Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_copy_goes_its_own_way_and_so_does_what_was_given()
    {
        var task = await Write("teacher", "District");
        (await Give("teacher", task, Family.Loft)).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("colleague", $"/tasks/{task.Value:N}/give", ("do", "clone"))).Status.ShouldBe(HttpStatusCode.Found);
        var copy = _site.Read(db => db.BankTasks.AsNoTracking().Single(one => one.CopyOf == task));
        _site.Read(db => db.BankTaskAims.Count(one => one.Task == copy.Id)).ShouldBe(1);

        (await Save("colleague", $"{copy.Id.Value:N}", "Measure a house", "Own", copy.Version)).Status.ShouldBe(HttpStatusCode.Found);
        Title(task).ShouldBe("Measure a clay pot");
        (await Save("teacher", $"{task.Value:N}", "Measure a hill", "District", _site.Read(db => db.BankTasks.AsNoTracking().Single(one => one.Id == task).Version))).Status.ShouldBe(HttpStatusCode.Found);
        (Title(task), Title(copy.Id)).ShouldBe(("Measure a hill", "Measure a house"));
        _site.All().ShouldAllBe(one => one.Question == "Measure a clay pot");
        _site.Read(db => db.TaskAssignments.Single().Title).ShouldBe("Measure a clay pot");
    }

    [Fact]
    public async Task A_task_is_seen_by_whom_it_is_shared_with_and_changed_by_its_keeper_alone()
    {
        var task = await Write("teacher", "Own");
        (await _site.Get("colleague", $"/tasks/{task.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var who in (string[])["kid", "mother", "grown"]) (await _site.Get(who, "/tasks")).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await Save("teacher", $"{task.Value:N}", "Measure a clay pot", "School", 1)).Whole.ShouldContain("Somebody changed this meanwhile");
        (await Save("teacher", $"{task.Value:N}", "Measure a clay pot", "School", _site.Read(db => db.BankTasks.AsNoTracking().Single().Version))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("colleague", "/tasks")).Whole.ShouldContain("Measure a clay pot");
        (await _site.Get("colleague", $"/tasks/{task.Value:N}")).Status.ShouldBe(HttpStatusCode.OK);
        (await Save("colleague", $"{task.Value:N}", "Mine now", "Own", 1)).Status.ShouldBe(HttpStatusCode.NotFound);
        Title(task).ShouldBe("Measure a clay pot");
    }

    [Fact]
    public async Task Nobody_gives_a_task_to_a_group_whose_learners_they_do_not_teach()
    {
        var task = await Write("teacher", "District");
        await _site.Faraway();
        var den = _site.Read(db => db.Groups.AsNoTracking().Single(one => one.Name == "The Den").Id);
        (await Give("teacher", task, den)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Give("principal", task, Family.Loft)).Whole.ShouldContain("You may give tasks only to groups");
        _site.All().ShouldBeEmpty();
        (await Save("teacher", "new", new string('x', 301), "Own", 0)).Whole.ShouldContain("300 fit");
        (await Save("teacher", "new", "<script>alert(1)</script>", "Own", 0)).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("teacher", "/tasks")).Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_task_that_a_group_has_is_changed_for_it_and_neither_for_the_bank_nor_for_who_wrote_their_own()
    {
        var (clay, drawing) = (_site.Family.District.Clay, _site.Family.District.Drawing);
        var task = await Write("teacher", "District");
        (await Give("teacher", task, Family.Loft)).Status.ShouldBe(HttpStatusCode.Found);
        // One team wrote its own question, and one is done.
        var (own, done) = (ProjectOf(_site.Family.Ada), ProjectOf(_site.Family.Ben));
        await Touch(own, one => one.Write("How deep is a pot?", one.Product, one.Evidence));
        await Touch(done, one => one.Show(TestDistrict.Day));

        (await Change("teacher", task, 1, ("given-title", "Measure a kiln"), ("given-by", "2026-05-01"), ($"given-aim-{drawing.Value:N}", "true"), ("given-open", "true"))).Status.ShouldBe(HttpStatusCode.Found);

        Title(task).ShouldBe("Measure a clay pot");
        _site.All().Single(one => one.Id == ProjectOf(_site.Kid)).ShouldSatisfyAllConditions(one => one.Question.ShouldBe("Measure a kiln"), one => one.DueOn.ShouldBe(new DateOnly(2026, 5, 1)));
        _site.All().Single(one => one.Id == own).ShouldSatisfyAllConditions(one => one.Question.ShouldBe("How deep is a pot?"), one => one.DueOn.ShouldBe(new DateOnly(2026, 5, 1)));
        _site.All().Single(one => one.Id == done).ShouldSatisfyAllConditions(one => one.Question.ShouldBe("Measure a clay pot"), one => one.DueOn.ShouldBeNull());
        Stages(drawing).Keys.ShouldContain(_site.Kid);
        Stages(clay).Keys.ShouldHaveSingleItem("what is done stays as it was").ShouldBe(_site.Family.Ben);
        // Whoever joins later gets it as it is by now; a form that is stale is told, and nothing is lost.
        var late = await _site.Family.Learner("Late");
        await _site.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), late, Family.Loft, Family.Today, null));
        (await new TasksDue(_site.Family.District.Folder, _site.Site.Part<OpenDistricts>(), _site.Clock).Look()).ShouldBe(1);
        _site.All().Single(one => one.Id == ProjectOf(late)).Question.ShouldBe("Measure a kiln");
        var stale = await Change("colleague", task, 1, ("given-title", "Mine, typed"), ("given-open", "true"));
        stale.Whole.ShouldContain("Somebody changed this meanwhile");
        stale.Whole.ShouldContain("Mine, typed");
        stale.Whole.ShouldContain("Measure a clay pot", Case.Sensitive, "the task's own form keeps what it says");
        _site.Read(db => db.TaskAssignments.Single().Title).ShouldBe("Measure a kiln");
    }

    [Fact]
    public async Task Ended_for_who_joins_it_can_be_given_again_and_only_by_who_teaches_the_group()
    {
        var task = await Write("teacher", "District");
        (await Give("teacher", task, Family.Loft)).Status.ShouldBe(HttpStatusCode.Found);
        (await Change("teacher", task, 1, ("given-title", "x"))).Status.ShouldBe(HttpStatusCode.Found);
        var late = await _site.Family.Learner("Late");
        await _site.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), late, Family.Loft, Family.Today, null));
        var job = new TasksDue(_site.Family.District.Folder, _site.Site.Part<OpenDistricts>(), _site.Clock);
        (await job.Look()).ShouldBe(0);
        var seen = _site.Read(db => db.TaskAssignments.Single().Version);
        (await Change("principal", task, seen, ("given-title", "y"), ("given-open", "true"))).Whole.ShouldContain("You may give tasks only to groups");
        (await Change("teacher", task, seen, ("given-title", ""), ("given-open", "true"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Change("teacher", task, seen, ("given-title", "<img src=x>"), ("given-by", "someday"), ("given-open", "true"))).Body.ShouldNotContain("<img src=x>");
        (await Change("teacher", task, seen, ("given-title", new string('x', 301)), ("given-open", "true"))).Whole.ShouldContain("300 fit");
        await _site.Faraway();
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("kid", HttpStatusCode.NotFound), ("mother", HttpStatusCode.NotFound)]) (await Change(who, task, seen, ("given-title", "z"))).Status.ShouldBe(status, who);
        _site.Read(db => db.TaskAssignments.Single().Title).ShouldBe("x");

        (await Change("teacher", task, seen, ("given-title", "x"), ("given-open", "true"))).Status.ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.AssignedProjects.Count(one => one.Learner == late)).ShouldBe(1, "who joined meanwhile has it at once");
        (await job.Look()).ShouldBe(0);
    }

    private ProjectId ProjectOf(LearnerId learner) => _site.Read(db => db.AssignedProjects.AsNoTracking().Single(one => one.Learner == learner).Project);

    private Task<int> Touch(ProjectId id, Action<Project> change) => _site.Family.District.District.Writer.Alone(turn =>
    {
        change(turn.Db.Projects.Single(one => one.Id == id));
        return turn.Db.SaveChanges();
    });

    private Task<Web.Answer> Change(string who, BankTaskId task, int seen, params (string Name, string Value)[] fields) =>
        _site.Fill(who, $"/tasks/{task.Value:N}/give", [("do", "change"), ("given", $"{_site.Read(db => db.TaskAssignments.Single().Id).Value:N}"), ("given-seen", $"{seen}"), ("given-product", "A drawing"), .. fields]);

    private async Task<BankTaskId> Write(string who, string sharing)
    {
        (await Save(who, "new", "Measure a clay pot", sharing, 0)).Status.ShouldBe(HttpStatusCode.Found);
        return _site.Read(db => db.BankTasks.AsNoTracking().Single().Id);
    }

    private Task<Web.Answer> Save(string who, string task, string title, string sharing, int seen) =>
        _site.Fill(who, $"/tasks/{task}", ("title", title), ("product", "A drawing"), ("sharing", sharing), ("seen", $"{seen}"), ("do", "save"), ($"aim-{_site.Family.District.Clay.Value:N}", "true"));

    private Task<Web.Answer> Give(string who, BankTaskId task, GroupId group) => _site.Fill(who, $"/tasks/{task.Value:N}/give", ("do", "give"), ("group", $"{group.Value:N}"));

    private string Title(BankTaskId id) => _site.Read(db => db.BankTasks.AsNoTracking().Single(one => one.Id == id).Title);

    private Dictionary<LearnerId, int?> Stages(CompetencyId competency) => _site.Read(db => db.ProjectAims.AsNoTracking().Where(one => one.Competency == competency).ToDictionary(one => one.Learner, one => one.Stage));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
