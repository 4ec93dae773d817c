namespace Cairn.Learning.People;

/// <summary>Why a role cannot be granted or ended.</summary>
public enum GrantFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>Nobody decides about themselves.</summary>
    Self = 1,

    /// <summary>It is above what they are themselves, or at another place.</summary>
    AboveOwn = 2,

    /// <summary>The role has to be at a school.</summary>
    NeedsSchool = 3,

    /// <summary>The role has to be in a program.</summary>
    NeedsProgram = 4,

    /// <summary>The role is the whole district's.</summary>
    OnlyDistrict = 5,

    /// <summary>They are the last who lead the district.</summary>
    LastLeader = 6,

    /// <summary>It ends before it begins.</summary>
    EndsBefore = 7,
}

/// <summary>Who may grant and end roles: nobody one above their own or at another place, nobody their own, and the last who leads the
/// district stays.</summary>
public static class MayGrant
{
    /// <summary>What is wrong with a grant.</summary>
    /// <param name="by">Who would grant it.</param>
    /// <param name="own">The roles in force of who would grant it.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="schoolOfProgram">The school that runs the grant's program; null for the district's, or where there is none.</param>
    public static GrantFault FaultOf(EducatorId by, IEnumerable<RoleGrant> own, RoleGrant grant, OrganizationId? schoolOfProgram = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(grant);
        if (grant.Role == GrantedRole.SchoolLeader && grant.School is null) return GrantFault.NeedsSchool;
        if (grant.Role == GrantedRole.ProgramLeader && grant.Program is null) return GrantFault.NeedsProgram;
        if (grant.Role is GrantedRole.DistrictLeader or GrantedRole.PrivacyOfficer && (grant.School is not null || grant.Program is not null)) return GrantFault.OnlyDistrict;
        if (grant.Until < grant.From) return GrantFault.EndsBefore;
        if (grant.Educator == by) return GrantFault.Self;
        return Covers(own, grant, schoolOfProgram) ? GrantFault.None : GrantFault.AboveOwn;
    }

    /// <summary>What is wrong with ending a grant. One may lay down a role of one's own.</summary>
    /// <param name="by">Who would end it.</param>
    /// <param name="own">The roles in force of who would end it.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="otherLeaders">How many others lead the district when it ends.</param>
    /// <param name="schoolOfProgram">The school that runs the grant's program; null for the district's, or where there is none.</param>
    public static GrantFault FaultOfEnding(EducatorId by, IEnumerable<RoleGrant> own, RoleGrant grant, int otherLeaders, OrganizationId? schoolOfProgram = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(grant);
        if (grant.Educator != by && !Covers(own, grant, schoolOfProgram)) return GrantFault.AboveOwn;
        return grant.Role == GrantedRole.DistrictLeader && otherLeaders == 0 ? GrantFault.LastLeader : GrantFault.None;
    }

    private static bool Covers(IEnumerable<RoleGrant> own, RoleGrant grant, OrganizationId? schoolOfProgram) => own.Any(one => one.Role switch
    {
        GrantedRole.DistrictLeader => one.ReachesEverybody,
        // A school's leader has no say over what reaches beyond the school.
        GrantedRole.SchoolLeader => one.School is { } school && grant.Role is GrantedRole.SchoolLeader or GrantedRole.ProgramLeader or GrantedRole.Counselor or GrantedRole.Auditor or GrantedRole.Registrar
            && (grant.School == school || grant.School is null && grant.Program is not null && schoolOfProgram == school),
        _ => false,
    });
}
