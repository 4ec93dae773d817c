namespace Cairn.Learning.Plans;

/// <summary>
/// The regularised incomplete beta function I(x; a, b) and its inverse. Source: the continued fraction in Abramowitz and Stegun
/// 26.5.8, by Lentz's method; ln Gamma by Lanczos' series.
/// </summary>
public static class IncompleteBeta
{
    private const double Tiny = 1e-300;
    private const double Farthest = 700;
    private static readonly double[] Lanczos =
    [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>I(x; a, b), 0 to 1; x 0 to 1, a and b above 0, to ten digits up to a million.</summary>
    public static double Of(double x, double a, double b) => x <= 0 ? 0 : x >= 1 ? 1 : Of(Math.Log(x), Math.Log(1 - x), a, b);

    /// <summary>The odds x / (1 - x) at which I(x; a, b) is a share, above 0 and below 1.</summary>
    public static double OddsAt(double share, double a, double b)
    {
        double low = -Farthest, high = Farthest;
        while (high - low > 1e-12 * Math.Max(1, Math.Abs(low)))
        {
            var middle = 0.5 * (low + high);
            if (Of(-Soft(-middle), -Soft(middle), a, b) < share) low = middle;
            else high = middle;
        }

        return Math.Exp(0.5 * (low + high));
    }

    // ln(1 + e^x)
    private static double Soft(double x) => x > 30 ? x : x < -30 ? Math.Exp(x) : Math.Log(1 + Math.Exp(x));

    private static double Of(double logX, double logRest, double a, double b)
    {
        var x = Math.Exp(logX);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * logX + b * logRest);
        // The fraction converges fast below the mean; above it the other side is computed.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(Math.Exp(logRest), b, a) / b;
    }

    private static double Fraction(double x, double a, double b)
    {
        double above = 1, below = 1 / Away(1 - (a + b) * x / (a + 1)), fraction = below;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            (below, above) = (1 / Away(1 + even * below), Away(1 + even / above));
            fraction *= below * above;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            (below, above) = (1 / Away(1 + odd * below), Away(1 + odd / above));
            fraction *= below * above;
            if (Math.Abs(below * above - 1) < 1e-15) break;
        }

        return fraction;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double z)
    {
        if (z < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        var sum = 0.99999999999980993;
        for (var i = 0; i < Lanczos.Length; i++) sum += Lanczos[i] / (z + i);
        var t = z + Lanczos.Length - 1.5;
        return 0.5 * Math.Log(2 * Math.PI) + (z - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }
}
