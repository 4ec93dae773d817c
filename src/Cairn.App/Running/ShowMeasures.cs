using Cairn.App.Access;

namespace Cairn.App.Running;

/// <summary>GET /metrics, on this machine only: for everybody else nothing is there.</summary>
internal static class ShowMeasures
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", async (HttpContext http, Measures measures, Refusals refusals) =>
    {
        if (FromHere.Is(http)) return Results.Text(measures.Text(), MeasuresText.ContentType);
        await refusals.Note(http, RefusedWhy.NotFromHere);
        return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
    }).WithMetadata(new NeverHeldBack()).For(Who.Anyone);
}
