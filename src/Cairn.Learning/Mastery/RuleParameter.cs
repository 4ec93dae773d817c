namespace Cairn.Learning.Mastery;

/// <summary>A value of a rule's parameter: a number or a word.</summary>
/// <param name="Number">The number; null for a word.</param>
/// <param name="Word">The word; null for a number.</param>
public readonly record struct ParameterValue(decimal? Number, string? Word);

/// <summary>A parameter of a rule: its name, what it may be, and what it is where nothing is said.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest number.</param>
/// <param name="Default">What it is where nothing is said.</param>
/// <param name="IsWhole">Whole numbers only?</param>
/// <param name="IsNeeded">Must it be said?</param>
/// <param name="Words">The words it may be, where it is a word.</param>
public sealed record RuleParameter(
    string Name, decimal Least, decimal Most, decimal? Default = null, bool IsWhole = true, bool IsNeeded = false, IReadOnlyList<string>? Words = null)
{
    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Fault(ParameterValue value)
    {
        if (Words is not null)
            return value.Word is { } word && Words.Contains(word, StringComparer.Ordinal) ? null : $"{Name} must be one of {string.Join(", ", Words)}";
        var range = $"{Name} must be {(IsWhole ? "a whole number" : "a number")} from {ArithmeticLine.Print(Least)} to {ArithmeticLine.Print(Most)}";
        return value.Number is { } number && number >= Least && number <= Most && (!IsWhole || decimal.Truncate(number) == number) ? null : range;
    }
}
