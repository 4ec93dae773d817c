using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Roles, caseloads, blocks and placements by the pages: who may, and that it holds from the next request on.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly AccessDistrict _here = new();

    public ValueTask InitializeAsync() => _here.InitializeAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task A_granted_role_opens_at_the_next_sign_in_and_an_ended_one_closes_at_once()
    {
        using var leader = await As("school leader");
        using var before = await As("teacher");
        (await before.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(leader, $"{Person("teacher")}/roles", $"role=Auditor&place={School("Hill"):N}&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.Found);

        (await before.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.Unauthorized, "whose rights changed signs in anew");
        using var teacher = await As("teacher");
        (await teacher.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.Get(Home(Tie.OtherSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.Get(Person("teacher"))).Whole.ShouldContain("Auditor, Hill");

        var grant = Grants("teacher").ShouldHaveSingleItem();
        (await Send(leader, $"{Person("teacher")}/roles/{grant.Id.Value:N}/end")).Status.ShouldBe(HttpStatusCode.Found);
        (await teacher.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var after = await As("teacher");
        (await after.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        Told(JournalAct.Granted).ShouldBe(1);
        Told(JournalAct.Revoked).ShouldBe(1);
    }

    [Theory]
    [Trait("Abuse", "S1")]
    [Trait("Abuse", "S2")]
    [InlineData("teacher", "DistrictLeader", "district")]
    [InlineData("teacher", "PrivacyOfficer", "district")]
    [InlineData("teacher", "Auditor", "district")]
    [InlineData("teacher", "SchoolLeader", "Brook")]
    [InlineData("school leader", "DistrictLeader", "district")]
    [InlineData("school leader", "Counselor", "Hill")]
    public async Task Who_leads_a_school_grants_nothing_above_elsewhere_or_to_themselves(string whom, string role, string place)
    {
        using var leader = await As("school leader");
        var before = Grants(whom);

        var refused = await Send(leader, $"{Person(whom)}/roles", $"role={role}&place={(place == "district" ? place : School(place).ToString("N"))}&from=2020-01-01");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Grants(whom).ShouldBe(before);
        Told(JournalAct.Refused).ShouldBe(1);
    }

    [Theory]
    [Trait("Abuse", "S2")]
    [InlineData("teacher")]
    [InlineData("counselor")]
    [InlineData("auditor")]
    [InlineData("privacy officer")]
    [InlineData("learner")]
    [InlineData("guardian")]
    [InlineData("sponsor")]
    public async Task Who_leads_nothing_grants_nothing(string who)
    {
        using var visitor = await As(who);
        (await Send(visitor, $"{Person("teacher")}/roles", "role=DistrictLeader&place=district&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(visitor, $"{Person("teacher")}/caseload", "kind=Counselor&year=2030")).Status.ShouldBe(HttpStatusCode.NotFound);
        Grants("teacher").ShouldBeEmpty();
        Told(JournalAct.Refused).ShouldBe(2);
    }

    [Fact]
    [Trait("Abuse", "S7")]
    public async Task The_last_who_leads_the_district_stays_until_there_is_another()
    {
        using var leader = await As("district leader");
        var own = Grants("district leader").ShouldHaveSingleItem();
        (await Send(leader, $"{Person("district leader")}/roles/{own.Id.Value:N}/end")).Status.ShouldBe(HttpStatusCode.BadRequest);
        Grants("district leader").ShouldBe([own]);
        Told(JournalAct.Refused).ShouldBe(1);

        (await Send(leader, $"{Person("school leader")}/roles", "role=DistrictLeader&place=district&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.Found);
        (await Send(leader, $"{Person("district leader")}/roles/{own.Id.Value:N}/end")).Status.ShouldBe(HttpStatusCode.Found);
        using var after = await As("district leader");
        (await after.Get("/workshop")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "S7")]
    public async Task Who_cannot_come_in_is_no_other_who_leads()
    {
        using var leader = await As("district leader");
        var own = Grants("district leader").ShouldHaveSingleItem();
        await Account("district leader", isOpen: true);
        await Account("teacher", isOpen: false);
        foreach (var other in (string[])["school leader", "teacher"]) (await Send(leader, $"{Person(other)}/roles", "role=DistrictLeader&place=district&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.Found);

        (await Send(leader, $"{Person("district leader")}/roles/{own.Id.Value:N}/end")).Status.ShouldBe(HttpStatusCode.BadRequest, "one has no account, and one a closed one");
        Grants("district leader").ShouldBe([own]);
        Told(JournalAct.Refused).ShouldBe(1);

        await Account("school leader", isOpen: true);
        (await Send(leader, $"{Person("district leader")}/roles/{own.Id.Value:N}/end")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task Who_leads_a_school_finds_no_educator_of_another()
    {
        using var leader = await As("school leader");
        var stranger = new EducatorId(Guid.CreateVersion7());
        await _here.District.Writer.Alone(turn => turn.Db.Add(new Educator(stranger, "brook.t", "Ms. Brook", EducatorRole.Teacher)).Entity.Id);
        (await leader.Get("/people")).Whole.ShouldNotContain("Ms. Brook");
        (await leader.Get($"/people/{stranger.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(leader, $"/people/{stranger.Value:N}/roles", $"role=Counselor&place={School("Hill"):N}&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "C1")]
    public async Task A_caseload_comes_by_letters_moves_and_takes_its_learners_along()
    {
        using var leader = await As("school leader");
        using var counselor = await As("counselor");
        (await Send(leader, $"{Person("counselor")}/caseload", "kind=Counselor&firstLetters=b&lastLetters=d")).Status.ShouldBe(HttpStatusCode.Found);
        (await counselor.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.OK);
        (await counselor.Get(Home(Tie.OtherSchool))).Status.ShouldBe(HttpStatusCode.NotFound, "the other school is not the leader's to give");

        (await Send(leader, $"{Person("counselor")}/caseload/move", $"to={IdOf("substitute"):N}")).Status.ShouldBe(HttpStatusCode.Found);
        (await counselor.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = await As("substitute");
        (await other.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.OK);
        (await Send(leader, $"{Person("counselor")}/caseload", "kind=Counselor")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Abuse", "T2")]
    public async Task Somebody_stands_in_for_days_and_it_ends()
    {
        using var leader = await As("school leader");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var (from, until) = ($"{today.AddDays(-1):yyyy-MM-dd}", $"{today.AddDays(3):yyyy-MM-dd}");
        (await Send(leader, $"{Person("counselor")}/groups", $"room={Loft():N}&first={from}&last={until}")).Status.ShouldBe(HttpStatusCode.Found);
        using var counselor = await As("counselor");
        (await counselor.Get(Home(Tie.Roster))).Status.ShouldBe(HttpStatusCode.OK);
        (await Send(leader, $"{Person("counselor")}/groups", $"room={Loft():N}&first={from}&last=2199-01-01")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Send(leader, $"{Person("counselor")}/groups/{Loft():N}/end")).Status.ShouldBe(HttpStatusCode.Found);
        (await counselor.Get(Home(Tie.Roster))).Status.ShouldBe(HttpStatusCode.NotFound);

        // What was ended on its first day can begin again on that day.
        var again = $"room={Loft():N}&first={today:yyyy-MM-dd}&last={until}";
        (await Send(leader, $"{Person("counselor")}/groups", again)).Status.ShouldBe(HttpStatusCode.Found);
        (await Send(leader, $"{Person("counselor")}/groups/{Loft():N}/end")).Status.ShouldBe(HttpStatusCode.Found);
        (await Send(leader, $"{Person("counselor")}/groups", again)).Status.ShouldBe(HttpStatusCode.Found);
        (await counselor.Get(Home(Tie.Roster))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task A_block_ends_a_live_session_of_one_guardian_at_the_next_request_and_needs_its_order()
    {
        using var leader = await As("school leader");
        using var guardian = await As("guardian");
        var block = $"{Home(Tie.Own)}/people/{IdOf("guardian"):N}/block";
        (await guardian.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.OK);
        (await Send(leader, block, "basis=no")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await guardian.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.OK);
        (await Send(leader, block, "basis=Family+court+12-3")).Status.ShouldBe(HttpStatusCode.Found);

        var gone = await guardian.Get(Home(Tie.Own));
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        (await guardian.Get("/learners")).Whole.ShouldNotContain("Own Case");
        gone.Body.ShouldBe((await guardian.Get(Home(Tie.OtherDistrict))).Body);
        (await leader.Get($"{Home(Tie.Own)}/people")).Whole.ShouldContain("Family court 12-3");

        (await Send(leader, $"{Home(Tie.Own)}/people/{IdOf("guardian"):N}/lift")).Status.ShouldBe(HttpStatusCode.Found);
        (await guardian.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task The_eighteenth_birthday_ends_a_live_session_of_a_guardian_and_not_the_learners_own()
    {
        using var guardian = await As("guardian");
        using var self = await As("learner");
        await _here.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _here.Learners[Tie.Own]), one => one.Born(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-18)));
            return true;
        });
        (await guardian.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await self.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "M1")]
    [Trait("Abuse", "M2")]
    [Trait("Abuse", "M3")]
    public async Task A_mentor_reads_a_first_name_and_an_initial_until_the_placement_ends_and_widens_nothing()
    {
        using var leader = await As("school leader");
        using var mentor = await As("sponsor");
        var page = await mentor.Get("/placements");
        page.Whole.ShouldContain("Own C.");
        page.Whole.ShouldNotContain("Case");
        (await mentor.Get(Home(Tie.Own))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Send(mentor, $"{Home(Tie.SameSchool)}/placements", $"mentor={IdOf("sponsor"):N}&title=Boats&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(mentor, $"{Home(Tie.Own)}/placements", $"mentor={IdOf("sponsor"):N}&title=Boats&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await Send(leader, $"{Home(Tie.SameSchool)}/placements", $"mentor={IdOf("sponsor"):N}&title=Sails&from=2020-01-01")).Status.ShouldBe(HttpStatusCode.Found);
        (await mentor.Get("/placements")).Whole.ShouldContain("Sails");
        Guid placement;
        using (var db = _here.District.Open()) placement = db.Placements.Single(one => one.Title == "Sails").Id.Value;
        (await Send(leader, $"{Home(Tie.SameSchool)}/placements/{placement:N}/end")).Status.ShouldBe(HttpStatusCode.Found);
        (await mentor.Get("/placements")).Whole.ShouldNotContain("Sails");
        (await mentor.Get(Home(Tie.SameSchool))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_no_birth_date_is_known_those_who_answer_for_privacy_find_the_learner_on_a_list()
    {
        await _here.District.Writer.Alone(turn =>
        {
            turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == _here.Learners[Tie.Own]), one => one.Born(null));
            return true;
        });
        foreach (var who in (string[])["privacy officer", "district leader"])
        {
            using var visitor = await As(who);
            (await visitor.Get("/people/birth-dates")).Whole.ShouldContain("Own Case");
        }

        using var school = await As("school leader");
        (await school.Get("/people/birth-dates")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Visitor> As(string who) => _here.Site.As(_here.Actors.First(one => one.Name == who).Actor!);

    private Guid IdOf(string who) => _here.Actors.First(one => one.Name == who).Actor!.Person;

    private string Person(string who) => $"/people/{IdOf(who):N}";

    private string Home(Tie tie) => $"/learners/{_here.Learners[tie].Value:N}";

    private static Task<Answer> Send(Visitor visitor, string path, string form = "") => visitor.Send(path, form, "application/x-www-form-urlencoded");

    private Guid School(string name)
    {
        using var db = _here.District.Open();
        return db.Organizations.AsNoTracking().Single(one => one.Name == name).Id.Value;
    }

    private Guid Loft()
    {
        using var db = _here.District.Open();
        return db.Groups.AsNoTracking().Single().Id.Value;
    }

    private List<RoleGrant> Grants(string who)
    {
        using var db = _here.District.Open();
        return [.. db.RoleGrants.AsNoTracking().Where(one => one.Educator == new EducatorId(IdOf(who))).OrderBy(one => one.Id)];
    }

    private Task<bool> Account(string who, bool isOpen) => _here.District.Writer.Alone(turn =>
    {
        var account = Cairn.App.Access.Accounts.NewAccount.Make(turn, who.Replace(' ', '.'), "", (ActorKind.Teacher, IdOf(who)));
        if (!isOpen) account.EndedAt = turn.Now;
        return true;
    });

    private int Told(JournalAct act)
    {
        using var db = _here.District.Open();
        return db.Journal.Count(one => one.Act == act);
    }
}
