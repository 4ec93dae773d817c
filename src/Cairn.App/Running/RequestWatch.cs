using System.Diagnostics;

namespace Cairn.App.Running;

/// <summary>Counts, measures and logs each request by the pattern of its route.</summary>
internal sealed class RequestWatch(Measures measures, Log log, TimeProvider clock)
{
    public const string Category = "Cairn.Requests";

    /// <summary>The route of what is answered before one is chosen, or has none.</summary>
    public const string NoRoute = "none";

    private const string Kept = "cairn.route";

    /// <summary>A method from the list that there is; any other word is anybody's.</summary>
    public static string MethodOf(HttpContext http) => http.Request.Method switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT" => http.Request.Method,
        _ => "other",
    };

    public static string RouteOf(HttpContext http) => ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Items[Kept] as string) is { Length: > 0 } pattern ? pattern : NoRoute;

    /// <summary>Keeps the route: where something fails, the answer is made without it.</summary>
    public static Task Keep(HttpContext http, RequestDelegate next)
    {
        http.Items[Kept] = RouteOf(http);
        return next(http);
    }

    public async Task Watch(HttpContext http, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        var method = MethodOf(http);
        measures.Began();
        try
        {
            await next(http);
        }
        finally
        {
            var time = Stopwatch.GetElapsedTime(began);
            var status = http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? StatusCodes.Status499ClientClosedRequest : http.Response.StatusCode;
            measures.Answered(method, RouteOf(http), status, time);
            if (log.HasRequests)
                log.Write(new LogLine(clock.GetUtcNow(), LogLevel.Information, Category, "answered")
                {
                    Trace = Activity.Current?.TraceId.ToHexString(), Request = http.TraceIdentifier, Method = method, Route = RouteOf(http), Status = status, Duration = time,
                });
        }
    }
}
