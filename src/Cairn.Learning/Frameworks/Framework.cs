namespace Cairn.Learning.Frameworks;

/// <summary>A published set of competencies, across its versions.</summary>
/// <param name="Id">The framework's id.</param>
/// <param name="Code">A short name that sources and addresses use; unique in a district.</param>
/// <param name="Title">Its title.</param>
public sealed record Framework(FrameworkId Id, string Code, string Title)
{
    /// <summary>Who keeps it: empty when it is authored here, else the source of its import, such as "case".</summary>
    public string Source { get; init; } = "";

    /// <summary>Its identifier in the world outside, such as a CASE document's UUID; empty where it was never given out.</summary>
    public string Identifier { get; init; } = "";
}

/// <summary>One version of a framework. It is immutable once adopted: a change is a new version, and old judgments keep their wording.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Framework">The framework.</param>
/// <param name="Number">1, 2, 3 and so on; 0 for the draft, of which a framework has one at most.</param>
/// <param name="AdoptedAt">When it was adopted, UTC; null while it is a draft.</param>
/// <param name="LastStage">The last stage of its continuum, 1 to 255; null where it has none.</param>
public sealed record FrameworkVersion(FrameworkVersionId Id, FrameworkId Framework, int Number, DateTime? AdoptedAt, int? LastStage)
{
    /// <summary>What changed and why, in the words of whoever adopts it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who adopted it, by the name they are known by; empty where a machine did, as in an import.</summary>
    public string AdoptedBy { get; init; } = "";

    /// <summary>Grows with every change of a draft, so that two people who edit it at once are told.</summary>
    public int Edits { get; init; }

    /// <summary>Is it still a draft?</summary>
    public bool IsDraft => AdoptedAt is null;
}

/// <summary>What an area holds.</summary>
public enum AreaKind
{
    /// <summary>Competencies that count for credit.</summary>
    Learning,

    /// <summary>Work habits: behaviour on its own scale, which never enters a determination of learning.</summary>
    Habits,
}

/// <summary>An area of a framework version.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The area's id, the same in every version.</param>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Learning or habits.</param>
/// <param name="IsActive">Is it in use? Only active areas count.</param>
/// <param name="Position">Its place in the version, from 1.</param>
public sealed record Area(FrameworkVersionId Version, AreaId Id, string Code, string Title, AreaKind Kind, bool IsActive, int Position)
{
    /// <summary>The most competencies and targets that may be a priority before the workshop warns, 0 or more; null for no cap.</summary>
    public int? PriorityCap { get; init; }
}

/// <summary>A transferable ability that is judged and counts for credit.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The competency's id, the same in every version.</param>
/// <param name="Area">Its area.</param>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Title">A short title.</param>
/// <param name="Statement">The statement, in the learner's voice.</param>
/// <param name="FamilyStatement">The statement for families; empty where there is none.</param>
/// <param name="Scale">The scale it is judged on.</param>
/// <param name="Pieces">Pieces of evidence asked for where it is judged directly, 0 to 100.</param>
/// <param name="IsActive">Is it in use?</param>
/// <param name="Number">Its number in the framework, 1 to 65,535: given once, never used again.</param>
/// <param name="Position">Its place in the version, from 1.</param>
public sealed record Competency(
    FrameworkVersionId Version, CompetencyId Id, AreaId Area, string Code, string Title, string Statement,
    string FamilyStatement, ScaleId Scale, int Pieces, bool IsActive, int Number, int Position)
{
    /// <summary>The official wording, such as a state's; empty where the statement is the official one.</summary>
    public string OfficialStatement { get; init; } = "";

    /// <summary>Is it a priority, rather than supporting?</summary>
    public bool IsPriority { get; init; }

    /// <summary>Days after the newest piece that a showing is good for, 1 to 10,000; null where it does not expire. Afterwards a refresh is asked for.</summary>
    public int? RefreshAfterDays { get; init; }
}

/// <summary>A smaller step under a competency; it informs it.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The target's id, the same in every version.</param>
/// <param name="Competency">Its competency.</param>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Title">A short title.</param>
/// <param name="Statement">The statement.</param>
/// <param name="DefaultPieces">Pieces of evidence asked for at a stage that says nothing else, 0 to 100.</param>
/// <param name="Points">Its points where the competency concludes by points, 0 or more.</param>
/// <param name="IsRequired">Must it have a value before the competency has one?</param>
/// <param name="IsActive">Is it in use?</param>
/// <param name="Position">Its place under the competency, from 1.</param>
public sealed record LearningTarget(
    FrameworkVersionId Version, TargetId Id, CompetencyId Competency, string Code, string Title, string Statement,
    int DefaultPieces, decimal Points, bool IsRequired, bool IsActive, int Position)
{
    /// <summary>The official wording; empty where the statement is the official one.</summary>
    public string OfficialStatement { get; init; } = "";

    /// <summary>The statement for families; empty where there is none.</summary>
    public string FamilyStatement { get; init; } = "";

    /// <summary>Is it a priority, rather than supporting?</summary>
    public bool IsPriority { get; init; }
}

/// <summary>Pieces of evidence asked for of one target at one stage.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Target">The target.</param>
/// <param name="Stage">The stage, 1 to 255.</param>
/// <param name="Pieces">How many, 0 to 100; 0 asks for none.</param>
public sealed record StageRequirement(FrameworkVersionId Version, TargetId Target, int Stage, int Pieces);

/// <summary>Words for one level of one competency.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Level">The level's number.</param>
/// <param name="Words">What a learner at this level does.</param>
public sealed record Descriptor(FrameworkVersionId Version, CompetencyId Competency, decimal Level, string Words)
{
    /// <summary>The same for families; empty where there is none.</summary>
    public string FamilyWords { get; init; } = "";
}
