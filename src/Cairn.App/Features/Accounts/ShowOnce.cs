using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>GET /shown-once: the sheet with a link or a code, to print. It is kept sealed in the browser that asked for it, so that asking for the page
/// again makes no second one.</summary>
public partial class ShowOnce
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired] public OnceShown Shown { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(OnceShown.Path, Show).For(Who.Leaders);

    private static IResult Show(Visit visit, Carried carried, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (OnceShown.Read(visit, carried) is not { } shown) return Results.Redirect("/");
        return new RazorComponentResult<ShowOnce>(new { Shown = shown }) { PreventStreamingRendering = true };
    }
}
