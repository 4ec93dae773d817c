using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Features.Assessing;

/// <summary>One claim that can be judged: a competency, or a target of it where it is concluded from its parts, with the words of its rubric.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Target">The target; null for the competency as a whole.</param>
/// <param name="Scale">The scale.</param>
/// <param name="Stage">The learner's stage; null for none.</param>
/// <param name="IsChosen">Was it chosen, so that its rubric stands beside the work?</param>
public sealed record RubricRow(FrameworkInForce Framework, Competency Competency, LearningTarget? Target, ProficiencyScale Scale, int? Stage, bool IsChosen)
{
    /// <summary>Its name in the form and in addresses.</summary>
    public string Key => Target is null ? $"{Competency.Id.Value:N}" : $"{Competency.Id.Value:N}.{Target.Id.Value:N}";

    public string Title => Target is null ? Competency.Title : Target.Title.Length > 0 ? Target.Title : Target.Code;

    /// <summary>What stands for a level in the rubric; empty where nothing does.</summary>
    public string WordsFor(ProficiencyLevel level) => Target is null ? Framework.Content.Descriptors[Competency.Id].FirstOrDefault(one => one.Level == level.Number)?.Words ?? "" : "";

    /// <summary>What a learner at this stage does.</summary>
    public string StageWords => Target is not null && Stage is { } at ? Framework.Content.StageDescriptors[Target.Id].FirstOrDefault(one => one.Stage == at)?.Words ?? "" : "";

    /// <summary>What is read beside it: the statement for families where there is one.</summary>
    public string Statement => Target is { Statement.Length: > 0 } ? Target.Statement : Competency.Statement;

    public IEnumerable<Exemplar> Exemplars => Target is null ? Framework.Content.Exemplars[Competency.Id] : [];

    /// <summary>On a long scale the five levels around the stage; else all.</summary>
    public IEnumerable<ProficiencyLevel> Levels => !LevelKeys.IsFar(Scale) ? Scale.Levels
        : Enumerable.Range(1, 5).Select(key => LevelKeys.LevelOf(Scale, key.ToString(System.Globalization.CultureInfo.InvariantCulture), Stage)).OfType<ProficiencyLevel>();

    /// <summary>The rows of a learner: what was chosen first and in that order, then everything else in framework order.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="learner">Of whom.</param>
    /// <param name="chosen">Codes of competencies, or keys of rows.</param>
    internal static IReadOnlyList<RubricRow> Of(Access.Visit visit, Learner learner, IReadOnlyList<string> chosen)
    {
        var policies = visit.Scope.CriteriaPolicies();
        var all = visit.Frameworks.SelectMany(framework => Of(visit, framework, learner, policies)).ToList();
        bool Is(RubricRow row, string asked) => row.Key == asked || string.Equals(row.Competency.Code, asked, StringComparison.OrdinalIgnoreCase) || asked == $"{row.Competency.Id.Value:N}";
        var first = chosen.SelectMany(asked => all.Where(row => Is(row, asked))).Distinct().ToList();
        return [.. first.Select(row => row with { IsChosen = true }), .. all.Except(first)];
    }

    private static IEnumerable<RubricRow> Of(Access.Visit visit, FrameworkInForce framework, Learner learner, IReadOnlyList<Cairn.Learning.Judgments.CriteriaPolicy> policies)
    {
        var (content, rules) = (framework.Content, framework.RulesFor(learner.Place));
        var stages = new Dictionary<int, int>();
        if (visit.Scope.StandingIn(learner.Id, content.Framework.Id) is { } standing)
            foreach (var cell in standing.Cells)
                if (cell.Stage is { } at) stages[cell.Number] = at;
        var needsCriteria = Cairn.Learning.Judgments.CriteriaPolicy.IsNeededOn(policies, content.Framework.Id, learner.Program, visit.Today);
        foreach (var competency in content.Competencies.Where(one => content.Counts(one.Id)))
        {
            int? stage = stages.TryGetValue(competency.Number, out var known) ? known : null;
            var scale = Standing.ScaleOf(competency, content, rules);
            // Where nobody has begun, a continuum begins at its first stage.
            if (stage is null && rules.RuleOf(competency.Id).Rule is Continuum) stage = 1;
            var quick = QuickClaim.Of(competency, content, rules, stage);
            var targets = content.TargetsOf(competency.Id).Where(one => one.IsActive).ToList();
            if (quick.IsByParts || quick.Target is not null || needsCriteria)
                foreach (var target in targets.Where(one => quick.Target is null || one.Id == quick.Target)) yield return new RubricRow(framework, competency, target, scale, stage, false);
            if (!quick.IsByParts && quick.Target is null) yield return new RubricRow(framework, competency, null, scale, stage, false);
        }
    }
}
