namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// Sums over a grid: mean, deviation, mass below a point, quantiles. The mass up to a node is the trapezoid rule with its
/// first correction (Euler and Maclaurin); between nodes it is the cubic that has the density as its slope.
/// </summary>
internal sealed class AbilitySum
{
    private readonly AbilityGrid _grid;
    private readonly double[] _heights;
    private readonly double[] _below;

    public AbilitySum(AbilityGrid grid)
    {
        _grid = grid;
        var logs = grid.Logs;
        var most = logs.Max();
        _heights = Array.ConvertAll(logs, log => Math.Exp(log - most));
        var total = _heights.Sum();
        double sum = 0, mean = 0, square = 0;
        _below = new double[logs.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            _heights[i] /= total;
            mean += _heights[i] * grid.At(i);
        }

        for (var i = 0; i < logs.Length; i++)
        {
            square += _heights[i] * (grid.At(i) - mean) * (grid.At(i) - mean);
            var bend = (_heights[Math.Min(i + 1, logs.Length - 1)] - _heights[Math.Max(i - 1, 0)]) / 24;
            _below[i] = Math.Clamp(sum + 0.5 * _heights[i] - bend, 0, 1);
            sum += _heights[i];
        }

        (Mean, Deviation) = (mean, Math.Sqrt(square));
    }

    public double Mean { get; }

    public double Deviation { get; }

    /// <summary>The mass below a point, 0 to 1.</summary>
    public double Below(double point)
    {
        var place = (point - _grid.At(0)) / _grid.Step;
        if (place <= 0) return 0;
        if (place >= _below.Length - 1) return 1;
        var node = (int)place;
        return Math.Clamp(Cubic(node, place - node), 0, 1);
    }

    /// <summary>The point with a share of the mass below it.</summary>
    public double Quantile(double share)
    {
        var node = Array.FindIndex(_below, below => below > share) - 1;
        double low = 0, high = 1;
        while (high - low > 1e-9)
        {
            var middle = 0.5 * (low + high);
            if (Cubic(node, middle) < share) low = middle;
            else high = middle;
        }

        return _grid.At(node) + low * _grid.Step;
    }

    private double Cubic(int i, double t)
    {
        var u = 1 - t;
        return u * u * ((1 + 2 * t) * _below[i] + t * _heights[i]) + t * t * ((1 + 2 * u) * _below[i + 1] - u * _heights[i + 1]);
    }
}
