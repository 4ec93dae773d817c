using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Columns;

namespace Cairn.Bench;

/// <summary>The filter over 3,201 points, nothing adapted: what the kernel is measured against.</summary>
internal sealed class DenseFilter
{
    private const int Points = 3201;
    private readonly EstimateModel _model;
    private readonly double _low;
    private readonly double _step;
    private readonly double[][] _says;
    private readonly Dictionary<int, double[]> _walks;

    public DenseFilter(EstimateModel model, PieceWeight[] weights, int[] days)
    {
        _model = model;
        var reach = 8 * Math.Sqrt(model.PriorVariance + model.DriftPerDay * days[^1] * 15);
        (_low, _step) = (model.PriorMean - reach, 2 * reach / (Points - 1));
        _says = [.. weights.SelectMany(weight => Enumerable.Range(1, model.Levels).Select(level => Enumerable.Range(0, Points).Select(i => Says(weight, level, At(i))).ToArray()))];
        _walks = days.Where(day => day > 0).ToDictionary(day => day, day => Taps(model.DriftPerDay * day));
    }

    /// <summary>Mean, deviation, quantiles and levels of a cell, as the kernel answers them.</summary>
    public double[] Read(EstimateColumn column, int cell)
    {
        var mass = Enumerable.Range(0, Points).Select(i => Math.Exp(-0.5 * Math.Pow(At(i) - _model.PriorMean, 2) / _model.PriorVariance)).ToArray();
        for (var i = column.Offsets.Span[cell]; i < column.Offsets.Span[cell + 1]; i++)
        {
            if (column.Days.Span[i] > 0) mass = Walk(mass, _walks[column.Days.Span[i]]);
            var says = _says[column.Weights.Span[i] * _model.Levels + column.Levels.Span[i] - 1];
            for (var j = 0; j < Points; j++) mass[j] *= says[j];
        }

        return Tell(mass);
    }

    private double[] Tell(double[] mass)
    {
        var total = mass.Sum();
        var below = new double[Points + 1];
        double mean = 0, square = 0;
        for (var i = 0; i < Points; i++)
        {
            below[i + 1] = below[i] + mass[i] / total;
            mean += mass[i] / total * At(i);
        }

        for (var i = 0; i < Points; i++) square += mass[i] / total * (At(i) - mean) * (At(i) - mean);
        var cuts = (double[])[0, .. _model.Cuts.Select(cut => Below(below, cut)), 1];
        return [mean, Math.Sqrt(square), Quantile(below, 0.1), Quantile(below, 0.9), .. cuts.Zip(cuts.Skip(1), (from, to) => to - from)];
    }

    private double Below(double[] below, double point)
    {
        var place = (point - _low) / _step + 0.5;
        return below[(int)place] + (place - (int)place) * (below[(int)place + 1] - below[(int)place]);
    }

    private double Quantile(double[] below, double share)
    {
        var cell = Array.FindIndex(below, one => one > share) - 1;
        return _low + (cell - 0.5 + (share - below[cell]) / (below[cell + 1] - below[cell])) * _step;
    }

    private static double[] Walk(double[] mass, double[] taps)
    {
        var walked = new double[Points];
        for (var i = 0; i < Points; i++)
            for (var far = 0; far < taps.Length; far++)
            {
                if (i + far < Points) walked[i] += taps[far] * mass[i + far];
                if (far > 0 && i - far >= 0) walked[i] += taps[far] * mass[i - far];
            }

        return walked;
    }

    private double[] Taps(double variance)
    {
        var taps = Enumerable.Range(0, (int)(8 * Math.Sqrt(variance) / _step) + 1).Select(i => Math.Exp(-0.5 * i * i * _step * _step / variance)).ToArray();
        var all = taps[0] + 2 * taps.Skip(1).Sum();
        return Array.ConvertAll(taps, tap => tap / all);
    }

    private double Says(PieceWeight weight, int level, double ability)
    {
        double Phi(int k) => k == 0 ? 0 : k == _model.Levels ? 1 : Below(weight.Precision * (_model.Cuts[k - 1] - ability + weight.Severity));
        return (1 - _model.Lapse) * (Phi(level) - Phi(level - 1)) + _model.Lapse / _model.Levels;
    }

    // Phi by its series; beyond nine deviations nothing is left.
    private static double Below(double x)
    {
        if (Math.Abs(x) > 9) return x > 0 ? 1 : 0;
        double term = x, sum = x;
        for (var odd = 3; Math.Abs(term) > 1e-18; odd += 2) sum += term *= x * x / odd;
        return 0.5 + sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
    }

    private double At(int i) => _low + i * _step;
}
