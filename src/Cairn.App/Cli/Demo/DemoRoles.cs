using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>
/// Who may do what beyond teaching: one who leads the district and answers for its privacy, a principal a school, one who keeps the high
/// school's records, counselors with their caseloads, and the oldest in placements with the partner's mentors.
/// </summary>
internal sealed class DemoRoles(DemoPeople people, DateOnly first)
{
    private const int MostPlacements = 4;
    private const int PlacedFromAge = 14;

    public void Store(WriteTurn turn)
    {
        var leaders = people.Staff.Leaders;
        for (var i = 0; i < leaders.Count; i++)
            if (i == 0) Grant(leaders[i], GrantedRole.DistrictLeader, null);
            else Grant(leaders[i], GrantedRole.SchoolLeader, DemoPeople.SchoolOf(i - 1));
        Grant(leaders[0], GrantedRole.PrivacyOfficer, null);
        foreach (var one in people.Staff.Registrars) Grant(one, GrantedRole.Registrar, DemoPeople.SchoolOf(2));
        StoreCaseloads(turn);
        turn.Insert(people.Learners.Where(one => one.Age >= PlacedFromAge).Take(MostPlacements).Select((one, i) => new Placement(
            new PlacementId(DemoFramework.Named("placement", one.Learner.Username)), DemoPeople.Sponsors[i % DemoPeople.Sponsors.Count].Id, one.Learner.Id, "Restoring a wooden sloop", first, null)));

        void Grant(DemoEducator who, GrantedRole role, OrganizationId? school) => turn.Db.Add(new RoleGrant(
            new RoleGrantId(DemoFramework.Named("grant", who.Username, role.ToString())), DemoPeople.EducatorOf(who.Username), role, school, null, first, null, default));
    }

    private void StoreCaseloads(WriteTurn turn)
    {
        var counselors = people.Staff.Counselors;
        if (counselors.Count == 0) return;
        foreach (var one in counselors)
            turn.Db.Add(new RoleGrant(new RoleGrantId(DemoFramework.Named("grant", one.Username, nameof(GrantedRole.Counselor))), DemoPeople.EducatorOf(one.Username), GrantedRole.Counselor, DemoPeople.SchoolOf(2), null, first, null, default));
        var high = people.HighSchool.ToList();
        turn.Insert(high.Chunk(Math.Max(1, (high.Count + counselors.Count - 1) / counselors.Count))
            .SelectMany((some, i) => some.Select(one => new CaseloadEntry(DemoPeople.EducatorOf(counselors[i].Username), one.Learner.Id, CaseloadKind.Counselor, first, null))));
    }
}
