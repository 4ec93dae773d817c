namespace Cairn.Learning.Mastery.Columns;

/// <summary>Mean, deviation, quantiles and the mass between cuts, of a belief over an even grid that sums to 1.</summary>
internal sealed class EstimateSums(IReadOnlyList<double> cuts, double low, double step, int nodes)
{
    private readonly float[] _below = new float[nodes + 1];

    /// <summary>Tells a belief; false where it is too narrow for the grid, or at its end.</summary>
    public bool Tell(ReadOnlySpan<float> belief, Span<float> answer)
    {
        double mass = 0, mean = 0, square = 0;
        double place = 0;
        for (var i = 0; i < belief.Length; i++)
        {
            _below[i] = (float)mass;
            double one = belief[i], moment = one * place;
            mass += one;
            mean += moment;
            square += moment * place;
            place += 1;
        }

        _below[^1] = (float)mass;
        mean /= mass;
        var deviation = Math.Sqrt(Math.Max(0, square / mass - mean * mean));
        if (deviation < 0.7 || mean < 3 * deviation || belief.Length - 1 - mean < 3 * deviation) return false;
        answer[0] = (float)(low + step * mean);
        answer[1] = (float)(step * deviation);
        answer[2] = (float)(low + step * Quantile(belief, 0.1 * mass));
        answer[3] = (float)(low + step * Quantile(belief, 0.9 * mass));
        var before = 0.0;
        for (var k = 0; k < cuts.Count; k++)
        {
            var upTo = Math.Clamp(Below(belief, (cuts[k] - low) / step) / mass, before, 1);
            answer[4 + k] = (float)(upTo - before);
            before = upTo;
        }

        answer[4 + cuts.Count] = (float)(1 - before);
        return true;
    }

    private double Below(ReadOnlySpan<float> belief, double place)
    {
        if (place <= 2) return 0;
        if (place >= belief.Length - 4) return _below[^1];
        var node = (int)place;
        return new Quintic(_below, belief, node).At(place - node);
    }

    private double Quantile(ReadOnlySpan<float> belief, double mass)
    {
        var node = _below.AsSpan(0, nodes).BinarySearch((float)mass);
        node = Math.Clamp((node < 0 ? ~node : node) - 1, 2, belief.Length - 4);
        // Half of a node's mass lies before it.
        if (_below[node] + 0.5 * belief[node] > mass) node = Math.Max(2, node - 1);
        var between = new Quintic(_below, belief, node);
        // Newton's steps: the slope of the mass is the density. A little outside of the two nodes it still holds.
        var t = 0.5;
        for (var i = 0; i < 4; i++)
        {
            var slope = Math.Max(1e-9, belief[node] * (1 - t) + belief[node + 1] * t);
            t = Math.Clamp(t - (between.At(t) - mass) / slope, -0.2, 1.2);
        }

        return node + t;
    }

    // Up to a node: the trapezoid rule with its first two corrections (Euler and Maclaurin); from there a quintic that has the
    // density as its slope and the density's slope as its bend.
    private readonly ref struct Quintic
    {
        private readonly double _from;
        private readonly double _height;
        private readonly double _bend;
        private readonly double _third;
        private readonly double _fourth;
        private readonly double _fifth;

        public Quintic(float[] below, ReadOnlySpan<float> belief, int node)
        {
            // Six nodes, two before and three after; the callers keep away from the ends.
            var six = belief.Slice(node - 2, 6);
            double a = six[0], b = six[1], c = six[2], d = six[3], e = six[4], f = six[5];
            var (slope, slopeNext) = ((8 * (d - b) - (e - a)) / 12, (8 * (e - c) - (f - b)) / 12);
            _from = below[node] + 0.5 * c - slope / 12 + (0.5 * (e - a) - (d - b)) / 720;
            var rise = below[node + 1] + 0.5 * d - slopeNext / 12 + (0.5 * (f - b) - (e - c)) / 720 - _from;
            (_height, _bend) = (c, 0.5 * slope);
            _third = 10 * rise - 6 * c - 4 * d - 1.5 * slope + 0.5 * slopeNext;
            _fourth = -15 * rise + 8 * c + 7 * d + 1.5 * slope - slopeNext;
            _fifth = 6 * rise - 3 * c - 3 * d - 0.5 * slope + 0.5 * slopeNext;
        }

        public double At(double t) => _from + t * (_height + t * (_bend + t * (_third + t * (_fourth + t * _fifth))));
    }
}
