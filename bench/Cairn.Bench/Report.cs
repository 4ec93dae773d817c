using System.Globalization;
using System.Text.Json;

namespace Cairn.Bench;

/// <summary>One figure of one scenario on one engine.</summary>
internal sealed record Figure(string Scenario, string Engine, double PerSecond, double? P50Ms, double? P95Ms, double? P99Ms, double CpuMsPerOp, string Note);

/// <summary>Prints figures: for a person, or as a line of JSON each.</summary>
internal sealed class Report(bool isJson)
{
    private static readonly string? Server = Environment.GetEnvironmentVariable(Cairn.Storage.DataFolder.ServerVariable) is { Length: > 0 } server ? server : null;

    /// <summary>The engine that districts of this run are made on.</summary>
    public static string Engine => Server is null ? "sqlite" : "postgres";

    /// <summary>How it makes sure that what was answered stays.</summary>
    public static string Durable => Server is null ? "WAL, synchronous=FULL" : "fsync and synchronous_commit as the server has them (on by default)";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Adds the run with the median rate of several.</summary>
    public void Add(IReadOnlyList<Figure> runs)
    {
        var ordered = runs.OrderBy(one => one.PerSecond).ToList();
        var median = ordered[ordered.Count / 2];
        var note = $"{median.Note}; median of {runs.Count} [{Number(ordered[0].PerSecond)}-{Number(ordered[^1].PerSecond)}/s]; {Environment.ProcessorCount} cores";
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(median with { Note = note }, Web));
            return;
        }

        Console.WriteLine($"{median.Scenario} on {median.Engine}: {Number(median.PerSecond)}/s, p50 {Ms(median.P50Ms)}, p95 {Ms(median.P95Ms)}, p99 {Ms(median.P99Ms)}, {median.CpuMsPerOp.ToString("0.######", CultureInfo.InvariantCulture)} ms of processor an operation");
        Console.WriteLine($"    {note}");
    }

    /// <summary>The figure of operations that were timed one by one.</summary>
    public static Figure Of(string scenario, string engine, IReadOnlyList<double> milliseconds, double seconds, double cpuMs, string note)
    {
        var sorted = milliseconds.Order().ToArray();
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        return new Figure(scenario, engine, sorted.Length / seconds, At(.5), At(.95), At(.99), cpuMs / sorted.Length, note);
    }

    private static string Number(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Ms(double? value) => value is { } ms ? ms.ToString("0.00", CultureInfo.InvariantCulture) + " ms" : "-";
}
