namespace Cairn.App.Running;

/// <summary>
/// The end of a site is nobody's fault: what still comes on a connection that is about to close is told to come again, and what finds the
/// services gone under its feet ends without a word in the log.
/// </summary>
internal sealed class Ending(IHostApplicationLifetime life)
{
    private const string Again = "2";

    private bool Is => life.ApplicationStopping.IsCancellationRequested;

    /// <summary>Before everything else: nothing new begins.</summary>
    public Task Turn(HttpContext http, RequestDelegate next)
    {
        if (!Is) return Quietly(http, next);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = Again;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }

    /// <summary>Within what tells of failures: one that the end itself made is none.</summary>
    public async Task Quietly(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (ObjectDisposedException) when (Is)
        {
            http.Abort();
        }
    }
}
