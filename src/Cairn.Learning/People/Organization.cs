namespace Cairn.Learning.People;

/// <summary>What kind of organization it is.</summary>
public enum OrganizationKind
{
    /// <summary>The district: one a database.</summary>
    District,

    /// <summary>A school of the district.</summary>
    School,

    /// <summary>An outside partner.</summary>
    Partner,
}

/// <summary>A district, a school or a partner.</summary>
public sealed class Organization(OrganizationId id, OrganizationKind kind, string name, string timeZone)
{
    /// <summary>The organization's id.</summary>
    public OrganizationId Id { get; private set; } = id;

    /// <summary>District, school or partner.</summary>
    public OrganizationKind Kind { get; private set; } = kind;

    /// <summary>Its name, as people write it.</summary>
    public string Name { get; private set; } = name;

    /// <summary>IANA name of the zone its days begin in: a bare date means 00:00 there.</summary>
    public string TimeZone { get; private set; } = timeZone;
}
