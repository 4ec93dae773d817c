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

    /// <summary>The source that keeps this row, such as the name of an import; empty when a person does.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Sets who keeps the row.</summary>
    public Organization KeptBy(string source)
    {
        Source = source;
        return this;
    }

    /// <summary>Takes the name as it is now.</summary>
    public void Rename(string name) => Name = name;
}

/// <summary>The policies that a set of learners lives under, such as a pilot that runs beside the graded school.</summary>
/// <param name="Id">The program's id.</param>
/// <param name="Organization">The school or district that runs it.</param>
/// <param name="Name">Its name.</param>
public sealed record Program(ProgramId Id, OrganizationId Organization, string Name);
