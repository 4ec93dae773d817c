namespace Cairn.Learning.People;

/// <summary>What an educator may look at: the learners of their own groups, or everyone in the district.</summary>
public enum EducatorRole
{
    /// <summary>Works with groups of learners.</summary>
    Teacher,

    /// <summary>Leads a school or the district.</summary>
    Leader,
}

/// <summary>A person who teaches, advises, judges or leads.</summary>
public sealed class Educator(EducatorId id, string username, string displayName, EducatorRole role)
{
    /// <summary>The educator's id.</summary>
    public EducatorId Id { get; private set; } = id;

    /// <summary>The name the school's other systems know the educator by; unique in a district.</summary>
    public string Username { get; private set; } = username;

    /// <summary>The name learners use, such as "Ms. Okafor".</summary>
    public string DisplayName { get; private set; } = displayName;

    /// <summary>Teacher or leader.</summary>
    public EducatorRole Role { get; private set; } = role;
}
