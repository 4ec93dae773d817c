using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.Interop.Csv;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Imports;

/// <summary>One import: how far it is, what it would change or changed, every row that needs somebody, and what to do next.</summary>
public partial class ShowImport
{
    /// <summary>The import.</summary>
    [Parameter, EditorRequired] public RunLine Run { get; set; } = null!;

    [Parameter] public RunLook Look { get; set; }

    /// <summary>How far its work is; null where none is under way.</summary>
    [Parameter] public WorkProgress? Progress { get; set; }

    /// <summary>Whether it can be undone, and what would come back.</summary>
    [Parameter, EditorRequired] public Undoing Undoing { get; set; } = null!;

    /// <summary>Names of those who brought it and took it back.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    /// <summary>Can it be brought in?</summary>
    [Parameter] public bool CanApply { get; set; }

    /// <summary>Has the record changed since it was looked at, so that it is looked at again first?</summary>
    [Parameter] public bool IsOld { get; set; }

    /// <summary>Why what was asked for was not done; null where nothing is in the way.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>How many steps are done: the files came, they were looked at, they are in.</summary>
    private int Step => Run.AppliedAt is not null ? 3 : Run.Summary.State == ImportState.Applying ? 2 : 1;

    internal static void Map(IEndpointRouteBuilder imports) => imports.MapGet("/{id:guid}", (Guid id, Visit visit, ImportWork work) =>
    {
        // Its work is looked at first: what ends in between is found done.
        var progress = work.Of(id);
        return ImportRuns.Find(visit.Db, id) is { } run ? Page(run, visit, progress) : null;
    });

    internal static RazorComponentResult<ShowImport> Page(RunLine run, Visit visit, ImportWork work, string error) => Page(run, visit, work.Of(run.Id), error);

    private static RazorComponentResult<ShowImport> Page(RunLine run, Visit visit, WorkProgress? progress, string? error = null)
    {
        var undoing = Undoing.Of(visit.Db, run);
        return new RazorComponentResult<ShowImport>(new
        {
            Run = run, Look = RunLooks.Of(run, progress), Progress = progress, Undoing = undoing, CanApply = RunLooks.CanApply(run, progress), IsOld = RunLooks.CanLookAgain(run, progress) && ImportRuns.IsOld(visit.Db, run), Error = error,
            Names = ImportsDoor.Names(visit.Db, [run.By, run.Summary.UndoneBy]),
        }) { PreventStreamingRendering = true, StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}

/// <summary>Faults that are one mistake: the same file and rule.</summary>
/// <param name="IsError">Wrong, or only odd?</param>
/// <param name="File">The file.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Faults">Those that are shown.</param>
internal sealed record FaultGroup(bool IsError, string File, string Rule, IReadOnlyList<RowFault> Faults)
{
    internal static IReadOnlyList<FaultGroup> Of(ImportSummary summary) =>
    [
        .. summary.Shown.Select((one, i) => (Fault: one, IsError: i < summary.Errors)).GroupBy(one => (one.IsError, one.Fault.File, one.Fault.Rule))
            .Select(one => new FaultGroup(one.Key.IsError, one.Key.File, one.Key.Rule, [.. one.Select(each => each.Fault)])),
    ];
}
