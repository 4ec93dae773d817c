namespace Cairn.App.Access;

/// <summary>The door of what must not be done from a browser that was left open: whoever comes has proved lately who they are. Asked at
/// the step that does it, not at the page before.</summary>
internal static class StepUp
{
    /// <summary>Whoever gives rights or tokens to others proved within so many minutes who they are.</summary>
    public const int UsualMinutes = 15;

    public const string ProofPath = "/prove";

    /// <summary>The way back to the address that a form was sent to, which shows the form.</summary>
    public const string SamePage = ".";

    /// <summary>Lets through who proved it within so many minutes. Others are led to the proof, and then back.</summary>
    /// <param name="minutes">Within how many minutes.</param>
    /// <param name="back">Where they go on; null for the very address, or for the page above it where something was sent there.</param>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Within(int minutes, string? back = null) => async (context, next) =>
    {
        var http = context.HttpContext;
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit.Session is { } session && IsProved(session, visit.Now, minutes)) return await next(context);
        // Who only looks is led to the proof as a matter of course; who sends the last step was not asked to yet.
        if (!HttpMethods.IsGet(http.Request.Method)) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotProved);
        return Lead(http, back);
    };

    /// <summary>As <see cref="Within(int, string?)"/>, with a way back that is made from what was asked, so that nothing typed is lost.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Within(int minutes, Func<HttpContext, Task<string>> back) => async (context, next) =>
    {
        var http = context.HttpContext;
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit.Session is { } session && IsProved(session, visit.Now, minutes)) return await next(context);
        return Lead(http, await back(http));
    };

    /// <summary>Leads to the proof, and from there back: to the very address where it shows a page, else to the page above it, which has the
    /// button.</summary>
    public static IResult Lead(HttpContext http, string? back = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var path = http.Request.Path.ToUriComponent().TrimEnd('/');
        return Results.Redirect(ProofPath + OwnPath.Question(back == SamePage ? path : back ?? (HttpMethods.IsGet(http.Request.Method) || path.LastIndexOf('/') <= 0 ? path : path[..path.LastIndexOf('/')])));
    }

    /// <summary>Did they prove it within so many minutes? Who was let into a demonstration has nothing to prove it by.</summary>
    public static bool IsProved(Session session, DateTime now, int minutes) => session.Methods == SignInMethods.Demo || session.ProvedAt is { } at && at <= now && now - at < TimeSpan.FromMinutes(minutes);
}
