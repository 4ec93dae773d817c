using Cairn.App.Access;
using Cairn.Learning.Projects;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>An educator's projects: the proposals that wait for them, or all that go on with learners of theirs.</summary>
public partial class WaitingProjects
{
    /// <summary>The projects.</summary>
    [Parameter] public IReadOnlyList<ProjectLine> Projects { get; set; } = [];

    /// <summary>Are they those that wait?</summary>
    [Parameter] public bool AreWaiting { get; set; }

    /// <summary>Exhibitions on whose panel the reader is asked to be.</summary>
    [Parameter] public IReadOnlyList<(Learning.ProjectId Project, string Question, Exhibition? Exhibition)> Panels { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/projects", Show).For(Who.Educators);

    private static RazorComponentResult<WaitingProjects> Show(Visit visit, HttpContext http)
    {
        var areWaiting = http.Request.Query.ContainsKey("waiting");
        ProjectState? state = Enum.TryParse<ProjectState>(http.Request.Query["state"], ignoreCase: true, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return new(new { Projects = areWaiting ? ProjectRows.Waiting(visit.Db, visit.Scope) : ProjectRows.Mine(visit.Db, visit.Scope, state), AreWaiting = areWaiting, Panels = ExhibitionRows.PanelsOf(visit.Db, visit.Scope) }) { PreventStreamingRendering = true };
    }
}
