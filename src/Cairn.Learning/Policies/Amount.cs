namespace Cairn.Learning.Policies;

/// <summary>Amounts of a policy's unit (credits, points, hours) in whole ten-thousandths, so that sums are exact.</summary>
public static class Amount
{
    /// <summary>One unit.</summary>
    public const long One = 10_000;

    /// <summary>The least part that a divisible achievement is divided into: a quarter of a unit.</summary>
    public const long Quantum = One / 4;

    /// <summary>The largest amount that a policy may ask and an achievement may have, in units.</summary>
    public const decimal Most = 1_000_000;

    /// <summary>A number of units, rounded to a ten-thousandth, half away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below minus or above <see cref="Most"/>.</exception>
    public static long Of(decimal units)
    {
        if (Math.Abs(units) > Most) throw new ArgumentOutOfRangeException(nameof(units), units, $"An amount is at most {Most}.");
        return (long)Math.Round(units * One, MidpointRounding.AwayFromZero);
    }

    /// <summary>An amount as a plain number without zeros behind it.</summary>
    public static decimal Plain(long amount) => amount / (decimal)One / 1.0000000000000000000000000000m;
}
