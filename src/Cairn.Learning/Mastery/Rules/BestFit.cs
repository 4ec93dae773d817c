namespace Cairn.Learning.Mastery.Rules;

/// <summary>
/// Of a straight line, a power law and the mean, the one with the least total absolute error, read at the last piece and
/// not clamped (Empower's "True Score"). Errors within 1e-9 are equal: linear, then power, then mean.
/// </summary>
public sealed record BestFit : ScoreRule
{
    private const decimal Equal = 1e-9m;

    /// <inheritdoc/>
    public override string Name => "best-fit";

    /// <inheritdoc/>
    public override bool ReadsOrder => true;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var best = Fits(levels).Aggregate((kept, next) => next.Fit.Error < kept.Fit.Error - Equal ? next : kept);
        return Reading.Of(best.Fit.AtEnd, levels, best.Name);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var fits = Fits(levels).ToArray();
        foreach (var (name, fit) in fits)
            yield return new ArithmeticLine(ArithmeticKind.FitError, name, Math.Round(fit.Error, 6, MidpointRounding.AwayFromZero));
        var chosen = Read(levels, weights).Chosen;
        var best = Array.Find(fits, one => one.Name == chosen).Fit;
        yield return new ArithmeticLine(ArithmeticKind.Curve, best.Curve, best.AtEnd);
    }

    private static IEnumerable<(string Name, Fit Fit)> Fits(IReadOnlyList<decimal> levels)
    {
        // Two points fit any line: with fewer than three the mean says no more than is known.
        if (levels.Count >= 3) yield return ("linear", Fit.Linear(levels));
        if (levels.Count >= 3 && levels.All(level => level > 0)) yield return ("power", Fit.Power(levels));
        yield return ("mean", Fit.Flat(levels));
    }
}
