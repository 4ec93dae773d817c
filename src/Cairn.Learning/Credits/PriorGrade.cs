using System.Globalization;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Credits;

/// <summary>What a band of the conversion in force says, read backwards: which levels a grade stands for.</summary>
/// <param name="Letter">The letter; empty for none.</param>
/// <param name="PercentLow">The least percent of the band; null where it has none.</param>
/// <param name="PercentHigh">The highest percent of the band; null where it has none.</param>
/// <param name="EarnsCredit">Does the grade earn credit? What the table does not say counts as yes.</param>
/// <param name="LevelOf">The level that the grade stands for at least, of the numbers of a scale's levels; null where it stands for none of them.</param>
public sealed record GradeMeaning(string Letter, decimal? PercentLow, decimal? PercentHigh, bool EarnsCredit, Func<IReadOnlyList<decimal>, decimal?> LevelOf);

/// <summary>How a grade was read.</summary>
public enum GradeReading
{
    /// <summary>By its letter.</summary>
    Letter = 1,

    /// <summary>By its letter without plus or minus: the table has no such step.</summary>
    LetterAlone = 2,

    /// <summary>By its percent.</summary>
    Percent = 3,

    /// <summary>It says that the course was passed, and no level.</summary>
    PassOnly = 4,

    /// <summary>It says that no credit was earned.</summary>
    NotEarned = 5,

    /// <summary>The conversion says nothing of it.</summary>
    NotCovered = 6,

    /// <summary>There is no grade.</summary>
    NoGrade = 7,
}

/// <summary>A grade of another school read backwards through a conversion: a conclusion. What the conversion leaves out stays unknown.</summary>
public sealed record PriorGrade
{
    // What schools write where a course was passed or earned nothing, whatever their scale is.
    private static readonly HashSet<string> Passes = new(StringComparer.OrdinalIgnoreCase) { "P", "PASS", "CR", "S", "CREDIT" };

    private static readonly HashSet<string> Nothings = new(StringComparer.OrdinalIgnoreCase) { "F", "FAIL", "NC", "NP", "U", "I", "INC", "W", "WF", "WP", "AU" };

    private PriorGrade(string grade, GradeReading reading, GradeMeaning? meaning) => (Grade, Reading, Meaning) = (grade, reading, meaning);

    /// <summary>The grade as it was read, without blanks around.</summary>
    public string Grade { get; }

    /// <summary>How it was read.</summary>
    public GradeReading Reading { get; }

    /// <summary>The band it was found in; null where it was found in none.</summary>
    public GradeMeaning? Meaning { get; }

    /// <summary>Does the grade say that credit was earned? What nobody can tell is left to who decides, and counts as earned.</summary>
    public bool EarnsCredit => Reading != GradeReading.NotEarned && Meaning is not { EarnsCredit: false };

    /// <summary>Reads a grade.</summary>
    /// <param name="grade">As it stands on the transcript, such as "B+", "92" or "92 %".</param>
    /// <param name="meanings">The bands of the conversion, the highest first.</param>
    public static PriorGrade From(string grade, IReadOnlyList<GradeMeaning> meanings)
    {
        ArgumentNullException.ThrowIfNull(grade);
        ArgumentNullException.ThrowIfNull(meanings);
        var said = grade.Trim();
        if (said.Length == 0) return new(said, GradeReading.NoGrade, null);
        if (OfLetter(meanings, said) is { } band) return new(said, GradeReading.Letter, band);
        if (OfPercent(meanings, said) is { } within) return new(said, GradeReading.Percent, within);
        if (Passes.Contains(said)) return new(said, GradeReading.PassOnly, null);
        if (Nothings.Contains(said)) return new(said, GradeReading.NotEarned, null);
        if (said[^1] is '+' or '-' or '\u2212' && OfLetter(meanings, said[..^1].Trim()) is { } alone) return new(said, GradeReading.LetterAlone, alone);
        return new(said, GradeReading.NotCovered, null);
    }

    /// <summary>The level of a scale that the grade stands for at least; null where it says none.</summary>
    public ProficiencyLevel? LevelOn(ProficiencyScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return Meaning?.LevelOf([.. scale.Levels.Select(one => one.Number)]) is { } number ? scale.WithNumber(number) : null;
    }

    private static GradeMeaning? OfLetter(IReadOnlyList<GradeMeaning> meanings, string letter) =>
        letter.Length == 0 ? null : meanings.FirstOrDefault(one => string.Equals(one.Letter, letter, StringComparison.OrdinalIgnoreCase));

    private static GradeMeaning? OfPercent(IReadOnlyList<GradeMeaning> meanings, string said)
    {
        var digits = said.EndsWith('%') ? said[..^1].TrimEnd() : said;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) return null;
        return meanings.FirstOrDefault(one => one.PercentLow is { } low && percent >= low && percent <= (one.PercentHigh ?? low));
    }
}
