using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>What one key on a competency judges: the competency as a whole, or the only target that its conclusion is made from.</summary>
/// <param name="Target">The target; null for the competency as a whole.</param>
/// <param name="IsByParts">Is the competency concluded from several targets? Then one key cannot say which: each is judged by itself.</param>
public sealed record QuickClaim(TargetId? Target, bool IsByParts)
{
    /// <summary>Finds it.</summary>
    /// <param name="competency">The competency.</param>
    /// <param name="content">Its framework.</param>
    /// <param name="rules">The rules where the learner is.</param>
    /// <param name="stage">The stage of the claim; null for none.</param>
    public static QuickClaim Of(Competency competency, FrameworkContent content, Rulebook rules, int? stage)
    {
        ArgumentNullException.ThrowIfNull(competency);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        var rule = rules.RuleOf(competency.Id, stage).Rule;
        if (rule is not (Continuum or ConditionRule) && !(rules.IsParent(competency.Id) && rule is ScoreRule)) return new QuickClaim(null, IsByParts: false);
        var targets = content.TargetsOf(competency.Id).Where(one => one.IsActive).ToList();
        return targets is [var only] ? new QuickClaim(only.Id, IsByParts: false) : new QuickClaim(null, IsByParts: true);
    }
}
