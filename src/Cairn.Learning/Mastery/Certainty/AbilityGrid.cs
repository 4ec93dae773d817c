namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// What is believed of ability, as the logarithm of its density on an even grid. The step is a power of two, fine enough for
/// the sharpest feature that the pieces so far can leave, so that a grid can be made finer or coarser without moving.
/// Logarithms, because two pieces that contradict each other leave only what either had thought all but impossible.
/// </summary>
internal sealed class AbilityGrid
{
    // A step is at most a fifth of the narrowest feature: sums over it are then exact to far more digits than are shown.
    private const double StepsAFeature = 5;
    private const double MostNodes = 2_000_000;

    private readonly double _low;
    private readonly double _high;
    private long _first;

    /// <summary>A normal density between two ends.</summary>
    public AbilityGrid(double mean, double variance, double low, double high)
    {
        (_low, _high) = (low, high);
        Sharpness = 1 / variance;
        (Step, _first, var count) = Lattice(Sharpness);
        Logs = new double[count];
        for (var i = 0; i < count; i++) Logs[i] = -0.5 * (At(i) - mean) * (At(i) - mean) / variance;
    }

    private AbilityGrid(AbilityGrid like) =>
        (_low, _high, _first, Step, Sharpness, Logs) = (like._low, like._high, like._first, like.Step, like.Sharpness, (double[])like.Logs.Clone());

    /// <summary>From one node to the next.</summary>
    public double Step { get; private set; }

    /// <summary>The logarithm of the density at each node, up to a constant.</summary>
    public double[] Logs { get; private set; }

    /// <summary>At most how sharply the density bends: one over the square of its narrowest feature.</summary>
    public double Sharpness { get; private set; }

    /// <summary>Where a node is.</summary>
    public double At(int node) => (_first + node) * Step;

    /// <summary>The same belief, to try something on.</summary>
    public AbilityGrid Copy() => new(this);

    /// <summary>The same belief at a quarter of the step, for sums that are shown to six decimals.</summary>
    public AbilityGrid Finer()
    {
        var finer = Copy();
        finer.Halve();
        finer.Halve();
        return finer;
    }

    /// <summary>Multiplies with what one more piece says. Returns how likely its level was, 0 to 1.</summary>
    public double Observe(Likelihood of)
    {
        Sharpness += of.Sharpness;
        Refine();
        var before = LogMass();
        for (var i = 0; i < Logs.Length; i++) Logs[i] += of.Log(At(i));
        return Math.Exp(Math.Min(0, LogMass() - before));
    }

    /// <summary>Lets ability wander by a variance above 0.</summary>
    public void Drift(double variance)
    {
        var sharpness = 1 / (1 / Sharpness + variance);
        var (step, first, count) = Lattice(sharpness);
        var logs = new double[count];
        var wander = new Wander(Logs, Step, variance);
        // A node of the coarser grid is one of the finer grid too.
        var (stride, start) = ((int)Math.Round(step / Step), first * (long)Math.Round(step / Step) - _first);
        for (var i = 0; i < count; i++) logs[i] = wander.At((int)(start + (long)i * stride));
        (Logs, Step, _first, Sharpness) = (logs, step, first, sharpness);
    }

    /// <summary>The logarithm of the sum over all nodes, times the step.</summary>
    private double LogMass()
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (var log in Logs) most = Math.Max(most, log);
        foreach (var log in Logs) sum += Math.Exp(log - most);
        return most + Math.Log(sum * Step);
    }

    private void Refine()
    {
        var step = Lattice(Sharpness).Step;
        while (Step > step) Halve();
    }

    private void Halve()
    {
        var finer = new double[2 * Logs.Length - 1];
        for (var i = 0; i < Logs.Length; i++) finer[2 * i] = Logs[i];
        for (var i = 0; i + 1 < Logs.Length; i++) finer[2 * i + 1] = Between(i);
        (Logs, Step, _first) = (finer, Step / 2, _first * 2);
    }

    // The cubic through four nodes; at an end, the parabola through three.
    private double Between(int i)
    {
        if (i == 0) return 0.375 * Logs[0] + 0.75 * Logs[1] - 0.125 * Logs[2];
        if (i + 2 == Logs.Length) return 0.375 * Logs[i + 1] + 0.75 * Logs[i] - 0.125 * Logs[i - 1];
        return 0.5625 * (Logs[i] + Logs[i + 1]) - 0.0625 * (Logs[i - 1] + Logs[i + 2]);
    }

    private (double Step, long First, int Count) Lattice(double sharpness)
    {
        var least = (_high - _low) / MostNodes;
        var step = Math.Pow(2, Math.Floor(Math.Log2(Math.Max(least * 2, 1 / Math.Sqrt(sharpness) / StepsAFeature))));
        // Never finer at first than a handful of nodes between the ends.
        var first = (long)Math.Floor(_low / step);
        return (step, first, (int)((long)Math.Ceiling(_high / step) - first) + 1);
    }
}
