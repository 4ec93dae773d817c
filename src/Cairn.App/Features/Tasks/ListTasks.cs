using Cairn.App.Access;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Tasks;

/// <summary>The bank of tasks: one's own, and what others share.</summary>
public partial class ListTasks
{
    /// <summary>The tasks, by title.</summary>
    [Parameter] public IReadOnlyList<BankTaskView> Tasks { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(TasksDoor.Path, Show).For(Who.Educators);

    private static RazorComponentResult<ListTasks> Show(Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return new(new { Tasks = TaskBank.Of(visit.Db, visit.Scope) }) { PreventStreamingRendering = true };
    }
}
