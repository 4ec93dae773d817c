using Cairn.App.Access;

namespace Cairn.App.Running;

/// <summary>GET /health/live, /health/ready, /health/started, for whoever watches over the process: 200 or 503, and a word. What is wrong is
/// told on this machine only.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", (HttpContext http) => Say(http, true, [])).WithMetadata(new NeverHeldBack()).For(Who.Anyone);
        routes.MapGet("/health/started", async (HttpContext http, Readiness readiness) =>
        {
            var found = await readiness.Look();
            // Who once started stays started while it drains.
            return Say(http, found.Where(one => one.What is "database" or "schema").All(one => one.IsSo), found);
        }).WithMetadata(new NeverHeldBack()).For(Who.Anyone);
        routes.MapGet("/health/ready", async (HttpContext http, Readiness readiness) =>
        {
            var found = await readiness.Look();
            return Say(http, found.All(one => one.IsSo), found);
        }).WithMetadata(new NeverHeldBack()).For(Who.Anyone);
    }

    private static IResult Say(HttpContext http, bool isSo, IReadOnlyList<Ready> found)
    {
        var details = FromHere.Is(http) ? string.Concat(found.Select(one => $"{one.What} {(one.IsSo ? "ok" : "not ok")}\n")) : "";
        return Results.Text($"{(isSo ? "ok" : "not ok")}\n{details}", "text/plain", statusCode: isSo ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
