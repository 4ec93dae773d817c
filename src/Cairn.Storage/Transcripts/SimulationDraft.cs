using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Policies;
using Cairn.Learning.Scales;
using Cairn.Learning.Transcripts;

namespace Cairn.Storage.Transcripts;

/// <summary>What is tried: a conversion, a rule, a scale with other cuts, or several of them at once.</summary>
/// <param name="Framework">In which framework.</param>
/// <param name="Day">The district's day, by which conversions hold.</param>
/// <param name="Now">The moment, UTC, by which people's decisions hold.</param>
public sealed record SimulationDraft(FrameworkInForce Framework, DateOnly Day, DateTime Now)
{
    /// <summary>The conversion; null where the one in force stays.</summary>
    public GradeConversion? Conversion { get; init; }

    /// <summary>Rules in place of those in force; none where rules stay.</summary>
    public IReadOnlyList<RuleAssignment> Rules { get; init; } = [];

    /// <summary>Scales with other cuts, each for a competency or for all; none where scales stay.</summary>
    public IReadOnlyList<(ScaleAssignment Assignment, ProficiencyScale Scale)> Scales { get; init; } = [];

    /// <summary>Only what was shown by this moment, UTC; null for everything.</summary>
    public DateTime? ShownBy { get; init; }

    /// <summary>Only learners of this school; null for all whom the asker sees.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The frameworks in force, for diplomas that ask for competencies of others too; none where diplomas are not looked at.</summary>
    public IReadOnlyList<FrameworkInForce> Frameworks { get; init; } = [];

    /// <summary>Reads the rules of a diploma; null where they cannot be read.</summary>
    public Func<DiplomaPlan, Policy?> Read { get; init; } = _ => null;

    /// <summary>Does it change where anybody stands, and not only how that is called?</summary>
    public bool ChangesLevels => Rules.Count + Scales.Count > 0;

    /// <summary>The same with a rule for everything that concludes from pieces now, competencies and the parts of those that conclude from parts. A school's own rule stays its own.</summary>
    public SimulationDraft Trying(DeterminationRule rule) => this with
    {
        Rules = [.. Framework.Content.Competencies.Where(one => Framework.Content.Counts(one.Id) && Framework.Rules.RuleOf(one.Id).Rule is not Continuum)
            .Select(one => new RuleAssignment(new RuleId(Guid.CreateVersion7()), Framework.Content.Framework.Id, one.Id, Framework.Rules.IsParent(one.Id) || Framework.Rules.RuleOf(one.Id).Rule is ConditionRule, 1, Now, rule))],
    };

    /// <summary>The same with a scale for everything that is judged on the scale of its id now.</summary>
    public SimulationDraft Cutting(ProficiencyScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return this with
        {
            Scales = [.. Framework.Content.Competencies.Where(one => Framework.Content.ScaleOf(one).Id == scale.Id)
                .Select(one => (new ScaleAssignment(new RuleId(Guid.CreateVersion7()), Framework.Content.Framework.Id, one.Id, 1, Now, scale.Id), scale))],
        };
    }
}

/// <summary>A task on which nobody reached the top level, with its name.</summary>
/// <param name="Task">The task.</param>
/// <param name="Name">What it was called; empty where nobody said.</param>
public sealed record NamedTask(FlatTask Task, string Name);

/// <summary>What a draft was found to do.</summary>
/// <param name="Simulation">The comparison.</param>
/// <param name="Names">What the learners are called, in their order.</param>
/// <param name="Judgments">How many judgments were read.</param>
/// <param name="Flat">Tasks on which nobody reached the top level.</param>
/// <param name="IsByPolicy">Were the parts of credit policies graded together? Else the competencies of areas.</param>
public sealed record SimulationRun(Simulation Simulation, IReadOnlyList<string> Names, int Judgments, IReadOnlyList<NamedTask> Flat, bool IsByPolicy)
{
    /// <summary>Is there credit that a panel or a person judges as a whole, which is not tried?</summary>
    public bool HasUntried { get; init; }
}
