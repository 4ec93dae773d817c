using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Access.Providers;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.SignIn;

/// <summary>In by another system: there and back. What it says is matched with the roster, and never with an address.</summary>
public partial class EnterByProvider
{
    private const string Route = "/sign-in/with/{provider:guid}";

    /// <summary>The provider's name; empty where there is none such.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>Why they are not in, as a message's name.</summary>
    [Parameter, EditorRequired] public string Why { get; set; } = "";

    /// <summary>How many seconds they have to wait; none for not at all.</summary>
    [Parameter] public int Wait { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Go).For(Who.Anyone);
        routes.MapGet(Route + "/back", Return).For(Who.Anyone);
        routes.MapGet(StepUp.ProofPath + "/with/{provider:guid}", Prove).For(Who.Anyone);
    }

    internal static string PathOf(Guid provider) => $"/sign-in/with/{provider:N}";

    internal static string ProvePath(Guid provider) => $"{StepUp.ProofPath}/with/{provider:N}";

    /// <summary>The systems that the district offers, by name.</summary>
    internal static IReadOnlyList<SignInProvider> Offered(Visit visit) => visit.Served.District is null ? [] : [.. visit.Db.SignInProviders.AsNoTracking().Where(one => one.IsActive).OrderBy(one => one.Name)];

    private static RazorComponentResult<EnterByProvider> Page(string name, ProviderRefusal why) => new(new { Name = name, Why = why.ToString() })
    {
        PreventStreamingRendering = true,
        StatusCode = why switch
        {
            ProviderRefusal.State or ProviderRefusal.Cancelled => StatusCodes.Status400BadRequest,
            ProviderRefusal.Stopped => StatusCodes.Status404NotFound,
            ProviderRefusal.Unreachable => StatusCodes.Status502BadGateway,
            ProviderRefusal.Others => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status403Forbidden,
        },
    };

    private static async Task<IResult> Later(HttpContext http, SignInDoor door, TimeSpan wait)
    {
        await door.Held();
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new RazorComponentResult<EnterByProvider>(new { Why = "Wait", Wait = seconds }) { PreventStreamingRendering = true, StatusCode = StatusCodes.Status429TooManyRequests };
    }

    private static Task<IResult> Go(Guid provider, Visit visit, HttpContext http, ProviderFlow flow, SignInDoor door, string? back = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Who is in already goes on; to come in as somebody else they sign out first.
        if (visit.Actor is { } actor) return Task.FromResult(Results.Redirect(OwnPath.Of(back) ?? Visit.HomeOf(actor)));
        // No session begins by a page of somebody else: whoever is still signed in over there would be in without having asked for it.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return Task.FromResult(Results.Redirect(EnterByPassword.Path + OwnPath.Question(OwnPath.Of(back))));
        return Send(provider, ProviderPurpose.Enter, visit, http, flow, door, back);
    }

    private static async Task<IResult> Prove(Guid provider, Visit visit, HttpContext http, ProviderFlow flow, SignInDoor door, string? back = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Session is not { } session || session.Account == Guid.Empty) return SignedIn.Refuse(Ui.Layout.RefusalKind.SignInFirst);
        return await Send(provider, ProviderPurpose.Prove, visit, http, flow, door, back);
    }

    private static async Task<IResult> Send(Guid provider, ProviderPurpose purpose, Visit visit, HttpContext http, ProviderFlow flow, SignInDoor door, string? back)
    {
        if (visit.Served.District is null) return Results.Redirect("/");
        if (flow.Find(provider) is not { } found) return Page("", ProviderRefusal.Stopped);
        if (door.WaitForProvider() is var wait && wait > TimeSpan.Zero) return await Later(http, door, wait);
        return await flow.Begin(found, purpose, back) is { } address ? Results.Redirect(address) : Page(found.Name, ProviderRefusal.Unreachable);
    }

    private static async Task<IResult> Return(Guid provider, Visit visit, HttpContext http, ProviderFlow flow, ProviderReturn back, SignInDoor door)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.Redirect("/");
        var allowed = door.AskByProvider();
        if (!allowed.IsAllowed) return await Later(http, door, allowed.Wait);
        var answer = await flow.Finish(provider, http.Request.Query);
        var (where, why) = answer is { Said: not null, Asked: not null, Provider: not null } ? await back.Take(answer, allowed) : (null, answer.Why);
        if (where is not null) return where;
        await door.FailedAt(answer.Provider?.Id ?? provider, why.ToString(), answer.Detail);
        return Page(answer.Provider?.Name ?? "", why);
    }
}
