namespace Cairn.Learning.Mastery;

/// <summary>
/// As of when a conclusion is asked: what had been shown by one moment, and what was known by another.
/// "What did we know in June of what she had shown by March" is a question with two dates.
/// </summary>
/// <param name="ShownBy">Only what was demonstrated, entered or decided at or before this moment, UTC.</param>
/// <param name="KnownBy">Only what was recorded at or before this moment, UTC.</param>
public readonly record struct AsOf(DateTime ShownBy, DateTime KnownBy)
{
    /// <summary>Everything in the record.</summary>
    public static AsOf Everything { get; } =
        new(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
}
