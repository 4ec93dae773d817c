using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>A learner's projects: what they work on, what waits, what was shown.</summary>
public partial class ListProjects
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Their projects.</summary>
    [Parameter] public IReadOnlyList<ProjectLine> Projects { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/projects", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static RazorComponentResult<ListProjects>? Show(Guid id, Visit visit, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return new(new { Learner = learner, Projects = ProjectRows.Of(visit.Db, visit.Scope, learner.Id) }) { PreventStreamingRendering = true };
    }
}
