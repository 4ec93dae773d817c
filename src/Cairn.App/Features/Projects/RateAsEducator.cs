using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>An educator on the panel of an exhibition says what they saw: they see what a guest sees, whomever they teach.</summary>
public partial class RateAsEducator
{
    private const string Route = "/projects/{project:guid}/panel";

    /// <summary>What they are shown.</summary>
    [Parameter, EditorRequired] public PanelSheet Sheet { get; set; } = null!;

    /// <summary>What they look for.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<PanelRubric> Rubrics { get; set; } = [];

    /// <summary>Was it just stored?</summary>
    [Parameter] public bool IsSaved { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Rate).For(Who.Educators);
    }

    private static RazorComponentResult<RateAsEducator>? Show(Guid project, Visit visit, Words words, HttpContext http)
    {
        if (ExhibitionRows.SheetOf(visit.Db, visit.Scope, new ProjectId(project), visit.Now) is not { } sheet) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Sheet = sheet, Rubrics = PanelRubric.For(sheet.Criteria, visit.Frameworks, words), IsSaved = http.Request.Query.ContainsKey("saved") }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult?> Rate(Guid project, Visit visit, Words words, HttpContext http)
    {
        var id = new ProjectId(project);
        if (ExhibitionRows.SheetOf(visit.Db, visit.Scope, id, visit.Now) is not { } sheet) return null;
        return await PanelSaid.Store(visit, await Typed.Read(http, words), sheet, PanelRubric.For(sheet.Criteria, visit.Frameworks, words)) ? Results.Redirect($"{ProjectsDoor.PathOf(id)}/panel?saved") : null;
    }
}
