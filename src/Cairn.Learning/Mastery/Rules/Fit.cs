namespace Cairn.Learning.Mastery.Rules;

/// <summary>Least squares through scores at i = 1..n, read at i = n, with the total absolute error of the fit.</summary>
internal readonly record struct Fit(decimal AtEnd, decimal Error, string Curve)
{
    /// <summary>A straight line of s on i; n at least 1.</summary>
    public static Fit Linear(IReadOnlyList<decimal> levels)
    {
        decimal n = levels.Count, sumI = n * (n + 1) / 2, sumII = n * (n + 1) * (2 * n + 1) / 6;
        decimal sumS = levels.Sum(), sumIS = levels.Select((level, i) => (i + 1) * level).Sum();
        var below = n * sumII - sumI * sumI;
        var slope = below == 0 ? 0 : (n * sumIS - sumI * sumS) / below;
        var start = (sumS - slope * sumI) / n;
        var error = levels.Select((level, i) => Math.Abs(level - (start + slope * (i + 1)))).Sum();
        // One division at the end, so that a value on the half is rounded as it should be.
        return new Fit(2 * (3 * sumIS - (n + 1) * sumS) / (n * (n + 1)), error, $"{Print(start)} + {Print(slope)} × {n}");
    }

    /// <summary>A power law, ln s on ln i; every level above 0.</summary>
    public static Fit Power(IReadOnlyList<decimal> levels)
    {
        var n = levels.Count;
        double sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (var i = 0; i < n; i++)
        {
            double x = Math.Log(i + 1), y = Math.Log((double)levels[i]);
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }

        var below = n * sumXX - sumX * sumX;
        var exponent = n == 1 ? 0 : (n * sumXY - sumX * sumY) / below;
        var scale = Math.Exp((sumY - exponent * sumX) / n);
        var error = levels.Select((level, i) => Math.Abs((double)level - scale * Math.Pow(i + 1, exponent))).Sum();
        // The curve through equal levels is that level: no logarithm may move it.
        if (levels.All(level => level == levels[0])) return new Fit(levels[0], 0, ArithmeticLine.Print(levels[0]));
        return new Fit(Within(scale * Math.Pow(n, exponent)), Within(error), $"{Print(Within(scale))} × {n}^{Print(Within(exponent))}");
    }

    /// <summary>The mean, the same everywhere.</summary>
    public static Fit Flat(IReadOnlyList<decimal> levels)
    {
        var mean = Centre.Mean(levels);
        return new Fit(mean, levels.Sum(level => Math.Abs(level - mean)), Centre.Fraction(levels));
    }

    // Far apart scores can bend a curve beyond what a decimal holds.
    private static decimal Within(double number) => number >= (double)decimal.MaxValue ? decimal.MaxValue : (decimal)number;

    private static string Print(decimal number) => ArithmeticLine.Print(Math.Round(number, 4, MidpointRounding.AwayFromZero));
}
