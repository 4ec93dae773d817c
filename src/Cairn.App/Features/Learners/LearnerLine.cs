using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Learners;

/// <summary>One competency of one learner at the stage they work at now, ready to be drawn.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Cell">The standing at the highest stage that is open.</param>
/// <param name="Level">The level that holds; null for none.</param>
/// <param name="Step">Its step of colour, 0 for none.</param>
/// <param name="IsShown">Is it at or above the line, or is the stage complete?</param>
/// <param name="LevelText">Its words.</param>
/// <param name="Href">Where its reasons are.</param>
/// <param name="IsSetByPerson">Did a person set the level?</param>
public sealed record LearnerLine(Competency Competency, Cell Cell, decimal? Level, int Step, bool IsShown, string LevelText, string Href, bool IsSetByPerson)
{
    /// <summary>Was the stage before shown, and nothing of this one yet? Then step and words are those of the stage before, as the family's page and the report say.</summary>
    public bool IsBetweenStages { get; init; }

    public string ChipText => $"{Competency.Title}: {LevelText}";

    /// <summary>
    /// The lines of a framework, in framework order: of each competency the highest stage that is open. None where the learner has not
    /// begun in it, but for the only one there is: it lies before everybody.
    /// </summary>
    internal static IReadOnlyList<LearnerLine> Of(FrameworkInForce framework, Learner learner, PackedStanding? standing, bool isOnly, DateTime now, Words words, bool forFamilies = false)
    {
        var begun = standing?.AsOf is null ? null : standing;
        if (begun is null && !isOnly) return [];
        var rules = framework.RulesFor(learner.Place);
        var cells = WorkedStage.Of(Cell.Read(begun?.Bytes ?? framework.UntouchedCells(rules)));
        return [.. framework.Content.Competencies.Where(one => cells.ContainsKey(one.Number)).Select(one => From(framework, rules, one, cells[one.Number], learner.Id, now, words, forFamilies))];
    }

    private static LearnerLine From(FrameworkInForce framework, Rulebook rules, Competency competency, WorkedStage at, LearnerId learner, DateTime now, Words words, bool forFamilies)
    {
        var cell = at.Highest;
        var scale = Standing.ScaleOf(competency, framework.Content, rules);
        var rule = rules.RuleOf(competency.Id, cell.Stage).Rule;
        var level = cell.LevelAt(now);
        var isContinuum = rule is Continuum;
        var isShown = !cell.IsSetByPersonAt(now) ? cell.IsProficient : isContinuum ? level >= cell.Stage : level >= scale.Line;
        var (step, text) = LevelLook.Of(level, cell.IsSetByPersonAt(now) ? null : cell.Value, cell.IsProficient, cell.Boxes.Completed, cell.Stage, scale, rule, words, cell.Pieces);
        // Who judges is asked about the stage that is open; who is told where they stand is told the one they finished.
        if (forFamilies && at.NotBegun is not null)
        {
            (step, text) = FamilyLevel.Of(at.Cell.LevelAt(now), scale, at.Cell.Stage, isContinuum, words, new Looked(at.Cell.Pieces, at.Cell.Boxes.Completed, rule is ConditionRule, at.Cell.IsProficient));
            text = FamilyLevel.InStage(text, at.Cell.Stage, cell.Stage, words);
        }

        return new LearnerLine(competency, cell, level, step, isShown, text, Visit.PathOf(learner, competency), cell.IsSetByPersonAt(now)) { IsBetweenStages = forFamilies && at.NotBegun is not null };
    }
}
