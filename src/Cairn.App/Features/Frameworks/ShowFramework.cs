using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Frameworks;

/// <summary>What the school looks for: every area and competency in words, and how each level is concluded.</summary>
public partial class ShowFramework
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/framework", Show).AddEndpointFilter(SignedIn.Only);

    private static IResult Show(Visit visit, HttpContext http)
    {
        var versions = string.Join('/', visit.Frameworks.Select(one => $"{one.Content.Version.Id.Value}"));
        return Doors.IsFresh(http, versions, visit.Actor!.Kind, visit.Actor.Person)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new RazorComponentResult<ShowFramework>() { PreventStreamingRendering = true };
    }
}
