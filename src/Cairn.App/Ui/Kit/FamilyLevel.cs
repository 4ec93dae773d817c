using Cairn.Learning.Scales;
using Cairn.Storage.Queries;

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

    /// <summary>A line as a family reads it: the level, or what was seen where it is too early for one, and the stage that it is of.</summary>
    public static (int Step, string Text) Of(FamilyLine line, Words.Words words)
    {
        var (step, text) = Of(line.Level, line.Scale, line.Stage, line.IsContinuum, words, new Looked(line.Track.Pieces, line.Completed, line.IsCondition, line.Track.IsShown));
        return (step, InStage(text, line.Stage, line.NotBegun, words));
    }

    /// <summary>Says which stage a level is of, and which one is open and not begun.</summary>
    public static string InStage(string text, int? stage, int? notBegun, Words.Words words) =>
        stage is null ? text : words["family.level.stage", ("level", text), ("stage", stage.Value), ("next", notBegun ?? 0)];

    /// <summary>The step of colour, 0 for none, and the word: the scale's own, or that of the step where a level has none. Where there is no level, what was looked at.</summary>
    public static (int Step, string Text) Of(decimal? level, ProficiencyScale scale, int? stage, bool isContinuum, Words.Words words, Looked looked = default)
    {
        var step = LevelLook.Step(level, scale, stage, isContinuum);
        if (step == 0) return looked.Said(words);
        var label = isContinuum ? "" : (scale.WithNumber(level!.Value) ?? scale.LevelOf(level.Value)).Label;
        return (step, label.Any(char.IsLetter) ? Word(label, words) : words[$"family.step.{step}"]);
    }

    /// <summary>Is it a level as Cairn writes them, or one without a word, which gets Cairn's?</summary>
    public static bool IsOwn(string label) => Own.ContainsKey(label) || !label.Any(char.IsLetter);

    /// <summary>A level's word in the reader's language where Cairn wrote it; as the school wrote it otherwise.</summary>
    public static string Word(string label, Words.Words words) =>
        words.Language != "en" && Own.TryGetValue(label, out var key) ? words[key] : label;
}

/// <summary>What was looked at where there is no level: "not yet seen" is said only of what nobody has seen.</summary>
/// <param name="Pieces">Pieces of work that somebody saw.</param>
/// <param name="Completed">Boxes filled.</param>
/// <param name="IsCondition">Is it concluded by a condition, which has no level?</param>
/// <param name="IsShown">Is it shown by that condition?</param>
internal readonly record struct Looked(int Pieces, int Completed, bool IsCondition, bool IsShown)
{
    /// <summary>The step of colour and the words.</summary>
    public (int Step, string Text) Said(Words.Words words) =>
        IsCondition && IsShown ? (LevelLook.StepOfCondition(isShown: true, Math.Max(1, Completed)), words["level.shown"])
        : IsCondition && Completed > 0 ? (LevelLook.StepOfCondition(isShown: false, Completed), words["level.partly"])
        : (0, words[Completed > 0 || Pieces > 0 ? "family.level.little" : "family.level.none"]);
}
