using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;

namespace Cairn.App.Features.Transfers;

/// <summary>A level that is taken for granted in words: the stage, and the level there where the stage is not the level itself.</summary>
internal static class TakenText
{
    /// <summary>The words of a level.</summary>
    public static string Of(Visit visit, Words words, Learner learner, CompetencyId competency, int? stage, decimal level)
    {
        var at = stage is { } number ? words["judge.stage", ("stage", number)] : "";
        foreach (var framework in visit.Frameworks)
        {
            if (framework.Content.Find(competency) is not { } found) continue;
            var rules = framework.RulesFor(learner.Place);
            if (rules.RuleOf(competency).Rule is Continuum) return words["judge.stage", ("stage", level.ToString("0.##", CultureInfo.InvariantCulture))];
            if (Standing.ScaleOf(found, framework.Content, rules).WithNumber(level) is { } said) return at.Length > 0 ? words["transfer.level.at", ("level", LevelLook.Text(said, words)), ("stage", at)] : LevelLook.Text(said, words);
        }

        return words.Number(level);
    }
}
