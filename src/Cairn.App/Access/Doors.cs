using System.Security.Cryptography;
using System.Text;
using Cairn.App.Ui.Words;

namespace Cairn.App.Access;

/// <summary>What stands before every route: headers, the cross-site check, and the door of signed-in pages.</summary>
internal static class Doors
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Where work is captured a worker may be started, from one address and by one named policy, and what was just taken is seen.</summary>
    public static readonly string PolicyOfCapture = Policy.Replace("img-src 'self'; media-src 'self';", "img-src 'self' blob:; media-src 'self' blob:; worker-src 'self';", StringComparison.Ordinal)
        .Replace("trusted-types 'none'", "trusted-types capture", StringComparison.Ordinal);

    private static readonly string Build = typeof(Doors).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Refuses a request that says its length in two ways: what stands before us may have read it in the other. The server sets
    /// the length aside, under this name, where the body comes in chunks.</summary>
    public static Task OneLength(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Headers.ContainsKey("X-Content-Length")) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }

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
        // A browser that once came by https never again comes without; on this machine there is no name to protect.
        if (http.Request.IsHttps && !FromHere.Is(http)) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        http.Response.OnStarting(KeptByNobody, http.Response);
        return next(http);
    }

    /// <summary>Refuses an unsafe request that another site sent: Sec-Fetch-Site says same-origin, or Origin equals the host.</summary>
    public static async Task SameOrigin(HttpContext http, RequestDelegate next)
    {
        if (IsSame(http.Request))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.OtherSite);
    }

    private static bool IsSame(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return true;
        // A token in a header is no cookie: nothing adds it for another site.
        if (BearerToken.IsOffered(request) || request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<OneClick>() is not null) return true;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site.Length > 0 ? site == "same-origin" : origin.Length > 0 && origin == $"{request.Scheme}://{request.Host}";
    }

    // Who says nothing about keeping has made a page for one reader, once.
    private static Task KeptByNobody(object answer)
    {
        var response = (HttpResponse)answer;
        var headers = response.Headers;
        // Nor does a device that the next one sits down at keep a page for its reader.
        if (headers.CacheControl.Count == 0 || (headers.CacheControl.ToString().StartsWith("private", StringComparison.Ordinal) && IsShared(response.HttpContext))) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsShared(HttpContext http) => http.RequestServices.GetRequiredService<Visit>().Session is { IsShared: true };

    /// <summary>Is the reader's copy still fresh? Its tag is of what the page is drawn from, the build, the words and the reader.</summary>
    /// <param name="http">The request.</param>
    /// <param name="of">Versions of what the page is drawn from.</param>
    public static bool IsFresh(HttpContext http, params ReadOnlySpan<object?> of)
    {
        var text = new StringBuilder(Build).Append('|').Append(http.RequestServices.GetRequiredService<Words>().Edition);
        // Whoever looks at what another sees, or took access in an emergency, reads a line about it on every page.
        if (http.RequestServices.GetRequiredService<Visit>() is { Actor: { } actor } visit)
        {
            text.Append('|').Append(actor.Viewer?.Person).Append(actor.ViewedUntil);
            // The ways of a page are those of the reader's roles.
            text.Append('|').Append(actor.RolesKey);
            foreach (var (learner, until) in visit.Scope.Emergencies()) text.Append('|').Append(learner.Id.Value).Append(until);
        }

        foreach (var one in of) text.Append('|').Append(one);
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 12)}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Cookie, Accept-Language";
        return http.Request.Headers.IfNoneMatch.ToString() == tag && !IsShared(http);
    }
}
