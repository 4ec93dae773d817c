using System.Globalization;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>Something that a panelist can tap.</summary>
/// <param name="Level">The level it stands for.</param>
/// <param name="Word">The word: no number, and no school's word for one.</param>
/// <param name="Says">What somebody at that level does; empty where the framework does not say.</param>
public sealed record RubricChoice(decimal Level, string Word, string Says)
{
    /// <summary>The level as a form sends it.</summary>
    public string Value => Level.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A criterion with its words and what can be tapped.</summary>
/// <param name="Of">What is looked for, and of whom.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Choices">What can be tapped, lowest first.</param>
public sealed record PanelRubric(PanelCriterion Of, Competency Competency, IReadOnlyList<RubricChoice> Choices)
{
    /// <summary>The boxes of a form are named by whom and what.</summary>
    public string Key => $"{Of.Learner.Value:N}-{Of.Competency.Value:N}";

    /// <summary>The word of a level; null where it is none of these.</summary>
    public string? WordOf(decimal? level) => Choices.FirstOrDefault(one => one.Level == level)?.Word;

    /// <summary>The rubrics of criteria, in their order; a competency that is in use no more is left out.</summary>
    internal static IReadOnlyList<PanelRubric> For(IEnumerable<PanelCriterion> criteria, IReadOnlyList<FrameworkInForce> frameworks, Words words) =>
        [.. from criterion in criteria
            from framework in frameworks
            let competency = framework.Content.Find(criterion.Competency)
            where competency is not null
            select new PanelRubric(criterion, competency, ChoicesOf(criterion, framework, competency, words))];

    private static IReadOnlyList<RubricChoice> ChoicesOf(PanelCriterion criterion, FrameworkInForce framework, Competency competency, Words words)
    {
        var rules = framework.RulesFor(criterion.Place);
        var scale = Standing.ScaleOf(competency, framework.Content, rules);
        if (rules.RuleOf(competency.Id, criterion.Stage).Rule is not Continuum)
            return [.. scale.Levels.Select(one => new RubricChoice(one.Number, one.Label.Length > 0 ? FamilyLevel.Word(one.Label, words) : words.Number(one.Number), framework.Content.Descriptors[competency.Id].FirstOrDefault(each => each.Level == one.Number)?.Words ?? ""))];
        // On a continuum a guest is not told which stage it is: whether it is there yet, is there, or is more.
        var stage = criterion.Stage ?? 1;
        return [.. new[] { (stage - 1, "panel.before"), (stage, "panel.there"), (stage + 1, "panel.beyond") }
            .Where(one => scale.WithNumber(one.Item1) is not null).Select(one => new RubricChoice(one.Item1, words[one.Item2], ""))];
    }
}
