using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage.Boards;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Boards;

/// <summary>The live board of a group: who is on what, since when, next check-in, who waits. With "wall" it is for everybody in the room to see.</summary>
public partial class ShowBoard
{
    internal const string Route = "/groups/{group:guid}/board";
    private static readonly string[] Modules = ["js/board.js"];

    /// <summary>Whose board.</summary>
    [Parameter, EditorRequired] public LearningGroup Group { get; set; } = null!;

    /// <summary>The board.</summary>
    [Parameter, EditorRequired] public Board Board { get; set; } = null!;

    /// <summary>The newest turn that it may hold.</summary>
    [Parameter] public long Version { get; set; }

    /// <summary>Is it for the wall?</summary>
    [Parameter] public bool IsWall { get; set; }

    /// <summary>May the reader change what stands on it?</summary>
    [Parameter] public bool MayChange { get; set; }

    /// <summary>Who is with the group.</summary>
    [Parameter] public string Adults { get; set; } = "";

    /// <summary>What was just done, and how it is undone; null for nothing.</summary>
    [Parameter] public BoardDone? Done { get; set; }

    /// <summary>Why something was not done; null where nothing stood in the way.</summary>
    [Parameter] public string? Trouble { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Educators);

    internal static string PathOf(GroupId group) => $"/groups/{group.Value:N}/board";

    private static RazorComponentResult<ShowBoard>? Show(Guid group, Visit visit, Words words, HttpContext http) =>
        Page(new GroupId(group), visit, words, http, http.Request.Query.ContainsKey("wall"));

    internal static RazorComponentResult<ShowBoard>? Page(GroupId group, Visit visit, Words words, HttpContext http, bool isWall, string? trouble = null)
    {
        if (visit.Scope.BoardOf(group) is not { } found) return null;
        // Before the board: what is written while it is read comes as news.
        var version = visit.Served.District!.Touches.Newest();
        if (BoardRows.Of(visit.Db, visit.Scope, group, visit.Today, visit.Day, isWall) is not { } board) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<ShowBoard>(new
        {
            Group = found, Board = board, Version = version, IsWall = isWall, MayChange = !isWall && visit.Scope.PlansWith(group),
            Done = isWall ? null : BoardDone.Of(http.Request.Query, board, words), Trouble = trouble,
        }) { PreventStreamingRendering = true, StatusCode = trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict };
    }
}
