namespace Cairn.Learning.Mastery;

/// <summary>
/// The named, versioned way to conclude from a body of evidence. Its parameters are part of it: a changed parameter is
/// another rule. Arithmetic is decimal; rounding is half away from zero, at the end only.
/// </summary>
public abstract record DeterminationRule
{
    /// <summary>Its name on the command line, such as "weighted-recent".</summary>
    public abstract string Name { get; }

    /// <summary>Decimals its value is rounded to, 0 to 10.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The least number of pieces; with fewer it is NotYet, never a silent number.</summary>
    public virtual int Minimum { get; init; } = 1;

    /// <summary>The least number of different experiences, 1 or more.</summary>
    public int MinimumExperiences { get; init; } = 1;

    /// <summary>The least number of judges, 1 or more.</summary>
    public int MinimumJudges { get; init; } = 1;

    /// <summary>Does the answer depend on the order in time? Then a parent cannot conclude from its children by it.</summary>
    public virtual bool ReadsOrder => false;

    /// <summary>A value rounded to the rule's precision, half away from zero.</summary>
    protected decimal Round(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}

/// <summary>A rule in the version that a program lives under.</summary>
/// <param name="Rule">The rule, with its parameters.</param>
/// <param name="Number">The version: 1, 2, 3 and so on.</param>
/// <param name="EffectiveFrom">The first moment it holds, UTC.</param>
public sealed record RuleVersion(DeterminationRule Rule, int Number, DateTime EffectiveFrom);
