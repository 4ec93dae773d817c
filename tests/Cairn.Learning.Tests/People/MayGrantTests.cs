using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.People;

public sealed class MayGrantTests
{
    private static readonly OrganizationId Hill = new(Some.Id(50));
    private static readonly OrganizationId Brook = new(Some.Id(51));
    private static readonly ProgramId Pilot = new(Some.Id(52));
    private static readonly EducatorId Lee = new(Some.Id(53));
    private static readonly EducatorId Okafor = new(Some.Id(54));

    [Theory]
    [Trait("Abuse", "S2")]
    [InlineData(GrantedRole.DistrictLeader, null, GrantFault.AboveOwn)]
    [InlineData(GrantedRole.PrivacyOfficer, null, GrantFault.AboveOwn)]
    [InlineData(GrantedRole.Auditor, null, GrantFault.AboveOwn)]
    [InlineData(GrantedRole.Counselor, null, GrantFault.AboveOwn)]
    [InlineData(GrantedRole.SchoolLeader, true, GrantFault.None)]
    [InlineData(GrantedRole.SchoolLeader, false, GrantFault.AboveOwn)]
    [InlineData(GrantedRole.Counselor, true, GrantFault.None)]
    [InlineData(GrantedRole.Auditor, true, GrantFault.None)]
    [InlineData(GrantedRole.Auditor, false, GrantFault.AboveOwn)]
    public void Who_leads_a_school_grants_what_is_of_the_school_and_nothing_above_or_elsewhere(GrantedRole role, bool? isOwnSchool, GrantFault fault) =>
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.SchoolLeader, Hill)], Grant(Okafor, role, isOwnSchool switch { true => Hill, false => Brook, null => null })).ShouldBe(fault);

    [Fact]
    [Trait("Abuse", "S2")]
    public void A_programs_leader_is_named_by_its_school_or_by_the_district()
    {
        var grant = Grant(Okafor, GrantedRole.ProgramLeader, program: Pilot);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.SchoolLeader, Hill)], grant, Hill).ShouldBe(GrantFault.None);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.SchoolLeader, Hill)], grant, Brook).ShouldBe(GrantFault.AboveOwn);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.SchoolLeader, Hill)], grant, null).ShouldBe(GrantFault.AboveOwn);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.DistrictLeader)], grant, null).ShouldBe(GrantFault.None);
    }

    [Theory]
    [InlineData(GrantedRole.SchoolLeader, GrantFault.NeedsSchool)]
    [InlineData(GrantedRole.ProgramLeader, GrantFault.NeedsProgram)]
    public void A_role_has_its_place(GrantedRole role, GrantFault fault)
    {
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.DistrictLeader)], Grant(Okafor, role)).ShouldBe(fault);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.DistrictLeader)], Grant(Okafor, GrantedRole.DistrictLeader, Hill)).ShouldBe(GrantFault.OnlyDistrict);
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.DistrictLeader)], Grant(Okafor, GrantedRole.DistrictLeader) with { Until = DateOnly.MinValue }).ShouldBe(GrantFault.EndsBefore);
    }

    [Fact]
    [Trait("Abuse", "S2")]
    public void Nobody_grants_anything_to_themselves() =>
        MayGrant.FaultOf(Lee, [Grant(Lee, GrantedRole.DistrictLeader)], Grant(Lee, GrantedRole.Counselor, Hill)).ShouldBe(GrantFault.Self);

    [Fact]
    [Trait("Abuse", "S2")]
    public void Whatever_is_granted_reaches_nobody_whom_its_giver_does_not_reach() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 2], Gen.Int[1, 6], Gen.Int[0, 2], Gen.Bool).Sample((own, ownAt, role, at, isInPilot) =>
    {
        var given = Grant(Lee, (GrantedRole)own, At(ownAt));
        var grant = Grant(Okafor, (GrantedRole)role, At(at), isInPilot ? Pilot : null);
        if (MayGrant.FaultOf(Lee, [given], grant, Hill) != GrantFault.None) return;
        foreach (var place in (PolicyPlace[])[default, new(Hill, null), new(Hill, Pilot), new(Brook, null)])
            if (grant.Reaches(place)) given.Reaches(place).ShouldBeTrue($"{given.Role} gave {grant.Role}");
    });

    [Fact]
    [Trait("Abuse", "S7")]
    public void The_last_who_leads_the_district_stays()
    {
        var lees = Grant(Lee, GrantedRole.DistrictLeader);
        MayGrant.FaultOfEnding(Lee, [lees], lees, otherLeaders: 0).ShouldBe(GrantFault.LastLeader);
        MayGrant.FaultOfEnding(Lee, [lees], lees, otherLeaders: 1).ShouldBe(GrantFault.None);
        MayGrant.FaultOfEnding(Okafor, [Grant(Okafor, GrantedRole.DistrictLeader)], lees, otherLeaders: 1).ShouldBe(GrantFault.None);
        MayGrant.FaultOfEnding(Okafor, [Grant(Okafor, GrantedRole.SchoolLeader, Hill)], lees, otherLeaders: 5).ShouldBe(GrantFault.AboveOwn);
    }

    [Fact]
    public void One_may_lay_down_a_role_of_ones_own() =>
        MayGrant.FaultOfEnding(Okafor, [], Grant(Okafor, GrantedRole.Counselor, Hill), otherLeaders: 0).ShouldBe(GrantFault.None);

    [Theory]
    [InlineData(GrantedRole.SchoolLeader, true, false, true, false)]
    [InlineData(GrantedRole.SchoolLeader, false, false, false, false)]
    [InlineData(GrantedRole.Auditor, true, false, true, false)]
    [InlineData(GrantedRole.Auditor, false, false, true, true)]
    [InlineData(GrantedRole.ProgramLeader, false, true, true, false)]
    [InlineData(GrantedRole.Counselor, true, false, false, false)]
    [InlineData(GrantedRole.DistrictLeader, false, false, true, true)]
    public void A_role_reaches_the_learners_of_its_place(GrantedRole role, bool atHill, bool inPilot, bool reachesPilot, bool reachesNowhere)
    {
        var grant = Grant(Okafor, role, atHill ? Hill : null, inPilot ? Pilot : null);
        grant.Reaches(new PolicyPlace(Hill, Pilot)).ShouldBe(reachesPilot);
        grant.Reaches(default).ShouldBe(reachesNowhere);
        grant.Reaches(new PolicyPlace(Brook, null)).ShouldBe(grant.ReachesEverybody);
        if (!grant.ReachesEverybody && !grant.ReachesAPlace) reachesPilot.ShouldBeFalse();
    }

    private static OrganizationId? At(int place) => place switch { 1 => Hill, 2 => Brook, _ => null };

    private static RoleGrant Grant(EducatorId educator, GrantedRole role, OrganizationId? school = null, ProgramId? program = null) =>
        new(new RoleGrantId(Some.Id(60)), educator, role, school, program, new DateOnly(2026, 1, 1), null, default);
}
