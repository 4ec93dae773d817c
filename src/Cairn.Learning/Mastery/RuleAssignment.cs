using Cairn.Learning.People;

namespace Cairn.Learning.Mastery;

/// <summary>A rule that a framework's competencies conclude by.</summary>
/// <param name="Id">The assignment's id.</param>
/// <param name="Framework">The framework.</param>
/// <param name="Competency">The competency; null for all that have none of their own.</param>
/// <param name="OfTargets">Is it the rule of the competency's targets, rather than of the competency?</param>
/// <param name="Number">The version: 1, 2, 3 and so on.</param>
/// <param name="EffectiveFrom">The first moment it holds, UTC.</param>
/// <param name="Rule">The rule with its parameters.</param>
public sealed record RuleAssignment(
    RuleId Id, FrameworkId Framework, CompetencyId? Competency, bool OfTargets, int Number, DateTime EffectiveFrom, DeterminationRule Rule)
{
    /// <summary>The one target it is for; null for all targets, or where it is the competency's own rule.</summary>
    public TargetId? Target { get; init; }

    /// <summary>The one stage it is for, 1 to 255; null for all stages.</summary>
    public int? Stage { get; init; }

    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>Is it locked? Then no narrower place may have another for the same.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);
}

/// <summary>A scale in place of the framework's: the same levels, with labels, *from* values or a line of their own.</summary>
/// <param name="Id">The assignment's id.</param>
/// <param name="Framework">The framework.</param>
/// <param name="Competency">The competency; null for all that have none of their own.</param>
/// <param name="Number">The version: 1, 2, 3 and so on.</param>
/// <param name="EffectiveFrom">The first moment it holds, UTC.</param>
/// <param name="Scale">The scale.</param>
public sealed record ScaleAssignment(RuleId Id, FrameworkId Framework, CompetencyId? Competency, int Number, DateTime EffectiveFrom, ScaleId Scale)
{
    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>Is it locked? Then no narrower place may have another for the same.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);
}
