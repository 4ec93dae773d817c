using System.Globalization;
using System.Text;

namespace Cairn.Learning.Plans;

/// <summary>A goal as it stood.</summary>
/// <param name="Words">The goal.</param>
/// <param name="State">What became of it.</param>
/// <param name="By">By which day; null where nobody said.</param>
public sealed record KeptGoal(string Words, GoalState State, DateOnly? By);

/// <summary>A step as it stood.</summary>
/// <param name="Title">The competency.</param>
/// <param name="IsShown">Was it shown?</param>
/// <param name="Level">At what level, in the words of that day; empty for none.</param>
/// <param name="ExpectedBy">By which day it was expected; null where nobody said.</param>
public sealed record KeptStep(string Title, bool IsShown, string Level, DateOnly? ExpectedBy);

/// <summary>A plan as it stood on the day it was completed: kept as text, a line for each part, so that any later program reads it.</summary>
/// <param name="Strengths">Strengths.</param>
/// <param name="Interests">Interests.</param>
/// <param name="Goals">Goals, in order.</param>
/// <param name="Steps">Steps, in order.</param>
public sealed record PlanSnapshot(string Strengths, string Interests, IReadOnlyList<KeptGoal> Goals, IReadOnlyList<KeptStep> Steps)
{
    /// <summary>The text: parts of a line stand apart by a tab; a tab, a line's end and a backslash within one are written \t, \n and \\.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Line(text, "strengths", Strengths);
        Line(text, "interests", Interests);
        foreach (var one in Goals) Line(text, "goal", one.Words, one.State.ToString(), Day(one.By));
        foreach (var one in Steps) Line(text, "step", one.Title, one.IsShown ? "shown" : "", one.Level, Day(one.ExpectedBy));
        return text.ToString();
    }

    /// <summary>Reads such a text; a line that it does not know is passed over, and what a line lacks is empty.</summary>
    public static PlanSnapshot Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (strengths, interests, goals, steps) = ("", "", new List<KeptGoal>(), new List<KeptStep>());
        foreach (var line in text.Split('\n'))
        {
            string[] parts = [.. line.Split('\t').Select(Plain)];
            string Part(int at) => at < parts.Length ? parts[at] : "";
            if (parts[0] == "strengths") strengths = Part(1);
            else if (parts[0] == "interests") interests = Part(1);
            else if (parts[0] == "goal") goals.Add(new KeptGoal(Part(1), Enum.TryParse<GoalState>(Part(2), out var state) && Enum.IsDefined(state) ? state : GoalState.Open, Day(Part(3))));
            else if (parts[0] == "step") steps.Add(new KeptStep(Part(1), Part(2) == "shown", Part(3), Day(Part(4))));
        }

        return new PlanSnapshot(strengths, interests, goals, steps);
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> parts)
    {
        for (var i = 0; i < parts.Length; i++) (i == 0 ? text : text.Append('\t')).Append(Escaped(parts[i]));
        text.Append('\n');
    }

    private static string Escaped(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Plain(string part)
    {
        if (!part.Contains('\\', StringComparison.Ordinal)) return part;
        var plain = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
            plain.Append(part[i] != '\\' || i + 1 == part.Length ? part[i] : part[++i] switch { 't' => '\t', 'n' => '\n', var other => other });
        return plain.ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
