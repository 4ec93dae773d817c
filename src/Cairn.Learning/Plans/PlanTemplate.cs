namespace Cairn.Learning.Plans;

/// <summary>What the plans of a cohort or a program begin from. Whoever applies it copies it: a change of it never changes a plan.</summary>
public sealed class PlanTemplate(PlanTemplateId id, OrganizationId? school, string title, PersonId by, DateTime createdAt)
{
    /// <summary>Its id.</summary>
    public PlanTemplateId Id { get; private set; } = id;

    /// <summary>The school it is for; null for the district.</summary>
    public OrganizationId? School { get; private set; } = school;

    /// <summary>What it is called, such as "First year in the Loft".</summary>
    public string Title { get; private set; } = title;

    /// <summary>For whom it is: a cohort or a program, in words; empty for anybody.</summary>
    public string Cohort { get; private set; } = "";

    /// <summary>Goals to begin with, one a line; a learner writes them anew in their own words.</summary>
    public string Goals { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was put away, UTC; null while it is in use.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The goals, each one of its own.</summary>
    public IReadOnlyList<string> GoalList => [.. Goals.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Writes it.</summary>
    public void Write(string title, string cohort, string goals)
    {
        (Title, Cohort, Goals) = (title, cohort, goals);
        Version++;
    }

    /// <summary>Puts it away, or takes it out again.</summary>
    public void Use(bool isUsed, DateTime at)
    {
        EndedAt = isUsed ? null : EndedAt ?? Instant.Utc(at);
        Version++;
    }
}

/// <summary>A step that a template begins a pathway with.</summary>
/// <param name="Template">The template.</param>
/// <param name="Competency">What.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Weeks">Weeks after the plan begins by which it is expected, 0 to 520; null where nobody says.</param>
public sealed record PlanTemplateStep(PlanTemplateId Template, CompetencyId Competency, int Position, int? Weeks)
{
    /// <summary>The most weeks.</summary>
    public const int MostWeeks = 520;

    /// <summary>The same step in a plan. It comes after those that stand there already.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="after">The last place that is taken, 0 for none.</param>
    public PlanStep In(LearningPlan plan, int after)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanStep(plan.Id, Competency, plan.Learner, after + Position, Weeks is { } weeks ? plan.From.AddDays(7 * weeks) : null);
    }
}
