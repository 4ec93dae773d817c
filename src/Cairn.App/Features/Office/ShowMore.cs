using Cairn.App.Access;
using Cairn.App.Ui.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Office;

/// <summary>What everybody who works with learners looks after beside the board, the grid and the queue, each with a sentence about it.</summary>
public partial class ShowMore
{
    /// <summary>The desks of the reader, in groups: each its key and its address.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(string Group, IReadOnlyList<(string Key, string Path)> Desks)> Groups { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Desk.More, Show).For(Who.Educators);

    private static RazorComponentResult<ShowMore> Show(Visit visit)
    {
        var are = Audience.Of(visit.Actor);
        return new(new
        {
            Groups = (IReadOnlyList<(string, IReadOnlyList<(string, string)>)>)[.. Desk.OfEducators
                .Select(one => (one.Group, (IReadOnlyList<(string, string)>)[.. one.Desks.Where(desk => (desk.Who & are) != Who.Nobody).Select(desk => (desk.Key, desk.Path))]))],
        }) { PreventStreamingRendering = true };
    }
}
