namespace Cairn.App.Access;

/// <summary>The cookie of a session: no script reads it, no other site's form brings it. Over https its name begins with __Host-, so that
/// no other host and no plain connection can set it.</summary>
internal static class SessionCookie
{
    private const string Secure = "__Host-" + Sessions.Cookie;

    public static string? Read(HttpRequest request) => request.Cookies[NameIn(request)];

    /// <param name="http">The request.</param>
    /// <param name="token">The token.</param>
    /// <param name="until">How long the browser keeps it; null for as long as it is open.</param>
    public static void Set(HttpContext http, string token, DateTime? until = null)
    {
        var options = Options(http);
        options.Expires = until;
        http.Response.Cookies.Append(NameIn(http.Request), token, options);
    }

    /// <summary>How long a browser keeps a session's cookie: for as long as it is open, but for families and mentors, who stay for days.</summary>
    public static DateTime? Lasting(Session session, DateTime now) => session.ExpiresAt - now > TimeSpan.FromDays(1) ? session.ExpiresAt : null;

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameIn(http.Request), Options(http));

    private static string NameIn(HttpRequest request) => request.IsHttps ? Secure : Sessions.Cookie;

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
