using System.Text;
using Cairn.Interop.Files;
using Microsoft.Net.Http.Headers;

namespace Cairn.App.Files;

/// <summary>Sends what somebody brought: as a download, under the type that its content has, in a place where nothing in it runs.</summary>
internal static class SendFile
{
    private const string Policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <summary>A file to keep.</summary>
    /// <param name="http">The request; whoever calls has looked that they may have it.</param>
    /// <param name="content">The file; it is closed when it was sent.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name; it is made safe here, whatever was stored.</param>
    public static IResult Download(HttpContext http, Stream content, FileKind kind, string name)
    {
        var safe = SafeName.Of(name, kind);
        Headers(http, $"attachment; filename=\"{Ascii(safe)}\"; filename*=UTF-8''{Uri.EscapeDataString(safe)}");
        return Results.Stream(content, kind.Type is "text/plain" or "text/csv" ? kind.Type + "; charset=utf-8" : kind.Type, enableRangeProcessing: true);
    }

    /// <summary>A small picture that Cairn drew itself, to be seen on a page of this site.</summary>
    /// <param name="http">The request.</param>
    /// <param name="drawn">What was drawn.</param>
    /// <param name="hash">The hash of the file it was drawn from.</param>
    public static IResult Picture(HttpContext http, Thumbnail drawn, string hash)
    {
        Headers(http, "inline");
        return Results.Bytes(drawn.Bytes, drawn.Type, entityTag: new EntityTagHeaderValue($"\"{hash[..24]}t\""));
    }

    /// <summary>A sound or a film to be played on a page of this site: it runs nothing, and any part of it may be asked for.</summary>
    /// <param name="http">The request; whoever calls has looked that they may have it.</param>
    /// <param name="content">The file; it is closed when it was sent.</param>
    /// <param name="kind">What it is.</param>
    public static IResult Play(HttpContext http, Stream content, FileKind kind)
    {
        Headers(http, "inline");
        return Results.Stream(content, kind.Type, enableRangeProcessing: true);
    }

    private static void Headers(HttpContext http, string disposition)
    {
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["X-Robots-Tag"] = "noindex, noimageindex";
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Cookie";
    }

    private static string Ascii(string name)
    {
        var plain = new StringBuilder();
        foreach (var one in name) plain.Append(one is >= ' ' and < '\u007f' and not ('"' or '\\' or '%') ? one : '_');
        return plain.ToString();
    }
}
