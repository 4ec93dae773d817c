namespace Cairn.Learning.Mastery.Certainty;

/// <summary>A density after a random walk, asked node by node, in logarithms.</summary>
internal sealed class Wander
{
    // exp(-36) of the greatest term is below what a double can add to it.
    private const double Negligible = 36;
    private const double Wide = 9;

    private readonly double[] _logs;
    private readonly double[] _far;
    private readonly double _step;
    private readonly double _variance;
    private readonly double _scale;
    private readonly bool _isNarrow;

    public Wander(double[] logs, double step, double variance)
    {
        (_logs, _step, _variance) = (logs, step, variance);
        _isNarrow = variance < 0.5 * step * step;
        _scale = Math.Log(step) - 0.5 * Math.Log(2 * Math.PI * variance);
        var steepest = 0.0;
        for (var i = 1; i < logs.Length; i++) steepest = Math.Max(steepest, Math.Abs(logs[i] - logs[i - 1]));
        // The greatest term lies no farther than the steepest slope can pull it.
        var reach = variance * steepest / step + Wide * Math.Sqrt(variance);
        _far = _isNarrow ? [] : new double[(int)Math.Min(logs.Length, Math.Ceiling(reach / step) + 1)];
        for (var i = 0; i < _far.Length; i++) _far[i] = 0.5 * i * i * step * step / variance;
    }

    /// <summary>The logarithm of the density at a node, which may lie a little outside.</summary>
    public double At(int node) => _isNarrow ? Locally(Math.Clamp(node, 0, _logs.Length - 1)) : Sum(node);

    // A walk shorter than a step: the density is a parabola in logarithms there, and a normal walk of a parabola is exact.
    private double Locally(int node)
    {
        var at = Math.Clamp(node, 1, _logs.Length - 2);
        var slope = (_logs[at + 1] - _logs[at - 1]) / (2 * _step);
        var bend = (_logs[at + 1] - 2 * _logs[at] + _logs[at - 1]) / (_step * _step);
        slope += bend * (node - at) * _step;
        var left = 1 - bend * _variance;
        return _logs[node] + 0.5 * slope * slope * _variance / left - 0.5 * Math.Log(left);
    }

    private double Sum(int node)
    {
        var from = Math.Max(0, node - _far.Length + 1);
        var to = Math.Min(_logs.Length - 1, node + _far.Length - 1);
        var most = double.NegativeInfinity;
        for (var i = from; i <= to; i++) most = Math.Max(most, _logs[i] - _far[Math.Abs(i - node)]);
        double sum = 0, least = most - Negligible;
        for (var i = from; i <= to; i++)
        {
            var term = _logs[i] - _far[Math.Abs(i - node)];
            if (term > least) sum += Math.Exp(term - most);
        }

        return most + Math.Log(sum) + _scale;
    }
}
