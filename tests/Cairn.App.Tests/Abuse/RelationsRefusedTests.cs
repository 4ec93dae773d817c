using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Seeing;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Abuse;

/// <summary>What people try who are signed in and have no relation, or a smaller one: refused, nothing changed, and the journal says so.</summary>
public sealed class RelationsRefusedTests(AccessDistrict here) : IClassFixture<AccessDistrict>
{
    private const string Reason = "reason=They+cannot+find+their+own+work";
    private const string Form = "application/x-www-form-urlencoded";
    private readonly Refused _refused = new(here.Site, here.District);

    [Theory]
    [Trait("Abuse", "C2")]
    [InlineData("overrides", "\"competency\":\"{competency}\",\"level\":3,\"stage\":1,\"reason\":\"x\"")]
    [InlineData("evidence", "\"title\":\"x\",\"experienceName\":\"x\",\"kind\":\"project\",\"demonstratedOn\":\"{day}\",\"judgments\":[{\"competency\":\"{competency}\",\"level\":3,\"stage\":1}]")]
    public Task A_counselor_sets_no_level_of_who_is_on_their_caseload(string what, string body) =>
        Api("counselor", $"/api/v1/learners/{Id(Tie.Caseload)}/{what}", body, HttpStatusCode.Forbidden, "not-allowed");

    [Fact]
    [Trait("Abuse", "M5")]
    public Task A_mentor_signs_for_nobody_at_the_programs_door() =>
        Api("sponsor", $"/api/v1/learners/{Id(Tie.SameSchool)}/evidence", "\"title\":\"x\"", HttpStatusCode.Unauthorized, "NotSignedIn");

    [Fact]
    [Trait("Abuse", "M3")]
    [Trait("Abuse", "M5")]
    public async Task A_mentor_places_nobody_with_themselves()
    {
        await Post("sponsor", $"{Home(Tie.SameSchool)}/placements", $"mentor={IdOf("sponsor"):N}&title=Boats&from=2020-01-01", HttpStatusCode.NotFound);
        await Post("sponsor", $"{Home(Tie.Own)}/placements", $"mentor={IdOf("sponsor"):N}&title=Boats&from=2020-01-01", HttpStatusCode.Forbidden);
    }

    [Theory]
    [Trait("Abuse", "S2")]
    [InlineData("school leader", "school leader", "DistrictLeader", HttpStatusCode.BadRequest)]
    [InlineData("school leader", "teacher", "PrivacyOfficer", HttpStatusCode.BadRequest)]
    [InlineData("auditor", "auditor", "DistrictLeader", HttpStatusCode.NotFound)]
    public Task Nobody_grants_above_themselves(string who, string whom, string role, HttpStatusCode status) =>
        Post(who, $"/people/{IdOf(whom):N}/roles", $"role={role}&place=district&from=2020-01-01", status);

    [Fact]
    [Trait("Abuse", "S7")]
    public async Task The_last_who_leads_the_district_stays()
    {
        await using var db = here.District.Open();
        var own = db.RoleGrants.AsNoTracking().Single(one => one.Educator == new EducatorId(IdOf("district leader"))).Id.Value;
        await Post("district leader", $"/people/{IdOf("district leader"):N}/roles/{own:N}/end", "", HttpStatusCode.BadRequest);
    }

    [Theory]
    [Trait("Abuse", "S4")]
    [InlineData("school leader", "district leader")]
    [InlineData("auditor", "teacher")]
    public Task Nobody_looks_as_somebody_above_them(string who, string whom) =>
        Post(who, "/view", $"kind=Teacher&person={IdOf(whom):N}&{Reason}", HttpStatusCode.NotFound);

