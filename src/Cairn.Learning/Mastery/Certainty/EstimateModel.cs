using System.Globalization;

namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// What the Estimate takes for granted: ordered probit, P(level &lt;= k | ability) = Phi(a (cut k - (ability - severity))),
/// mixed with a lapse; ability drifts as a random walk. Source: "Estimate: the advisory model" in the methods.
/// It knows no group, school, cohort or any fact about a person but what was judged.
/// </summary>
/// <param name="Cuts">Where one level ends and the next begins, on the scale of ability: one fewer than levels, rising by 0.001 or
/// more, -20 to 20, 1 to 49 of them.</param>
/// <param name="DriftPerDay">Variance that ability gains in a day, 0 to 1.</param>
/// <param name="Lapse">Share of judgments that say nothing (any level as likely), 0 to 1.</param>
/// <param name="PriorMean">Mean of ability before any piece, -20 to 20.</param>
/// <param name="PriorVariance">Its variance, 0.000001 to 100.</param>
public sealed record EstimateModel(IReadOnlyList<double> Cuts, double DriftPerDay, double Lapse, double PriorMean, double PriorVariance)
{
    /// <summary>The lapse where nothing is said.</summary>
    public const double UsualLapse = 0.02;

    /// <summary>The most levels a model may have.</summary>
    public const int MostLevels = 50;

    /// <summary>The most pieces that are read.</summary>
    public const int MostPieces = 5000;

    // Ability may wander by a hundred units at most: far beyond any cut.
    private const double MostDrift = 10_000;
    private const double Farthest = 20;
    private const double LeastGap = 0.001;

    /// <summary>How many levels there are.</summary>
    public int Levels => Cuts.Count + 1;

    /// <summary>What is wrong with the model; null when nothing is.</summary>
    public string? Fault() =>
        Cuts.Count is 0 or >= MostLevels ? $"cuts must be 1 to {MostLevels - 1} numbers, one fewer than there are levels"
        : Cuts.Any(cut => !IsWithin(cut, -Farthest, Farthest)) ? Range("each of the cuts", -Farthest, Farthest)
        : Cuts.Zip(Cuts.Skip(1)).Any(pair => pair.Second - pair.First < LeastGap * (1 - 1e-9)) ? $"cuts must rise, each at least {Print(LeastGap)} above the one before"
        : !IsWithin(DriftPerDay, 0, 1) ? Range("drift_per_day", 0, 1)
        : !IsWithin(Lapse, 0, 1) ? Range("lapse", 0, 1)
        : !IsWithin(PriorMean, -Farthest, Farthest) ? Range("prior.mean", -Farthest, Farthest)
        : !IsWithin(PriorVariance, 1e-6, 100) ? Range("prior.variance", 1e-6, 100)
        : null;

    /// <summary>What is wrong with a piece; null when nothing is.</summary>
    public string? Fault(WeighedPiece piece) =>
        piece.Level < 1 || piece.Level > Levels ? $"level must be a whole number from 1 to {Print(Levels)}"
        : !IsWithin(piece.Precision, 0.001, 100) ? Range("precision", 0.001, 100)
        : !IsWithin(piece.Severity, -Farthest, Farthest) ? Range("severity", -Farthest, Farthest)
        : FaultOfDays(piece.Days);

    /// <summary>What is wrong with a number of days; null when nothing is.</summary>
    public static string? FaultOfDays(double days) => IsWithin(days, 0, 36_525) ? null : Range("days", 0, 36_525);

    /// <summary>What is wrong with pieces taken together; null when nothing is.</summary>
    /// <param name="pieces">How many there are.</param>
    /// <param name="days">All their days together.</param>
    public string? Fault(int pieces, double days) =>
        pieces > MostPieces ? $"evidence must be at most {Print(MostPieces)} pieces"
        : DriftPerDay * days > MostDrift ? $"drift_per_day times all days together must be at most {Print(MostDrift)}"
        : null;

    private static bool IsWithin(double value, double least, double most) => value >= least && value <= most;

    private static string Range(string name, double least, double most) => $"{name} must be a number from {Print(least)} to {Print(most)}";

    private static string Print(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>A piece of evidence as the Estimate weighs it.</summary>
/// <param name="Level">The level judged, from 1.</param>
/// <param name="Precision">How sharply this kind of evidence tells levels apart, 0.001 to 100.</param>
/// <param name="Severity">How much harder than others the judge is, -20 to 20, on the scale of ability.</param>
/// <param name="Days">Days since the piece before it, 0 to 36,525; of the first, since the prior.</param>
public readonly record struct WeighedPiece(int Level, double Precision = 1, double Severity = 0, double Days = 0);

/// <summary>What is believed of a learner's ability.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its standard deviation, above 0.</param>
/// <param name="Levels">The chance of each level from 1, 0 to 1, together 1: the mass between the cuts.</param>
/// <param name="Low80">The 10 % quantile.</param>
/// <param name="High80">The 90 % quantile.</param>
/// <param name="Foretold">How likely the last piece's level was before it was seen, 0 to 1; 1 before any piece.</param>
public sealed record Ability(double Mean, double Deviation, IReadOnlyList<double> Levels, double Low80, double High80, double Foretold = 1);
