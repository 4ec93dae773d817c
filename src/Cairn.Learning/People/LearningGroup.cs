namespace Cairn.Learning.People;

/// <summary>Any set of learners an educator works with (class, advisory, studio, lab), of mixed ages.</summary>
public sealed class LearningGroup(GroupId id, OrganizationId organization, string name)
{
    /// <summary>The group's id.</summary>
    public GroupId Id { get; private set; } = id;

    /// <summary>The school or partner it belongs to.</summary>
    public OrganizationId Organization { get; private set; } = organization;

    /// <summary>Its name, such as "The Loft".</summary>
    public string Name { get; private set; } = name;
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

/// <summary>One educator with one group, from a day until a day.</summary>
/// <param name="Educator">Who.</param>
/// <param name="Group">With what group.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Teaching(EducatorId Educator, GroupId Group, DateOnly From, DateOnly? Until)
{
    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
