using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Cairn.App.Access;

namespace Cairn.App.Running;

/// <summary>
/// What is counted and measured, of this site and of the record's writer. A label is a word from a list in the program (a route's pattern,
/// a status, a reason): never a path, a name or an id. So many series and no more: what is new beyond them is left out.
/// </summary>
internal sealed class Measures : IDisposable
{
    private const int MostSeries = 4000;
    private const string OfStorage = "Cairn.Storage";

    private readonly Meter _meter = new("Cairn");
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _durations;
    private readonly UpDownCounter<int> _open;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _failedSignIns;

    public Measures(TimeProvider clock)
    {
        _requests = _meter.CreateCounter<long>("cairn_http_requests_total", description: "Requests that were answered.");
        _durations = _meter.CreateHistogram<double>("cairn_http_request_duration_seconds", description: "From the first byte of a request to the last of its answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _open = _meter.CreateUpDownCounter<int>("cairn_http_requests_open", description: "Requests that are being answered.");
        _refused = _meter.CreateCounter<long>("cairn_refused_requests_total", description: "Requests that a door refused.");
        _failedSignIns = _meter.CreateCounter<long>("cairn_failed_sign_ins_total", description: "Sign-ins that failed, by what held them back.");
        _meter.CreateObservableGauge("cairn_process_memory_bytes", () => Environment.WorkingSet, description: "Memory of the process.");
        _meter.CreateObservableGauge("cairn_process_start_seconds", () => StartedAt, description: "When the process started, in seconds since 1970.");
        _meter.CreateObservableGauge("cairn_backup_age_seconds", () => LastBackup?.Invoke() is { } at ? [new Measurement<double>((clock.GetUtcNow() - at).TotalSeconds)] : Array.Empty<Measurement<double>>(), description: "How long ago the last good backup was made.");
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _meter) || instrument.Meter.Name == OfStorage) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>The seam of backups: when the last good one was made; null while there is none.</summary>
    public Func<DateTimeOffset?>? LastBackup { get; set; }

    private static double StartedAt { get; } = (System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;

    public void Began() => _open.Add(1);

    public void Answered(string method, string route, int status, TimeSpan time)
    {
        _open.Add(-1);
        _requests.Add(1, new("method", method), new("route", route), new("status", status));
        _durations.Record(time.TotalSeconds, new("method", method), new("route", route));
    }

    public void Refused(string why) => _refused.Add(1, new KeyValuePair<string, object?>("why", why));

    /// <summary>Somebody did not get in: by a wrong password or code (None), or because a limit held them back.</summary>
    public void SignInFailed(SignInLimit limit) => _failedSignIns.Add(1, new KeyValuePair<string, object?>("limit", limit));

    /// <summary>Everything that was measured, as Prometheus reads it.</summary>
    public string Text()
    {
        _listener.RecordObservableInstruments();
        return MeasuresText.Of([.. _series.Select(one => (one.Key.Instrument, one.Key.Labels, one.Value))]);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = (instrument, MeasuresText.Labels(labels));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries) return;
            series = _series.GetOrAdd(key, new Series(instrument));
        }

        series.Add(value);
    }
}
