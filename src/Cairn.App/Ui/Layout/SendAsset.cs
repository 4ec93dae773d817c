using Microsoft.Net.Http.Headers;

namespace Cairn.App.Ui.Layout;

/// <summary>GET /assets/…: an address that carries the file's own version never changes, so it is kept for a year.</summary>
internal static class SendAsset
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "public, no-cache";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet(Assets.Root + "{**path}", Handle).AllowAnonymous().WithMetadata(new Access.Audience(Access.Who.Anyone), new Access.OpenToBadges());

    private static IResult Handle(string path, HttpContext http, Assets assets)
    {
        if (assets.Find(path) is not { } asset) return Results.NotFound();
        var (bytes, encoding) = asset.For(http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        headers.CacheControl = Asset.IsNamedByStyle(path) || http.Request.Query["v"] == asset.Hash ? Forever : AskAgain;
        if (asset.IsText) headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;
        // Each encoding is an answer of its own, so each has its own tag.
        return Results.Bytes(bytes, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}{encoding}\""));
    }
}
