using Cairn.App.Access;
using Cairn.Storage.Journal;

namespace Cairn.App.Api.Cairn;

/// <summary>What a route asks of a token.</summary>
internal sealed record NeededScope(string Scope);

/// <summary>The gate of the API: who asks, how often, and by what scope; and who was refused goes into the journal.</summary>
internal static class ApiGate
{
    /// <summary>Says what scope a route needs.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, string scope) => route.WithMetadata(new NeededScope(scope));

    public static async ValueTask<object?> Pass(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var limits = http.RequestServices.GetRequiredService<ApiLimits>();
        var caller = http.RequestServices.GetRequiredService<ApiCaller>();
        if (caller.Visit.Served.District is null) return ApiAnswer.Of(Problems.Find("not-ready"));
        var isToken = BearerToken.IsOffered(http.Request);
        // A token that works is never held back by those who try others from its address: nobody guesses 256 bits.
        if (isToken && caller.Actor is null && limits.WaitToGuess(http) is { Ticks: > 0 } wait)
        {
            await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.TooMany);
            return ApiAnswer.Of(Problems.Find("too-many"), wait);
        }

        if (caller.Actor is null) return await Unknown(http, limits, caller, isToken);
        if (limits.Take(caller.Id) is { Ticks: > 0 } pause) return Slower(limits, caller, http, pause);
        if (!limits.Enter(caller.Id)) return Slower(limits, caller, http, TimeSpan.FromSeconds(1));
        try
        {
            limits.Say(caller.Id, http.Response);
            var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>();
            // Whoever looks at what another sees changes nothing through this door, either.
            var isLooking = !caller.Actor.MayWrite && !HttpMethods.IsGet(http.Request.Method);
            var answer = needed is not null && (isLooking || !caller.Has(needed.Scope)) ? ApiAnswer.Of(Problems.Find("scope-needed", needed.Scope)) : await next(context);
            if (answer is ApiAnswer { Problem: { } problem } && Why(problem) is { } why) await caller.Refused(why, new { problem.Type, problem.Detail, at = problem.Errors?.Select(one => one.At) });
            if (answer is ApiAnswer { Problem: null }) await Note(caller);
            // What went to another system is told as such; what a person looked at is told as everywhere.
            if (caller.Client is null && answer is ApiAnswer { Problem: null }) await http.RequestServices.GetRequiredService<Disclosure>().Tell(caller.District, caller.Acting, caller.Scope);
            return answer;
        }
        finally
        {
            limits.Leave(caller.Id);
        }
    }

    // A value that anybody may get wrong is no refusal, nor is what is being answered already; what somebody may not see, do or say is, and so is what cannot be read.
    private static RefusedWhy? Why(Problem problem) => problem.Type.Split(':')[^1] switch
    {
        "unreadable" or "too-large" or "media-type" => RefusedWhy.Unreadable,
        "not-allowed" or "scope-needed" or "unknown-field" => RefusedWhy.NotTheirs,
        "not-found" => RefusedWhy.NotFound,
        "rule" or "key-reused" or "again" or "stale" => RefusedWhy.AgainstRule,
        _ => null,
    };

    private static async Task<ApiAnswer> Unknown(HttpContext http, ApiLimits limits, ApiCaller caller, bool isToken)
    {
        if (isToken) limits.Guessed(http);
        await caller.Refused(isToken ? RefusedWhy.BadToken : RefusedWhy.NotSignedIn);
        http.Response.Headers.WWWAuthenticate = isToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        return ApiAnswer.Of(Problems.Find(isToken ? "token-invalid" : "token-needed"));
    }

    private static ApiAnswer Slower(ApiLimits limits, ApiCaller caller, HttpContext http, TimeSpan wait)
    {
        caller.HeldBack();
        limits.Say(caller.Id, http.Response);
        return ApiAnswer.Of(Problems.Find("too-many"), wait);
    }

    private static async Task Note(ApiCaller caller)
    {
        if (caller.Client is not { } client || caller.Visit.Now - client.LastUsedAt < TimeSpan.FromDays(1)) return;
        await caller.District.Writer.Alone(turn =>
        {
            ClientTokens.Note(turn, client.Id);
            return true;
        }, Acting.System with { Where = "token used" });
    }
}
