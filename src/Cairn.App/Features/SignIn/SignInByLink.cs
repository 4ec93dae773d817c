using Cairn.App.Access;

namespace Cairn.App.Features.SignIn;

/// <summary>Into the demonstration by a link, and out again.</summary>
internal static class SignInByLink
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/{token}", Enter).For(Who.Anyone);
        routes.MapPost("/sign-out", Leave).For(Who.Anyone).OpenToBadges();
    }

    private static async Task<IResult> Enter(string token, DemoLinks links, Sessions sessions, Served served, Visit visit, Running.Measures measures, Refusals refusals, HttpContext http)
    {
        if (links.Find(token) is not { } actor || served.District is not { } district)
        {
            measures.SignInFailed(SignInLimit.None);
            await refusals.Note(http, RefusedWhy.DeadLink);
            return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        }

        await sessions.End(SessionCookie.Read(http.Request), district, visit.Acting);
        http.Response.Headers.CacheControl = "no-store";
        SessionCookie.Set(http, sessions.Begin(actor, district.Name));
        return Results.Redirect(visit.BeginOf(actor));
    }

    private static async Task<IResult> Leave(Sessions sessions, Visit visit, HttpContext http)
    {
        // On an opened device the next child comes.
        var next = BadgeScope.IsByBadge(visit.Session) ? "/class" : "/";
        await sessions.End(SessionCookie.Read(http.Request), visit.Served.District, visit.Acting);
        SessionCookie.Clear(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect(next);
    }
}
