using System.Globalization;

namespace Cairn.Learning.Scales;

/// <summary>
/// Which level a typed number means. On a scale of up to nine levels it is the level's own number, or its place where the levels have no
/// whole numbers. On a longer one a digit chooses among the five around a middle: 3 is the middle, 1 two below, 5 two above; 10 is the level 10.
/// </summary>
public static class LevelKeys
{
    /// <summary>The most levels that digits name one by one.</summary>
    public const int MostByDigit = 9;

    private const int Middle = 3;
    private const int Around = 5;

    /// <summary>Are there more levels than digits?</summary>
    public static bool IsFar(ProficiencyScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return scale.Levels.Count > MostByDigit;
    }

    /// <summary>The level that a typed number means; null where it means none.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="typed">What was typed: one digit, or 10.</param>
    /// <param name="middle">The number of the level that 3 means on a long scale, such as the learner's stage; null for the Proficient line.</param>
    public static ProficiencyLevel? LevelOf(ProficiencyScale scale, string typed, decimal? middle)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(typed);
        if (typed is not ([>= '0' and <= '9'] or "10")) return null;
        var number = int.Parse(typed, CultureInfo.InvariantCulture);
        if (!IsFar(scale)) return scale.WithNumber(number) ?? (scale.Levels.All(one => one.Number != decimal.Truncate(one.Number)) ? scale.Levels.ElementAtOrDefault(number - 1) : null);
        if (number > Around) return scale.WithNumber(number);
        if (number < 1) return null;
        var place = scale.Levels.Count(one => one.Number <= (middle ?? scale.Line)) - 1;
        return scale.Levels.ElementAtOrDefault(Math.Max(0, place) + number - Middle);
    }
}
