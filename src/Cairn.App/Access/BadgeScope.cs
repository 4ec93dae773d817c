using Cairn.App.Ui.Layout;

namespace Cairn.App.Access;

/// <summary>Marks a route that is open to whoever came in by a badge. Every other one is closed to them.</summary>
internal sealed record OpenToBadges;

/// <summary>
/// What a badge opens: one's own pages, to read. It is one rule on the session: whoever came in on a device that was opened for a group finds
/// nothing behind a route that does not say that it is open to badges, whatever a learner may do otherwise.
/// </summary>
internal static class BadgeScope
{
    /// <summary>Says that a route is open to badges.</summary>
    public static T OpenToBadges<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new OpenToBadges());

    public static bool IsByBadge(Session? session) => session is { OpenedDevice: not null };

    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is { } route && route.Metadata.GetMetadata<OpenToBadges>() is null && IsByBadge(http.RequestServices.GetRequiredService<Visit>().Session))
        {
            await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
            http.Response.Headers.CacheControl = "no-store";
            await SignedIn.Refuse(RefusalKind.NotFound).ExecuteAsync(http);
            return;
        }

        await next(http);
    }
}
