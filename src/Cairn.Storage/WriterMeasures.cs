using System.Diagnostics.Metrics;

namespace Cairn.Storage;

/// <summary>What the writers of this process do, for whoever listens to the meter "Cairn.Storage". Nothing in it tells of anybody.</summary>
internal static class WriterMeasures
{
    private static readonly Meter Meter = new("Cairn.Storage");
    private static long _waiting;

    public static Counter<long> Commits { get; } = Meter.CreateCounter<long>("cairn_writer_commits_total", description: "Transactions that the writers committed.");

    public static Counter<long> Failures { get; } = Meter.CreateCounter<long>("cairn_writer_failures_total", description: "Transactions of the writers that failed.");

    public static Histogram<int> GroupSizes { get; } = Meter.CreateHistogram<int>("cairn_writer_group_size", description: "Recordings in one transaction.");

    public static ObservableUpDownCounter<long> Waiting { get; } = Meter.CreateObservableUpDownCounter("cairn_writer_waiting", () => Interlocked.Read(ref _waiting), description: "Recordings that wait for a writer.");

    public static void Waits(int more) => Interlocked.Add(ref _waiting, more);
}
