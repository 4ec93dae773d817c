namespace Cairn.Learning.People;

/// <summary>Who may look at what another educator sees, to help or to check: only downward, and nothing may be changed meanwhile.</summary>
public static class MayView
{
    /// <summary>The longest time, in minutes.</summary>
    public const int Minutes = 30;

    /// <summary>May an educator with some roles look at what one with others sees?</summary>
    /// <param name="viewer">The roles in force of who would look.</param>
    /// <param name="viewed">The roles in force of whom they would look as.</param>
    public static bool As(IReadOnlyCollection<RoleGrant> viewer, IReadOnlyCollection<RoleGrant> viewed) => Leads(viewer) && Rank(viewer) > Rank(viewed);

    /// <summary>Do the roles lead a school or the district? Only they look at what learners, families and mentors see, and only of their learners.</summary>
    public static bool Leads(IEnumerable<RoleGrant> roles) => roles.Any(one => one.Role == GrantedRole.SchoolLeader || (one.Role == GrantedRole.DistrictLeader && one.ReachesEverybody));

    // Who answers for privacy, or examines the district, is nobody's to look over.
    private static int Rank(IReadOnlyCollection<RoleGrant> roles) => roles.Select(one => one switch
    {
        { ReachesEverybody: true } => 3,
        { Role: GrantedRole.SchoolLeader or GrantedRole.Auditor or GrantedRole.PrivacyOfficer } => 2,
        { Role: GrantedRole.ProgramLeader } => 1,
        _ => 0,
    }).DefaultIfEmpty(0).Max();
}
