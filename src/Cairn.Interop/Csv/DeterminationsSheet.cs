using System.Globalization;
using CsvHelper;

namespace Cairn.Interop.Csv;

/// <summary>A row of the determinations sheet: one learner, competency and stage. Null is an empty cell.</summary>
/// <param name="Username">The learner's username.</param>
/// <param name="Competency">The competency's code.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Baseline">The stored baseline only, one decimal.</param>
/// <param name="PerformanceLevel">The value, at its rule's precision.</param>
/// <param name="Growth">Growth in levels.</param>
/// <param name="ProgressPercent">Boxes filled, in whole percent.</param>
/// <param name="Missed">Chances missed.</param>
/// <param name="Completed">Boxes filled.</param>
/// <param name="Required">Boxes asked for.</param>
/// <param name="IsComplete">Is all the evidence in, at its level?</param>
public sealed record DeterminationRow(
    string Username, string Competency, int? Stage, decimal? Baseline, decimal? PerformanceLevel, decimal? Growth,
    int ProgressPercent, int Missed, int Completed, int Required, bool IsComplete);

/// <summary>Writes determinations as a sheet (UTF-8, RFC 4180).</summary>
public static class DeterminationsSheet
{
    private static readonly string[] Header =
        ["username", "competency", "stage", "baseline", "performance_level", "growth", "progress_percent", "missed", "completed", "required", "complete"];

    /// <summary>Writes the header and the rows.</summary>
    public static void Write(TextWriter to, IEnumerable<DeterminationRow> rows)
    {
        using var csv = new CsvWriter(to, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in Header) csv.WriteField(name);
        csv.NextRecord();
        foreach (var row in rows)
        {
            csv.WriteField(Neutral(row.Username));
            csv.WriteField(Neutral(row.Competency));
            csv.WriteField(row.Stage?.ToString(CultureInfo.InvariantCulture));
            foreach (var number in (decimal?[])[row.Baseline, row.PerformanceLevel, row.Growth])
                csv.WriteField(number?.ToString("0.##########", CultureInfo.InvariantCulture));
            foreach (var count in (int[])[row.ProgressPercent, row.Missed, row.Completed, row.Required]) csv.WriteField(count);
            csv.WriteField(row.IsComplete ? "true" : "false");
            csv.NextRecord();
        }
    }

    // A spreadsheet runs a field that begins like a formula; a leading quote keeps it text.
    private static string Neutral(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}
