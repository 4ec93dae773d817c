namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// The ordered-probit filter: what is believed of ability after piece upon piece. Source: "Estimate: the advisory model" in the
/// methods. It agrees with a dense grid to far less than a thousandth, whatever the pieces, within the ranges of the model.
/// </summary>
public static class OrdinalFilter
{
    // So many deviations hold all but 1e-16 of a normal density.
    private const double Wide = 8.5;

    /// <summary>What is believed after the last piece.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pieces">The pieces, oldest first; with none, the prior.</param>
    /// <param name="daysSince">Days from the last piece (with none: from the prior) to the reading, 0 to 36,525: what time alone changes.</param>
    /// <exception cref="ArgumentException">The model, a piece or the days are out of their ranges.</exception>
    public static Ability Read(EstimateModel model, IReadOnlyList<WeighedPiece> pieces, double daysSince = 0)
    {
        var foretold = 1.0;
        var grid = Believe(model, pieces, daysSince, (_, likely) => foretold = likely);
        return Tell(grid, model, foretold);
    }

    /// <summary>What is believed after each piece.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pieces">The pieces, oldest first.</param>
    /// <exception cref="ArgumentException">The model or a piece is out of its ranges.</exception>
    public static IReadOnlyList<Ability> ReadEach(EstimateModel model, IReadOnlyList<WeighedPiece> pieces)
    {
        var each = new List<Ability>(pieces.Count);
        Believe(model, pieces, 0, (grid, likely) => each.Add(Tell(grid, model, likely)));
        return each;
    }

    /// <summary>What is believed, as a grid that also has room for pieces that are only imagined.</summary>
    internal static AbilityGrid Believe(EstimateModel model, IReadOnlyList<WeighedPiece> pieces, double daysSince, Action<AbilityGrid, double> after, params IReadOnlyList<WeighedPiece> imagined)
    {
        Check(model, pieces, daysSince);
        var (low, high) = Ends(model, [.. pieces, .. imagined], daysSince);
        AbilityGrid? grid = null;
        foreach (var piece in pieces)
        {
            Wait(ref grid, model, piece.Days, low, high);
            var likely = grid!.Observe(new Likelihood(model, piece));
            after(grid, likely);
        }

        Wait(ref grid, model, daysSince, low, high);
        return grid!;
    }

    internal static Ability Tell(AbilityGrid grid, EstimateModel model, double foretold)
    {
        var sum = new AbilitySum(grid.Finer());
        var below = (double[])[0, .. model.Cuts.Select(sum.Below), 1];
        return new Ability(sum.Mean, sum.Deviation, [.. below.Zip(below.Skip(1), (from, to) => Math.Max(0, to - from))], sum.Quantile(0.1), sum.Quantile(0.9), foretold);
    }

    private static void Check(EstimateModel model, IReadOnlyList<WeighedPiece> pieces, double daysSince)
    {
        var fault = model.Fault() ?? model.Fault(pieces.Count, pieces.Sum(piece => piece.Days) + daysSince)
            ?? pieces.Select(model.Fault).FirstOrDefault(one => one is not null) ?? EstimateModel.FaultOfDays(daysSince);
        if (fault is not null) throw new ArgumentException(fault, nameof(pieces));
    }

    // The first wait only widens the prior.
    private static void Wait(ref AbilityGrid? grid, EstimateModel model, double days, double low, double high)
    {
        var variance = model.DriftPerDay * days;
        if (grid is null) grid = new AbilityGrid(model.PriorMean, model.PriorVariance + variance, low, high);
        else if (variance > 0) grid.Drift(variance);
    }

    // Pieces pull ability from the prior towards the ends of their levels, no farther than so many normal pieces would.
    private static (double Low, double High) Ends(EstimateModel model, IReadOnlyList<WeighedPiece> pieces, double daysSince)
    {
        var variance = model.PriorVariance + model.DriftPerDay * (pieces.Sum(piece => piece.Days) + daysSince);
        var told = variance * pieces.Sum(piece => piece.Precision * piece.Precision);
        var pull = told / (1 + told);
        double low = model.PriorMean, high = model.PriorMean;
        foreach (var piece in pieces)
        {
            var ends = new Likelihood(model, piece).Ends;
            (low, high) = (Math.Min(low, ends.Low), Math.Max(high, ends.High));
        }

        var margin = Wide * Math.Sqrt(variance);
        return (model.PriorMean - pull * (model.PriorMean - low) - margin, model.PriorMean + pull * (high - model.PriorMean) + margin);
    }
}
