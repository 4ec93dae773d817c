namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// The normal distribution far into its tails: logarithms, so that nothing becomes zero. Source: Mills' ratio
/// (1 - Phi(x)) / phi(x), by its continued fraction and, near 0, by the series of Phi.
/// </summary>
internal static class NormalTail
{
    private const double HalfLogTwoPi = 0.918938533204672741780;
    private const int PerUnit = 64;
    private const int Farthest = 40;

    // Below this width a slice of the curve is its middle height times its width.
    private const double Thin = 1e-3;

    private static readonly double[] Logs = MakeLogs();

    /// <summary>The logarithm of P(X &lt;= x), for any x, infinite ones too.</summary>
    public static double LogBelow(double x)
    {
        if (x <= 0) return double.IsNegativeInfinity(x) ? x : LogDensity(x) + LogMills(-x);
        return Log1Less(Math.Exp(LogDensity(x) + LogMills(x)));
    }

    /// <summary>P(X &lt;= x).</summary>
    public static double Below(double x) => Math.Exp(LogBelow(x));

    /// <summary>The logarithm of P(low &lt; X &lt;= high), low below high.</summary>
    public static double LogBetween(double low, double high)
    {
        if (low + high > 0) (low, high) = (-high, -low);
        if (double.IsNegativeInfinity(low)) return LogBelow(high);
        if (high - low < Thin) return LogDensity(0.5 * (low + high)) + Math.Log(high - low);
        var (least, most) = (LogBelow(low), LogBelow(high));
        var gap = most - least;
        // exp loses digits where the two are close
        return most + (gap < 1e-5 ? Math.Log(gap) - 0.5 * gap : Math.Log(1 - Math.Exp(-gap)));
    }

    private static double LogDensity(double x) => -0.5 * x * x - HalfLogTwoPi;

    private static double Log1Less(double small) => small < 1e-8 ? -small : Math.Log(1 - small);

    private static double LogMills(double x)
    {
        if (x >= Farthest) return -Math.Log(x + 1 / (x + 2 / (x + 3 / x)));
        var place = x * PerUnit;
        var left = (int)place;
        var t = place - left;
        var (from, to) = (Logs[left], Logs[left + 1]);
        var (slopeFrom, slopeTo) = (Slope(left, from), Slope(left + 1, to));
        var u = 1 - t;
        return u * u * ((1 + 2 * t) * from + t * slopeFrom) + t * t * ((1 + 2 * u) * to - u * slopeTo);
    }

    // d/dx log M = x - 1/M, a step long.
    private static double Slope(int at, double log) => ((double)at / PerUnit - Math.Exp(-log)) / PerUnit;

    private static double[] MakeLogs()
    {
        var logs = new double[Farthest * PerUnit + 2];
        for (var i = 0; i < logs.Length; i++) logs[i] = Math.Log(Mills((double)i / PerUnit));
        return logs;
    }

    private static double Mills(double x)
    {
        if (x >= 1.5)
        {
            var under = x;
            for (var i = 200; i > 0; i--) under = x + i / under;
            return 1 / under;
        }

        double term = x, sum = x;
        for (var odd = 3; term > 1e-18; odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return Math.Sqrt(Math.PI / 2) * Math.Exp(0.5 * x * x) - sum;
    }
}
