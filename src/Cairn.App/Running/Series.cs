using System.Diagnostics.Metrics;

namespace Cairn.App.Running;

/// <summary>What one instrument measured under one set of labels: a sum, the last value, or how many were at most so large.</summary>
internal sealed class Series(Instrument instrument)
{
    private static readonly double[] Sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    private readonly bool _isLast = instrument.IsObservable;
    private readonly Lock _adding = new();

    /// <summary>Upper bounds of a histogram; none for what is no histogram.</summary>
    public IReadOnlyList<double> Bounds { get; } = instrument switch
    {
        Histogram<double> one => one.Advice?.HistogramBucketBoundaries ?? Sizes,
        Histogram<int> or Histogram<long> => Sizes,
        _ => [],
    };

    private readonly long[] _upTo = new long[Sizes.Length + 16];

    public double Sum { get; private set; }

    public long Count { get; private set; }

    /// <summary>How many were at most as large as a bound.</summary>
    public long UpTo(int bound) => Interlocked.Read(ref _upTo[bound]);

    public void Add(double value)
    {
        lock (_adding)
        {
            Sum = _isLast ? value : Sum + value;
            Count++;
            for (var i = 0; i < Bounds.Count; i++)
                if (value <= Bounds[i]) _upTo[i]++;
        }
    }
}
