using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cairn.Learning.Mastery.Columns;

/// <summary>A random walk of so many days over an even grid, as a row of taps a number of days.</summary>
internal sealed class WalkTaps
{
    // From this variance, in steps, the sampled normal curve is exact to five digits; below it five taps keep the first moments.
    private const double Sampled = 0.6;
    // What is left out further away is what later pieces speak for, where they contradict the earlier ones: at 4.5 it moved a mean by a thousandth.
    private const double Wide = 6;

    private readonly float[][] _taps;

    public WalkTaps(double driftPerDay, int mostDays, double step, int nodes)
    {
        _taps = new float[mostDays + 1][];
        for (var day = 0; day <= mostDays; day++) _taps[day] = Taps(driftPerDay * day / (step * step), nodes);
        // A whole vector at least, so that every load of a walk stays inside.
        Margin = (_taps.Max(taps => taps.Length) / Vector<float>.Count + 1) * Vector<float>.Count;
    }

    /// <summary>A grid has a whole number of these.</summary>
    public static int Block => 4 * Vector<float>.Count;

    /// <summary>Nodes of nothing on either side of the grid.</summary>
    public int Margin { get; }

    /// <summary>Walks; the belief and the place it is walked to change places.</summary>
    public void Walk(ref float[] belief, ref float[] walked, int days)
    {
        var taps = _taps[days];
        if (taps.Length == 1) return;
        Walk(belief, walked, taps);
        (belief, walked) = (walked, belief);
    }

    // Four vectors at a time: their sums do not wait for each other. Overflow is not looked for: all places are inside.
    private void Walk(float[] belief, float[] walked, float[] taps)
    {
        unchecked
        {
            var wide = (nuint)Vector<float>.Count;
            var end = (nuint)(belief.Length - Margin);
            ref var from = ref MemoryMarshal.GetArrayDataReference(belief);
            ref var to = ref MemoryMarshal.GetArrayDataReference(walked);
            for (var i = (nuint)Margin; i < end; i += 4 * wide)
            {
                var tap = new Vector<float>(taps[0]);
                ref var at = ref Unsafe.Add(ref from, i);
                var one = tap * Vector.LoadUnsafe(ref at);
                var two = tap * Vector.LoadUnsafe(ref at, wide);
                var three = tap * Vector.LoadUnsafe(ref at, 2 * wide);
                var four = tap * Vector.LoadUnsafe(ref at, 3 * wide);
                for (var far = 1; far < taps.Length; far++)
                {
                    tap = new Vector<float>(taps[far]);
                    ref var before = ref Unsafe.Subtract(ref at, far);
                    ref var after = ref Unsafe.Add(ref at, far);
                    one = Vector.MultiplyAddEstimate(tap, Vector.LoadUnsafe(ref before) + Vector.LoadUnsafe(ref after), one);
                    two = Vector.MultiplyAddEstimate(tap, Vector.LoadUnsafe(ref before, wide) + Vector.LoadUnsafe(ref after, wide), two);
                    three = Vector.MultiplyAddEstimate(tap, Vector.LoadUnsafe(ref before, 2 * wide) + Vector.LoadUnsafe(ref after, 2 * wide), three);
                    four = Vector.MultiplyAddEstimate(tap, Vector.LoadUnsafe(ref before, 3 * wide) + Vector.LoadUnsafe(ref after, 3 * wide), four);
                }

                // Taps of a short walk may be a little below zero.
                Vector.Max(one, Vector<float>.Zero).StoreUnsafe(ref to, i);
                Vector.Max(two, Vector<float>.Zero).StoreUnsafe(ref to, i + wide);
                Vector.Max(three, Vector<float>.Zero).StoreUnsafe(ref to, i + 2 * wide);
                Vector.Max(four, Vector<float>.Zero).StoreUnsafe(ref to, i + 3 * wide);
            }
        }
    }

    // The middle tap and those to one side of it.
    private static float[] Taps(double variance, int nodes)
    {
        if (variance == 0) return [1];
        if (variance < Sampled)
        {
            var second = (3 * variance * variance - variance) / 24;
            var first = variance / 2 - 4 * second;
            return [(float)(1 - 2 * first - 2 * second), (float)first, (float)second];
        }

        var far = Math.Min(nodes, (int)Math.Ceiling(Wide * Math.Sqrt(variance)));
        var taps = Enumerable.Range(0, far + 1).Select(i => Math.Exp(-0.5 * i * i / variance)).ToArray();
        var all = taps[0] + 2 * taps.Skip(1).Sum();
        return Array.ConvertAll(taps, tap => (float)(tap / all));
    }
}
