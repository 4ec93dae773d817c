using System.Globalization;
using System.Net;
using Cairn.App.Ui.Layout;
using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>Marks a route that is asked by machines that look after the site: no rate holds it back.</summary>
internal sealed record NeverHeldBack;

/// <summary>
/// Holds back who asks too often: 429, and Retry-After says when. Who is signed in is counted by who they are, so that a school behind one
/// address is as many as its people; who is not is counted by address. On this machine itself nobody is counted by address.
/// </summary>
internal sealed class RateDoor(TimeProvider clock, DataFolder folder, SiteOptions options, Refusals refusals)
{
    private readonly RequestRates? _rates = options.Rates ?? (folder.IsDemo ? null : RequestRates.Usual);
    private readonly Dictionary<string, Throttle> _throttles = new(StringComparer.Ordinal);
    private readonly Lock _making = new();

    public async Task Ask(HttpContext http, RequestDelegate next)
    {
        var route = http.GetEndpoint()?.Metadata;
        if (_rates is not { } rates || route?.GetMetadata<NeverHeldBack>() is not null)
        {
            await next(http);
            return;
        }

        var wait = Wait(http, rates, route?.GetMetadata<Costly>());
        if (wait == TimeSpan.Zero)
        {
            await next(http);
            return;
        }

        await refusals.Note(http, RefusedWhy.TooMany);
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) await SignedIn.Refuse(RefusalKind.TooMany).ExecuteAsync(http);
        else http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    private TimeSpan Wait(HttpContext http, RequestRates rates, Costly? costly)
    {
        var visit = http.RequestServices.GetRequiredService<Visit>();
        var remote = http.Connection.RemoteIpAddress;
        var isPerson = visit.Actor is not null;
        if (!isPerson && remote is not null && IPAddress.IsLoopback(remote)) return TimeSpan.Zero;
        var who = isPerson ? $"{visit.Served.District?.Name} {visit.Actor!.Person:N}" : CallerAddress.Key(remote);
        var wait = At(isPerson ? "person" : "address", isPerson ? rates.Person : rates.Address).Take(who);
        return wait > TimeSpan.Zero || costly is null ? wait : At($"{costly.Cost} {isPerson}", rates.Of(costly.Cost)).Take(who);
    }

    private Throttle At(string name, Rate rate)
    {
        lock (_making) return _throttles.TryGetValue(name, out var one) ? one : _throttles[name] = new Throttle(clock, rate);
    }
}

/// <summary>Metadata of a route that costs much.</summary>
internal sealed record Costly(Cost Cost);
