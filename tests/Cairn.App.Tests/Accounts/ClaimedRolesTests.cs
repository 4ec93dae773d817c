using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Accounts;

/// <summary>A role that a roster claims is confirmed as any other role is granted: by who proved lately who they are, and whose rights
/// changed signs in anew.</summary>
public sealed class ClaimedRolesTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;
    private byte[] _lead = [];
    private byte[] _okafor = [];

    public async ValueTask InitializeAsync()
    {
        _cairn = await AccountsSite.Start();
        _lead = await _cairn.Staff("lead", ActorKind.Leader, _cairn.Leader);
        _okafor = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        var id = new EducatorId(_cairn.Teacher);
        await _cairn.District.Writer.Alone(turn => turn.Db.Educators.Single(one => one.Id == id).Claims("principal"));
    }

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task Whoever_has_not_proved_lately_who_they_are_decides_nothing()
    {
        using var leader = await _cairn.SignedIn("lead", _lead);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));

        (await Settle(leader, "confirm")).Header("Location").ShouldBe("/prove?back=%2Fimports");

        (Grants(), Claimed()).ShouldBe((0, "principal"));
    }

    [Fact]
    [Trait("Abuse", "X2")]
    [Trait("Abuse", "S2")]
    public async Task Who_leads_from_now_on_signs_in_anew()
    {
        using var teacher = await _cairn.SignedIn("okafor", _okafor);
        using var leader = await _cairn.SignedIn("lead", _lead);

        (await Settle(leader, "confirm")).Header("Location").ShouldBe("/imports");

        (Grants(), Claimed()).ShouldBe((1, ""));
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Told().Select(one => one.Act).ShouldContain(JournalAct.Granted);
        _cairn.Sessions().Where(one => one.Person == _cairn.Teacher).ShouldAllBe(one => one.EndedAt != null);
    }

    [Fact]
    public async Task Whose_claim_is_turned_down_goes_on()
    {
        using var teacher = await _cairn.SignedIn("okafor", _okafor);
        using var leader = await _cairn.SignedIn("lead", _lead);

        (await Settle(leader, "turn-down")).Header("Location").ShouldBe("/imports");

        (Grants(), Claimed()).ShouldBe((0, ""));
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Answer> Settle(Visitor leader, string decision) => leader.Send($"/imports/roles/{_cairn.Teacher:N}", $"decision={decision}&place=district", AccountsSite.Form);

    private int Grants()
    {
        var id = new EducatorId(_cairn.Teacher);
        using var db = _cairn.District.Open();
        return db.RoleGrants.AsNoTracking().Count(one => one.Educator == id);
    }

    private string Claimed()
    {
        var id = new EducatorId(_cairn.Teacher);
        using var db = _cairn.District.Open();
        return db.Educators.AsNoTracking().Single(one => one.Id == id).ClaimedRole;
    }
}
