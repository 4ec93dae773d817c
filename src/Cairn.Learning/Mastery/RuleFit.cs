using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>Why a rule cannot be what something concludes by.</summary>
public enum RuleMisfit
{
    /// <summary>It can.</summary>
    None,

    /// <summary>The rule concludes from parts, and there are none, or the competency does not conclude from them.</summary>
    NeedsParts,

    /// <summary>The rule depends on the order in time, which parts do not have.</summary>
    ReadsOrder,

    /// <summary>The rule does not conclude from parts.</summary>
    NotFromParts,

    /// <summary>More points are needed than the parts have.</summary>
    TooManyPoints,

    /// <summary>The rule names a part that is not there.</summary>
    UnknownPart,

    /// <summary>The rule names no part at all, so that it would never be met.</summary>
    NamesNoPart,

    /// <summary>A continuum needs a scale whose levels are the stages 1, 2, 3 and so on, up to its last stage.</summary>
    NeedsStages,

    /// <summary>Parts conclude from judgments only, one after the other.</summary>
    NotForParts,
}

/// <summary>Whether a rule suits what is to conclude by it.</summary>
public static class RuleFit
{
    /// <summary>Why a rule does not suit a competency; <see cref="RuleMisfit.None"/> where it does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="competency">The competency.</param>
    /// <param name="content">The framework.</param>
    /// <param name="scale">The scale that the competency is concluded on.</param>
    /// <param name="isParent">Does it conclude from its targets?</param>
    public static RuleMisfit Of(DeterminationRule rule, Competency competency, FrameworkContent content, ProficiencyScale scale, bool isParent)
    {
        if (rule is Continuum continuum) return isParent ? RuleMisfit.NotFromParts : OfStages(continuum, scale);
        if (!isParent) return rule is ConditionRule ? RuleMisfit.NeedsParts : RuleMisfit.None;
        var children = content.TargetsOf(competency.Id).Where(one => one.IsActive).Select(one => new Child(one.Code, null, false, one.Points, one.IsRequired)).ToList();
        if (children.Count == 0) return RuleMisfit.NeedsParts;
        return ParentRules.Fault(rule, children) is null ? NamesNothing(rule) ? RuleMisfit.NamesNoPart : RuleMisfit.None : rule switch
        {
            Points => RuleMisfit.TooManyPoints,
            AnyOf => RuleMisfit.UnknownPart,
            ScoreRule => RuleMisfit.ReadsOrder,
            _ => RuleMisfit.NotFromParts,
        };
    }

    /// <summary>Why a rule does not suit the targets of a competency.</summary>
    public static RuleMisfit OfTargets(DeterminationRule rule) => rule is ScoreRule ? RuleMisfit.None : RuleMisfit.NotForParts;

    /// <summary>Why a rule does not suit every competency that has none of its own. It must suit without parts.</summary>
    public static RuleMisfit OfAll(DeterminationRule rule, FrameworkContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return rule switch
        {
            ConditionRule => RuleMisfit.NeedsParts,
            Continuum continuum => content.Competencies.Where(one => content.AreaOf(one).Kind == AreaKind.Learning)
                .Select(one => OfStages(continuum, content.ScaleOf(one))).FirstOrDefault(one => one != RuleMisfit.None),
            _ => RuleMisfit.None,
        };
    }

    private static RuleMisfit OfStages(Continuum rule, ProficiencyScale scale) =>
        scale.Levels.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, scale.Levels.Count).Select(stage => (decimal)stage)) && rule.LastStage <= scale.Levels.Count
            ? RuleMisfit.None : RuleMisfit.NeedsStages;

    private static bool NamesNothing(DeterminationRule rule) => rule is AnyOf any && any.Groups.All(one => one.Count == 0);
}
