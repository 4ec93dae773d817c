using Cairn.App.Access;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>What was brought in, by whom, when, and what came of it; the way to bring something in; and roles that wait for a leader.</summary>
public partial class ListImports
{
    private const int MostShown = 100;
    private const int MostRoles = 20;

    /// <summary>The newest imports, with how each looks.</summary>
    [Parameter] public IReadOnlyList<(RunLine Run, RunLook Look)> Runs { get; set; } = [];

    /// <summary>Names of those who brought them.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    /// <summary>The first of those who wait for a role above teacher, and how many wait.</summary>
    [Parameter] public IReadOnlyList<Educator> Waiting { get; set; } = [];

    [Parameter] public int WaitingCount { get; set; }

    /// <summary>What was typed, and what is wrong with it.</summary>
    [Parameter] public BringForm Form { get; set; } = BringForm.Empty;

    internal static void Map(IEndpointRouteBuilder imports) => imports.MapGet("", (Visit visit, ImportWork work) => Page(visit, work, BringForm.Empty));

    internal static RazorComponentResult<ListImports> Page(Visit visit, ImportWork work, BringForm form)
    {
        var runs = ImportRuns.Newest(visit.Db, MostShown);
        var waiting = visit.Db.Educators.AsNoTracking().Where(one => one.ClaimedRole != "" && one.EndedAt == null).OrderBy(one => one.DisplayName);
        return new RazorComponentResult<ListImports>(new
        {
            Runs = (IReadOnlyList<(RunLine, RunLook)>)[.. runs.Select(one => (one, RunLooks.Of(one, work.Of(one.Id))))],
            Names = ImportsDoor.Names(visit.Db, runs.Select(one => one.By)),
            Waiting = (IReadOnlyList<Educator>)[.. waiting.Take(MostRoles)], WaitingCount = waiting.Count(), Form = form,
        }) { PreventStreamingRendering = true, StatusCode = form.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
