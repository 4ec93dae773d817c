namespace Cairn.App.Access;

/// <summary>The cookie of a session: no script reads it, no other site's form brings it. Over https its name begins with __Host-, so that
/// no other host and no plain connection can set it.</summary>
internal static class SessionCookie
{
    private const string Secure = "__Host-" + Sessions.Cookie;

    public static string? Read(HttpRequest request) => request.Cookies[NameIn(request)];

    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(NameIn(http.Request), token, Options(http));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameIn(http.Request), Options(http));

    private static string NameIn(HttpRequest request) => request.IsHttps ? Secure : Sessions.Cookie;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
