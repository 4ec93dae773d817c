using Cairn.App.Ui.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Access;

/// <summary>The door of pages that belong to somebody: who is not signed in is asked to, and learns nothing; a handler that
/// finds nothing for the reader answers null, and that looks like nothing being there.</summary>
internal static class SignedIn
{
    /// <summary>Lets only signed-in people through.</summary>
    public static async ValueTask<object?> Only(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        // Who has yet to set up a second factor is led there, and sees nothing else.
        if (visit.Session is { IsUnfinished: true }) return Results.Redirect(Entrance.SetUpPath);
        if (visit.Actor is null || visit.Served.District is null)
        {
            await context.HttpContext.RequestServices.GetRequiredService<Refusals>().Note(context.HttpContext, RefusedWhy.NotSignedIn);
            return Refuse(RefusalKind.SignInFirst);
        }

        var answer = await next(context);
        // Before anything is sent: what nobody could write down is not shown. What only leads on, or refuses, shows nobody's record.
        if (answer is not (null or RedirectHttpResult or IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status401Unauthorized })) await context.HttpContext.RequestServices.GetRequiredService<Disclosure>().Tell(visit);
        if (answer is not null) return answer;
        if (!Refusals.IsNoted(context.HttpContext)) await context.HttpContext.RequestServices.GetRequiredService<Refusals>().Note(context.HttpContext, RefusedWhy.NotFound);
        return Refuse(RefusalKind.NotFound);
    }

    /// <summary>The answer of a door that is for anybody, where what was asked for is not there.</summary>
    public static IResult Nowhere => Refuse(RefusalKind.NotFound);

    public static Task NotFound(HttpContext http) => Refuse(RefusalKind.NotFound).ExecuteAsync(http);

    /// <summary>Says whose fault it was: ours, or what was sent could not be read.</summary>
    public static async Task Failed(HttpContext http)
    {
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is not BadHttpRequestException wrong)
        {
            await Refuse(RefusalKind.Failed).ExecuteAsync(http);
            return;
        }

        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.Unreadable);
        await Refuse(wrong.StatusCode == StatusCodes.Status413PayloadTooLarge ? RefusalKind.TooLarge : RefusalKind.Unreadable).ExecuteAsync(http);
    }

    public static RazorComponentResult<Refusal> Refuse(RefusalKind why) => new(new { Why = why }) { StatusCode = (int)why, PreventStreamingRendering = true };
}
