using Cairn.Learning.Mastery.Certainty;

namespace Cairn.Learning.Tests.Mastery.Certainty;

/// <summary>
/// The filter as anybody would first write it: 3,201 points, plain sums, nothing adapted. It is slow, needs a range that it is
/// told, and shares no line with the filter.
/// </summary>
internal sealed class DenseGrid
{
    private const int Points = 3201;
    private readonly double _low;
    private readonly double _step;
    private double[] _mass;

    private DenseGrid(EstimateModel model, double low, double high)
    {
        (_low, _step) = (low, (high - low) / (Points - 1));
        _mass = [.. Enumerable.Range(0, Points).Select(i => Math.Exp(-0.5 * (At(i) - model.PriorMean) * (At(i) - model.PriorMean) / model.PriorVariance))];
    }

    public static Ability Read(EstimateModel model, IReadOnlyList<WeighedPiece> pieces, double low, double high)
    {
        var grid = new DenseGrid(model, low, high);
        var foretold = 1.0;
        foreach (var piece in pieces)
        {
            grid.Walk(model.DriftPerDay * piece.Days);
            foretold = grid.Observe(model, piece);
        }

        return grid.Tell(model, foretold);
    }

    /// <summary>Phi by its series near zero and its continued fraction beyond.</summary>
    public static double Phi(double x)
    {
        if (double.IsInfinity(x)) return x > 0 ? 1 : 0;
        var height = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
        if (Math.Abs(x) < 3)
        {
            double term = x, sum = x;
            for (var odd = 3; Math.Abs(term) > 1e-17; odd += 2)
            {
                term *= x * x / odd;
                sum += term;
            }

            return 0.5 + height * sum;
        }

        var under = Math.Abs(x);
        for (var i = 60; i > 0; i--) under = Math.Abs(x) + i / under;
        return x < 0 ? height / under : 1 - height / under;
    }

    private double At(int i) => _low + i * _step;

    private void Walk(double variance)
    {
        if (variance == 0) return;
        var far = (int)Math.Min(Points, Math.Ceiling(12 * Math.Sqrt(variance) / _step));
        var share = Enumerable.Range(0, far + 1).Select(i => Math.Exp(-0.5 * i * i * _step * _step / variance)).ToArray();
        var all = share[0] + 2 * share.Skip(1).Sum();
        var walked = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            var sum = 0.0;
            for (var j = Math.Max(0, i - far); j <= Math.Min(Points - 1, i + far); j++) sum += _mass[j] * share[Math.Abs(i - j)];
            walked[i] = sum / all;
        }

        _mass = walked;
    }

    private double Observe(EstimateModel model, WeighedPiece piece)
    {
        var before = _mass.Sum();
        for (var i = 0; i < Points; i++)
        {
            double Below(int k) => k == 0 ? 0 : k == model.Levels ? 1 : Phi(piece.Precision * (model.Cuts[k - 1] - (At(i) - piece.Severity)));
            // Above the middle the difference is taken from above, where it keeps its digits.
            double Above(int k) => k == 0 ? 1 : k == model.Levels ? 0 : Phi(-piece.Precision * (model.Cuts[k - 1] - (At(i) - piece.Severity)));
            var slice = Below(piece.Level) < 0.5 ? Below(piece.Level) - Below(piece.Level - 1) : Above(piece.Level - 1) - Above(piece.Level);
            _mass[i] *= (1 - model.Lapse) * slice + model.Lapse / model.Levels;
        }

        var foretold = _mass.Sum() / before;
        var most = _mass.Max();
        _mass = [.. _mass.Select(one => one / most)];
        return foretold;
    }

    private Ability Tell(EstimateModel model, double foretold)
    {
        var total = _mass.Sum();
        var mean = Enumerable.Range(0, Points).Sum(i => _mass[i] * At(i)) / total;
        var square = Enumerable.Range(0, Points).Sum(i => _mass[i] * (At(i) - mean) * (At(i) - mean)) / total;
        // Each point's mass lies evenly over its cell.
        var sums = new double[Points + 1];
        for (var i = 0; i < Points; i++) sums[i + 1] = sums[i] + _mass[i] / total;
        double BelowOf(double point)
        {
            var place = Math.Clamp((point - _low) / _step + 0.5, 0, Points);
            var cell = Math.Min((int)place, Points - 1);
            return sums[cell] + (place - cell) * (sums[cell + 1] - sums[cell]);
        }

        double Quantile(double share)
        {
            var cell = Array.FindIndex(sums, sum => sum > share) - 1;
            return _low + (cell - 0.5 + (share - sums[cell]) / (sums[cell + 1] - sums[cell])) * _step;
        }

        var below = (double[])[0, .. model.Cuts.Select(BelowOf), 1];
        return new Ability(mean, Math.Sqrt(square), [.. below.Zip(below.Skip(1), (from, to) => to - from)], Quantile(0.1), Quantile(0.9), foretold);
    }
}
