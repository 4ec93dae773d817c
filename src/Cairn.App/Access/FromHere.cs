using System.Net;

namespace Cairn.App.Access;

/// <summary>Was a request sent on this very machine, to this machine, by nobody else's order? Both ends of the connection say so, before
/// any header is read. Headers can only take it away: what a proxy passed on, or a page of another name sent, is not from here.</summary>
internal static class FromHere
{
    private static readonly string[] PassedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>Looks at the connection: first of all, for later its address is the one that a proxy names.</summary>
    public static Task Note(HttpContext http, RequestDelegate next)
    {
        var (ends, host) = (http.Connection, http.Request.Host.Host.Trim('[', ']'));
        if (ends.RemoteIpAddress is { } remote && ends.LocalIpAddress is { } local && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
            && !Array.Exists(PassedOn, name => http.Request.Headers.ContainsKey(name))
            && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named))))
            http.Items[typeof(FromHere)] = true;
        return next(http);
    }

    public static bool Is(HttpContext http) => http.Items.ContainsKey(typeof(FromHere));
}
