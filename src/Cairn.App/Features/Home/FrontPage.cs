using Cairn.App.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Home;

/// <summary>The entrance: it needs no sign-in, and says what can be done here.</summary>
public partial class FrontPage
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Enter).For(Who.Anyone).OpenToBadges();

    private static IResult Enter(Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Session is { IsUnfinished: true }) return Results.Redirect(Entrance.SetUpPath);
        return visit.Actor is { } actor && visit.Served.District is not null
            ? Results.Redirect(Visit.HomeOf(actor)) : new RazorComponentResult<FrontPage> { PreventStreamingRendering = true };
    }
}
