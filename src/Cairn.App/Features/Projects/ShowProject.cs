using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>A project: what it asks, who is in it, what it is to show of whom, what is done of it, and what its educators say.</summary>
public partial class ShowProject
{
    /// <summary>The project as the reader may see it.</summary>
    [Parameter, EditorRequired] public ProjectView View { get; set; } = null!;

    /// <summary>What it is to show, of each learner whom the reader may read.</summary>
    [Parameter] public IReadOnlyList<AimRows> Aims { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/projects/{project:guid}", Show).For(Who.Family | Who.Educators).OpenToBadges().InFamilyLanguages();

    private static RazorComponentResult<ShowProject>? Show(Guid project, Visit visit, Words words, HttpContext http) => Page(visit, words, http, new ProjectId(project), Typed.Of(words));

    /// <summary>The page; null where the reader may not see the project.</summary>
    internal static RazorComponentResult<ShowProject>? Page(Visit visit, Words words, HttpContext http, ProjectId id, Typed typed)
    {
        if (ProjectRows.Find(visit.Db, visit.Scope, id) is not { } view) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var aims = from one in view.Team
                   where one.IsKnown
                   let learner = visit.Scope.Find(one.Learner)
                   where learner is not null
                   select AimRows.Of(visit, words, learner, one.Name, [.. view.Aims.Where(aim => aim.Learner == one.Learner)]);
        return new(new { View = view, Aims = (IReadOnlyList<AimRows>)[.. aims], Typed = typed }) { PreventStreamingRendering = true };
    }
}
