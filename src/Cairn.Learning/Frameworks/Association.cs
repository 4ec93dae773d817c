namespace Cairn.Learning.Frameworks;

/// <summary>How two competencies, targets or areas hang together. The kinds are those of CASE 1.1.</summary>
public enum AssociationKind
{
    /// <summary>Another kind, named in <see cref="Association.OtherKind"/>.</summary>
    Other = 0,

    /// <summary>The origin is a part of the destination's branch.</summary>
    IsChildOf = 1,

    /// <summary>They stand beside each other.</summary>
    IsPeerOf = 2,

    /// <summary>The origin is a part of the destination.</summary>
    IsPartOf = 3,

    /// <summary>They say the same.</summary>
    ExactMatchOf = 4,

    /// <summary>The origin comes before the destination: a prerequisite of it.</summary>
    Precedes = 5,

    /// <summary>They have something to do with each other.</summary>
    IsRelatedTo = 6,

    /// <summary>The destination stands in the origin's place.</summary>
    ReplacedBy = 7,

    /// <summary>The destination is an example of the origin.</summary>
    Exemplar = 8,

    /// <summary>The destination is a level of skill in the origin.</summary>
    HasSkillLevel = 9,

    /// <summary>The origin says the destination in another language.</summary>
    IsTranslationOf = 10,
}

/// <summary>A typed link between two parts of a framework, or from one to something outside it.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The link's id, the same in every version.</param>
/// <param name="Kind">How they hang together.</param>
/// <param name="Origin">The id of the area, competency or target it comes from; null where that is outside.</param>
/// <param name="Destination">The id of the area, competency or target it goes to; null where that is outside.</param>
/// <param name="Position">Its place among the version's links, from 1.</param>
public sealed record Association(FrameworkVersionId Version, AssociationId Id, AssociationKind Kind, Guid? Origin, Guid? Destination, int Position)
{
    /// <summary>The name of a kind that is not among the known ones; else empty.</summary>
    public string OtherKind { get; init; } = "";

    /// <summary>Title or address of an origin outside; else empty.</summary>
    public string OriginText { get; init; } = "";

    /// <summary>Title or address of a destination outside; else empty.</summary>
    public string DestinationText { get; init; } = "";
}

/// <summary>Anchor work for one level of one competency: what work at that level looks like.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The exemplar's id, the same in every version.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Level">The level's number.</param>
/// <param name="Title">What the work is.</param>
/// <param name="Address">Where it is: an absolute http or https address; empty where there is none.</param>
/// <param name="Note">What to look at in it.</param>
/// <param name="Position">Its place among those of the level, from 1.</param>
public sealed record Exemplar(
    FrameworkVersionId Version, ExemplarId Id, CompetencyId Competency, decimal Level, string Title, string Address, string Note, int Position);

/// <summary>Words for one stage of one target.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Target">The target.</param>
/// <param name="Stage">The stage, 1 to 255.</param>
/// <param name="Words">What a learner at this stage does.</param>
public sealed record StageDescriptor(FrameworkVersionId Version, TargetId Target, int Stage, string Words)
{
    /// <summary>The same for families; empty where there is none.</summary>
    public string FamilyWords { get; init; } = "";
}
