using Cairn.App.Access;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Placements;

/// <summary>GET /placements: the learners whom a mentor has with them, by first name and initial.</summary>
public partial class ListPlacements
{
    [Parameter] public IReadOnlyList<PlacedLearner> Placed { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/placements", (Visit visit) =>
        new RazorComponentResult<ListPlacements>(new { Placed = visit.Scope.Placements() }) { PreventStreamingRendering = true }).For(Who.Sponsors);
}
