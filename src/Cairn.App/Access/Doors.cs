using System.Security.Cryptography;
using System.Text;
using Cairn.App.Ui.Words;

namespace Cairn.App.Access;

/// <summary>What stands before every route: headers, the cross-site check, and the door of signed-in pages.</summary>
internal static class Doors
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static readonly string Build = typeof(Doors).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Answers HEAD as GET without its body: monitors ask so.</summary>
    public static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method)) return next(http);
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        return next(http);
    }

    /// <summary>Sets the headers of every answer.</summary>
    public static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), payment=(), usb=()";
        return next(http);
    }

    /// <summary>Refuses an unsafe request that another site sent: Sec-Fetch-Site says same-origin, or Origin equals the host.</summary>
    public static Task SameOrigin(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return next(http);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var isSame = site.Length > 0 ? site == "same-origin" : origin.Length > 0 && origin == $"{request.Scheme}://{request.Host}";
        if (isSame) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Is the reader's copy still fresh? Its tag is of what the page is drawn from, the build, the words and the reader.</summary>
    /// <param name="http">The request.</param>
    /// <param name="of">Versions of what the page is drawn from.</param>
    public static bool IsFresh(HttpContext http, params ReadOnlySpan<object?> of)
    {
        var text = new StringBuilder(Build).Append('|').Append(http.RequestServices.GetRequiredService<Words>().Edition);
        foreach (var one in of) text.Append('|').Append(one);
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 12)}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Cookie, Accept-Language";
        return http.Request.Headers.IfNoneMatch.ToString() == tag;
    }
}
