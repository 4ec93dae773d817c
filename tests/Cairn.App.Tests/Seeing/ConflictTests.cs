using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Tests.Seeing;

/// <summary>Nobody judges their own child, or themself; emergencies end; who looks at what another sees changes nothing.</summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TwoSchools.Make();
        await _here.Enroll(_here.Ada, _here.Loft);
        await _here.Teach(_here.Loft);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Theory]
    [Trait("Abuse", "T5")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_teacher_does_not_judge_the_child_that_they_care_for(bool byAccount)
    {
        Judges().ShouldBeTrue();
        await _here.Care(_here.May, _here.Ada);
        Judges().ShouldBeTrue("May is somebody else so far");
        if (byAccount) await SameAccount(ActorKind.Guardian, _here.May.Value);
        else await _here.Write(turn => turn.Db.Find<Guardian>(_here.May)!.Rename("OKAFOR", "May Okafor"));

        Judges().ShouldBeFalse();
        _here.Teacher().May(_here.Ada, Rights.Override).ShouldBeFalse();
        _here.Teacher().May(_here.Ada, Rights.SeeRecord).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "T5")]
    public async Task A_guardian_of_another_child_judges_this_one()
    {
        await _here.Care(_here.May, _here.Ben);
        await SameAccount(ActorKind.Guardian, _here.May.Value);
        Judges().ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "T5")]
    public async Task An_educator_who_learns_here_too_does_not_judge_themself()
    {
        await SameAccount(ActorKind.Learner, _here.Ada.Value);
        Judges().ShouldBeFalse();
    }

    [Fact]
    public async Task Access_in_an_emergency_opens_one_record_to_read_and_ends_with_its_hours()
    {
        await _here.Add(new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), _here.Okafor, _here.Ben, TwoSchools.Now, TwoSchools.Now.AddHours(4), "Not at the bus"));

        _here.Teacher(at: TwoSchools.Now).RightsTo(_here.Ben).ShouldBe(Rights.See | Rights.SeeRecord);
        TwoSchools.Seen(_here.Teacher()).ShouldBe("ada ben");
        _here.Teacher().Find(_here.Cleo).ShouldBeNull();
        _here.Teacher(at: TwoSchools.Now.AddMicroseconds(-1)).Find(_here.Ben).ShouldBeNull();
        _here.Teacher(at: TwoSchools.Now.AddHours(4)).Find(_here.Ben).ShouldBeNull();
        new Scope(_here.Open(), new Actor(ActorKind.Teacher, _here.Okafor.Value, ""), TwoSchools.Today).Find(_here.Ben).ShouldBeNull("without a moment none holds");
    }

    [Fact]
    [Trait("Abuse", "S4")]
    public void Who_looks_at_what_another_sees_may_change_nothing()
    {
        var viewed = _here.Known(ActorKind.Teacher, _here.Okafor.Value) with { Viewer = Cairn.App.Tests.Web.Grants.LeaderOf(Guid.CreateVersion7()), MayWrite = false };
        _here.Of(viewed).RightsTo(_here.Ada).ShouldBe(Rights.See | Rights.SeeRecord | Rights.SeeNotes);
    }

    private bool Judges() => _here.Teacher().May(_here.Ada, Rights.Judge);

    private Task SameAccount(ActorKind kind, Guid person)
    {
        var account = new Account(Guid.CreateVersion7(), "okafor", TwoSchools.Now);
        return _here.Add(account, new AccountPerson(account.Id, ActorKind.Teacher, _here.Okafor.Value, TwoSchools.Now), new AccountPerson(account.Id, kind, person, TwoSchools.Now));
    }
}
