namespace Cairn.Learning.Transcripts;

/// <summary>A table as a district published it: an example to begin from.</summary>
/// <param name="Key">A short name for addresses.</param>
/// <param name="Title">Whose table it is.</param>
/// <param name="Table">The table, and nothing that was not published.</param>
public sealed record PublishedConversion(string Key, string Title, GradeTable Table);

/// <summary>
/// Tables as districts published them, to the digit. What a district did not publish is left out here too: nothing was filled in.
/// Source: "Conversions as published" in the determination rules.
/// </summary>
public static class PublishedConversions
{
    /// <summary>Rutland, Vermont, levels 0 to 4: 3.26 to 3.74 is 93 to 96; 3.00 is 90 to 92, an A; 2.50 to 2.99 is 80 to 89; 2.00 to 2.49 is 70 to 79; below 2 is
    /// incomplete. 3.01 to 3.25 and above 3.74 were not published.</summary>
    public static PublishedConversion Rutland { get; } = new("rutland", "Rutland, Vermont", new(
    [
        new(3.26m, 3.74m) { PercentLow = 93, PercentHigh = 96 },
        new(3.00m, 3.00m) { Letter = "A", PercentLow = 90, PercentHigh = 92 },
        new(2.50m, 2.99m) { PercentLow = 80, PercentHigh = 89 },
        new(2.00m, 2.49m) { PercentLow = 70, PercentHigh = 79 },
        new(null, 2m) { IsToInside = false, Letter = "Incomplete" },
    ]) { Lowest = 0, Highest = 4 });

    /// <summary>Yamhill-Carlton, Oregon: A above 3.5 with a majority of 4s and no 1 or 2; B 3.01 to 3.5; C 2.51 to 3.0. What is lower, and what is above 3.5 without
    /// the rest, was not published.</summary>
    public static PublishedConversion YamhillCarlton { get; } = new("yamhill-carlton", "Yamhill-Carlton, Oregon", new(
    [
        new(3.5m, null) { IsFromInside = false, Letter = "A", MajorityAt = 4, NoneAtOrBelow = 2 },
        new(3.01m, 3.5m) { Letter = "B" },
        new(2.51m, 3.0m) { Letter = "C" },
    ]));

    /// <summary>Deer Valley, Arizona: 3 is 3 grade points; in advanced placement 4 is 5; a 1 earns no credit. Points of a 2, of a 4 elsewhere and of a 3 in advanced
    /// placement were not published.</summary>
    public static PublishedConversion DeerValley { get; } = new("deer-valley", "Deer Valley, Arizona", new(
    [
        new(4m, 4m) { WeightedPoints = 5 },
        new(3m, 3m) { Points = 3 },
        new(1m, 1m) { EarnsCredit = false },
    ]));

    /// <summary>Portland, Maine: 3 is 85, a B. Nothing else was published.</summary>
    public static PublishedConversion Portland { get; } = new("portland", "Portland, Maine", new([new(3m, 3m) { Letter = "B", PercentLow = 85, PercentHigh = 85 }]));

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<PublishedConversion> All { get; } = [DeerValley, Portland, Rutland, YamhillCarlton];
}
