using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Looking at what another sees, and opening a record in an emergency: with a reason, for a time, to read, and written down.</summary>
public sealed class ViewAndEmergencyTests : IAsyncLifetime
{
    private const string Reason = "reason=They+cannot+find+their+own+work";
    private readonly AccessDistrict _here = new();

    public ValueTask InitializeAsync() => _here.InitializeAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    [Trait("Abuse", "S4")]
    public async Task A_leader_looks_as_a_teacher_below_them_with_a_banner_and_changes_nothing_and_both_names_are_written_down()
    {
        using var leader = await As("school leader");
        (await View(leader, ActorKind.Teacher, "teacher", Reason)).Status.ShouldBe(HttpStatusCode.Found);

        var list = await leader.Get("/learners");
        list.Whole.ShouldContain("Dr. Hill, you see what Ms. Room sees");
        list.Whole.ShouldContain("Roster Case");
        list.Whole.ShouldNotContain("SameSchool Case");
        (await leader.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.Get("/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(leader, "/emergency", $"username=u.SameSchool&hours=1&{Reason}")).Status.ShouldBe(HttpStatusCode.Forbidden);

        using (var db = _here.District.Open())
        {
            var told = (from entry in db.Journal join occasion in db.Occasions on entry.Occasion equals occasion.Id where entry.Act == JournalAct.Told && occasion.Purpose == "view as" select occasion).Single();
            (told.Person, told.OnBehalfOf).ShouldBe((IdOf("school leader"), IdOf("teacher")));
            var refused = (from entry in db.Journal join occasion in db.Occasions on entry.Occasion equals occasion.Id where entry.Act == JournalAct.Refused orderby entry.Index select occasion).First();
            (refused.Person, refused.OnBehalfOf).ShouldBe((IdOf("school leader"), IdOf("teacher")));
        }

        (await leader.Post("/view/end")).Status.ShouldBe(HttpStatusCode.Found);
        (await leader.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.Get("/learners")).Whole.ShouldNotContain("you see what");
    }

    [Fact]
    [Trait("Abuse", "S4")]
    [Trait("Abuse", "S1")]
    public async Task Of_another_schools_groups_a_leader_sees_nothing_through_whoever_works_at_both()
    {
        var attic = new LearningGroup(new Cairn.Learning.GroupId(Guid.CreateVersion7()), default, "The Attic");
        await _here.District.Writer.Alone(turn =>
        {
            attic = new LearningGroup(attic.Id, turn.Db.Organizations.AsNoTracking().Single(one => one.Name == "Brook").Id, attic.Name);
            turn.Db.Add(attic);
            turn.Db.SaveChanges();
            turn.Db.AddRange(new Teaching(new Cairn.Learning.EducatorId(IdOf("teacher")), attic.Id, new DateOnly(2020, 1, 1), null),
                new Enrollment(new Cairn.Learning.EnrollmentId(Guid.CreateVersion7()), _here.Learners[Tie.OtherSchool], attic.Id, new DateOnly(2020, 1, 1), null));
            return true;
        });
        using (var teacher = await As("teacher")) (await teacher.Get($"/groups/{attic.Id.Value:N}/badges")).Whole.ShouldContain("OtherSchool Case");
        using var leader = await As("school leader");
        (await View(leader, ActorKind.Teacher, "teacher", Reason)).Status.ShouldBe(HttpStatusCode.Found);

        (await leader.Get("/groups")).Whole.ShouldNotContain("The Attic");
        (await leader.Get("/learners")).Whole.ShouldNotContain("The Attic");
        (await leader.Get($"/groups/{attic.Id.Value:N}/badges")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.Get("/groups")).Whole.ShouldContain("The Loft");
    }

    [Theory]
    [Trait("Abuse", "S4")]
    [InlineData("school leader", "district leader")]
    [InlineData("school leader", "auditor")]
    [InlineData("school leader", "privacy officer")]
    [InlineData("school leader", "school leader")]
    [InlineData("district leader", "privacy officer")]
    [InlineData("teacher", "substitute")]
    [InlineData("auditor", "teacher")]
    public async Task Nobody_looks_upward_sideways_or_without_leading(string who, string whom)
    {
        using var visitor = await As(who);
        (await View(visitor, ActorKind.Teacher, whom, Reason)).Status.ShouldBe(HttpStatusCode.NotFound);
        Views().ShouldBe(0);
        Told(JournalAct.Refused).ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "S4")]
    public async Task Without_a_reason_nobody_looks_and_a_learner_of_another_school_is_not_there()
    {
        using var leader = await As("school leader");
        (await View(leader, ActorKind.Teacher, "teacher", "reason=no")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Send(leader, "/view", $"kind=Learner&person={_here.Learners[Tie.OtherSchool].Value:N}&{Reason}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(leader, "/view", $"kind=Operator&person={Guid.Empty:N}&{Reason}")).Status.ShouldBe(HttpStatusCode.NotFound);
        Views().ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "S4")]
    [Trait("Abuse", "D7")]
    public async Task Looking_ends_after_half_an_hour_or_with_the_role_that_allowed_it()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.Start(_here.Folder, _here.District, _here.Actors.Select(one => one.Actor).OfType<Actor>(), clock);
        using var leader = await site.As(_here.Actors.First(one => one.Name == "school leader").Actor!);
        (await View(leader, ActorKind.Guardian, "guardian", Reason)).Status.ShouldBe(HttpStatusCode.Found);
        (await leader.Get("/learners")).Whole.ShouldContain("you see what May Own sees");
        await End("school leader");
        (await leader.Get("/learners")).Whole.ShouldNotContain("you see what");
        using var other = await site.As(_here.Actors.First(one => one.Name == "district leader").Actor!);
        (await View(other, ActorKind.Guardian, "guardian", Reason)).Status.ShouldBe(HttpStatusCode.Found);
        (await other.Get("/learners")).Whole.ShouldContain("you see what May Own sees");
        clock.Pass(TimeSpan.FromMinutes(MayView.Minutes + 1));
        (await other.Get("/learners")).Whole.ShouldNotContain("you see what");
    }

    [Fact]
    [Trait("Abuse", "S4")]
    public async Task What_looks_is_no_session_of_its_own()
    {
        using var leader = await As("school leader");
        (await View(leader, ActorKind.Teacher, "teacher", Reason)).Status.ShouldBe(HttpStatusCode.Found);
        var token = leader.Cookie.Split("; ").Single(one => one.StartsWith("cairn-view=", StringComparison.Ordinal)).Split('=')[1];
        using var thief = _here.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", $"cairn={token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await thief.Get("/learners", ("Cookie", $"cairn-view={token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var teacher = await As("substitute");
        (await teacher.Get("/learners", ("Cookie", $"{teacher.Cookie}; cairn-view={token}"))).Whole.ShouldNotContain("you see what");
    }

    [Fact]
    public async Task In_an_emergency_one_record_opens_to_read_with_a_line_on_every_page_and_the_family_can_read_that_it_did()
    {
        using var teacher = await As("teacher");
        (await teacher.Get("/emergency")).Whole.ShouldContain("The family reads it");
        (await Send(teacher, "/emergency", $"username=u.SameSchool&hours=2&{Reason}")).Header("Location").ShouldBe(Home(Tie.SameSchool));

        var page = await teacher.Get(Home(Tie.SameSchool));
        (page.Status, page.Whole.Contains("You opened the record of SameSchool Case in an emergency", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        (await teacher.Get("/framework")).Whole.ShouldContain("You opened the record of SameSchool Case");
        (await teacher.Get(Home(Tie.OtherSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        using (var db = _here.District.Open())
        {
            db.Journal.Count(one => one.Act == JournalAct.BrokeGlass && one.Learner == _here.Learners[Tie.SameSchool]).ShouldBe(1);
            var access = db.EmergencyAccesses.AsNoTracking().Single();
            (access.Until - access.From, access.Reason).ShouldBe((TimeSpan.FromHours(2), "They cannot find their own work"));
        }

        using var leader = await As("school leader");
        (await leader.Get($"{Home(Tie.SameSchool)}/people")).Whole.ShouldContain("They cannot find their own work");
    }

    [Fact]
    [Trait("Abuse", "S4")]
    public async Task What_stands_around_a_grid_is_of_whoever_reads_it_now()
    {
        // A day that is over is judged by nobody: nothing else tells the page of the one who looks from that of the one they look as.
        const string grid = "/grid?on=2020-01-15";
        var clock = new TestClock();
        await using var site = await RunningSite.Start(_here.Folder, _here.District, _here.Actors.Select(one => one.Actor).OfType<Actor>(), clock);
        using var teacher = await site.As(_here.Actors.First(one => one.Name == "teacher").Actor!);
        using var leader = await site.As(_here.Actors.First(one => one.Name == "school leader").Actor!);
        (await View(leader, ActorKind.Teacher, "teacher", Reason)).Status.ShouldBe(HttpStatusCode.Found);
        (await leader.Get(grid)).Whole.ShouldContain("you see what Ms. Room sees");
        (await teacher.Get(grid)).Whole.ShouldNotContain("you see what");
        (await leader.Get(grid)).Whole.ShouldContain("you see what Ms. Room sees");

        (await Send(teacher, "/emergency", $"username=u.SameSchool&hours=1&{Reason}")).Status.ShouldBe(HttpStatusCode.Found);
        // The record is written by the machine's clock, which has gone on.
        clock.Pass(TimeSpan.FromMinutes(1));
        (await teacher.Get(grid)).Whole.ShouldContain("SameSchool Case");
        clock.Pass(TimeSpan.FromMinutes(61));
        (await teacher.Get(grid)).Whole.ShouldNotContain("SameSchool Case");
    }

    [Fact]
    public async Task Who_has_only_a_name_opens_whoever_is_called_so_and_nobody_where_several_are()
    {
        using var teacher = await As("teacher");
        (await Send(teacher, "/emergency", $"username=samesch%C3%B3ol  case&hours=2&{Reason}")).Header("Location").ShouldBe(Home(Tie.SameSchool));

        await _here.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _here.Learners[Tie.Roster]), one => one.Rename("OtherSchool", "Case"));
            return true;
        });
        var several = await Send(teacher, "/emergency", $"username=OtherSchool Case&hours=2&{Reason}");
        (several.Status, several.Whole.Contains("Nobody is called this, or more than one.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        using var db = _here.District.Open();
        db.EmergencyAccesses.AsNoTracking().Select(one => one.Learner).ToList().ShouldBe([_here.Learners[Tie.SameSchool]]);
    }

    [Theory]
    [Trait("Abuse", "T13")]
    [InlineData("teacher", "username=SameSchool&hours=1", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "username=u.Same&hours=1", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "username=u.%25&hours=1", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "username=u.SameSchool&hours=5", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "username=u.SameSchool&hours=1&reason=no", HttpStatusCode.BadRequest)]
    [InlineData("auditor", "username=u.OtherSchool&hours=1", HttpStatusCode.NotFound)]
    [InlineData("learner", "username=u.SameSchool&hours=1", HttpStatusCode.NotFound)]
    [InlineData("guardian", "username=u.SameSchool&hours=1", HttpStatusCode.NotFound)]
    [InlineData("sponsor", "username=u.SameSchool&hours=1", HttpStatusCode.NotFound)]
    public async Task An_emergency_needs_a_whole_name_a_reason_and_an_educator_and_lasts_four_hours_at_most(string who, string form, HttpStatusCode status)
    {
        using var visitor = await As(who);
        (await Send(visitor, "/emergency", form.Contains("reason", StringComparison.Ordinal) ? form : $"{form}&{Reason}")).Status.ShouldBe(status);
        using var db = _here.District.Open();
        db.EmergencyAccesses.Any().ShouldBeFalse();
    }

    private Task<Visitor> As(string who) => _here.Site.As(_here.Actors.First(one => one.Name == who).Actor!);

    private Guid IdOf(string who) => _here.Actors.First(one => one.Name == who).Actor!.Person;

    private string Home(Tie tie) => $"/learners/{_here.Learners[tie].Value:N}";

    private Task<Answer> View(Visitor visitor, ActorKind kind, string whom, string reason) => Send(visitor, "/view", $"kind={kind}&person={IdOf(whom):N}&{reason}");

    private static Task<Answer> Send(Visitor visitor, string path, string form) => visitor.Send(path, form, "application/x-www-form-urlencoded");

    private Task<bool> End(string who) => _here.District.Writer.Alone(turn =>
    {
        var educator = new Cairn.Learning.EducatorId(IdOf(who));
        turn.Db.Entry(turn.Db.RoleGrants.Single(one => one.Educator == educator)).Property(one => one.Until).CurrentValue = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        return true;
    });

    private int Views()
    {
        using var db = _here.District.Open();
        return db.Sessions.Count(one => one.ImpersonatedBy != Guid.Empty);
    }

    private int Told(JournalAct act)
    {
        using var db = _here.District.Open();
        return db.Journal.Count(one => one.Act == act);
    }
}
