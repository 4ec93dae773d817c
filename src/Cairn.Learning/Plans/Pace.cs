namespace Cairn.Learning.Plans;

/// <summary>
/// How fast a learner shows competencies: the number shown in t weeks is Poisson, its weekly rate Gamma(a, b), begun from the
/// cohort and moved by what the learner showed. Source: "Pace" in the methods.
/// </summary>
public sealed record Pace
{
    /// <summary>With fewer shown than this there is no forecast.</summary>
    public const int Needed = 3;

    private const double Most = 1e6;

    private Pace(int shown, double weeks, double a, double b) => (Shown, Weeks, A, B) = (shown, weeks, a, b);

    /// <summary>How many competencies were shown.</summary>
    public int Shown { get; }

    /// <summary>In how many weeks.</summary>
    public double Weeks { get; }

    /// <summary>Shape of the rate: the prior's and what was shown.</summary>
    public double A { get; }

    /// <summary>Weeks behind the rate: the prior's and the learner's.</summary>
    public double B { get; }

    /// <summary>Competencies a week, in the mean.</summary>
    public double PerWeek => A / B;

    /// <summary>Is there enough to forecast from?</summary>
    public bool HasForecast => Shown >= Needed;

    /// <summary>The pace of a learner. Throws <see cref="ArgumentException"/> for a number out of its range.</summary>
    /// <param name="a0">Shape of the rate in the cohort, above 0, at most a million.</param>
    /// <param name="b0">Weeks behind it, above 0, at most a million.</param>
    /// <param name="shown">Competencies shown, 0 to a million.</param>
    /// <param name="weeks">Weeks it took, 0 to a million.</param>
    public static Pace From(double a0, double b0, int shown, double weeks)
    {
        if (!(a0 > 0 && a0 <= Most) || !(b0 > 0 && b0 <= Most)) throw new ArgumentException("The cohort's rate has a shape and weeks above 0, at most a million.", nameof(a0));
        if (shown < 0 || shown > Most || !(weeks >= 0 && weeks <= Most)) throw new ArgumentException("Competencies shown and weeks are 0 to a million.", nameof(shown));
        return new Pace(shown, weeks, a0 + shown, b0 + weeks);
    }

    /// <summary>Weeks in which that many more are shown, with a chance: b x / (1 - x), x the inverse incomplete beta at (R, a).
    /// Null for no forecast, with fewer than <see cref="Needed"/> shown.</summary>
    /// <param name="more">How many more, 0 to 10,000.</param>
    /// <param name="chance">With what chance it takes no longer, above 0 and below 1.</param>
    public double? WeeksToShow(int more, double chance)
    {
        if (more is < 0 or > 10_000) throw new ArgumentException("How many more is 0 to 10,000.", nameof(more));
        if (!(chance > 0 && chance < 1)) throw new ArgumentException("A chance is above 0 and below 1.", nameof(chance));
        return !HasForecast ? null : more == 0 ? 0 : B * IncompleteBeta.OddsAt(chance, more, A);
    }
}
