namespace Cairn.Learning.People;

/// <summary>What a group is for.</summary>
public enum GroupKind
{
    /// <summary>A room, studio, lab or any other set of learners.</summary>
    Room,

    /// <summary>A class, as a roster calls it.</summary>
    Class,

    /// <summary>An advisory or homeroom.</summary>
    Advisory,
}

/// <summary>Any set of learners an educator works with (class, advisory, studio, lab), of mixed ages.</summary>
public sealed class LearningGroup(GroupId id, OrganizationId organization, string name)
{
    /// <summary>The group's id.</summary>
    public GroupId Id { get; private set; } = id;

    /// <summary>The school or partner it belongs to.</summary>
    public OrganizationId Organization { get; private set; } = organization;

    /// <summary>Its name, such as "The Loft".</summary>
    public string Name { get; private set; } = name;

    /// <summary>What it is for.</summary>
    public GroupKind Kind { get; private set; }

    /// <summary>The source that keeps this row, such as the name of an import; empty when a person does.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When it ended, UTC; null while it goes on.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Sets who keeps the row, and what the group is for.</summary>
    public LearningGroup KeptBy(string source, GroupKind kind)
    {
        (Source, Kind) = (source, kind);
        return this;
    }

    /// <summary>Takes the name and school as they are now.</summary>
    public void Rename(string name, OrganizationId organization) => (Name, Organization) = (name, organization);

    /// <summary>The group ends.</summary>
    public void End(DateTime at) => EndedAt = Instant.Utc(at);

    /// <summary>The group goes on.</summary>
    public void Resume() => EndedAt = null;
}

/// <summary>One learner in one group, from a day until a day.</summary>
/// <param name="Id">The enrollment's id.</param>
/// <param name="Learner">Who.</param>
/// <param name="Group">In what.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Enrollment(EnrollmentId Id, LearnerId Learner, GroupId Group, DateOnly From, DateOnly? Until)
{
    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>In what part an educator is with a group.</summary>
public enum TeachingRole
{
    /// <summary>Teaches it.</summary>
    Teacher = 0,

    /// <summary>Teaches it together with another.</summary>
    CoTeacher = 1,

    /// <summary>Stands in for a while: sees, and judges nothing.</summary>
    Substitute = 2,

    /// <summary>Advises it.</summary>
    Advisor = 3,
}

/// <summary>One educator with one group, from a day until a day.</summary>
/// <param name="Educator">Who.</param>
/// <param name="Group">With what group.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Teaching(EducatorId Educator, GroupId Group, DateOnly From, DateOnly? Until)
{
    /// <summary>In what part.</summary>
    public TeachingRole Role { get; init; }

    /// <summary>May they judge the group's learners? A substitute may not.</summary>
    public bool MayJudge => Role != TeachingRole.Substitute;

    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
