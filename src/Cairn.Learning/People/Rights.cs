namespace Cairn.Learning.People;

/// <summary>In what relations somebody stands to one learner on a day. Several may hold at once.</summary>
[Flags]
public enum Relations
{
    /// <summary>In none: the learner is not found.</summary>
    None = 0,

    /// <summary>It is their own record.</summary>
    Self = 1,

    /// <summary>Cares for the learner.</summary>
    Guardian = 1 << 1,

    /// <summary>Teaches a group of the learner's.</summary>
    Teacher = 1 << 2,

    /// <summary>Teaches it together with another.</summary>
    CoTeacher = 1 << 3,

    /// <summary>Stands in for a while.</summary>
    Substitute = 1 << 4,

    /// <summary>Advises the learner, or a group of theirs.</summary>
    Advisor = 1 << 5,

    /// <summary>Has the learner in a counselor's caseload.</summary>
    Counselor = 1 << 6,

    /// <summary>Manages the learner's individual education program.</summary>
    CaseManager = 1 << 7,

    /// <summary>Leads the program that the learner lives under.</summary>
    ProgramLeader = 1 << 8,

    /// <summary>Leads the learner's school.</summary>
    SchoolLeader = 1 << 9,

    /// <summary>Leads the district.</summary>
    DistrictLeader = 1 << 10,

    /// <summary>Examines, and changes nothing.</summary>
    Auditor = 1 << 11,

    /// <summary>Answers for privacy.</summary>
    PrivacyOfficer = 1 << 12,

    /// <summary>Has the learner in a placement.</summary>
    Sponsor = 1 << 13,

    /// <summary>Is another system.</summary>
    Client = 1 << 14,

    /// <summary>Took access in an emergency, with a reason and for hours.</summary>
    Emergency = 1 << 15,

    /// <summary>Sits at the machine's own command line.</summary>
    Operator = 1 << 16,

    /// <summary>Keeps the learner's official record.</summary>
    Registrar = 1 << 17,
}

/// <summary>What somebody may do to one learner.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing, not even know that there is such a learner.</summary>
    None = 0,

    /// <summary>Knows the learner, by the name that the relation shows.</summary>
    See = 1,

    /// <summary>Reads the record: levels, evidence, what was said of it.</summary>
    SeeRecord = 1 << 1,

    /// <summary>Reads notes that educators share among each other. A private note stays its author's.</summary>
    SeeNotes = 1 << 2,

    /// <summary>Says a level for a claim.</summary>
    Judge = 1 << 3,

    /// <summary>Decides in place of a rule.</summary>
    Override = 1 << 4,

    /// <summary>Plans with the learner.</summary>
    Plan = 1 << 5,

    /// <summary>Takes the record out of the house: a file, a print.</summary>
    Export = 1 << 6,

    /// <summary>Asks for something in the record to be put right.</summary>
    AskAmendment = 1 << 7,

    /// <summary>Decides whether it is.</summary>
    Amend = 1 << 8,

    /// <summary>Changes who the learner is with: groups, caseloads, placements, blocks.</summary>
    Manage = 1 << 9,

    /// <summary>Awards credit that was earned, and records what else counts.</summary>
    AwardCredit = 1 << 10,

    /// <summary>Keeps the official record: waives, awards diplomas, issues and corrects transcripts.</summary>
    Certify = 1 << 11,
}
