namespace Cairn.Storage;

/// <summary>In what relation somebody asks.</summary>
public enum ActorKind
{
    /// <summary>A person at the machine's own command line, who could read the file as well.</summary>
    Operator = 0,

    /// <summary>Leads the district, a school or a program: everyone there.</summary>
    Leader = 1,

    /// <summary>An educator: the learners of their groups and their caseload, while they are.</summary>
    Teacher = 2,

    /// <summary>A learner: their own record.</summary>
    Learner = 3,

    /// <summary>A guardian: the learners they care for, until those are of age.</summary>
    Guardian = 4,

    /// <summary>A mentor of an outside partner: their own placements.</summary>
    Sponsor = 5,

    /// <summary>Examines, and changes nothing.</summary>
    Auditor = 6,

    /// <summary>Another system, by its token and its scopes.</summary>
    Client = 7,

    /// <summary>Cairn itself: a job that a clock started. It is never a reader.</summary>
    System = 8,

    /// <summary>Nobody who is known.</summary>
    Anyone = 9,
}
