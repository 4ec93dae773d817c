using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;

namespace Cairn.App.Features.Workshop;

/// <summary>What a rule is wanted for: everything, one competency, that competency out of its targets, its targets, or one target.</summary>
/// <param name="Kind">all, one, parts, targets or target.</param>
/// <param name="Competency">The competency; null for everything.</param>
/// <param name="Target">The one target; null otherwise.</param>
public sealed record RuleSubject(string Kind, Competency? Competency, LearningTarget? Target)
{
    public const string All = "all";
    public const string One = "one";
    public const string Parts = "parts";
    public const string Targets = "targets";
    public const string OneTarget = "target";

    public bool IsOfTargets => Kind is Targets or OneTarget;

    /// <summary>The subject as a form writes it, such as "one-12"; null where there is none.</summary>
    internal static RuleSubject? Of(FrameworkContent content, string text)
    {
        if (text == All) return new RuleSubject(All, null, null);
        if (text.Split('-', 2) is not [var kind, var which]) return null;
        if (kind == OneTarget) return content.Targets.FirstOrDefault(one => one.Id.Value.ToString("N") == which) is { } target ? new RuleSubject(kind, content.Find(target.Competency), target) : null;
        return kind is One or Parts or Targets && content.Competencies.FirstOrDefault(one => $"{one.Number}" == which) is { } found ? new RuleSubject(kind, found, null) : null;
    }

    /// <summary>What can be chosen for a competency.</summary>
    internal static List<Ui.Kit.FieldOption> Options(FrameworkContent content, Competency? competency, Words words)
    {
        if (competency is null) return [new(All, words["workshop.rule.for", ("what", "all"), ("name", "")])];
        var targets = content.TargetsOf(competency.Id).Where(one => one.IsActive).ToList();
        List<Ui.Kit.FieldOption> options = [new($"{One}-{competency.Number}", words["workshop.rule.for", ("what", "one"), ("name", competency.Title)])];
        if (targets.Count == 0) return options;
        options.Add(new($"{Parts}-{competency.Number}", words["workshop.rule.for", ("what", "parts"), ("name", competency.Title)]));
        options.Add(new($"{Targets}-{competency.Number}", words["workshop.rule.for", ("what", "targets"), ("name", competency.Title)]));
        options.AddRange(targets.Select(one => new Ui.Kit.FieldOption($"{OneTarget}-{one.Id.Value:N}", $"{one.Code} {one.Title}")));
        return options;
    }

    /// <summary>Why a rule does not suit, as things stand when it would begin.</summary>
    internal RuleMisfit Misfit(Governed governed, DeterminationRule rule, Rulebook then)
    {
        if (Competency is null) return RuleFit.OfAll(rule, governed.Content);
        var scale = then.ScaleOf(Competency.Id) ?? governed.Content.ScaleOf(Competency);
        if (!IsOfTargets) return RuleFit.Of(rule, Competency, governed.Content, scale, Kind == Parts || then.IsParent(Competency.Id));
        var own = RuleFit.OfTargets(rule);
        // A rule of targets makes their competency conclude from them: its own rule must bear that.
        return own != RuleMisfit.None || then.IsParent(Competency.Id) ? own : RuleFit.Of(then.RuleOf(Competency.Id).Rule, Competency, governed.Content, scale, isParent: true) == RuleMisfit.None ? own : RuleMisfit.NotFromParts;
    }
}
