using Cairn.App.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Home;

/// <summary>What a front page says, and with what status.</summary>
public enum FrontWords
{
    /// <summary>Welcome.</summary>
    Welcome = 200,

    /// <summary>Sign in first.</summary>
    SignInFirst = 401,

    /// <summary>There is nothing here, or nothing for you.</summary>
    NotFound = 404,

    /// <summary>Cairn broke.</summary>
    Failed = 500,
}

/// <summary>The entrance: it needs no sign-in, and says what can be done here.</summary>
public partial class FrontPage
{
    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public FrontWords Says { get; set; } = FrontWords.Welcome;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Enter);

    internal static RazorComponentResult<FrontPage> With(FrontWords says) =>
        new(new { Says = says }) { StatusCode = (int)says, PreventStreamingRendering = true };

    internal static Task NotFound(HttpContext http) => With(FrontWords.NotFound).ExecuteAsync(http);

    internal static Task Failed(HttpContext http) => With(FrontWords.Failed).ExecuteAsync(http);

    /// <summary>Lets only signed-in people through; everybody else is asked to sign in, and learns nothing.</summary>
    internal static async ValueTask<object?> Door(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        if (visit.Actor is null || visit.Served.District is null) return With(FrontWords.SignInFirst);
        return await next(context) ?? With(FrontWords.NotFound);
    }

    private static IResult Enter(Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return visit.Actor is { } actor && visit.Served.District is not null ? Results.Redirect(Visit.HomeOf(actor)) : With(FrontWords.Welcome);
    }
}
