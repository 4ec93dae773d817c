namespace Cairn.Learning.People;

/// <summary>A mentor who belongs to an outside partner. A sponsor's judgment advises; an educator decides.</summary>
/// <param name="Id">The sponsor's id.</param>
/// <param name="Organization">The partner.</param>
/// <param name="DisplayName">The name that is shown.</param>
public sealed record Sponsor(SponsorId Id, OrganizationId Organization, string DisplayName);
