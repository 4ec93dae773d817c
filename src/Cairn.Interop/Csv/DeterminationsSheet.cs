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
        ArgumentNullException.ThrowIfNull(rows);
        var sheet = new SheetWriter(to);
        sheet.Head(Header);
        foreach (var row in rows)
        {
            sheet.Text(row.Username).Text(row.Competency).Whole(row.Stage).Number(row.Baseline).Number(row.PerformanceLevel).Number(row.Growth);
            sheet.Whole(row.ProgressPercent).Whole(row.Missed).Whole(row.Completed).Whole(row.Required).Flag(row.IsComplete).End();
        }
    }
}
