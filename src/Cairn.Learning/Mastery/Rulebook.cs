using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;

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
    RuleId Id, FrameworkId Framework, CompetencyId? Competency, bool OfTargets, int Number, DateTime EffectiveFrom, DeterminationRule Rule);

/// <summary>Which rule each competency of a framework concludes by, at a moment.</summary>
public sealed class Rulebook
{
    private readonly Dictionary<(CompetencyId?, bool), RuleVersion> _rules;

    /// <summary>The rules in force at a moment: of each competency the version last effective.</summary>
    public Rulebook(IEnumerable<RuleAssignment> assignments, DateTime at, JudgmentPolicy? policy = null)
    {
        Policy = policy ?? JudgmentPolicy.Default;
        _rules = assignments.Where(one => one.EffectiveFrom <= at).GroupBy(one => (one.Competency, one.OfTargets)).ToDictionary(
            group => group.Key,
            group => group.OrderBy(one => one.EffectiveFrom).ThenBy(one => one.Number).Select(one => new RuleVersion(one.Rule, one.Number, one.EffectiveFrom)).Last());
    }

    /// <summary>The rule of everything that nobody gave a rule: the latest piece.</summary>
    public static RuleVersion Unassigned { get; } = new(new MostRecent(), 0, default);

    /// <summary>Whose judgments count.</summary>
    public JudgmentPolicy Policy { get; }

    /// <summary>The rule of a competency.</summary>
    public RuleVersion RuleOf(CompetencyId competency) => Find(competency, false);

    /// <summary>The rule of a competency's targets, where it concludes from them.</summary>
    public RuleVersion RuleOfTargets(CompetencyId competency) => Find(competency, true);

    /// <summary>Does a competency conclude from its targets?</summary>
    public bool IsParent(CompetencyId competency) => _rules.ContainsKey((competency, true));

    private RuleVersion Find(CompetencyId competency, bool ofTargets) =>
        _rules.GetValueOrDefault((competency, ofTargets)) ?? _rules.GetValueOrDefault((null, ofTargets)) ?? Unassigned;
}