    [Fact]
    [Trait("Abuse", "D7")]
    public async Task What_was_opened_in_an_emergency_is_shut_when_its_hours_are_over()
    {
        var until = DateTime.UtcNow.AddSeconds(-1);
        await here.District.Writer.Alone(turn => turn.Db.Add(new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), new EducatorId(IdOf("substitute")), here.Learners[Tie.SameSchool], until.AddHours(-4), until, "Not at the bus")).Entity.Id);
        await Get("substitute", Home(Tie.SameSchool), HttpStatusCode.NotFound);
    }

    [Theory]
    [Trait("Abuse", "T9")]
    [InlineData("teacher")]
    [InlineData("school leader")]
    public Task Who_does_not_lead_the_district_changes_no_framework(string who) =>
        Post(who, $"/workshop/frameworks/{DemoSite.Framework.Value:N}/draft", "", HttpStatusCode.NotFound);

    [Theory]
    [Trait("Abuse", "T13")]
    [InlineData("auditor", "u.OtherSchool")]
    [InlineData("learner", "u.SameSchool")]
    [InlineData("sponsor", "u.SameSchool")]
    public Task A_name_out_of_sight_opens_nothing(string who, string name) => Post(who, "/emergency", $"username={name}&hours=1&{Reason}", HttpStatusCode.NotFound, "Not");

    [Theory]
    [Trait("Abuse", "L7")]
    [Trait("Abuse", "G7")]
    [InlineData("learner", "/grid")]
    [InlineData("learner", "/grid/rows")]
    [InlineData("guardian", "/grid")]
    [InlineData("guardian", "/groups")]
    [InlineData("guardian", "/directory")]
    public Task Views_of_many_are_no_familys(string who, string path) => Get(who, path, HttpStatusCode.NotFound);

    [Theory]
    [Trait("Abuse", "G3")]
    [InlineData("/accounts")]
    [InlineData("/people")]
    public Task A_guardian_finds_no_list_of_addresses(string path) => Get("guardian", path, HttpStatusCode.NotFound);

    [Fact]
    [Trait("Abuse", "G3")]
    public Task A_guardian_does_not_read_who_else_cares_for_the_child() => Get("guardian", $"{Home(Tie.Own)}/people", HttpStatusCode.Forbidden);

    [Fact]
    [Trait("Abuse", "L14")]
    public Task A_learner_keeps_no_guardian_away() => Post("learner", $"{Home(Tie.Own)}/people/{IdOf("guardian"):N}/block", "basis=Family+court+12-3", HttpStatusCode.Forbidden);

    [Theory]
    [Trait("Abuse", "S3")]
    [InlineData("teacher")]
    [InlineData("school leader")]
    public Task The_journal_is_not_theirs(string who) => Get(who, "/journal", HttpStatusCode.NotFound);

    [Fact]
    [Trait("Abuse", "X7")]
    public async Task What_is_in_an_address_is_in_no_entry()
    {
        await Get("counselor", $"{Home(Tie.SameSchool)}?q=%0D%0A%7B%22at%22%3A%22CANARY%22%7D", HttpStatusCode.NotFound);
        _refused.Last().Where.ShouldBe("/learners/{id:guid}");
    }

    [Fact]
    [Trait("Abuse", "X13")]
    public async Task The_id_beside_a_known_one_is_nobodys()
    {
        var bytes = here.Learners[Tie.Roster].Value.ToByteArray(bigEndian: true);
        foreach (var step in (int[])[-1, 1])
        {
            var beside = (byte[])bytes.Clone();
            // The last byte may be the first or the last there is.
            beside[15] = unchecked((byte)(beside[15] + step));
            await Get("district leader", $"/learners/{new Guid(beside, bigEndian: true):N}", HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("teacher", "/sign-out")]
    [InlineData("district leader", "/workshop/new")]
    public async Task Another_site_sends_nothing_in_their_name(string who, string path)
    {
        using var visitor = await As(who);
        await _refused.ByPerson(IdOf(who), HttpStatusCode.Forbidden, "OtherSite", () => visitor.Send(HttpMethod.Post, path, ("Sec-Fetch-Site", "cross-site")));
    }

    private async Task Get(string who, string path, HttpStatusCode status)
    {
        using var visitor = await As(who);
        await _refused.ByPerson(IdOf(who), status, "NotTheirs", () => visitor.Get(path));
    }

    private async Task Post(string who, string path, string form, HttpStatusCode status, string why = "NotTheirs")
    {
        using var visitor = await As(who);
        await _refused.ByPerson(IdOf(who), status, why, () => visitor.Send(path, form, Form));
    }

    private async Task Api(string who, string path, string body, HttpStatusCode status, string why)
    {
        using var visitor = await As(who);
        var system = new Api.OtherSystem(here.Site.Url, null) { Cookie = visitor.Cookie };
        using (system)
            await _refused.ByPerson(IdOf(who), status, why, () => system.Post(path, "{" + body.Replace("{competency}", $"{DemoFramework.CompetencyOf("RD.1").Value}", StringComparison.Ordinal).Replace("{day}", $"{DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}", StringComparison.Ordinal) + "}"));
    }

    private Task<Visitor> As(string who) => here.Site.As(here.Actors.First(one => one.Name == who).Actor!);

    private Guid IdOf(string who) => here.Actors.First(one => one.Name == who).Actor!.Person;

    private Guid Id(Tie tie) => here.Learners[tie].Value;

    private string Home(Tie tie) => $"/learners/{Id(tie):N}";
}
