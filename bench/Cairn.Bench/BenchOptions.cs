using System.Globalization;

namespace Cairn.Bench;

/// <summary>What a bench takes.</summary>
/// <param name="Size">The size of the data in the scenario's own unit; null for its usual size.</param>
/// <param name="Runs">Runs, of which the median is shown.</param>
/// <param name="IsJson">One line of JSON a scenario?</param>
internal sealed record BenchOptions(int? Size, int Runs, bool IsJson)
{
    /// <summary>A connection to the PostgreSQL server that districts are made on; null for files.</summary>
    public string? Postgres { get; init; }

    public static BenchOptions? Read(string[] args)
    {
        var options = new BenchOptions(null, 5, args.Contains("--json", StringComparer.Ordinal));
        for (var i = 0; i < args.Length - 1; i++)
            if (args[i] == "--postgres") options = options with { Postgres = args[i + 1] };
            else if (args[i] is "--size" or "--runs")
            {
                if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
                options = args[i] == "--size" ? options with { Size = number } : options with { Runs = number };
            }

        return args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)).Except(["--size", "--runs", "--json", "--postgres"], StringComparer.Ordinal).Any() ? null : options;
    }
}
