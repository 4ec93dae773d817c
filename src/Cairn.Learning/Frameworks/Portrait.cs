namespace Cairn.Learning.Frameworks;

/// <summary>One quality of the portrait of a graduate.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Id">The quality's id.</param>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">What a graduate does.</param>
/// <param name="Position">Its place in the portrait, from 1.</param>
public sealed record PortraitQuality(FrameworkVersionId Version, QualityId Id, string Code, string Title, string Statement, int Position);

/// <summary>A competency that shows a quality of the portrait.</summary>
/// <param name="Version">The framework version.</param>
/// <param name="Quality">The quality.</param>
/// <param name="Competency">The competency.</param>
public sealed record PortraitLink(FrameworkVersionId Version, QualityId Quality, CompetencyId Competency);
