using Cairn.Learning.Scales;

namespace Cairn.App.Ui.Kit;

/// <summary>A level as families see it: stones and a word. A number would be read as so many of so many.</summary>
internal static class FamilyLevel
{
    // Cairn's own words for levels, which the starter framework and the first run write in English.
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["Starting"] = "family.step.1", ["Building"] = "family.step.2", ["Solid"] = "family.step.3", ["Extending"] = "family.step.4",
        ["With reminders"] = "family.habit.1", ["With help"] = "family.habit.2", ["On my own"] = "family.habit.3", ["Helping others"] = "family.habit.4",
    };

    /// <summary>The step of colour, 0 for none, and the word: the scale's own, or that of the step where a level has none.</summary>
    public static (int Step, string Text) Of(decimal? level, ProficiencyScale scale, int? stage, bool isContinuum, Words.Words words)
    {
        var step = LevelLook.Step(level, scale, stage, isContinuum);
        if (step == 0) return (0, words["family.level.none"]);
        var label = isContinuum ? "" : (scale.WithNumber(level!.Value) ?? scale.LevelOf(level.Value)).Label;
        return (step, label.Any(char.IsLetter) ? Word(label, words) : words[$"family.step.{step}"]);
    }

    /// <summary>A level's word in the reader's language where Cairn wrote it; as the school wrote it otherwise.</summary>
    public static string Word(string label, Words.Words words) =>
        words.Language != "en" && Own.TryGetValue(label, out var key) ? words[key] : label;
}
