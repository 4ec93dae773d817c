using Cairn.App.Access;

namespace Cairn.App.Features.SignIn;

/// <summary>Into the demonstration by a link, and out again.</summary>
internal static class SignInByLink
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/{token}", Enter);
        routes.MapPost("/sign-out", Leave);
    }

    private static IResult Enter(string token, DemoLinks links, Sessions sessions, Served served, HttpContext http)
    {
        if (links.Find(token) is not { } actor || served.District is not { } district) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        sessions.End(http.Request.Cookies[Sessions.Cookie]);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Cookies.Append(Sessions.Cookie, sessions.Begin(actor, district.Name), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true,
        });
        return Results.Redirect(Visit.HomeOf(actor));
    }

    private static IResult Leave(Sessions sessions, HttpContext http)
    {
        sessions.End(http.Request.Cookies[Sessions.Cookie]);
        http.Response.Cookies.Delete(Sessions.Cookie);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect("/");
    }
}
