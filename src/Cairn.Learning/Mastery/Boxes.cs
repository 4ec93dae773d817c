namespace Cairn.Learning.Mastery;

/// <summary>Boxes for evidence: had, missed, and asked for.</summary>
/// <param name="Completed">Boxes filled, 0 to <paramref name="Required"/>.</param>
/// <param name="Missed">Chances that were there and not taken.</param>
/// <param name="Required">Boxes asked for.</param>
public readonly record struct Boxes(int Completed, int Missed, int Required)
{
    /// <summary>Boxes still empty.</summary>
    public int Empty => Math.Max(0, Required - Completed);

    /// <summary>Filled of asked for, rounded to two decimals; 1 where none is asked for.</summary>
    public decimal Progress => Required == 0 ? 1 : Math.Round((decimal)Completed / Required, 2, MidpointRounding.AwayFromZero);

    /// <summary>Progress in whole percent.</summary>
    public int Percent => (int)(Progress * 100);

    /// <summary>The boxes of two bodies together.</summary>
    public static Boxes operator +(Boxes left, Boxes right) =>
        new(left.Completed + right.Completed, left.Missed + right.Missed, left.Required + right.Required);

    /// <summary>The boxes of two bodies together.</summary>
    public static Boxes Add(Boxes left, Boxes right) => left + right;
}
