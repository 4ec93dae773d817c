using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Grids;

/// <summary>The class grid: where every learner of a room stands in every competency. The table is written from the packed standings; what is around it are components.</summary>
public partial class ShowGrid
{
    /// <summary>What is said around the table.</summary>
    [Parameter, EditorRequired] public GridHead Head { get; set; } = null!;

    // A grid sets learners side by side: it is for those who teach, lead or examine, and nobody else finds it.
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/grid", Show).For(Who.Educators);
        routes.MapGet("/grid/rows", Rows).For(Who.Educators);
        routes.MapGet("/grid/statements", Statements).For(Who.Educators);
        JudgeCell.Map(routes);
    }

    private static async Task<IResult?> Show(Visit visit, Words words, HttpContext http, GridFrames frames)
    {
        var ask = GridAsk.Of(http.Request.Query, visit.Today);
        if (FrameworkOf(visit, ask) is not { } framework) return new RazorComponentResult<NoGrid> { PreventStreamingRendering = true };
        if (GridView.Fresh(visit, words, http, ask, GridChoices.Of(visit, ask, framework), framework) is not { } view) return Results.StatusCode(StatusCodes.Status304NotModified);
        var head = GridHead.Of(view, visit.Frameworks, GridAsk.Whole(http.Request.Query, "page"));
        var (before, after) = await frames.Of(http, head);
        var html = new HtmlBytes().Raw(before);
        if (!head.IsEmpty) GridTable.Write(html, view, head.From);
        return new SendHtml(html.Raw(after));
    }

    /// <summary>A portion of the rows, from the row that is asked for: what a reader scrolls to.</summary>
    private static IResult? Rows(Visit visit, Words words, HttpContext http)
    {
        var ask = GridAsk.Of(http.Request.Query, visit.Today);
        if (FrameworkOf(visit, ask) is not { } framework) return null;
        if (GridView.Fresh(visit, words, http, ask, GridChoices.Of(visit, ask, framework), framework) is not { } view) return Results.StatusCode(StatusCodes.Status304NotModified);
        var html = new HtmlBytes().Raw("<!DOCTYPE html><table><tbody>"u8);
        GridTable.Rows(html, view, Math.Min(GridAsk.Whole(http.Request.Query, "from") - 1, view.Rows.Count));
        return new SendHtml(html.Raw("</tbody></table>"u8));
    }

    private static IResult? Statements(Visit visit, HttpContext http)
    {
        if (FrameworkOf(visit, GridAsk.Of(http.Request.Query, visit.Today)) is not { } framework) return null;
        if (Doors.IsFresh(http, "statements", framework.Content.Version.Id.Value)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var html = new HtmlBytes().Raw("<!DOCTYPE html>"u8);
        GridTable.Statements(html, framework.Content);
        return new SendHtml(html);
    }

    private static FrameworkInForce? FrameworkOf(Visit visit, GridAsk ask) =>
        visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Code == ask.Framework) ?? visit.Frameworks.FirstOrDefault(one => one.Content.Competencies.Count > 0);
}
