namespace Cairn.Learning.People;

/// <summary>What an educator may do beyond teaching.</summary>
public enum GrantedRole
{
    /// <summary>Leads the district: everyone in it, and who may do what.</summary>
    DistrictLeader = 1,

    /// <summary>Leads a school: everyone in it, and who may do what there.</summary>
    SchoolLeader = 2,

    /// <summary>Leads a program: everyone who lives under it.</summary>
    ProgramLeader = 3,

    /// <summary>Counsels the learners of a caseload.</summary>
    Counselor = 4,

    /// <summary>Reads what they are asked to examine, and changes nothing.</summary>
    Auditor = 5,

    /// <summary>Answers for privacy: disclosures, amendments, erasures.</summary>
    PrivacyOfficer = 6,

    /// <summary>Keeps the official record: credit, diplomas, transcripts, who comes and goes.</summary>
    Registrar = 7,
}

/// <summary>A role of an educator at a place, from a day until a day. Nobody grants a role above their own.</summary>
/// <param name="Id">The grant's id.</param>
/// <param name="Educator">Who.</param>
/// <param name="Role">What.</param>
/// <param name="School">At which school; null for the district.</param>
/// <param name="Program">In which program; null for all.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
/// <param name="By">Who granted it; empty for the command line.</param>
public sealed record RoleGrant(RoleGrantId Id, EducatorId Educator, GrantedRole Role, OrganizationId? School, ProgramId? Program, DateOnly From, DateOnly? Until, PersonId By)
{
    /// <summary>Does it reach every learner of the district?</summary>
    public bool ReachesEverybody => Role is GrantedRole.DistrictLeader or GrantedRole.Auditor or GrantedRole.PrivacyOfficer or GrantedRole.Registrar && School is null && Program is null;

    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Does it reach the learners of a school or a program? A counselor's role reaches nobody, for the caseload says whom.</summary>
    public bool ReachesAPlace => Role switch
    {
        GrantedRole.SchoolLeader => School is not null,
        GrantedRole.ProgramLeader => Program is not null,
        GrantedRole.Auditor or GrantedRole.PrivacyOfficer or GrantedRole.Registrar => School is not null || Program is not null,
        _ => false,
    };

    /// <summary>Does it reach a learner who belongs to a place? Whoever belongs to no school is reached by the whole district's roles only.</summary>
    public bool Reaches(PolicyPlace place) =>
        ReachesEverybody || (ReachesAPlace && (School is null || School == place.School) && (Program is null || Program == place.Program));
}

/// <summary>What an educator does for a learner of a caseload.</summary>
public enum CaseloadKind
{
    /// <summary>Counsels: plans, credit, what comes after.</summary>
    Counselor = 1,

    /// <summary>Advises: knows the learner best.</summary>
    Advisor = 2,

    /// <summary>Manages an individual education program.</summary>
    CaseManager = 3,
}

/// <summary>One learner in the caseload of one educator, from a day until a day.</summary>
/// <param name="Educator">Who cares.</param>
/// <param name="Learner">For whom.</param>
/// <param name="Kind">How.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record CaseloadEntry(EducatorId Educator, LearnerId Learner, CaseloadKind Kind, DateOnly From, DateOnly? Until)
{
    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>A learner with a mentor of an outside partner, from a day until a day.</summary>
/// <param name="Id">The placement's id.</param>
/// <param name="Sponsor">The mentor.</param>
/// <param name="Learner">Who learns there.</param>
/// <param name="Title">What the learner does there, in a few words.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Placement(PlacementId Id, SponsorId Sponsor, LearnerId Learner, string Title, DateOnly From, DateOnly? Until)
{
    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>A court or another authority keeps a guardian from a learner's record. It holds from the moment it is set.</summary>
public sealed class GuardianBlock(GuardianBlockId id, GuardianId guardian, LearnerId learner, DateTime from, PersonId by, string basis)
{
    /// <summary>The block's id.</summary>
    public GuardianBlockId Id { get; private set; } = id;

    /// <summary>Who is kept away.</summary>
    public GuardianId Guardian { get; private set; } = guardian;

    /// <summary>From whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Since when, UTC.</summary>
    public DateTime From { get; private set; } = from;

    /// <summary>Who set it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>The legal basis, such as the court and number of an order.</summary>
    public string Basis { get; private set; } = basis;

    /// <summary>When it was lifted, UTC; null while it holds.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Lifts it.</summary>
    public void Lift(DateTime at) => LiftedAt = Instant.Utc(at);
}

/// <summary>Access that an educator took beyond their relations, with a reason and for a time: an emergency.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Educator">Who took it.</param>
/// <param name="Learner">To whose record.</param>
/// <param name="From">Since when, UTC.</param>
/// <param name="Until">Until when, UTC.</param>
/// <param name="Reason">Why, in their own words.</param>
public sealed record EmergencyAccess(EmergencyAccessId Id, EducatorId Educator, LearnerId Learner, DateTime From, DateTime Until, string Reason)
{
    /// <summary>Does it hold at a moment?</summary>
    public bool HoldsAt(DateTime moment) => From <= moment && moment < Until;
}
