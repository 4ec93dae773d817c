using System.Globalization;
using Cairn.Storage.Districts;

namespace Cairn.App.Access;

/// <summary>What a browser carries from one step to the next, sealed, for a short time, in this district only: which account's password was
/// right, which question a passkey answers, which link was opened. Nobody can read it or make one.</summary>
internal sealed class Carried(Served served, TimeProvider clock, IHttpContextAccessor http)
{
    private HttpContext Http => http.HttpContext!;

    private Secrets Secrets => served.Folder.Secrets;

    /// <summary>Gives the browser something to carry.</summary>
    public void Put(string what, string text, TimeSpan length)
    {
        var until = clock.GetUtcNow() + length;
        var closed = Secrets.CloseText($"{until.UtcTicks.ToString(CultureInfo.InvariantCulture)} {text}", NameOf(what));
        Http.Response.Cookies.Append(Cookie(what), closed, Options(until));
    }

    /// <summary>What it carries; null for nothing, or where it is too late.</summary>
    public string? Read(string what)
    {
        if (Secrets.OpenText(Http.Request.Cookies[Cookie(what)], NameOf(what)) is not { } opened || opened.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var blank)) return null;
        return long.TryParse(opened.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until > clock.GetUtcNow().UtcTicks ? opened[(blank + 1)..] : null;
    }

    public void Drop(string what)
    {
        if (Http.Request.Cookies.ContainsKey(Cookie(what))) Http.Response.Cookies.Delete(Cookie(what), Options(null));
    }

    private string NameOf(string what) => $"carried/{served.District?.Name}/{what}";

    private string Cookie(string what) => $"{(Http.Request.IsHttps ? "__Host-" : "")}{Sessions.Cookie}-{what}";

    private CookieOptions Options(DateTimeOffset? until) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, Path = "/", IsEssential = true, Expires = until };
}
