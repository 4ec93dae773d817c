using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>A list for each offer of a slot, to print and hang at a door.</summary>
public partial class PrintLists
{
    /// <summary>The slot.</summary>
    [Parameter, EditorRequired] public FlexSlot Slot { get; set; } = null!;

    /// <summary>Its offers.</summary>
    [Parameter] public IReadOnlyList<FlexOfferLine> Offers { get; set; } = [];

    /// <summary>Who goes where, of those for whom the reader plans.</summary>
    [Parameter, EditorRequired] public ILookup<FlexOfferId, Learner> Known { get; set; } = null!;

    /// <summary>How many others go there.</summary>
    [Parameter] public IReadOnlyDictionary<FlexOfferId, int> Others { get; set; } = new Dictionary<FlexOfferId, int>();

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/flex/{slot:guid}/lists", Show).For(Who.Educators);

    private static RazorComponentResult<PrintLists>? Show(Guid slot, Visit visit, HttpContext http)
    {
        if (FlexDoor.Find(visit, slot) is not { } found) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var (known, others) = FlexBookings.Lists(visit.Db, visit.Scope, found);
        return new(new { Slot = found, Offers = FlexSlots.OffersOf(visit.Db, found), Known = known, Others = others }) { PreventStreamingRendering = true };
    }
}
