using Cairn.App.Access;
using Cairn.App.Ui.Layout;

namespace Cairn.App.Beginning;

/// <summary>The door of the wizard: it opens on this machine, to the browser that opened the link, while there is no district. For everybody
/// else, and afterwards, nothing is there.</summary>
internal static class FirstRunDoor
{
    public static async ValueTask<object?> Held(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var run = http.RequestServices.GetRequiredService<FirstRun>();
        http.Response.Headers.CacheControl = "no-store";
        if (!run.IsHeldBy(http)) return await Nothing(http);
        using var alone = await run.Alone();
        // Whoever waited may come too late.
        return run.IsHeldBy(http) ? await next(context) : await Nothing(http);
    }

    /// <summary>Nothing is there, and the refusal is noted.</summary>
    public static async Task<IResult> Nothing(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, FromHere.Is(http) ? RefusedWhy.NotTheirs : RefusedWhy.NotFromHere);
        return SignedIn.Refuse(RefusalKind.NotFound);
    }
}
