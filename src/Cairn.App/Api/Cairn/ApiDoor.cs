using Cairn.App.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace Cairn.App.Api.Cairn;

/// <summary>The door of Cairn's own API, and everything behind it.</summary>
internal static class ApiDoor
{
    public const string Path = "/api/v1";

    public static void Add(IServiceCollection services) => services.AddSingleton<ApiLimits>().AddScoped<ApiCaller>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        SendOpenApi.Map(routes);
        // The API counts its callers itself: by their token, which the doors before it do not know.
        var api = routes.MapGroup(Path).AddEndpointFilter(ApiGate.Pass).WithMetadata(new NeverHeldBack(), new Audience(Who.SignedIn & ~Who.Sponsors));
        ReadOrganizations.Map(api);
        ReadGroups.Map(api);
        ReadLearners.Map(api);
        ReadDeterminations.Map(api);
        ReadEvidence.Map(api);
        ReadJudgments.Map(api);
        ReadFrameworks.Map(api);
        ReadJournal.Map(api);
        RecordEvidence.Map(api);
        RecordJudgments.Map(api);
        RetractFact.Map(api);
        SetOverride.Map(api);
        CallLearner.Map(api);
        routes.Map("/api/{**path}", () => ApiAnswer.Of(Problems.NotFound())).For(Who.Anyone);
    }

    /// <summary>Says to programs in their own way that something broke, or could not be read.</summary>
    public static async Task Failed(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        var problem = http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Find("too-large"),
            BadHttpRequestException => Problems.Unreadable("The request ended early, or is no HTTP."),
            _ => Problems.Find("failed"),
        };
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException) await http.RequestServices.GetRequiredService<ApiCaller>().Refused(RefusedWhy.Unreadable);
        await ApiAnswer.Of(problem).ExecuteAsync(http);
    }
}
