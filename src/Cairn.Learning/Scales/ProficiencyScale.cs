namespace Cairn.Learning.Scales;

/// <summary>One level of a scale.</summary>
/// <param name="Number">Its number, two decimals at most, 0 or more; unique in the scale.</param>
/// <param name="From">The least value (rounded to the rule's precision) that reaches it; by default its number.</param>
/// <param name="Label">Its word, such as "Solid".</param>
public sealed record ProficiencyLevel(decimal Number, decimal From, string Label);

/// <summary>
/// Ordered levels, one of them the Proficient line. The level of a value is the highest level whose
/// <see cref="ProficiencyLevel.From"/> is not above it; below the lowest, it is the lowest level.
/// Source: "From value to level" in the determination rules.
/// </summary>
public sealed class ProficiencyScale
{
    /// <summary>Makes a scale. Throws <see cref="ArgumentException"/> when it has no level, two levels of one number or
    /// *from*, *from* values that do not rise with the numbers, or a line that is none of its levels.</summary>
    /// <param name="id">The scale's id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="line">The number of the lowest Proficient level.</param>
    /// <param name="levels">The levels, in any order.</param>
    public ProficiencyScale(ScaleId id, string name, decimal line, IReadOnlyList<ProficiencyLevel> levels)
    {
        Id = id;
        Name = name;
        Line = line;
        Levels = [.. levels.OrderBy(level => level.Number)];
        if (Levels.Count == 0)
            throw new ArgumentException("A scale has at least one level.", nameof(levels));
        for (var i = 1; i < Levels.Count; i++)
            if (Levels[i].Number == Levels[i - 1].Number || Levels[i].From <= Levels[i - 1].From)
                throw new ArgumentException("The levels of a scale rise, in number and in from.", nameof(levels));
        if (Levels.All(level => level.Number != line))
            throw new ArgumentException("The Proficient line is one of the scale's levels.", nameof(line));
    }

    /// <summary>The scale's id.</summary>
    public ScaleId Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The number of the lowest Proficient level.</summary>
    public decimal Line { get; }

    /// <summary>The levels, lowest first.</summary>
    public IReadOnlyList<ProficiencyLevel> Levels { get; }

    /// <summary>What a judge may say that is no level, in the district's words and order; by default all of them.</summary>
    public IReadOnlyList<NonScoreLabel> NonScores { get; init; } = NonScoreLabel.Usual;

    /// <summary>The lowest level.</summary>
    public ProficiencyLevel Lowest => Levels[0];

    /// <summary>The highest level.</summary>
    public ProficiencyLevel Highest => Levels[^1];

    /// <summary>The scale of a continuum: its levels are the stages 1 to <paramref name="lastStage"/>.</summary>
    public static ProficiencyScale OfStages(ScaleId id, string name, int lastStage) =>
        new(id, name, lastStage, [.. Enumerable.Range(1, lastStage).Select(stage => new ProficiencyLevel(stage, stage, ""))]);

    /// <summary>The level of a value already rounded to its rule's precision.</summary>
    public ProficiencyLevel LevelOf(decimal value) => Levels.LastOrDefault(level => level.From <= value) ?? Lowest;

    /// <summary>The level with a number, or null when the number is off the scale.</summary>
    public ProficiencyLevel? WithNumber(decimal number) => Levels.FirstOrDefault(level => level.Number == number);

    /// <summary>Is a level at or above the Proficient line?</summary>
    public bool IsProficient(ProficiencyLevel level) => level.Number >= Line;
}
