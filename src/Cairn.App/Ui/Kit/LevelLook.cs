using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.App.Ui.Kit;

/// <summary>How a level looks: one of four steps of colour and stones, and its words. A continuum is coloured by the distance from the stage.</summary>
internal static class LevelLook
{
    /// <summary>The step, 1 to 4; 0 where there is no level.</summary>
    public static int Step(decimal? level, ProficiencyScale scale, int? stage, bool isContinuum)
    {
        if (level is not { } number) return 0;
        if (isContinuum && stage is { } at) return number >= at + 1 ? 4 : number >= at ? 3 : number >= at - 1 ? 2 : 1;
        var place = scale.Levels.Count(one => one.Number <= number) - 1;
        return scale.Levels.Count == 1 ? 3 : 1 + (int)Math.Round(Math.Max(0, place) * 3m / (scale.Levels.Count - 1), MidpointRounding.AwayFromZero);
    }

    /// <summary>The step of a condition, which has no level: as at the line where it is shown, one below where a part of it is.</summary>
    public static int StepOfCondition(bool isShown, int pieces) => pieces == 0 ? 0 : isShown ? 3 : 2;

    /// <summary>Number and word, such as "3 Solid"; a stage's level is its number. To families the word alone, and that of its step where it has none.</summary>
    public static string Text(ProficiencyLevel level, Words.Words words, int step = 0) =>
        words.SaysLevelsInWords ? level.Label.Any(char.IsLetter) ? FamilyLevel.Word(level.Label, words) : words[step == 0 ? "family.level.seen" : $"family.step.{step}"]
        : level.Label.Length == 0 ? words.Number(level.Number) : $"{words.Number(level.Number)} {FamilyLevel.Word(level.Label, words)}";

    /// <summary>The step and the words of a conclusion: its level, or the state of what has none.</summary>
    /// <param name="level">The level that holds; null for none.</param>
    /// <param name="value">The value behind it, which a continuum shows; null for none, and where a person set the level.</param>
    /// <param name="isShown">Is it Proficient by the rule?</param>
    /// <param name="filled">Boxes filled.</param>
    /// <param name="stage">The stage; null where there is none.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="pieces">Pieces that somebody saw, where a family is told of them.</param>
    public static (int Step, string Text) Of(decimal? level, decimal? value, bool isShown, int filled, int? stage, ProficiencyScale scale, DeterminationRule rule, Words.Words words, int pieces = 0)
    {
        if (level is { } at)
            return words.SaysLevelsInWords ? FamilyLevel.Of(at, scale, stage, rule is Continuum, words)
                : (Step(level, scale, stage, rule is Continuum), rule is Continuum ? words.Number(value ?? at) : Text(scale.WithNumber(at) ?? scale.LevelOf(at), words));
        if (words.SaysLevelsInWords) return new Looked(pieces, filled, rule is ConditionRule, isShown).Said(words);
        var text = rule is ConditionRule && isShown ? words["level.shown"] : filled == 0 ? words["level.notYetSeen"] : rule is ConditionRule ? words["level.partly"] : words["level.tooLittle"];
        return (rule is ConditionRule ? StepOfCondition(isShown, filled) : 0, text);
    }
}
