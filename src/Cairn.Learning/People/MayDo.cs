namespace Cairn.Learning.People;

/// <summary>
/// What an actor in a relation may do to a learner: the one place that says it, for every door. Source: 34 CFR 99.31(a)(1), school
/// officials with a legitimate educational interest; 34 CFR 99.10, the right to inspect; 34 CFR 99.20, the right to ask for amendment.
/// </summary>
public static class MayDo
{
    private const Rights Read = Rights.See | Rights.SeeRecord;
    private const Rights Know = Read | Rights.SeeNotes;

    // Nobody judges a learner whom they care for, or who they are themselves, whatever else they are to them.
    private const Rights OfConflict = Rights.Judge | Rights.Override | Rights.Amend | Rights.AwardCredit | Rights.Certify;

    private static readonly (Relations Relation, Rights Rights)[] Table =
    [
        (Relations.Self, Read | Rights.Plan | Rights.Export | Rights.AskAmendment),
        (Relations.Guardian, Read | Rights.Export | Rights.AskAmendment),
        (Relations.Teacher, Know | Rights.Judge | Rights.Override | Rights.Plan | Rights.Export | Rights.AwardCredit),
        (Relations.CoTeacher, Know | Rights.Judge | Rights.Plan),
        (Relations.Substitute, Read),
        (Relations.Advisor, Know | Rights.Judge | Rights.Plan | Rights.Export),
        (Relations.Counselor, Know | Rights.Plan | Rights.Export | Rights.AwardCredit | Rights.Certify),
        (Relations.CaseManager, Know | Rights.Plan | Rights.Export),
        (Relations.ProgramLeader, Know | Rights.Override | Rights.Export),
        (Relations.SchoolLeader, Know | Rights.Override | Rights.Export | Rights.Amend | Rights.Manage | Rights.AwardCredit | Rights.Certify),
        (Relations.DistrictLeader, Know | Rights.Override | Rights.Export | Rights.Amend | Rights.Manage | Rights.AwardCredit | Rights.Certify),
        (Relations.Auditor, Read),
        (Relations.PrivacyOfficer, Know | Rights.Export | Rights.Amend),
        (Relations.Sponsor, Rights.See),
        (Relations.Client, Rights.See),
        (Relations.Emergency, Read),
        (Relations.Registrar, Know | Rights.Export | Rights.Manage | Rights.AwardCredit | Rights.Certify),
        (Relations.Operator, Read | Rights.Export | Rights.Manage),
    ];

    /// <summary>The relations there are, each with what it allows, for a page that says so.</summary>
    public static IReadOnlyList<(Relations Relation, Rights Rights)> All => Table;

    /// <summary>What relations allow together.</summary>
    /// <param name="relations">All the relations that hold.</param>
    /// <param name="isOwn">Is the learner the actor's own child, or the actor themself, by another of their names?</param>
    public static Rights Of(Relations relations, bool isOwn = false)
    {
        var rights = Rights.None;
        foreach (var (relation, allowed) in Table)
            if (relations.HasFlag(relation)) rights |= allowed;
        return isOwn || (relations & (Relations.Self | Relations.Guardian)) != Relations.None ? rights & ~OfConflict : rights;
    }

    /// <summary>The relation that an educator has to the learners of a group they are with.</summary>
    public static Relations Relation(TeachingRole role) => role switch
    {
        TeachingRole.Teacher => Relations.Teacher,
        TeachingRole.CoTeacher => Relations.CoTeacher,
        TeachingRole.Advisor => Relations.Advisor,
        _ => Relations.Substitute,
    };

    /// <summary>The relation that an educator has to a learner of their caseload.</summary>
    public static Relations Relation(CaseloadKind kind) => kind switch
    {
        CaseloadKind.Counselor => Relations.Counselor,
        CaseloadKind.Advisor => Relations.Advisor,
        _ => Relations.CaseManager,
    };

    /// <summary>The relation that a role gives to the learners it reaches; none for a counselor, whose caseload says whom.</summary>
    public static Relations Relation(GrantedRole role) => role switch
    {
        GrantedRole.DistrictLeader => Relations.DistrictLeader,
        GrantedRole.SchoolLeader => Relations.SchoolLeader,
        GrantedRole.ProgramLeader => Relations.ProgramLeader,
        GrantedRole.Auditor => Relations.Auditor,
        GrantedRole.PrivacyOfficer => Relations.PrivacyOfficer,
        GrantedRole.Registrar => Relations.Registrar,
        _ => Relations.None,
    };
}
