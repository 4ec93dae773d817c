namespace Cairn.Learning.Frameworks;

/// <summary>What a change is about.</summary>
public enum ChangedPart
{
    /// <summary>The framework and the version as a whole.</summary>
    Framework,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A competency, with the words and the anchor work of its levels.</summary>
    Competency,

    /// <summary>A target, with the words and pieces of its stages.</summary>
    Target,

    /// <summary>A quality of the portrait of a graduate.</summary>
    Quality,

    /// <summary>A typed link.</summary>
    Association,
}

/// <summary>What became of a part.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says or asks for something else.</summary>
    Changed,

    /// <summary>It stands elsewhere: in another area, under another competency, or in another place among its neighbours.</summary>
    Moved,

    /// <summary>It is out of use.</summary>
    MadeInactive,

    /// <summary>It is in use again.</summary>
    MadeActive,

    /// <summary>It is not there any more.</summary>
    Removed,
}

/// <summary>What of a part changed.</summary>
public enum FrameworkField
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its code.</summary>
    Code,

    /// <summary>The statement, in the learner's voice.</summary>
    Statement,

    /// <summary>The official wording.</summary>
    OfficialStatement,

    /// <summary>The statement for families.</summary>
    FamilyStatement,

    /// <summary>The words of a level or stage.</summary>
    Words,

    /// <summary>The words of a level or stage for families.</summary>
    FamilyWords,

    /// <summary>Learning or habits.</summary>
    Kind,

    /// <summary>The area it stands in.</summary>
    Area,

    /// <summary>The competency it stands under.</summary>
    Competency,

    /// <summary>The scale it is judged on.</summary>
    Scale,

    /// <summary>Pieces of evidence asked for.</summary>
    Pieces,

    /// <summary>Its points.</summary>
    Points,

    /// <summary>Must it have a value?</summary>
    IsRequired,

    /// <summary>Is it a priority?</summary>
    IsPriority,

    /// <summary>The most priorities before the workshop warns.</summary>
    PriorityCap,

    /// <summary>Days that a showing is good for.</summary>
    RefreshAfterDays,

    /// <summary>The last stage of the continuum.</summary>
    LastStage,

    /// <summary>An exemplar of a level: title, address and note.</summary>
    Exemplar,

    /// <summary>The competencies that show a quality, by their codes.</summary>
    ShownBy,

    /// <summary>The kind of a link and its two ends.</summary>
    Link,
}

/// <summary>One field before and after. Numbers are written with a point and no grouping, yes and no as such, nothing as an empty text.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
/// <param name="At">The number of the level or stage it is about; empty where it is about none.</param>
public sealed record FieldChange(FrameworkField Field, string Before, string After, string At = "");

/// <summary>What became of one part of a framework between two versions of it.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Id">Its id, the same in both versions.</param>
/// <param name="Code">Its code, as it is now; empty where it has none.</param>
/// <param name="Title">Its title, as it is now.</param>
/// <param name="Kinds">What became of it, at least one.</param>
/// <param name="Fields">What of it changed; empty where it is new, gone, or only moved.</param>
public sealed record FrameworkChange(ChangedPart Part, Guid Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Its code as people say it: empty where it has none, or only the identifier of its source.</summary>
    public string SaidCode => PartCode.IsIdentifier(Code) ? "" : Code;

    /// <summary>What changed in words, each once: where a title is the statement, both changed alike.</summary>
    public IEnumerable<FieldChange> SaidFields => Fields.DistinctBy(one => (one.Before, one.After, one.At));

    /// <summary>The competency it is about, or stands under; null where it is about none.</summary>
    public CompetencyId? Competency { get; init; }

    /// <summary>The target it is about; null where it is about none.</summary>
    public TargetId? Target { get; init; }
}
