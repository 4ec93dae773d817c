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
        if (isToken && limits.WaitToGuess(http) is { Ticks: > 0 } wait) return ApiAnswer.Of(Problems.Find("too-many"), wait);
        if (caller.Actor is null) return Unknown(http, limits, isToken);
        if (limits.Take(caller.Id) is { Ticks: > 0 } pause) return Slower(limits, caller, http, pause);
        if (!limits.Enter(caller.Id)) return Slower(limits, caller, http, TimeSpan.FromSeconds(1));
        try
        {
            limits.Say(caller.Id, http.Response);
            var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>();
            // Whoever looks at what another sees changes nothing through this door, either.
            var isLooking = !caller.Actor.MayWrite && !HttpMethods.IsGet(http.Request.Method);
            var answer = needed is not null && (isLooking || !caller.Has(needed.Scope)) ? ApiAnswer.Of(Problems.Find("scope-needed", needed.Scope)) : await next(context);
            if (answer is ApiAnswer { Problem: { } problem } && IsRefusal(problem)) await Tell(caller, problem);
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

    // What anybody may get wrong is no refusal; what somebody may not see, do or say is.
    private static bool IsRefusal(Problem problem) => problem.Status is 403 or 404 or 422 || problem.Type.EndsWith(":unknown-field", StringComparison.Ordinal);

    private static Task Tell(ApiCaller caller, Problem problem) => caller.District.Writer.Tell(
        turn => turn.Tell(JournalAct.Refused, null, new { problem.Type, problem.Detail, at = problem.Errors?.Select(one => one.At) }), caller.Acting);

    private static ApiAnswer Unknown(HttpContext http, ApiLimits limits, bool isToken)
    {
        if (isToken) limits.Guessed(http);
        http.Response.Headers.WWWAuthenticate = isToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        return ApiAnswer.Of(Problems.Find(isToken ? "token-invalid" : "token-needed"));
    }

    private static ApiAnswer Slower(ApiLimits limits, ApiCaller caller, HttpContext http, TimeSpan wait)
    {
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
