using Cairn.App.Access;

namespace Cairn.App.Beginning;

/// <summary>What the browser that opened the link holds the wizard by.</summary>
internal static class FirstRunCookie
{
    private const string Name = Sessions.Cookie + "-first-run";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    /// <summary>For this browser, until it is closed or a day is over.</summary>
    public static void Set(HttpContext http, string held) => http.Response.Cookies.Append(Name, held, Options(http, TimeSpan.FromDays(1)));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? length) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = FirstRun.Path, IsEssential = true, MaxAge = length };
}
