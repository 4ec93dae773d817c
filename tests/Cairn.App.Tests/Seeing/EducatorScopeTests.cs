using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Seeing;

/// <summary>Whom educators see by their roles, caseloads and groups, on a day.</summary>
public sealed class EducatorScopeTests : IAsyncLifetime
{
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync() => _here = await TwoSchools.Make();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task Who_leads_a_school_sees_its_learners_and_nobody_of_another_school_or_of_none()
    {
        await _here.Grant(GrantedRole.SchoolLeader, _here.Hill);

        var scope = _here.Teacher();

        TwoSchools.Seen(scope).ShouldBe("ada");
        scope.Find(_here.Ben).ShouldBeNull();
        scope.Find(_here.Cleo).ShouldBeNull();
        scope.Record(_here.Ben).JudgmentsUnder(_here.Record.Drawing).ShouldBeEmpty();
        scope.StandingIn(_here.Ben, _here.Record.Framework).ShouldBeNull();
        scope.GridOf(_here.Record.Framework).Select(one => one.Username).ShouldBe(["ada"]);
        scope.GridOf(_here.Record.Framework, school: _here.Brook).ShouldBeEmpty();
        scope.GridOf(_here.Record.Framework, group: _here.Studio).ShouldBeEmpty();
        scope.Groups().Select(one => one.Name).ShouldBe(["The Loft"]);
        scope.Schools().Select(one => one.Name).ShouldBe(["Hill"]);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task A_school_leaders_grid_of_their_own_group_names_no_learner_of_another_school_who_comes_to_it()
    {
        await _here.Grant(GrantedRole.SchoolLeader, _here.Hill);
        await _here.Enroll(_here.Ada, _here.Loft);
        await _here.Enroll(_here.Ben, _here.Loft);

        var scope = _here.Teacher();

        scope.GridOf(_here.Record.Framework, group: _here.Loft).Select(one => one.Username).ShouldBe(["ada"]);
        scope.LearnersOf(_here.Loft).Select(one => one.Username).ToList().ShouldBe(["ada"]);
    }

    [Fact]
    public async Task Who_leads_a_program_sees_those_who_live_under_it()
    {
        await _here.Grant(GrantedRole.ProgramLeader, program: _here.Pilot);
        TwoSchools.Seen(_here.Teacher()).ShouldBe("ada");
    }

    [Theory]
    [InlineData(GrantedRole.DistrictLeader)]
    [InlineData(GrantedRole.Auditor)]
    [InlineData(GrantedRole.PrivacyOfficer)]
    public async Task Who_leads_or_examines_the_district_sees_everybody(GrantedRole role)
    {
        await _here.Grant(role);
        TwoSchools.Seen(_here.Teacher()).ShouldBe("ada ben cleo");
    }

    [Theory]
    [InlineData(0, 0, "ada")]
    [InlineData(-10, null, "ada")]
    [InlineData(1, null, "")]
    [InlineData(-10, -1, "")]
    public async Task A_role_holds_from_its_first_day_to_its_last(int from, int? until, string sees)
    {
        await _here.Grant(GrantedRole.SchoolLeader, _here.Hill, from: from, until: until);
        TwoSchools.Seen(_here.Teacher()).ShouldBe(sees);
        (_here.Teacher().Find(_here.Ada) is not null).ShouldBe(sees.Length > 0);
    }

    [Fact]
    [Trait("Abuse", "C1")]
    public async Task A_counselor_sees_their_caseload_while_it_is_theirs_and_nobody_by_the_role_alone()
    {
        await _here.Grant(GrantedRole.Counselor, _here.Hill);
        TwoSchools.Seen(_here.Teacher()).ShouldBe("");
        await _here.Add(new CaseloadEntry(_here.Okafor, _here.Ada, CaseloadKind.Counselor, TwoSchools.Today, TwoSchools.Today), new CaseloadEntry(_here.Okafor, _here.Ben, CaseloadKind.Counselor, TwoSchools.Today.AddDays(-9), TwoSchools.Today.AddDays(-1)));

        TwoSchools.Seen(_here.Teacher()).ShouldBe("ada");
        _here.Teacher().Find(_here.Ben).ShouldBeNull();
        _here.Teacher().GridOf(_here.Record.Framework).Select(one => one.Username).ShouldBe(["ada"]);
        TwoSchools.Seen(_here.Teacher(TwoSchools.Today.AddDays(1))).ShouldBe("");
    }

    [Fact]
    [Trait("Abuse", "C2")]
    public async Task A_counselor_plans_and_judges_nothing()
    {
        await _here.Add(new CaseloadEntry(_here.Okafor, _here.Ada, CaseloadKind.Counselor, TwoSchools.Today, null));

        var scope = _here.Teacher();

        scope.RelationsTo(_here.Ada).ShouldBe(Relations.Counselor);
        scope.May(_here.Ada, Rights.Plan).ShouldBeTrue();
        scope.May(_here.Ada, Rights.Judge).ShouldBeFalse();
        scope.May(_here.Ada, Rights.Override).ShouldBeFalse();
    }

    [Theory]
    [Trait("Abuse", "T2")]
    [InlineData(TeachingRole.Teacher, true, true)]
    [InlineData(TeachingRole.CoTeacher, true, false)]
    [InlineData(TeachingRole.Advisor, true, false)]
    [InlineData(TeachingRole.Substitute, false, false)]
    public async Task A_substitute_sees_and_judges_nothing_and_a_co_teacher_decides_nothing_in_place_of_a_rule(TeachingRole role, bool judges, bool overrides)
    {
        await _here.Enroll(_here.Ada, _here.Loft);
        await _here.Teach(_here.Loft, role);

        var scope = _here.Teacher();

        scope.Find(_here.Ada).ShouldNotBeNull();
        scope.RelationsTo(_here.Ada).ShouldBe(MayDo.Relation(role));
        (scope.May(_here.Ada, Rights.Judge), scope.May(_here.Ada, Rights.Override)).ShouldBe((judges, overrides));
        scope.RightsTo(_here.Ben).ShouldBe(Rights.None);
    }

    [Fact]
    [Trait("Abuse", "T1")]
    public async Task Whose_roster_ended_yesterday_is_not_found_and_neither_is_it_by_a_co_teacher_who_was_removed()
    {
        await _here.Enroll(_here.Ada, _here.Loft, until: -1);
        await _here.Teach(_here.Loft);
        await _here.Enroll(_here.Ben, _here.Studio);
        await _here.Teach(_here.Studio, TeachingRole.CoTeacher, until: -1);

        TwoSchools.Seen(_here.Teacher()).ShouldBe("");
        _here.Teacher().RightsTo(_here.Ada).ShouldBe(Rights.None);
        _here.Teacher().RightsTo(_here.Ben).ShouldBe(Rights.None);
    }

    [Fact]
    [Trait("Abuse", "L15")]
    public async Task Who_left_is_not_found_by_teachers_counselors_and_families_and_still_by_who_leads_their_school()
    {
        await _here.Enroll(_here.Ada, _here.Loft);
        await _here.Teach(_here.Loft);
        await _here.Add(new CaseloadEntry(_here.Okafor, _here.Ada, CaseloadKind.Counselor, TwoSchools.Today, null));
        await _here.Care(_here.May, _here.Ada);
        await _here.Change(_here.Ada, one => one.Leave(TwoSchools.Now));

        _here.Teacher().Find(_here.Ada).ShouldBeNull();
        _here.Of(ActorKind.Guardian, _here.May.Value).Find(_here.Ada).ShouldBeNull();
        _here.Of(ActorKind.Learner, _here.Ben.Value).Find(_here.Ada).ShouldBeNull();
        await _here.Grant(GrantedRole.SchoolLeader, _here.Hill);
        _here.Teacher().Find(_here.Ada).ShouldNotBeNull();
        _here.Teacher().RelationsTo(_here.Ada).ShouldBe(Relations.SchoolLeader);
    }

    [Fact]
    public async Task An_educator_who_left_is_nobody()
    {
        await _here.Grant(GrantedRole.DistrictLeader);
        await _here.Write(turn => turn.Db.Educators.Single(one => one.Id == _here.Okafor).Leave(TwoSchools.Now));
        Cairn.Storage.Queries.KnownActor.Of(_here.Open(), new Actor(ActorKind.Leader, _here.Okafor.Value, ""), TwoSchools.Today).ShouldBeNull();
    }

    [Fact]
    public async Task In_what_relation_somebody_acts_is_what_their_roles_say_and_not_what_a_session_says()
    {
        _here.Known(ActorKind.Leader, _here.Okafor.Value).Kind.ShouldBe(ActorKind.Teacher);
        await _here.Grant(GrantedRole.Auditor, _here.Hill);
        _here.Known(ActorKind.Leader, _here.Okafor.Value).Kind.ShouldBe(ActorKind.Auditor);
        await _here.Grant(GrantedRole.ProgramLeader, program: _here.Pilot);
        _here.Known(ActorKind.Teacher, _here.Okafor.Value).Kind.ShouldBe(ActorKind.Leader);
        TwoSchools.Seen(_here.Of(new Actor(ActorKind.Leader, _here.Okafor.Value, ""))).ShouldBe("", "without its roles an actor reaches nobody");
    }

    [Fact]
    public async Task An_auditor_reads_and_does_nothing_else()
    {
        await _here.Grant(GrantedRole.Auditor, _here.Hill);
        _here.Teacher().RightsTo(_here.Ada).ShouldBe(Rights.See | Rights.SeeRecord);
        _here.Teacher().RightsTo(_here.Ben).ShouldBe(Rights.None);
    }
}
