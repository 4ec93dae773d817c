using Cairn.Learning.Scales;

namespace Cairn.App.Ui.Kit;

/// <summary>A level as families see it: stones and a word. A number would be read as so many of so many.</summary>
internal static class FamilyLevel
{
    /// <summary>The step of colour, 0 for none, and the word: the scale's own, or that of the step where a level has none.</summary>
    public static (int Step, string Text) Of(decimal? level, ProficiencyScale scale, int? stage, bool isContinuum, Words.Words words)
    {
        var step = LevelLook.Step(level, scale, stage, isContinuum);
        if (step == 0) return (0, words["family.level.none"]);
        var label = isContinuum ? "" : (scale.WithNumber(level!.Value) ?? scale.LevelOf(level.Value)).Label;
        return (step, label.Any(char.IsLetter) ? label : words[$"family.step.{step}"]);
    }
}
